package org.facepay.peripherals.link;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which device is meant, in a way that outlives replugging: never "the first serial port", and no
 * port is opened to see who is there.
 */
public sealed interface Binding {
  /** A path that udev keeps stable, best one below {@code /dev/serial/by-id}. */
  record At(String path) implements Binding {
    @Override
    public String toString() {
      return path;
    }
  }

  /**
   * A USB device by its identity.
   *
   * @param vendor four hexadecimal digits, lower case
   * @param product four hexadecimal digits, lower case
   * @param serial its serial number, if there can be two of a kind
   */
  record Usb(String vendor, String product, Optional<String> serial) implements Binding {
    @Override
    public String toString() {
      return "usb:" + vendor + ":" + product + serial.map(s -> ":" + s).orElse("");
    }
  }

  /** A device on the network. */
  record Tcp(String host, int port) implements Binding {
    @Override
    public String toString() {
      return "tcp:" + host + ":" + port;
    }
  }

  /** The notations. */
  Pattern USB = Pattern.compile("usb:([0-9a-f]{4}):([0-9a-f]{4})(?::(\\S{1,126}))?");

  Pattern TCP = Pattern.compile("tcp:([A-Za-z0-9._-]{1,253}):(\\d{1,5})");

  /**
   * Reads {@code usb:VID:PID[:SERIAL]}, {@code tcp:HOST:PORT} or a path.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  static Binding parse(String text) {
    Matcher usb = USB.matcher(lowerIds(text));
    if (usb.matches()) {
      return new Usb(usb.group(1), usb.group(2), Optional.ofNullable(usb.group(3)));
    }
    Matcher tcp = TCP.matcher(text);
    if (tcp.matches() && Integer.parseInt(tcp.group(2)) <= 65_535) {
      return new Tcp(tcp.group(1), Integer.parseInt(tcp.group(2)));
    }
    if (text.startsWith("/") && !text.endsWith("/")) {
      return new At(text);
    }
    throw new IllegalArgumentException(
        "expected a path, usb:VID:PID[:SERIAL] or tcp:HOST:PORT, not '" + text + "'");
  }

  /** Vendor and product in lower case; a serial number keeps its own. */
  private static String lowerIds(String text) {
    int ids = Math.min(text.length(), "usb:0000:0000".length());
    return text.substring(0, ids).toLowerCase(Locale.ROOT) + text.substring(ids);
  }
}
