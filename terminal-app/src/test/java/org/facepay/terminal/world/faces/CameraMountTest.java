package org.facepay.terminal.world.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the camera is mounted, over restarts and over a damaged file. */
class CameraMountTest {
  @TempDir Path data;

  @Test
  void whatWasSaidAtTheConsoleGoesBeforeTheConfiguration() throws IOException {
    CameraMount mount = CameraMount.in(data, 90);
    assertEquals(90, mount.degrees());
    assertTrue(mount.turn(270));
    assertEquals(270, mount.degrees());
    assertEquals(270, CameraMount.in(data, 90).degrees());
  }

  @Test
  void whatIsNoRotationChangesNothing() throws IOException {
    CameraMount mount = CameraMount.in(data, 180);
    for (int none : new int[] {-90, 1, 45, 360, Integer.MIN_VALUE}) {
      assertFalse(mount.turn(none));
    }
    assertEquals(180, CameraMount.in(data, 180).degrees());
  }

  @Test
  void anythingCanStandInTheFile() throws IOException {
    Random random = new Random(7);
    for (int n = 0; n < 2_000; n++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      Files.write(data.resolve("camera-rotation"), bytes);
      assertTrue(Set.of(0, 90, 180, 270).contains(CameraMount.in(data, 90).degrees()));
    }
    Files.writeString(data.resolve("camera-rotation"), "90\0");
    assertEquals(0, CameraMount.in(data, 0).degrees());
  }
}
