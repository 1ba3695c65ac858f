package org.facepay.peripherals.link;

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
        return java.nio.file.Files.exists(java.nio.file.Path.of(path));
      }
    };
  }
}
