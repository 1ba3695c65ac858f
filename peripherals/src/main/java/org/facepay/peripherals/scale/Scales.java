package org.facepay.peripherals.scale;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.SerialSettings;

/** The scale drivers by the names used in the configuration. A new protocol is one line here. */
public final class Scales {
  private static final Map<String, ScaleProtocol> PROTOCOLS =
      new TreeMap<>(
          Map.of(
              "toledo-8217", new Toledo8217(),
              "mt-sics", new MtSics(),
              "cas-pd2", new CasPd2(),
              "cas-22", new CasStream(),
              "dibal", new Dibal()));

  private Scales() {}

  /**
   * The driver of that name, to be given an open link.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Function<Link, Scale> named(String name) {
    ScaleProtocol protocol = protocol(name);
    return link -> new PolledScale(protocol, link);
  }

  /** How its line is set when the scale is delivered. */
  public static SerialSettings settings(String name) {
    return protocol(name).manner().settings();
  }

  /** All names, sorted. */
  public static List<String> names() {
    return List.copyOf(PROTOCOLS.keySet());
  }

  static ScaleProtocol protocol(String name) {
    ScaleProtocol protocol = PROTOCOLS.get(name);
    if (protocol == null) {
      throw new IllegalArgumentException("no scale driver '" + name + "'; known: " + names());
    }
    return protocol;
  }
}
