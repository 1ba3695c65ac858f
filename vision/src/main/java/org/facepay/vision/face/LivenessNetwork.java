package org.facepay.vision.face;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.imgproc.Imgproc;

/**
 * Passive presentation attack detection (ISO/IEC 30107-3) on one picture: the face with its
 * surroundings, 2.7 times the box, as 128x128 BGR 0..255 in; three logits out, the first one is
 * "bona fide". Knows printed photographs; see MODELS.md for what it was measured on. Not
 * thread-safe.
 */
final class LivenessNetwork implements AutoCloseable {
  private static final int SIDE = 128;
  private static final double SURROUNDINGS = 2.7;

  private final Network network;

  LivenessNetwork(ModelFolder folder) throws ModelException {
    network = Network.load(folder, "liveness.onnx", new int[] {1, 3, SIDE, SIDE}, List.of(), 3);
  }

  /** How likely the face is a person and not a picture of one, 0..1; 12 ms. */
  float score(Mat bgr, Box box) {
    Mat part = bgr.submat(surroundings(box, bgr.cols(), bgr.rows()));
    Mat small = new Mat();
    try {
      Imgproc.resize(part, small, new Size(SIDE, SIDE));
      double plain = logit(small);
      Core.flip(small, small, 1);
      return (float) (1 / (1 + Math.exp(-(plain + logit(small)) / 2)));
    } finally {
      part.release();
      small.release();
    }
  }

  /** Log-odds of bona fide against both kinds of attack. */
  private double logit(Mat small) {
    Mat blob = Dnn.blobFromImage(small, 1, new Size(SIDE, SIDE), Scalar.all(0), false, false);
    try {
      float[] l = network.run(blob)[0];
      double most = Math.max(l[1], l[2]);
      return l[0] - (most + Math.log(Math.exp(l[1] - most) + Math.exp(l[2] - most)));
    } finally {
      blob.release();
    }
  }

  /** The box grown about its middle, at most to the picture, then pushed inside it. */
  static Rect surroundings(Box box, int width, int height) {
    double scale =
        Math.min(
            SURROUNDINGS,
            Math.min((height - 1) / (double) box.height(), (width - 1) / (double) box.width()));
    double w = Math.max(1, box.width() * scale);
    double h = Math.max(1, box.height() * scale);
    double x = Math.clamp(box.centreX() - w / 2, 0, Math.max(0, width - 1 - w));
    double y = Math.clamp(box.centreY() - h / 2, 0, Math.max(0, height - 1 - h));
    return new Box((float) x, (float) y, (float) w, (float) h).inside(width, height);
  }

  @Override
  public void close() {
    network.close();
  }
}
