package org.facepay.terminal.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facepay.terminal.devices.Equipment;
import org.facepay.terminal.sale.promotion.Tariff;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.vending.Rules.Selection;
import org.facepay.terminal.vending.VendingSettings;
import org.facepay.terminal.vending.VendingSettings.Filled;
import org.facepay.terminal.world.vending.ColdChain;
import org.facepay.terminal.world.vending.Upkeep;

/**
 * Reads the section {@code vending}.
 *
 * @param settings what is sold
 * @param upkeep how the machine is looked after
 */
record VendingReader(VendingSettings settings, Upkeep upkeep) {
  private static final int MOST_SLOTS = 240;

  /** In one basket. */
  private static final int MOST_PIECES = 4;

  /** In a row, of one slot. */
  private static final int LANE_FAILURES = 2;

  /** Degrees Celsius; fresh food has to be kept at most that warm. */
  private static final int WARMEST = 5;

  /** Pieces in a slot. */
  private static final int LOW = 1;

  private static final Duration BEARS = Duration.ofMinutes(30);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  static Optional<VendingReader> in(Section root, Tariff tariff, Times times) {
    return root.optionalSection("vending").map(s -> read(s, tariff, times));
  }

  private static VendingReader read(Section s, Tariff tariff, Times times) {
    int most = s.number("most-pieces", 1, 20, MOST_PIECES);
    int failures = s.number("lane-failures", 1, 20, LANE_FAILURES);
    ColdChain.Limits fresh =
        s.optionalSection("fresh")
            .map(VendingReader::fresh)
            .orElse(new ColdChain.Limits(WARMEST * 10, BEARS, BEARS));
    Upkeep.Levels levels = levels(s);
    Selection selection =
        s.optionalSection("controller").map(VendingReader::controller).orElse(Selection.SCREEN);
    List<Filled> slots = new ArrayList<>();
    List<Upkeep.Filling> fillings = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (Section slot : s.sections("slots")) {
      int number = slot.number("slot", 1, MOST_SLOTS, 1);
      if (!numbers.add(number)) {
        slot.refuse("slot", "expected each number once, found " + number + " again");
      }
      Upkeep.Filling filling = filling(slot, number);
      slots.add(new Filled(number, filling.code(), filling.holds()));
      fillings.add(filling);
      slot.end();
    }
    if (slots.isEmpty()) {
      s.refuse("slots", "expected at least one slot");
    }
    s.end();
    return new VendingReader(
        new VendingSettings(tariff, times, most, List.copyOf(slots), selection),
        new Upkeep(failures, fresh, levels, fillings));
  }

  private static Selection controller(Section s) {
    boolean alwaysIdle = s.flag("always-idle", true);
    s.end();
    return alwaysIdle ? Selection.KEYPAD : Selection.KEYPAD_IN_SESSION;
  }

  private static Upkeep.Filling filling(Section slot, int number) {
    boolean fresh = slot.flag("fresh", false);
    return new Upkeep.Filling(
        number,
        slot.text("code", "[0-9]{3,14}", "the barcode of an article of the list"),
        slot.number("holds", 0, 99, 0),
        fresh,
        slot.optional(
            "use-by",
            "a date such as 2026-12-24",
            Optional.empty(),
            raw -> raw.matches("\\d{4}-\\d\\d-\\d\\d") ? date(raw) : null),
        slot.flag("ask-use-by", fresh));
  }

  private static Upkeep.Levels levels(Section s) {
    boolean watched = s.has("no-sales");
    Duration quiet = s.duration("no-sales", SHORTEST, Duration.ofDays(1));
    return new Upkeep.Levels(
        s.number("low-stock", 0, 99, LOW), watched ? Optional.of(quiet) : Optional.empty());
  }

  private static ColdChain.Limits fresh(Section s) {
    ColdChain.Limits limits =
        new ColdChain.Limits(
            s.number("warmest", 0, 25, WARMEST) * 10,
            s.duration("warm-for", SHORTEST, BEARS),
            s.duration("unknown-for", SHORTEST, BEARS));
    s.end();
    return limits;
  }

  private static Optional<LocalDate> date(String raw) {
    try {
      return Optional.of(LocalDate.parse(raw));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** What is paid has to fall. */
  void needsDispenser(Section root, Equipment equipment) {
    String role = settings.selection() == Selection.SCREEN ? "dispenser" : "cashless";
    if (equipment.others().stream().noneMatch(d -> d.role().equals(role))) {
      root.refuse("vending", "expected a device with role " + role + " among the devices");
    }
  }
}
