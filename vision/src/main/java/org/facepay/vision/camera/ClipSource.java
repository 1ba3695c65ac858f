package org.facepay.vision.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.facepay.vision.camera.CameraException.Reason;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.Videoio;

/**
 * A recorded clip instead of a camera, at the rate it was taken: a Motion-JPEG AVI file, or
 * numbered pictures named by a pattern such as {@code frame%04d.jpg}. Every picture is delivered,
 * in order; a slow reader gets them late.
 */
public final class ClipSource implements FrameSource {
  private static final double SLOWEST = 0.1;
  private static final double FASTEST = 1_000;

  private final Path clip;
  private final boolean loop;
  private final VideoCapture capture = new VideoCapture();
  private final Playback playback;
  private final int pictures;
  private int position;
  private boolean closed;

  private ClipSource(Path clip, double rate, boolean loop, InstantSource clock)
      throws CameraException {
    this.clip = clip;
    this.loop = loop;
    this.pictures = open();
    double own = rate > 0 ? rate : capture.get(Videoio.CAP_PROP_FPS);
    if (!(own >= SLOWEST && own <= FASTEST)) {
      close();
      throw new CameraException(
          Reason.UNUSABLE, clip + " names no rate; say how many pictures a second it has");
    }
    this.playback = new Playback(clock, Duration.ofNanos(Math.round(1e9 / own)));
  }

  /**
   * Opens a clip.
   *
   * @param rate pictures a second; 0 for the clip's own
   * @param loop whether it begins again at its end
   */
  public static ClipSource open(Path clip, double rate, boolean loop, InstantSource clock)
      throws CameraException {
    NativeLibrary.load();
    return new ClipSource(clip, rate, loop, clock);
  }

  @Override
  public Optional<Frame> next(Duration wait) throws CameraException {
    if (closed || (position == pictures && !loop)) {
      throw new CameraException(Reason.ENDED, clip + " is over");
    }
    if (!playback.due(wait)) {
      return Optional.empty();
    }
    if (position == pictures) {
      open();
      position = 0;
    }
    Mat picture = new Mat();
    Instant at = playback.shown();
    if (!capture.read(picture) || picture.empty()) {
      picture.release();
      int at1 = position + 1;
      position = pictures;
      throw new CameraException(
          Reason.DAMAGED, clip + " breaks off at picture " + at1 + " of " + pictures);
    }
    position++;
    return Optional.of(new Frame(picture, at));
  }

  @Override
  public String name() {
    return clip.toString();
  }

  @Override
  public void close() {
    closed = true;
    capture.release();
  }

  /** Opens the clip at its first picture; returns how many it has. */
  private int open() throws CameraException {
    boolean pattern = String.valueOf(clip.getFileName()).contains("%");
    if (!pattern && !Files.isReadable(clip)) {
      throw new CameraException(Reason.NOT_FOUND, "there is no clip " + clip);
    }
    boolean opened =
        capture.open(clip.toString(), pattern ? Videoio.CAP_IMAGES : Videoio.CAP_OPENCV_MJPEG);
    int count = opened ? (int) capture.get(Videoio.CAP_PROP_FRAME_COUNT) : 0;
    if (count <= 0) {
      capture.release();
      throw new CameraException(
          Reason.UNUSABLE,
          clip
              + (pattern
                  ? " matches no pictures that begin at 0 or 1"
                  : " is no whole Motion-JPEG AVI file"));
    }
    return count;
  }
}
