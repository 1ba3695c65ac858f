package org.facepay.vision.camera;

import java.time.Duration;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/** The pictures of a camera that is mounted on its side or upside down, set upright. */
public final class RotatedSource implements FrameSource {
  private final FrameSource source;
  private final int code;

  private RotatedSource(FrameSource source, int code) {
    this.source = source;
    this.code = code;
  }

  /**
   * Turns every picture; closes the source with it.
   *
   * @param degrees clockwise: 0 (the source itself), 90, 180 or 270
   */
  public static FrameSource of(FrameSource source, int degrees) {
    return switch (degrees) {
      case 0 -> source;
      case 90 -> new RotatedSource(source, Core.ROTATE_90_CLOCKWISE);
      case 180 -> new RotatedSource(source, Core.ROTATE_180);
      case 270 -> new RotatedSource(source, Core.ROTATE_90_COUNTERCLOCKWISE);
      default ->
          throw new IllegalArgumentException(
              "a picture is turned by 0, 90, 180 or 270 degrees, not " + degrees);
    };
  }

  @Override
  public Optional<Frame> next(Duration wait) throws CameraException {
    return source.next(wait).map(this::turned);
  }

  private Frame turned(Frame frame) {
    try (frame) {
      Mat upright = new Mat();
      Core.rotate(frame.mat(), upright, code);
      return new Frame(upright, frame.at());
    }
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public void close() {
    source.close();
  }
}
