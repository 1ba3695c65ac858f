package org.facepay.vision.face;

import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.imgproc.Imgproc;

/** Tells open eyes from closed ones: 24x24 grey of each eye in, two logits out. Not thread-safe. */
final class EyeReader implements AutoCloseable {
  private static final int SIDE = 24;

  /** How much wider than the eye itself the network sees. */
  private static final float MARGIN = 1.6f;

  private final Network network;

  EyeReader(ModelFolder folder) throws ModelException {
    network = Network.load(folder, "eye.onnx", new int[] {1, 1, SIDE, SIDE}, List.of(), 2);
  }

  /** How open the more open eye is, 0..1. */
  float open(Mat bgr, Landmarks landmarks) {
    return Math.max(open(bgr, landmarks, 36), open(bgr, landmarks, 42));
  }

  /** One eye: its outer or inner corner is the given point, the other corner three points on. */
  private float open(Mat bgr, Landmarks landmarks, int corner) {
    float cx = 0;
    float cy = 0;
    for (int p : new int[] {corner + 1, corner + 2, corner + 4, corner + 5}) {
      cx += landmarks.x(p) / 4;
      cy += landmarks.y(p) / 4;
    }
    float side = Math.max(2, (landmarks.x(corner + 3) - landmarks.x(corner)) * MARGIN);
    Rect rect = new Box(cx - side / 2, cy - side / 2, side, side).inside(bgr.cols(), bgr.rows());
    Mat part = bgr.submat(rect);
    Mat grey = new Mat();
    Mat blob = null;
    try {
      Imgproc.resize(part, grey, new Size(SIDE, SIDE));
      Imgproc.cvtColor(grey, grey, Imgproc.COLOR_BGR2GRAY);
      blob = Dnn.blobFromImage(grey, 1 / 255.0, new Size(SIDE, SIDE), Scalar.all(0), false, false);
      float[] logits = network.run(blob)[0];
      return (float) (1 / (1 + Math.exp(logits[0] - logits[1])));
    } finally {
      part.release();
      grey.release();
      if (blob != null) {
        blob.release();
      }
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
