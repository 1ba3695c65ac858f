package org.facepay.vision.face;

import java.util.LinkedHashMap;
import java.util.Map;
import org.opencv.core.Mat;

/** Opens the pipeline's steps to the bench, one by one, in the order of {@link FaceEngine}. */
public final class PipelineSteps {
  private final FaceDetector detector;
  private final LandmarkFinder landmarks;
  private final QualityMeter meter;
  private final LivenessNetwork liveness;
  private final FaceEngine engine;

  public PipelineSteps(FaceEngine engine) throws ModelException {
    ModelFolder folder = ModelFolder.bundled();
    this.engine = engine;
    detector = new FaceDetector(folder);
    landmarks = new LandmarkFinder(folder);
    meter = new QualityMeter(folder);
    liveness = new LivenessNetwork(folder);
  }

  /** The steps on a picture with one good face; each repeats only its own work. */
  public Map<String, Runnable> on(Mat bgr) {
    Box box = detector.detect(bgr).getFirst().box();
    Landmarks points = landmarks.find(bgr, box);
    LandmarkFinder.Refined refined = landmarks.refine(bgr, box, points);
    FaceCrop crop = FaceCrop.of(bgr, refined);
    Map<String, Runnable> steps = new LinkedHashMap<>();
    steps.put("detect", () -> detector.detect(bgr));
    steps.put("landmarks", () -> landmarks.find(bgr, box));
    steps.put("quality", () -> meter.measure(bgr, points));
    steps.put("liveness", () -> liveness.score(bgr, box));
    steps.put("upright landmarks", () -> landmarks.upright(bgr, box, points));
    steps.put("refined landmarks", () -> landmarks.refine(bgr, box, points));
    steps.put("align", () -> FaceCrop.of(bgr, refined));
    steps.put("embed", () -> engine.probe(crop));
    steps.put("embed with mirror", () -> engine.template(crop));
    steps.put("second opinion", () -> engine.secondTemplate(crop));
    return steps;
  }
}
