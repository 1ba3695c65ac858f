package org.facepay.vision.face;

import org.opencv.calib3d.Calib3d;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.MatOfPoint3f;
import org.opencv.core.Point;
import org.opencv.core.Point3;

/**
 * How the head is turned, in degrees, about zero when it looks straight ahead.
 *
 * @param yaw positive when the shopper turns to the shopper's own left
 * @param pitch positive when the shopper looks up
 * @param roll positive when the head tilts clockwise in the picture
 */
public record Pose(float yaw, float pitch, float roll) {
  /** Chin, eye corners, nose tip and mouth corners in the 68-point order. */
  private static final int[] POINTS = {30, 8, 36, 45, 48, 54};

  /** A generic head in millimetres, origin at the nose tip, x to the picture's right, y down. */
  private static final Point3[] HEAD = {
    new Point3(0, 0, 0),
    new Point3(0, 66, 13),
    new Point3(-45, -34, 27),
    new Point3(45, -34, 27),
    new Point3(-30, 30, 25),
    new Point3(30, 30, 25)
  };

  /** Fits the generic head to the points through a pinhole camera with a 53 degree lens. */
  static Pose of(Landmarks landmarks, int pictureWidth, int pictureHeight) {
    Point[] seen = new Point[POINTS.length];
    for (int i = 0; i < POINTS.length; i++) {
      seen[i] = new Point(landmarks.x(POINTS[i]), landmarks.y(POINTS[i]));
    }
    MatOfPoint3f head = new MatOfPoint3f(HEAD);
    MatOfPoint2f points = new MatOfPoint2f(seen);
    MatOfDouble still = new MatOfDouble();
    Mat camera = Mat.eye(3, 3, CvType.CV_64F);
    Mat turn = new Mat();
    Mat shift = new Mat();
    Mat matrix = new Mat();
    try {
      double focal = Math.max(pictureWidth, pictureHeight);
      camera.put(0, 0, focal, 0, pictureWidth / 2.0, 0, focal, pictureHeight / 2.0, 0, 0, 1);
      Calib3d.solvePnP(head, points, camera, still, turn, shift, false, Calib3d.SOLVEPNP_SQPNP);
      Calib3d.Rodrigues(turn, matrix);
      double[] r = new double[9];
      matrix.get(0, 0, r);
      return new Pose(
          degrees(Math.atan2(-r[6], Math.hypot(r[7], r[8]))),
          degrees(Math.atan2(r[7], r[8])),
          degrees(Math.atan2(r[3], r[0])));
    } finally {
      for (Mat m : new Mat[] {head, points, still, camera, turn, shift, matrix}) {
        m.release();
      }
    }
  }

  private static float degrees(double radians) {
    return (float) Math.toDegrees(radians);
  }
}
