package org.facepay.vision.camera;

import org.opencv.core.Mat;

/** What of a camera blocks: used on the camera's own thread only. */
interface Grabber extends AutoCloseable {

  /** Fills the matrix with the next picture; false when none came. May take seconds. */
  boolean read(Mat into);

  /** Whether the device is still there. */
  boolean plugged();

  @Override
  void close();
}
