package org.facepay.vision.face;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Brings a face upright and to size: the similarity (rotation, one scale, shift) that fits five
 * points best to where the network was trained to see them, by least squares (Umeyama 1991).
 */
final class FaceAligner {
  /** Where the 112x112 embedder expects eyes, nose and mouth corners. */
  static final FaceAligner FACE_112 =
      new FaceAligner(112, 38.29, 51.70, 73.53, 51.50, 56.03, 71.74, 41.55, 92.37, 70.73, 92.20);

  /** The same for the 150x150 second opinion: dlib's mean face with a quarter of padding. */
  static final FaceAligner FACE_150 =
      new FaceAligner(150, 47.42, 46.19, 100.61, 46.19, 74.01, 76.56, 52.23, 103.25, 95.80, 103.25);

  private final int side;
  private final double[] target;

  private FaceAligner(int side, double... target) {
    this.side = side;
    this.target = target;
  }

  /** The aligned face, side x side x BGR; the caller releases it. */
  Mat align(Mat bgr, Landmarks landmarks) {
    Mat transform = new Mat(2, 3, CvType.CV_64F);
    Mat out = new Mat();
    try {
      transform.put(0, 0, similarity(landmarks.five(), target));
      Imgproc.warpAffine(bgr, out, transform, new Size(side, side), Imgproc.INTER_LINEAR);
      return out;
    } finally {
      transform.release();
    }
  }

  /**
   * The 2x3 matrix, row by row, of the similarity that takes {@code from} closest to {@code to}.
   *
   * @param from x and y of each point in turn
   * @param to the same number of points
   */
  static double[] similarity(double[] from, double[] to) {
    int n = from.length / 2;
    double fx = 0;
    double fy = 0;
    double tx = 0;
    double ty = 0;
    for (int i = 0; i < n; i++) {
      fx += from[2 * i] / n;
      fy += from[2 * i + 1] / n;
      tx += to[2 * i] / n;
      ty += to[2 * i + 1] / n;
    }
    double cos = 0;
    double sin = 0;
    double size = 0;
    for (int i = 0; i < n; i++) {
      double ax = from[2 * i] - fx;
      double ay = from[2 * i + 1] - fy;
      double bx = to[2 * i] - tx;
      double by = to[2 * i + 1] - ty;
      cos += ax * bx + ay * by;
      sin += ax * by - ay * bx;
      size += ax * ax + ay * ay;
    }
    cos /= Math.max(size, 1e-9);
    sin /= Math.max(size, 1e-9);
    return new double[] {cos, -sin, tx - cos * fx + sin * fy, sin, cos, ty - sin * fx - cos * fy};
  }
}
