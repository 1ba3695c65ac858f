package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.facepay.vision.evaluate.IdentificationEvaluation;
import org.facepay.vision.evaluate.LfwEvaluation;
import org.facepay.vision.evaluate.LivenessEvaluation;
import org.facepay.vision.face.Detection;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.gallery.GalleryException;
import org.facepay.vision.gallery.GalleryKey;
import org.facepay.vision.gallery.TemplateStore;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Faces without a shopper: measuring recognition, and looking after the stored templates. */
@Command(
    name = "faces",
    description = "Measures face recognition; enrols, lists and forgets members' templates.")
final class FacesCommand {
  /** Two cores are what a terminal has; PyTorch takes one thread of each engine. */
  private static final int WORKERS = Math.min(2, Runtime.getRuntime().availableProcessors());

  @Command(name = "evaluate", description = "Face verification by LFW's View-2 protocol.")
  int evaluate(
      @Option(names = "--images", required = true, description = "folder in LFW's layout")
          Path images,
      @Option(names = "--pairs", required = true, description = "LFW's pairs file") Path pairs)
      throws Exception {
    System.out.println(LfwEvaluation.run(images, pairs, WORKERS, System.err::println).line());
    return 0;
  }

  @Command(
      name = "liveness",
      description = "Passive presentation-attack detection at the shipped threshold.")
  int liveness(
      @Option(names = "--images", required = true, description = "folder of frames") Path images,
      @Option(names = "--labels", required = true, description = "CSV with file and label")
          Path labels)
      throws Exception {
    System.out.println(LivenessEvaluation.run(images, labels, WORKERS, System.err::println).line());
    return 0;
  }

  @Command(
      name = "identify",
      description = "Open-set identification: who of the probes is in the gallery.")
  int identify(
      @Option(names = "--gallery", required = true, description = "pictures of members")
          Path gallery,
      @Option(
              names = "--probes",
              required = true,
              description = "pictures of members and strangers")
          Path probes)
      throws Exception {
    System.out.println(
        IdentificationEvaluation.run(
                gallery, probes, IdentificationEvaluation.STANDARD, WORKERS, System.err::println)
            .line());
    return 0;
  }

  @Command(
      name = "enrol",
      description = "Keeps a member's template; only with the member's consent to this notice.")
  int enrol(
      @Option(names = "--data", required = true, description = "the terminal's data folder")
          Path data,
      @Option(names = "--member", required = true, description = "the member's number")
          String member,
      @Option(names = "--image", required = true, description = "a picture of the face") Path image,
      @Option(
              names = "--consent",
              required = true,
              description = "version of the notice the member agreed to")
          String consent)
      throws Exception {
    if (!consent.matches("\\d{4}-\\d{2}")) {
      throw new IllegalArgumentException(
          "expected the notice's version, such as 2026-11, found " + consent);
    }
    try (FaceEngine engine = FaceEngine.load();
        TemplateStore store = store(data)) {
      Mat picture = Imgcodecs.imread(image.toString());
      try {
        Optional<Detection> face = picture.empty() ? Optional.empty() : engine.stillFace(picture);
        if (face.isEmpty()) {
          throw new IOException(
              "no face in " + image + "; take a picture from the front with more light");
        }
        store.add(member, engine.template(engine.crop(picture, face.get())));
      } finally {
        picture.release();
      }
      System.out.println("ENROLLED templates=" + store.count());
    }
    return 0;
  }

  @Command(name = "forget", description = "Deletes everything of a member's face at once.")
  int forget(
      @Option(names = "--data", required = true, description = "the terminal's data folder")
          Path data,
      @Option(names = "--member", required = true, description = "the member's number")
          String member)
      throws Exception {
    try (TemplateStore store = store(data)) {
      int gone = store.forget(member, Instant.now());
      System.out.println("FORGOTTEN templates=" + gone + " left=" + store.count());
      return gone > 0 ? 0 : 1;
    }
  }

  @Command(name = "list", description = "Members with a stored template, and how many.")
  int list(
      @Option(names = "--data", required = true, description = "the terminal's data folder")
          Path data)
      throws Exception {
    try (TemplateStore store = store(data)) {
      TreeMap<String, Integer> members = new TreeMap<>();
      store.all().forEach(stored -> members.merge(stored.member(), 1, Integer::sum));
      members.forEach((member, templates) -> System.out.println(member + "  " + templates));
      System.out.println(
          "FACES members="
              + members.size()
              + " templates="
              + store.count()
              + " forgotten="
              + store.tombstones());
    }
    return 0;
  }

  /**
   * The key lies beside the database here; a provisioned terminal keeps it on another partition.
   */
  private static TemplateStore store(Path data) throws GalleryException, IOException {
    Files.createDirectories(data);
    Path key = data.resolve("faces.key");
    return new TemplateStore(
        data.resolve("faces.db"),
        Files.exists(key) ? GalleryKey.read(key) : GalleryKey.create(key));
  }
}
