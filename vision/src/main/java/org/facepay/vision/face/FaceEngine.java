package org.facepay.vision.face;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.facepay.vision.camera.Frame;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The face pipeline for one camera: a frame in, an {@link Observation} out, templates on demand. A
 * frame without a template costs detect, landmarks and liveness; see MODELS.md for times.
 *
 * <p>Not thread-safe and starts no threads: the caller gives it one of its own. Keeps no pictures.
 */
public final class FaceEngine implements AutoCloseable {
  /** A frame side of fewer pixels shows no face. */
  private static final int LEAST_SIDE = 32;

  /** Of so many frames without a face one is looked at from every side. */
  private static final int FACELESS_FRAMES = 10;

  /** Pixels of a face whose eyes would be far enough apart if it were upright. */
  private static final float LEAST_TURNED_FACE = 80;

  private static final float LEAST_STILL_SCORE = 0.3f;

  private final FaceDetector detector;
  private final LandmarkFinder landmarks;
  private final QualityMeter meter;
  private final LivenessNetwork liveness;
  private final Embedder embedder;
  private final SecondOpinion second;
  private final QualityLimits limits;
  private final OrientationFinder orientations;
  private FaceTracker tracker = FaceTracker.start();

  /** The track whose face was found upright; finding it out takes as long as a frame. */
  private long uprightTrack = -1;

  private boolean turned;
  private int faceless;

  private FaceEngine(ModelFolder folder, EmbedderSettings settings, QualityLimits limits)
      throws ModelException {
    detector = new FaceDetector(folder);
    landmarks = new LandmarkFinder(folder);
    meter = new QualityMeter(folder);
    liveness = new LivenessNetwork(folder);
    second = new SecondOpinion(folder);
    embedder = embedder(folder, settings);
    orientations = new OrientationFinder(detector, landmarks, embedder);
    this.limits = limits;
  }

  /** The bundled models with standard limits. */
  public static FaceEngine load() throws ModelException {
    return load(ModelFolder.bundled(), EmbedderSettings.standard(), QualityLimits.standard());
  }

  /**
   * Loads every network, about half a second.
   *
   * @throws ModelException naming the file that is missing, damaged or of the wrong shape
   */
  public static FaceEngine load(ModelFolder folder, EmbedderSettings settings, QualityLimits limits)
      throws ModelException {
    NativeLibrary.load();
    return new FaceEngine(folder, settings, limits);
  }

  /** The embedder alone, for measuring. */
  public static Embedder embedder(ModelFolder folder, EmbedderSettings settings)
      throws ModelException {
    NativeLibrary.load();
    boolean torch = settings.engine() == EmbedderSettings.Engine.PYTORCH;
    ModelFolder from = folder;
    String name = torch ? "embedder.pt" : "embedder.onnx";
    Path own = settings.file().orElse(null);
    if (own != null) {
      Path parent = own.toAbsolutePath().getParent();
      Path last = own.getFileName();
      if (parent == null || last == null) {
        throw new ModelException(own.toString(), "expected a file");
      }
      from = ModelFolder.at(parent);
      name = last.toString();
    }
    return torch
        ? new TorchEmbedder(from, name, settings)
        : new OpenCvEmbedder(from, name, settings);
  }

  /** The next frame comes from a camera that was opened anew; it may be mounted otherwise. */
  public void opened() {
    uprightTrack = -1;
    turned = false;
  }

  /** What a frame shows; the frame stays the caller's. */
  public Observation observe(Frame frame) {
    return observe(frame.mat(), frame.at());
  }

