package org.facepay.vision.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** The pictures that come with the tests; see the README next to them. */
public final class TestPictures {
  private TestPictures() {}

  /** The file's bytes. */
  public static byte[] jpeg(String name) {
    try (InputStream in = TestPictures.class.getResourceAsStream(name + ".jpg")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 480x480 BGR; the native library must be loaded. */
  static Mat bgr(String name) {
    return Imgcodecs.imdecode(new MatOfByte(jpeg(name)), Imgcodecs.IMREAD_COLOR);
  }

  static Mat scaled(Mat picture, int width, int height) {
    Mat out = new Mat();
    Imgproc.resize(picture, out, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
    return out;
  }

  /**
   * A face looking straight ahead, eyes 60 pixels apart; the nose tip moved by the given pixels.
   */
  static Landmarks face(double noseAside, double noseUp) {
    float[] xy = new float[136];
    put(xy, 100, 100, 37, 38, 40, 41, 36, 39);
    put(xy, 160, 100, 43, 44, 46, 47, 42, 45);
    put(xy, 130 + noseAside, 134 - noseUp, 30);
    put(xy, 106, 170, 48, 60);
    put(xy, 154, 170, 54, 64);
    return new Landmarks(xy);
  }

  private static void put(float[] xy, double x, double y, int... points) {
    for (int p : points) {
      xy[2 * p] = (float) x;
      xy[2 * p + 1] = (float) y;
    }
  }

  static Quality quality(float yaw, float eyesOpen) {
    return new Quality(60, 20, 120, 50, new Pose(yaw, 0, 0), eyesOpen);
  }
}
