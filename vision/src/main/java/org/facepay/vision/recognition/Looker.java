package org.facepay.vision.recognition;

import org.facepay.vision.camera.Frame;

/** Somebody who is shown frame after frame of one camera, on one thread. */
public interface Looker {
  /** What is known after one more frame; the frame stays the caller's. */
  Look look(Frame frame);

  /** Forgets what was seen: the frames that follow have nothing to do with those before. */
  void reset();
}
