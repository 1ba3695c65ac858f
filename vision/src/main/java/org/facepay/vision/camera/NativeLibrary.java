package org.facepay.vision.camera;

import java.io.UncheckedIOException;
import nu.pattern.OpenCV;
import org.facepay.vision.camera.CameraException.Reason;

/** Loads OpenCV's native part once; it is unpacked into the temporary folder, 60 MB. */
final class NativeLibrary {
  private static boolean loaded;

  private NativeLibrary() {}

  static synchronized void load() throws CameraException {
    if (loaded) {
      return;
    }
    try {
      OpenCV.loadLocally();
      loaded = true;
    } catch (LinkageError | IllegalStateException | UncheckedIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new CameraException(
          Reason.NO_LIBRARY,
          "the image library cannot be loaded from "
              + System.getProperty("java.io.tmpdir")
              + " ("
              + cause.getMessage()
              + "); it needs a folder with 100 MB free that is not mounted noexec: start Java with"
              + " -Djava.io.tmpdir=FOLDER",
          e);
    }
  }
}
