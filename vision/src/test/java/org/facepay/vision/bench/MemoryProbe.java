package org.facepay.vision.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.ModelException;
import org.facepay.vision.gallery.Gallery;
import org.facepay.vision.gallery.GalleryFigures;
import org.opencv.core.Mat;

/**
 * The memory of a JVM that only recognises faces, in a process of its own with the terminal's
 * settings and a heap that holds 100,000 members.
 */
public final class MemoryProbe {
  private static final double GOAL_MB = 700;

  private MemoryProbe() {}

  /** Starts the process and prints its figures. */
  static void print() throws IOException, InterruptedException {
    Lines.progress("Memory of a JVM of its own");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms32m", "-Xmx384m", "-Xss512k", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:ReservedCodeCacheSize=64m", "-Djava.awt.headless=true"));
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), MemoryProbe.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String[] mb = new String(process.getInputStream().readAllBytes()).strip().split(" ", -1);
    if (process.waitFor() != 0 || mb.length != 4) {
      throw new IOException("the memory probe failed");
    }
    Lines.print("engine alone", Double.parseDouble(mb[0]), "MB", "goal for all", GOAL_MB);
    double loaded = Double.parseDouble(mb[1]);
    Lines.print("engine, 100,000 members", loaded, "MB", "goal for all", GOAL_MB);
    double after = Double.parseDouble(mb[2]);
    Lines.print("after 50 frames", after, "MB", "goal for all", GOAL_MB);
    Lines.print("gallery's arrays", Double.parseDouble(mb[3]), "MB", "after 50 frames", after);
  }

  /** The process itself. */
  public static void main(String[] args) throws IOException, ModelException {
    try (FaceEngine engine = FaceEngine.load()) {
      Mat frame = Scenes.frame("anna-2", 1280, 720);
      float[] anna = FaceFigures.template(engine, frame);
      double alone = residentMb();
      Gallery gallery = new Gallery(Vectors.DIMENSION);
      Vectors.fill(gallery, 99_999, new SplittableRandom(4));
      gallery.add("anna", anna);
      double loaded = residentMb();
      for (int i = 0; i < 50; i++) {
        FaceFigures.identify(engine, gallery, frame);
      }
      System.out.printf(
          Locale.ROOT,
          "%.1f %.1f %.1f %.1f%n",
          alone,
          loaded,
          residentMb(),
          GalleryFigures.bytes(gallery) / 1e6);
    }
  }

  private static double residentMb() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6;
    }
  }
}
