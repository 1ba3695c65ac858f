package org.facepay.peripherals.link;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pseudo-terminal stands for the device file; nothing of a terminal is used. */
@NeedsNatives
class CharacterDeviceLinkTest extends LinkContract {
  @TempDir Path folder;

  @Override
  Plug plug() throws IOException {
    return PtyPlug.at(folder.resolve("device"));
  }

  @Override
  Link open(String path) throws DeviceException {
    return CharacterDeviceLink.open(path);
  }

  @Test
  void saysWhyItDoesNotOpen() throws Exception {
    assertTrue(fault("/dev/usb/lp99").contains("does not exist"));
    Path file = Files.createFile(folder.resolve("file"));
    assertTrue(fault(file.toString()).contains("file or folder"));
    assertTrue(fault(folder.toString()).contains("file or folder"));
  }

  @Test
  void onlyAnInputDeviceCanBeGrabbed() {
    String reason =
        assertThrows(DeviceException.class, () -> CharacterDeviceLink.grab("/dev/null")).reason();
    assertTrue(reason.contains("no input device"), reason);
  }

  private String fault(String path) {
    return assertThrows(DeviceException.class, () -> open(path)).reason();
  }
}
