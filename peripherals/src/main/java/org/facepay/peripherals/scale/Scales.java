package org.facepay.peripherals.scale;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Catalogue.Wire;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.UsbTree;

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

  /** All of them. */
  public static final Catalogue<Scale> CATALOGUE = catalogue();

  private Scales() {}

  /** See {@link Catalogue#named}. */
  public static Function<Link, Scale> named(String name) {
    return CATALOGUE.named(name);
  }

  /** All names, sorted. */
  public static List<String> names() {
    return CATALOGUE.names();
  }

  static ScaleProtocol protocol(String name) {
    ScaleProtocol protocol = PROTOCOLS.get(name);
    if (protocol == null) {
      throw new IllegalArgumentException("no scale '" + name + "'; known: " + names());
    }
    return protocol;
  }

  private static Catalogue<Scale> catalogue() {
    Catalogue<Scale> catalogue = new Catalogue<>("scale");
    PROTOCOLS.forEach(
        (name, protocol) ->
            catalogue.with(
                name,
                new Wire(UsbTree.Kind.SERIAL, protocol.manner().settings()),
                link -> new PolledScale(protocol, link)));
    return catalogue;
  }
}
