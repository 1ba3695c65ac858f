package org.facepay.peripherals.link;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Opens a device's link afresh; asked again after every loss. */
public interface Opener {
  /** How long a network device may take to answer the call. */
  Duration CALL = Duration.ofMillis(800);

  /** Opens it; see {@link SerialLink#open} for what can go wrong. */
  Link open() throws DeviceException;

  /** Whether trying looks worthwhile: for a path, that it is there. Cheap, asked often. */
  boolean present();

  /** Opens a serial port. */
  static Opener serial(String path, SerialSettings settings) {
    return serial(new Binding.At(path), settings);
  }

  /** Opens a serial port, or the serial server that stands for one. */
  static Opener serial(Binding binding, SerialSettings settings) {
    return of(UsbTree.Kind.SERIAL, binding, settings);
  }

  /** Opens the device file of that kind, or the network address that stands for it. */
  static Opener of(UsbTree.Kind kind, Binding binding, SerialSettings settings) {
    return switch (kind) {
      case SERIAL -> by(binding, kind, path -> SerialLink.open(path, settings));
      case PRINTER, HID -> by(binding, kind, CharacterDeviceLink::open);
      case INPUT -> by(binding, kind, CharacterDeviceLink::grab);
    };
  }

  /** How a device file is opened. */
  @FunctionalInterface
  interface ByPath {
    /** Opens it. */
    Link open(String path) throws DeviceException;
  }

  private static Opener by(Binding binding, UsbTree.Kind kind, ByPath byPath) {
    return switch (binding) {
      case Binding.At(String path) -> opener(() -> path, byPath);
      case Binding.Usb usb -> opener(() -> UsbTree.system().resolve(usb, kind).toString(), byPath);
      case Binding.Tcp(String host, int port) ->
          new Opener() {
            @Override
            public Link open() throws DeviceException {
              return TcpLink.open(host, port, CALL);
            }

            @Override
            public boolean present() {
              return false; // a network device does not appear; the back-off finds it
            }
          };
    };
  }

  /** Where the device is now. */
  @FunctionalInterface
  interface Place {
    /** Its path, found anew. */
    String path() throws DeviceException;
  }

  private static Opener opener(Place place, ByPath byPath) {
    return new Opener() {
      @Override
      public Link open() throws DeviceException {
        return byPath.open(place.path());
      }

      @Override
      public boolean present() {
        try {
          return Files.exists(Path.of(place.path()));
        } catch (DeviceException e) {
          return false;
        }
      }
    };
  }
}
