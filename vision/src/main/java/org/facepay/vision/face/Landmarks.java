package org.facepay.vision.face;

/**
 * The 68 points of a face in the iBUG 300-W order (Sagonas et al. 2013): 0-16 jaw, 17-26 brows,
 * 27-35 nose, 36-47 eyes, 48-67 mouth. "Left" is the picture's left. In pixels of the picture they
 * were found in.
 */
final class Landmarks {
  static final int POINTS = 68;

  /** Where each point lands when the picture is mirrored; used to average both readings. */
  private static final int[] MIRROR = mirror();

  private final float[] xy;

  /** Takes over 136 floats: x and y of each point in turn. */
  Landmarks(float[] xy) {
    if (xy.length != 2 * POINTS) {
      throw new IllegalArgumentException("expected 136 numbers, got " + xy.length);
    }
    this.xy = xy;
  }

  float x(int point) {
    return xy[2 * point];
  }

  float y(int point) {
    return xy[2 * point + 1];
  }

  /** Eye centres, nose tip and mouth corners, left before right: x and y of each in turn. */
  double[] five() {
    double[] out = new double[10];
    mean(out, 0, 37, 38, 40, 41);
    mean(out, 1, 43, 44, 46, 47);
    mean(out, 2, 30);
    mean(out, 3, 48, 60);
    mean(out, 4, 54, 64);
    return out;
  }

  /** Distance between the eye centres in pixels. */
  double eyeDistance() {
    double[] p = five();
    return Math.hypot(p[2] - p[0], p[3] - p[1]);
  }

  /** The mean of this reading and one of the mirrored picture, where x became {@code last - x}. */
  Landmarks averagedWithMirrored(Landmarks mirrored, float last) {
    float[] out = new float[xy.length];
    for (int i = 0; i < POINTS; i++) {
      int j = MIRROR[i];
      out[2 * i] = (x(i) + last - mirrored.x(j)) / 2;
      out[2 * i + 1] = (y(i) + mirrored.y(j)) / 2;
    }
    return new Landmarks(out);
  }

  /** The mean of this reading, itself the mean of {@code readings}, and one more. */
  Landmarks averaged(Landmarks other, int readings) {
    float[] out = new float[xy.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = xy[i] + (other.xy[i] - xy[i]) / (readings + 1);
    }
    return new Landmarks(out);
  }

  /** Each point (x, y) brought to (xx x + xy y + dx, yx x + yy y + dy). */
  Landmarks mapped(double xx, double xy, double dx, double yx, double yy, double dy) {
    float[] out = new float[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      out[2 * i] = (float) (xx * x(i) + xy * y(i) + dx);
      out[2 * i + 1] = (float) (yx * x(i) + yy * y(i) + dy);
    }
    return new Landmarks(out);
  }

  private void mean(double[] out, int at, int... points) {
    for (int p : points) {
      out[2 * at] += x(p) / (double) points.length;
      out[2 * at + 1] += y(p) / (double) points.length;
    }
  }

  private static int[] mirror() {
    int[] m = new int[POINTS];
    int[][] pairs = {
      {17, 26}, {18, 25}, {19, 24}, {20, 23}, {21, 22}, {31, 35}, {32, 34}, {36, 45}, {37, 44},
      {38, 43}, {39, 42}, {41, 46}, {40, 47}, {48, 54}, {49, 53}, {50, 52}, {59, 55}, {58, 56},
      {60, 64}, {61, 63}, {67, 65}
    };
    for (int i = 0; i < POINTS; i++) {
      m[i] = i <= 16 ? 16 - i : i;
    }
    for (int[] pair : pairs) {
      m[pair[0]] = pair[1];
      m[pair[1]] = pair[0];
    }
    return m;
  }

  @Override
  public String toString() {
    return "Landmarks[REDACTED]";
  }
}
