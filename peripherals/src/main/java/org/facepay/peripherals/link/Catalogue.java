package org.facepay.peripherals.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The drivers of one role by the names used in the configuration, and the wires they hang on. */
public final class Catalogue<D extends Driver> {
  /** The wire a driver expects, and how its line is set when the device is delivered. */
  public record Wire(UsbTree.Kind kind, SerialSettings settings) {
    /** A serial line at 8N1. */
    public static Wire serial(int baud) {
      return new Wire(UsbTree.Kind.SERIAL, SerialSettings.eightN1(baud));
    }

    /** Not a serial line; the settings mean nothing. */
    public static Wire of(UsbTree.Kind kind) {
      return new Wire(kind, SerialSettings.eightN1(9600));
    }
  }

  private record Entry<D>(Wire wire, Supplier<Function<Link, D>> driver) {}

  private final String role;
  private final Map<String, Entry<D>> entries;

  /** An empty one; the role is for messages. */
  public Catalogue(String role) {
    this(role, new TreeMap<>());
  }

  private Catalogue(String role, Map<String, Entry<D>> entries) {
    this.role = role;
    this.entries = entries;
  }

  /** This one and a driver more. */
  public Catalogue<D> with(String name, Wire wire, Function<Link, D> driver) {
    return withMemory(name, wire, () -> driver);
  }

  /** As above, a driver that remembers its device from one link to the next. */
  public Catalogue<D> withMemory(String name, Wire wire, Supplier<Function<Link, D>> driver) {
    Map<String, Entry<D>> more = new TreeMap<>(entries);
    more.put(name, new Entry<>(wire, driver));
    return new Catalogue<>(role, more);
  }

  /**
   * The driver of that name for one device, to be given an open link each time it is opened.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public Function<Link, D> named(String name) {
    return entry(name).driver().get();
  }

  /** The wire that driver expects. */
  public Wire wire(String name) {
    return entry(name).wire();
  }

  /** Opens the link for that driver. */
  public Opener opener(String name, Binding binding, Optional<SerialSettings> settings) {
    Wire wire = wire(name);
    return Opener.of(wire.kind(), binding, settings.orElse(wire.settings()));
  }

  /** All names, sorted. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  private Entry<D> entry(String name) {
    Entry<D> entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "no " + role + " driver '" + name + "'; known: " + names());
    }
    return entry;
  }
}
