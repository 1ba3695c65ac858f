package org.facepay.terminal.world.vending;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a machine and what lies in it are looked after.
 *
 * @param laneFailures in a row that switch a slot off
 */
public record Upkeep(int laneFailures, ColdChain.Limits fresh, List<Filling> slots) {
  public Upkeep {
    slots = List.copyOf(slots);
  }

  /**
   * What lies in a slot.
   *
   * @param number as the dispenser counts them
   * @param fresh whether it has to be kept cold
   * @param useBy the last day on which it is sold
   */
  public record Filling(int number, boolean fresh, Optional<LocalDate> useBy) {}

  boolean hasFresh() {
    return slots.stream().anyMatch(Filling::fresh);
  }

  Optional<Filling> slot(int number) {
    return slots.stream().filter(s -> s.number() == number).findFirst();
  }
}
