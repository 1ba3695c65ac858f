package org.facepay.vision.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.facepay.vision.camera.CameraException.Reason;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/** A USB or built-in camera under Linux (Video4Linux2). Delivers the newest picture. */
public final class V4l2Camera implements FrameSource {
  private final LiveSource live;

  /**
   * What is asked of the camera; it may give the nearest it can, which each frame tells.
   *
   * @param device e.g. /dev/video0, better a name under /dev/v4l/by-id
   * @param width pixels
   * @param height pixels
   * @param rate pictures a second
   * @param exposure in units of 100 microseconds (V4L2_CID_EXPOSURE_ABSOLUTE); empty: the camera's
   *     own automatic
   */
  public record Settings(
      Path device, int width, int height, int rate, Optional<Integer> exposure) {}

  /** {@code V4L2_EXPOSURE_MANUAL} and {@code V4L2_EXPOSURE_APERTURE_PRIORITY}. */
  private static final int MANUAL = 1;

  private static final int AUTOMATIC = 3;

  private V4l2Camera(LiveSource live) {
    this.live = live;
  }

  /** Opens the camera; takes up to some seconds, as long as its driver does. */
  public static V4l2Camera open(Settings settings, InstantSource clock) throws CameraException {
    Path device = settings.device();
    if (!Files.exists(device)) {
      throw new CameraException(
          Reason.NOT_FOUND, "there is no camera " + device + "; check its cable");
    }
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      throw denied(device, System.getProperty("user.name", "?"));
    }
    NativeLibrary.load();
    VideoCapture capture = new VideoCapture();
    if (!capture.open(device.toString(), Videoio.CAP_V4L2)) {
      capture.release();
      throw new CameraException(
          Reason.UNUSABLE, device + " is no camera, or another program is using it");
    }
    // Motion-JPEG first: raw pictures of this size do not fit through USB 2 at full rate.
    capture.set(Videoio.CAP_PROP_FOURCC, VideoWriter.fourcc('M', 'J', 'P', 'G'));
    capture.set(Videoio.CAP_PROP_FRAME_WIDTH, settings.width());
    capture.set(Videoio.CAP_PROP_FRAME_HEIGHT, settings.height());
    capture.set(Videoio.CAP_PROP_FPS, settings.rate());
    capture.set(
        Videoio.CAP_PROP_AUTO_EXPOSURE, settings.exposure().isPresent() ? MANUAL : AUTOMATIC);
    settings.exposure().ifPresent(time -> capture.set(Videoio.CAP_PROP_EXPOSURE, time));
    return new V4l2Camera(new LiveSource(device.toString(), new Driver(capture, device), clock));
  }

  static CameraException denied(Path device, String user) {
    return new CameraException(
        Reason.DENIED,
        user
            + " may not open "
            + device
            + "; add the user to the group video (usermod -aG video "
            + user
            + ") and start again");
  }

  @Override
  public Optional<Frame> next(Duration wait) throws CameraException {
    return live.next(wait);
  }

  @Override
  public String name() {
    return live.name();
  }

  @Override
  public void close() {
    live.close();
  }

  private record Driver(VideoCapture capture, Path device) implements Grabber {
    @Override
    public boolean read(Mat into) {
      return capture.read(into);
    }

    @Override
    public boolean plugged() {
      return Files.exists(device);
    }

    @Override
    public void close() {
      capture.release();
    }
  }
}
