package org.facepay.vision.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.imgproc.Imgproc;

/**
 * Finds faces with a single-shot detector (Liu et al. 2016; priors decoded inside the network):
 * 320x240 RGB in, 4,420 boxes and scores out. Not thread-safe.
 */
final class FaceDetector implements AutoCloseable {
  /** Score from which a box counts as a face. */
  static final float SCORE = 0.6f;

  private static final float SAME_FACE_OVERLAP = 0.4f;
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final int PRIORS = 4420;
  private static final int MOST_CANDIDATES = 750;

  /** A picture this much narrower or wider than 4:3 is padded instead of stretched. */
  private static final double MOST_STRETCH = 1.45;

  private final Network network;

  FaceDetector(ModelFolder folder) throws ModelException {
    network =
        Network.load(
            folder,
            "detect.onnx",
            new int[] {1, 3, HEIGHT, WIDTH},
            List.of("boxes", "scores"),
            PRIORS * 4,
            PRIORS * 2);
  }

  /** The faces in a BGR picture, most certain first, boxes in its pixels. */
  List<Detection> detect(Mat bgr) {
    return detect(bgr, SCORE);
  }

  /** As {@link #detect(Mat)} with another least score. */
  List<Detection> detect(Mat bgr, float leastScore) {
    Mat small = new Mat();
    Mat blob = null;
    try {
      Size seen = fit(bgr, small);
      blob =
          Dnn.blobFromImage(
              small, 1 / 128.0, new Size(WIDTH, HEIGHT), Scalar.all(127), true, false);
      float[][] out = network.run(blob);
      double scaleX = bgr.cols() * WIDTH / seen.width;
      double scaleY = bgr.rows() * HEIGHT / seen.height;
      return keepBest(decode(out[0], out[1], leastScore, scaleX, scaleY));
    } finally {
      small.release();
      if (blob != null) {
        blob.release();
      }
    }
  }

  /** Brings the picture to 320x240; returns the part of that which the picture fills. */
  private static Size fit(Mat bgr, Mat small) {
    double stretch = (bgr.cols() / (double) bgr.rows()) / (WIDTH / (double) HEIGHT);
    boolean stretches = stretch <= MOST_STRETCH && stretch >= 1 / MOST_STRETCH;
    double scale = Math.min(WIDTH / (double) bgr.cols(), HEIGHT / (double) bgr.rows());
    Size seen =
        stretches
            ? new Size(WIDTH, HEIGHT)
            : new Size(
                Math.max(1, Math.rint(bgr.cols() * scale)),
                Math.max(1, Math.rint(bgr.rows() * scale)));
    // Bilinear sampling skips pixels of very large pictures; averaging does not.
    int how = scale < 0.3 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
    Imgproc.resize(bgr, small, seen, 0, 0, how);
    if (!stretches) {
      int bottom = HEIGHT - (int) seen.height;
      int right = WIDTH - (int) seen.width;
      Core.copyMakeBorder(small, small, 0, bottom, 0, right, Core.BORDER_CONSTANT, Scalar.all(127));
    }
    return seen;
  }

  private static List<Detection> decode(
      float[] boxes, float[] scores, float least, double scaleX, double scaleY) {
    List<Detection> found = new ArrayList<>();
    for (int i = 0; i < PRIORS; i++) {
      float score = scores[2 * i + 1];
      if (score < least) {
        continue;
      }
      float left = (float) (boxes[4 * i] * scaleX);
      float top = (float) (boxes[4 * i + 1] * scaleY);
      float right = (float) (boxes[4 * i + 2] * scaleX);
      float bottom = (float) (boxes[4 * i + 3] * scaleY);
      if (right - left >= 1 && bottom - top >= 1) {
        found.add(new Detection(new Box(left, top, right - left, bottom - top), score));
      }
    }
    return found;
  }

  /** Non-maximum suppression: of overlapping boxes the most certain one stays. */
  static List<Detection> keepBest(List<Detection> found) {
    List<Detection> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingDouble((Detection d) -> -d.score()));
    List<Detection> kept = new ArrayList<>();
    for (Detection d : sorted.subList(0, Math.min(MOST_CANDIDATES, sorted.size()))) {
      if (kept.stream().noneMatch(k -> k.box().overlap(d.box()) > SAME_FACE_OVERLAP)) {
        kept.add(d);
      }
    }
    return List.copyOf(kept);
  }

  @Override
  public void close() {
    network.close();
  }
}
