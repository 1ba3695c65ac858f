package org.facepay.vision.camera;

import java.time.Instant;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * One picture: 8-bit BGR, rows from the top, in native memory that {@link #close} gives back at
 * once. Belongs to one thread at a time. Faces are personal data: a frame prints no pixels and is
 * kept by nobody.
 */
public final class Frame implements AutoCloseable {
  private final Mat mat;
  private final Instant at;
  private boolean closed;

  /** Takes over the matrix. */
  Frame(Mat mat, Instant at) {
    if (mat.type() != CvType.CV_8UC3 || mat.empty()) {
      throw new IllegalArgumentException("expected 8-bit BGR, got " + mat);
    }
    this.mat = mat;
    this.at = at;
  }

  /** Pixels in a row. */
  public int width() {
    return mat().cols();
  }

  /** Rows. */
  public int height() {
    return mat().rows();
  }

  /** When it was taken, by the source's clock. */
  public Instant at() {
    return at;
  }

  /** The pixels, for reading, while the frame is open. */
  public Mat mat() {
    if (closed) {
      throw new IllegalStateException("the frame is closed");
    }
    return mat;
  }

  /** A copy of the pixels: height x width x (blue, green, red). */
  public byte[] bgr() {
    byte[] out = new byte[width() * height() * 3];
    mat.get(0, 0, out);
    return out;
  }

  @Override
  public void close() {
    closed = true;
    mat.release();
  }

  @Override
  public String toString() {
    return closed ? "Frame[closed]" : "Frame[" + width() + "x" + height() + " " + at + "]";
  }
}
