package org.facepay.vision.face;

import java.util.Arrays;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The aligned pixels of one face, kept only until a template has been made of them. {@link
 * FaceEngine#template} and {@link FaceEngine#secondTemplate} read it; {@link #wipe} overwrites it.
 */
public final class FaceCrop {
  private final byte[] face112;
  private final byte[] face150;

  private FaceCrop(byte[] face112, byte[] face150) {
    this.face112 = face112;
    this.face150 = face150;
  }

  static FaceCrop of(Mat bgr, LandmarkFinder.Refined landmarks) {
    return new FaceCrop(
        pixels(FaceAligner.FACE_112.align(bgr, landmarks.both())),
        pixels(FaceAligner.FACE_150.align(bgr, landmarks.plain())));
  }

  /** For the main network: 112x112 BGR; the caller releases it. */
  Mat face112() {
    return mat(face112, 112);
  }

  /** For the second opinion: 150x150 BGR; the caller releases it. */
  Mat face150() {
    return mat(face150, 150);
  }

  /** Overwrites the pixels. */
  public void wipe() {
    Arrays.fill(face112, (byte) 0);
    Arrays.fill(face150, (byte) 0);
  }

  private static byte[] pixels(Mat aligned) {
    byte[] out = new byte[(int) aligned.total() * 3];
    aligned.get(0, 0, out);
    aligned.release();
    return out;
  }

  private static Mat mat(byte[] pixels, int side) {
    Mat mat = new Mat(side, side, CvType.CV_8UC3);
    mat.put(0, 0, pixels);
    return mat;
  }

  @Override
  public String toString() {
    return "FaceCrop[REDACTED]";
  }
}