  /**
   * What a picture shows.
   *
   * @param bgr height x width x (blue, green, red), rows from the top without gaps
   * @throws IllegalArgumentException when the array is not of that size
   */
  public Observation observe(byte[] bgr, int width, int height, Instant at) {
    if (width < 1 || height < 1 || bgr.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "expected 3 x " + width + " x " + height + " bytes, got " + bgr.length);
    }
    Mat mat = new Mat(height, width, CvType.CV_8UC3);
    try {
      mat.put(0, 0, bgr);
      return observe(mat, at);
    } finally {
      mat.release();
    }
  }

  /** What an 8-bit BGR picture of any size shows; it is not changed. */
  public Observation observe(Mat bgr, Instant at) {
    if (bgr.type() != CvType.CV_8UC3) {
      throw new IllegalArgumentException(
          "expected 8-bit BGR, got " + CvType.typeToString(bgr.type()));
    }
    if (Math.min(bgr.cols(), bgr.rows()) < LEAST_SIDE) {
      return new Observation.NoFace();
    }
    List<Detection> faces = detector.detect(bgr);
    Optional<Detection> largest = FaceTracker.largest(faces);
    if (largest.isEmpty()) {
      return faceless(bgr);
    }
    Box box = largest.get().box();
    int rivals = FaceTracker.rivals(faces, box);
    if (rivals > 1) {
      return new Observation.SeveralFaces(rivals);
    }
    tracker = tracker.next(box, at);
    return look(bgr, box);
  }

  /** Some faces are not found on their side: now and then, and after one, they are looked for. */
  private Observation faceless(Mat bgr) {
    faceless++;
    if (!turned && faceless % FACELESS_FRAMES != 0) {
      return new Observation.NoFace();
    }
    Orientation orientation = orientations.find(bgr, FaceDetector.SCORE);
    turned = orientation != Orientation.UPRIGHT;
    return turned
        ? new Observation.Turned(new Box(0, 0, bgr.cols(), bgr.rows()), orientation)
        : new Observation.NoFace();
  }

  private Observation look(Mat bgr, Box box) {
    Landmarks points = landmarks.find(bgr, box);
    Quality quality = meter.measure(bgr, points);
    Optional<Guidance> advice = limits.advice(quality, box, bgr.cols(), bgr.rows());
    if (dependsOnTurn(advice, box) && uprightTrack != tracker.track()) {
      Orientation orientation = orientations.find(bgr, LEAST_STILL_SCORE);
      turned = orientation != Orientation.UPRIGHT;
      if (turned) {
        return new Observation.Turned(box, orientation);
      }
      uprightTrack = tracker.track();
    }
    if (advice.isPresent()) {
      return new Observation.Poor(tracker.track(), box, advice.get(), quality);
    }
    float live = liveness.score(bgr, box);
    FaceCrop crop = FaceCrop.of(bgr, landmarks.upright(bgr, box, points));
    return new Observation.Seen(tracker.track(), box, quality, live, crop);
  }

  /**
   * The face of a still picture, for joining from a photo and for evaluation: the one nearest to
   * the middle, found with less certainty if need be. No tracking, no limits on quality.
   */
  public Optional<Detection> stillFace(Mat bgr) {
    List<Detection> faces = detector.detect(bgr, LEAST_STILL_SCORE);
    List<Detection> sure = faces.stream().filter(f -> f.score() >= FaceDetector.SCORE).toList();
    return (sure.isEmpty() ? faces : sure)
        .stream()
            .min(
                Comparator.comparingDouble(
                    f ->
                        Math.hypot(
                            f.box().centreX() - bgr.cols() / 2.0,
                            f.box().centreY() - bgr.rows() / 2.0)));
  }

  /**
   * A still picture as somebody joins with it, by the limits that hold before the camera; of any
   * size, not changed.
   */
  public Portrait portrait(Mat bgr) {
    if (Math.min(bgr.cols(), bgr.rows()) < LEAST_SIDE) {
      return new Portrait.Unclear(Guidance.COME_CLOSER);
    }
    List<Detection> all = detector.detect(bgr, LEAST_STILL_SCORE);
    List<Detection> sure = all.stream().filter(f -> f.score() >= FaceDetector.SCORE).toList();
    Optional<Detection> largest = FaceTracker.largest(sure.isEmpty() ? all : sure);
    if (largest.isEmpty()) {
      return upright(bgr, FaceDetector.SCORE, new Portrait.Faceless());
    }
    int faces = Math.max(sure.size(), FaceTracker.rivals(all, largest.get().box()));
    return faces > 1 ? several(bgr, largest.get().box(), faces) : portrait(bgr, largest.get());
  }

  /** A face on its side is sometimes found twice; the largest says which side is up. */
  private Portrait several(Mat bgr, Box largest, int faces) {
    float side = 1.6f * Math.max(largest.width(), largest.height());
    Box around = new Box(largest.centreX() - side / 2, largest.centreY() - side / 2, side, side);
    Mat part = bgr.submat(around.inside(bgr.cols(), bgr.rows()));
    try {
      return upright(part, LEAST_STILL_SCORE, new Portrait.Several(faces));
    } finally {
      part.release();
    }
  }

  private Portrait portrait(Mat bgr, Detection face) {
    Quality quality = meter.measure(bgr, landmarks.find(bgr, face.box()));
    Optional<Guidance> advice = limits.advice(quality, face.box(), bgr.cols(), bgr.rows());
    Portrait found =
        advice
            .<Portrait>map(Portrait.Unclear::new)
            .orElseGet(() -> new Portrait.Good(crop(bgr, face)));
    return dependsOnTurn(advice, face.box()) ? upright(bgr, LEAST_STILL_SCORE, found) : found;
  }

  /** What was found, unless the picture is turned. */
  private Portrait upright(Mat bgr, float leastScore, Portrait found) {
    Orientation orientation = orientations.find(bgr, leastScore);
    if (orientation == Orientation.UPRIGHT) {
      return found;
    }
    if (found instanceof Portrait.Good(FaceCrop crop)) {
      crop.wipe();
    }
    return new Portrait.Turned(orientation);
  }

  /** Whether it is seen well, or what is wrong was measured as if the face were upright. */
  private static boolean dependsOnTurn(Optional<Guidance> advice, Box box) {
    return switch (advice.orElse(Guidance.LOOK_HERE)) {
      case LOOK_HERE, HOLD_STILL -> true;
      case COME_CLOSER -> Math.min(box.width(), box.height()) >= LEAST_TURNED_FACE;
      default -> false;
    };
  }

  /** The aligned pixels of a face found in a still picture, as {@link #observe} takes them. */
  public FaceCrop glance(Mat bgr, Detection face) {
    Landmarks points = landmarks.find(bgr, face.box());
    return FaceCrop.of(bgr, landmarks.upright(bgr, face.box(), points));
  }

  /** The aligned pixels of a face with the care that a template to keep deserves. */
  public FaceCrop crop(Mat bgr, Detection face) {
    Landmarks points = landmarks.find(bgr, face.box());
    return FaceCrop.of(bgr, landmarks.refine(bgr, face.box(), points));
  }

  /** Passive liveness of a face found in a still picture, 0..1. */
  public float liveness(Mat bgr, Detection face) {
    return liveness.score(bgr, face.box());
  }

  /**
   * What a face is searched by: normalised, from one reading of the network. Several frames are
   * fused before anything is decided, which steadies more than a second reading of each would.
   */
  public float[] probe(FaceCrop crop) {
    Mat face = crop.face112();
    try {
      return Similarity.normalised(embedder.embed(face));
    } finally {
      face.release();
    }
  }

  /** The template to keep: normalised, the face and its mirror image averaged. */
  public float[] template(FaceCrop crop) {
    Mat face = crop.face112();
    Mat mirrored = new Mat();
    try {
      float[] out = Similarity.normalised(embedder.embed(face));
      Core.flip(face, mirrored, 1);
      float[] other = Similarity.normalised(embedder.embed(mirrored));
      for (int i = 0; i < out.length; i++) {
        out[i] += other[i];
      }
      return Similarity.normalised(out);
    } finally {
      face.release();
      mirrored.release();
    }
  }

  /**
   * The second network's template, 128 floats; stored at joining, computed later when uncertain.
   */
  public float[] secondTemplate(FaceCrop crop) {
    Mat face = crop.face150();
    try {
      return second.embed(face);
    } finally {
      face.release();
    }
  }

  /** Floats in the main template. */
  public int dimension() {
    return embedder.dimension();
  }

  @Override
  public void close() {
    detector.close();
    landmarks.close();
    meter.close();
    liveness.close();
    second.close();
    embedder.close();
  }
}
