package org.facepay.terminal.config;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facepay.terminal.devices.Equipment;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.vending.VendingSettings;
import org.facepay.terminal.vending.VendingSettings.Filled;

/** Reads the section {@code vending}. */
final class VendingReader {
  private static final int MOST_SLOTS = 240;

  /** In one basket. */
  private static final int MOST_PIECES = 4;

  /** In a row, of one slot. */
  private static final int LANE_FAILURES = 2;

  private VendingReader() {}

  static VendingSettings read(Section s, Currency currency, Times times) {
    int most = s.number("most-pieces", 1, 20, MOST_PIECES);
    int failures = s.number("lane-failures", 1, 20, LANE_FAILURES);
    List<Filled> slots = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (Section slot : s.sections("slots")) {
      int number = slot.number("slot", 1, MOST_SLOTS, 1);
      if (!numbers.add(number)) {
        slot.refuse("slot", "expected each number once, found " + number + " again");
      }
      slots.add(
          new Filled(
              number,
              slot.text("code", "[0-9]{3,14}", "the barcode of an article of the list"),
              slot.number("holds", 0, 99, 0)));
      slot.end();
    }
    if (slots.isEmpty()) {
      s.refuse("slots", "expected at least one slot");
    }
    s.end();
    return new VendingSettings(currency, times, most, failures, List.copyOf(slots));
  }

  /** What is paid has to fall. */
  static void needsDispenser(Section root, Equipment equipment) {
    if (equipment.others().stream().noneMatch(d -> d.role().equals("dispenser"))) {
      root.refuse("vending", "expected a device with role dispenser among the devices");
    }
  }
}
