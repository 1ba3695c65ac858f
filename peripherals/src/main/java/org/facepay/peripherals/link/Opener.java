package org.facepay.peripherals.link;

import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a device's link afresh; asked again after every loss. */
public interface Opener {
  /** Opens it; see {@link SerialLink#open} for what can go wrong. */
  Link open() throws DeviceException;

  /** Whether trying looks worthwhile: for a path, that it is there. Cheap, asked often. */
  boolean present();

  /** Opens a serial port. */
  static Opener serial(String path, SerialSettings settings) {
    return new Opener() {
      @Override
      public Link open() throws DeviceException {
        return SerialLink.open(path, settings);
      }

      @Override
      public boolean present() {
        return Files.exists(Path.of(path));
      }
    };
  }
}
