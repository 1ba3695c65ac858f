package org.facepay.vision.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/** Pictures whose grey says which one they are. */
final class Clips {
  private Clips() {}

  /** A clock that stands until it is moved. */
  static final class Clock implements InstantSource {
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  static Mat picture(int number, int width, int height) {
    return new Mat(height, width, CvType.CV_8UC3, Scalar.all(10 + 8 * number));
  }

  /** Which picture of a clip a frame shows; JPEG changes a grey by a step or two. */
  static int number(Frame frame) {
    return Math.round(((frame.bgr()[0] & 0xff) - 10) / 8f);
  }

  static void avi(Path file, int pictures, double rate, int width, int height)
      throws CameraException {
    NativeLibrary.load();
    VideoWriter writer =
        new VideoWriter(
            file.toString(),
            Videoio.CAP_OPENCV_MJPEG,
            VideoWriter.fourcc('M', 'J', 'P', 'G'),
            rate,
            new Size(width, height));
    for (int i = 0; i < pictures; i++) {
      Mat picture = picture(i, width, height);
      writer.write(picture);
      picture.release();
    }
    writer.release();
  }

  static void still(Path file, int number, int width, int height) throws CameraException {
    NativeLibrary.load();
    Mat picture = picture(number, width, height);
    Imgcodecs.imwrite(file.toString(), picture);
    picture.release();
  }
}
