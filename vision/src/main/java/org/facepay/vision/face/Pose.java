package org.facepay.vision.face;

/**
 * How the head is turned, in degrees, about zero when it looks straight ahead. Good to about five
 * degrees, enough for guidance and the turn challenge.
 *
 * @param yaw positive when the shopper turns to the shopper's own left (the picture's right)
 * @param pitch positive when the shopper looks up
 * @param roll positive when the head tilts clockwise in the picture
 */
public record Pose(float yaw, float pitch, float roll) {
  /** How far the nose tip stands out before the eyes, as part of the distance between the eyes. */
  private static final double NOSE_DEPTH = 0.5;

  /** The nose tip between eyes (0) and mouth (1) of a head that looks straight ahead. */
  private static final double NOSE_LEVEL = 0.49;

  /** The nose's depth as part of the distance between eyes and mouth. */
  private static final double NOSE_DEPTH_UPRIGHT = 0.43;

  /**
   * Reads the turn from where the nose tip lies between eyes and mouth: it stands out, so it moves
   * against them. Steadier than fitting a solid head to the points, which has two answers for a
   * face seen from afar.
   */
  static Pose of(Landmarks landmarks) {
    double[] p = landmarks.five();
    double roll = Math.atan2(p[3] - p[1], p[2] - p[0]);
    double eyes = Math.max(1e-6, Math.hypot(p[2] - p[0], p[3] - p[1]));
    double eyeX = (p[0] + p[2]) / 2;
    double eyeY = (p[1] + p[3]) / 2;
    double mouthX = (p[6] + p[8]) / 2 - eyeX;
    double mouthY = (p[7] + p[9]) / 2 - eyeY;
    double noseX = p[4] - eyeX;
    double noseY = p[5] - eyeY;
    double cos = Math.cos(roll);
    double sin = Math.sin(roll);
    double mouthDown = Math.max(1e-6, mouthY * cos - mouthX * sin);
    double mouthAside = mouthX * cos + mouthY * sin;
    double level = (noseY * cos - noseX * sin) / mouthDown;
    double aside = noseX * cos + noseY * sin - mouthAside * Math.clamp(level, 0, 1);
    double yaw = Math.atan(aside / (NOSE_DEPTH * eyes));
    double pitch = Math.asin(Math.clamp((NOSE_LEVEL - level) / NOSE_DEPTH_UPRIGHT, -1, 1));
    return new Pose(degrees(yaw), degrees(pitch), degrees(roll));
  }

  private static float degrees(double radians) {
    return (float) Math.toDegrees(radians);
  }
}
