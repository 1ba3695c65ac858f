package org.facepay.terminal.world.vending;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a machine and what lies in it are looked after.
 *
 * @param laneFailures in a row that switch a slot off
 */
public record Upkeep(int laneFailures, ColdChain.Limits fresh, Levels levels, List<Filling> slots) {
  public Upkeep {
    slots = List.copyOf(slots);
  }

  /**
   * When somebody has to be told.
   *
   * @param low pieces in a slot that are few
   * @param noSales nothing has fallen for so long; empty: never told
   */
  public record Levels(int low, Optional<Duration> noSales) {}

  /**
   * What lies in a slot.
   *
   * @param number as the dispenser counts them
   * @param code of the article
   * @param holds pieces it has room for; 0 when nobody has said
   * @param fresh whether it has to be kept cold
   * @param useBy the last day on which it is sold
   * @param asks whether whoever fills it is asked for that day, where it is not given
   */
  public record Filling(
      int number, String code, int holds, boolean fresh, Optional<LocalDate> useBy, boolean asks) {}

  /** The slots whose day is said at the machine. */
  List<Integer> asking() {
    return slots.stream()
        .filter(s -> s.asks() && s.useBy().isEmpty())
        .map(Filling::number)
        .toList();
  }

  boolean hasFresh() {
    return slots.stream().anyMatch(Filling::fresh);
  }

  Optional<Filling> slot(int number) {
    return slots.stream().filter(s -> s.number() == number).findFirst();
  }
}
