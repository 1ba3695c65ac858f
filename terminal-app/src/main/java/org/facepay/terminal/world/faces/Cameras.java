package org.facepay.terminal.world.faces;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.worker.Health;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.vision.camera.CameraException;
import org.facepay.vision.camera.ClipSource;
import org.facepay.vision.camera.RotatedSource;
import org.facepay.vision.camera.StillsSource;
import org.facepay.vision.camera.V4l2Camera;
import org.facepay.vision.recognition.FaceWatch;

/** Makes the camera the configuration names; it is opened by whoever looks, and only then. */
public final class Cameras {
  private static final String NAME = "camera";

  private Cameras() {}

  /** The camera among a terminal's devices, under this name. */
  public static TerminalConfig.Device device(TerminalConfig.Camera camera) {
    return new TerminalConfig.Device(
        NAME,
        NAME,
        camera.source().name().toLowerCase(Locale.ROOT),
        new Binding.At(camera.path().toString()),
        Optional.empty(),
        List.of(),
        TerminalConfig.Lines.NONE);
  }

  public static Health off(Instant now) {
    return new Health(NAME, Health.State.CLOSED, "off, until somebody agrees to be looked at", now);
  }

  /** How it is; between two looks it is as it was at the last. */
  public static Health health(Optional<CameraException> problem, Instant now) {
    return new Health(
        NAME,
        problem.isPresent() ? Health.State.OFFLINE : Health.State.ONLINE,
        problem.map(CameraException::getMessage).orElse("pictures arrive"),
        now);
  }

  /** The camera's pictures, set upright. */
  public static FaceWatch.Camera of(TerminalConfig.Camera camera) {
    FaceWatch.Camera mounted = mounted(camera);
    return () -> RotatedSource.of(mounted.open(), camera.rotate());
  }

  private static FaceWatch.Camera mounted(TerminalConfig.Camera camera) {
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
