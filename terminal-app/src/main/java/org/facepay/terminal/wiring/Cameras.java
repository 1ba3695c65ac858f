package org.facepay.terminal.wiring;

import java.time.Duration;
import java.time.InstantSource;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.vision.camera.ClipSource;
import org.facepay.vision.camera.StillsSource;
import org.facepay.vision.camera.V4l2Camera;
import org.facepay.vision.recognition.FaceWatch;

/** Makes the camera the configuration names; it is opened by whoever looks, and only then. */
final class Cameras {
  private Cameras() {}

  static FaceWatch.Camera of(TerminalConfig.Camera camera) {
    InstantSource clock = InstantSource.system();
    return switch (camera.source()) {
      case V4L2 ->
          () ->
              V4l2Camera.open(
                  new V4l2Camera.Settings(
                      camera.path(),
                      camera.width(),
                      camera.height(),
                      camera.rate(),
                      camera.exposure()),
                  clock);
      case CLIP -> () -> ClipSource.open(camera.path(), camera.rate(), true, clock);
      case STILLS ->
          () ->
              StillsSource.open(
                  camera.path(), Duration.ofNanos(1_000_000_000L / camera.rate()), true, clock);
    };
  }
}
