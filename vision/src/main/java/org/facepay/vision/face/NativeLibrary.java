package org.facepay.vision.face;

import java.io.UncheckedIOException;
import nu.pattern.OpenCV;
import org.opencv.core.Core;

/** Loads OpenCV's native part once per process and keeps it to one thread per call. */
final class NativeLibrary {
  private static boolean loaded;

  private NativeLibrary() {}

  static synchronized void load() throws ModelException {
    if (loaded) {
      return;
    }
    try {
      OpenCV.loadLocally();
      // The terminal has few cores and other work; a second thread per network call makes the rest
      // stutter.
      Core.setNumThreads(1);
      loaded = true;
    } catch (LinkageError | IllegalStateException | UncheckedIOException e) {
      throw new ModelException(
          "libopencv_java490",
          "the image library cannot be unpacked and loaded from "
              + System.getProperty("java.io.tmpdir")
              + ", which needs 100 MB and must not be mounted noexec",
          e);
    }
  }
}
