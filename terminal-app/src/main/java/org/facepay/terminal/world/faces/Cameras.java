package org.facepay.terminal.world.faces;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.problem.Problem;
import org.facepay.terminal.devices.Equipment;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.Roles;
import org.facepay.vision.camera.CameraException;
import org.facepay.vision.camera.ClipSource;
import org.facepay.vision.camera.RotatedSource;
import org.facepay.vision.camera.StillsSource;
import org.facepay.vision.camera.V4l2Camera;
import org.facepay.vision.recognition.FaceWatch;

/** Makes the camera the configuration names; it is opened by whoever looks, and only then. */
public final class Cameras {
  static final String NAME = Roles.CAMERA.key();

  private Cameras() {}

  /** The camera among a terminal's devices, under this name. */
  public static Device device(CameraSettings camera) {
    return new Device(
        NAME,
        NAME,
        camera.source().name().toLowerCase(Locale.ROOT),
        new Binding.At(camera.path().toString()),
        Optional.empty(),
        List.of(),
        Equipment.Lines.NONE);
  }

  /**
   * What is wrong with it. A clip or a folder instead of a camera is what developers use, who read
   * its own words.
   */
  static Problem problem(CameraSettings camera, CameraException e) {
    Path path = camera.path();
    String words = String.valueOf(e.getMessage());
    if (e.turned().isPresent()) {
      return Problem.of(Problem.Kind.CAMERA_TURNED, path, e.turned().getAsInt());
    }
    if (camera.source() != CameraSettings.Source.V4L2) {
      return Problem.of(Problem.Kind.PICTURES_FAILED, words);
    }
    return switch (e.reason()) {
      case NOT_FOUND -> Problem.of(Problem.Kind.NO_CAMERA, path);
      case DENIED ->
          Problem.of(Problem.Kind.CAMERA_FORBIDDEN, System.getProperty("user.name", "?"), path);
      case UNUSABLE -> Problem.of(Problem.Kind.OTHER_THAN_CAMERA, path);
      case UNPLUGGED -> Problem.of(Problem.Kind.CAMERA_PULLED_OUT, path);
      case SILENT -> Problem.of(Problem.Kind.CAMERA_SILENT, path);
      case DAMAGED -> Problem.of(Problem.Kind.PICTURES_DAMAGED, words);
      case ENDED -> Problem.of(Problem.Kind.PICTURES_ENDED, words);
      case NO_LIBRARY -> Problem.of(Problem.Kind.NO_PICTURE_LIBRARY, words);
      case TURNED -> Problem.of(Problem.Kind.PICTURES_FAILED, words);
    };
  }

  /** The camera's pictures, set upright as it is mounted whenever it is opened. */
  public static FaceWatch.Camera of(CameraSettings camera, CameraMount mount) {
    FaceWatch.Camera mounted = mounted(camera);
    return () -> RotatedSource.of(mounted.open(), mount.degrees());
  }

  private static FaceWatch.Camera mounted(CameraSettings camera) {
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
