package org.facepay.vision.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.facepay.vision.face.FaceCrop;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.ModelException;
import org.facepay.vision.face.Observation;
import org.facepay.vision.face.PipelineSteps;
import org.facepay.vision.gallery.Gallery;
import org.facepay.vision.gallery.Identity;
import org.facepay.vision.lab.IdentificationEvaluation;
import org.opencv.core.Mat;

/** What the pipeline takes: its steps, all of them, and from a frame to a name. */
final class FaceFigures {
  private static final double GOAL_MS = 60;
  private static final int MEMBERS = 10_000;
  private static final int[][] SIZES = {{640, 480}, {1280, 720}};

  private FaceFigures() {}

  static void print() throws ModelException {
    try (FaceEngine engine = FaceEngine.load()) {
      Gallery gallery = new Gallery(engine.dimension());
      Vectors.fill(gallery, MEMBERS, new SplittableRandom(3));
      gallery.add("anna", template(engine, Scenes.frame("anna-1", 640, 480)));
      PipelineSteps steps = new PipelineSteps(engine);
      for (int[] size : SIZES) {
        String named = size[0] + "x" + size[1];
        Mat frame = Scenes.frame("anna-2", size[0], size[1]);
        Lines.progress("Steps at " + named);
        steps(steps.on(frame), named);
        Lines.progress("From frame to identity at " + named);
        identity(engine, gallery, frame, named);
      }
    }
  }

  private static void steps(Map<String, Runnable> steps, String size) {
    long[][] nanos = Rounds.time(80, steps.values().toArray(Runnable[]::new)).wall();
    List<String> names = new ArrayList<>(steps.keySet());
    for (int i = 0; i < nanos.length; i++) {
      Lines.spread(names.get(i) + " " + size, nanos[i]);
    }
  }

  private static void identity(FaceEngine engine, Gallery gallery, Mat frame, String size) {
    Rounds.Times times =
        Rounds.time(
            150,
            () -> probe(engine, frame),
            () -> {
              Identity who = identify(engine, gallery, frame);
              if (!(who instanceof Identity.Known known) || !known.member().equals("anna")) {
                throw new IllegalStateException(
                    "the member in the frame is not recognised: " + who);
              }
            });
    Lines.spread("frame to probe " + size, times.wall()[0]);
    Lines.spread("frame to identity " + size, times.wall()[1]);
    double p95 = Lines.quantileMs(times.wall()[1], .95);
    double cpu = Lines.quantileMs(times.cpu()[1], .95);
    String goal = "goal, gallery of 10,000";
    Lines.print("frame to identity p95 " + size, p95, "ms", goal, GOAL_MS);
    Lines.print("frame to identity p95 " + size, cpu, "ms CPU", goal, GOAL_MS);
  }

  static Identity identify(FaceEngine engine, Gallery gallery, Mat frame) {
    return IdentificationEvaluation.STANDARD.decide(
        gallery.searchCompressed(probe(engine, frame), 2));
  }

  static float[] probe(FaceEngine engine, Mat frame) {
    return engine.probe(seen(engine, frame));
  }

  static float[] template(FaceEngine engine, Mat frame) {
    return engine.template(seen(engine, frame));
  }

  private static FaceCrop seen(FaceEngine engine, Mat frame) {
    Observation seen = engine.observe(frame, Instant.now());
    if (seen instanceof Observation.Seen face) {
      return face.crop();
    }
    throw new IllegalStateException("the bench's picture shows no good face: " + seen);
  }
}
