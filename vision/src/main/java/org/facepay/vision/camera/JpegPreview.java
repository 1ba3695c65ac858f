package org.facepay.vision.camera;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * A frame as the shopper's page shows it.
 *
 * @param maxWidth pixels; wider frames are shrunk, narrower ones stay
 * @param quality of the JPEG, 1 to 100
 */
public record JpegPreview(int maxWidth, int quality) {

  public JpegPreview {
    if (maxWidth < 1 || quality < 1 || quality > 100) {
      throw new IllegalArgumentException("width " + maxWidth + ", quality " + quality);
    }
  }

  /** A JPEG of the frame; the frame stays as it is. */
  public byte[] of(Frame frame) {
    if (frame.width() <= maxWidth) {
      return encode(frame.mat());
    }
    Mat small = new Mat();
    try {
      int height = Math.max(1, Math.round((float) frame.height() * maxWidth / frame.width()));
      Imgproc.resize(frame.mat(), small, new Size(maxWidth, height), 0, 0, Imgproc.INTER_AREA);
      return encode(small);
    } finally {
      small.release();
    }
  }

  private byte[] encode(Mat picture) {
    MatOfByte jpeg = new MatOfByte();
    MatOfInt settings = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
    try {
      Imgcodecs.imencode(".jpg", picture, jpeg, settings);
      return jpeg.toArray();
    } finally {
      jpeg.release();
      settings.release();
    }
  }
}
