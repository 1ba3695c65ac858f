package org.facepay.vision.camera;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that delivers pictures: a camera, a clip, a folder. Used by one thread. A source that
 * has thrown may be asked again unless the reason is {@link CameraException.Reason#ENDED}.
 */
public interface FrameSource extends AutoCloseable {

  /**
   * The next picture; the caller closes it.
   *
   * @param wait longest time to wait for it; zero takes one that is there already
   * @return empty when none came in time
   */
  Optional<Frame> next(Duration wait) throws CameraException;

  /** Where the pictures come from, for messages. */
  String name();

  @Override
  void close();
}
