package org.facepay.terminal.world.faces;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The shopper's camera.
 *
 * @param path a device such as /dev/v4l/by-id/…, a clip or a folder of pictures
 * @param rate pictures a second
 * @param exposure in units of 100 microseconds; empty: automatic
 * @param rotate degrees clockwise that set its pictures upright: 0, 90, 180 or 270
 */
public record CameraSettings(
    Source source,
    Path path,
    int width,
    int height,
    int rate,
    Optional<Integer> exposure,
    int rotate) {

  /** Where pictures come from. */
  public enum Source {
    V4L2,
    CLIP,
    STILLS
  }
}
