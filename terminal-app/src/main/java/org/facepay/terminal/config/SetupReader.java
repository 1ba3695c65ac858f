package org.facepay.terminal.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.facepay.peripherals.link.SerialSettings.FlowControl;
import org.facepay.peripherals.link.SerialSettings.Parity;
import org.facepay.peripherals.printer.Answers;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.PrinterProfile;
import org.facepay.peripherals.printer.Printers;
import org.facepay.terminal.devices.Equipment.SerialLine;
import org.facepay.terminal.devices.RoleKeys;
import org.facepay.terminal.devices.RoleKeys.Extra;

/** Reads how a device's line, printer and drawer are set up; every key may be left out. */
final class SetupReader {
  private static final Map<String, Answers> ANSWERS =
      new TreeMap<>(
          Map.of(
              "paper-report", Answers.PAPER_REPORT,
              "identity", Answers.IDENTITY,
              "status-back", Answers.STATUS_BACK,
              "real-time", Answers.REAL_TIME,
              "never", Answers.NEVER));

  private SetupReader() {}

  /** DC1 and DC3 in bytes that are neither text nor status would be taken for a handshake. */
  static SerialLine line(Section s, RoleKeys role) {
    Optional<Integer> dataBits = ConfigReader.given(s.number("data-bits", 7, 8, 0));
    if (role.extra() == Extra.PRINTER && dataBits.equals(Optional.of(7))) {
      s.refuse("data-bits", "expected 8: pictures and Chinese do not go through 7");
    }
    Optional<FlowControl> flow = choice(s, "flow-control", FlowControl.values());
    if (!role.printing() && flow.equals(Optional.of(FlowControl.XON_XOFF))) {
      s.refuse("flow-control", "expected none or rts-cts: xon-xoff is for printers alone");
    }
    return new SerialLine(
        ConfigReader.given(s.number("baud", 300, 4_000_000, 0)),
        dataBits,
        choice(s, "parity", Parity.values()),
        ConfigReader.given(s.number("stop-bits", 1, 2, 0)),
        flow);
  }

  /** The driver's printer, if nothing else is said. */
  static PrinterProfile printer(Section s, RoleKeys role, String driver) {
    PrinterProfile delivered = Printers.profile(driver);
    if (role.extra() != Extra.PRINTER) {
      return delivered;
    }
    Map<String, PrinterProfile> named = PrinterProfile.named();
    PrinterProfile profile =
        s.optional(
            "profile",
            "a kind of printer: " + String.join(", ", new TreeSet<>(named.keySet())),
            delivered,
            named::get);
    return profile.answering(
        s.optional(
            "answers",
            "what it answers: " + String.join(", ", ANSWERS.keySet()),
            profile.answers(),
            ANSWERS::get));
  }

  static DrawerKick drawer(Section s, RoleKeys role) {
    DrawerKick usual = DrawerKick.usual();
    if (role.extra() != Extra.DRAWER) {
      return usual;
    }
    int pin =
        s.optional(
            "pin",
            "the pin of the printer's connector, 2 or 5",
            usual.pin(),
            raw -> raw.equals("2") ? Integer.valueOf(0) : raw.equals("5") ? 1 : null);
    Duration pulse = s.duration("pulse", Duration.ofMillis(2), usual.onTime());
    boolean high =
        s.optional(
            "open-level",
            "the level of the drawer's switch when it is open, high or low",
            usual.openIsHigh(),
            raw -> raw.matches("high|low") ? Boolean.valueOf(raw.equals("high")) : null);
    if (pulse.toMillis() < 2 || pulse.toMillis() > 510) {
      s.refuse("pulse", "expected 2 ms to 510 ms, found " + pulse.toMillis() + " ms");
      return usual;
    }
    return new DrawerKick(pin, pulse, high);
  }

  /** One of them by its name in small letters; empty if the key is left out. */
  private static <E extends Enum<E>> Optional<E> choice(Section s, String key, E[] all) {
    Map<String, E> named = new TreeMap<>();
    for (E one : all) {
      named.put(one.name().toLowerCase(Locale.ROOT).replace('_', '-'), one);
    }
    return s.optional(
        key,
        String.join(", ", named.keySet()),
        Optional.<E>empty(),
        raw -> Optional.ofNullable(named.get(raw)).map(Optional::of).orElse(null));
  }
}
