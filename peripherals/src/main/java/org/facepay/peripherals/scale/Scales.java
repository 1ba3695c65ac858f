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
  /** What the name of a driver ends with that takes pounds and ounces, and no kilograms. */
  public static final String POUNDS = "-lb";

  private static final Map<String, ScaleProtocol> PROTOCOLS = protocols();

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

  private static Map<String, ScaleProtocol> protocols() {
    Map<String, ScaleProtocol> protocols = new TreeMap<>();
    protocols.put("toledo-8217", new Toledo8217());
    protocols.put("dibal", new Dibal());
    protocols.put("dialog06", new Dialog06());
    Map<String, Function<Units, ScaleProtocol>> withUnit =
        Map.of(
            "mt-sics", MtSics::new,
            "cas-pd2", CasPd2::new,
            "cas-22", CasStream::new,
            "a-and-d", AAndD::new,
            "sma", Sma::new,
            "nci", Nci::new);
    withUnit.forEach(
        (name, protocol) -> {
          protocols.put(name, protocol.apply(Units.METRIC));
          protocols.put(name + POUNDS, protocol.apply(Units.AVOIRDUPOIS));
        });
    return protocols;
  }

  private static Catalogue<Scale> catalogue() {
    Catalogue<Scale> catalogue = new Catalogue<>("scale");
    for (var named : PROTOCOLS.entrySet()) {
      ScaleProtocol protocol = named.getValue();
      Wire wire = new Wire(UsbTree.Kind.SERIAL, protocol.manner().settings());
      catalogue = catalogue.with(named.getKey(), wire, link -> new PolledScale(protocol, link));
    }
    return catalogue;
  }
}
