package org.facepay.terminal.sale.promotion;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * When an offer counts, by the shop's own clock.
 *
 * @param first day, included
 * @param last day, included
 * @param days of the week; empty for all
 * @param from the time of day, included
 * @param until the time of day, excluded; not after {@code from} means over midnight, and such a
 *     night belongs to the day it began on
 */
public record Window(
    Optional<LocalDate> first,
    Optional<LocalDate> last,
    Set<DayOfWeek> days,
    LocalTime from,
    LocalTime until) {
  public static final Window ALWAYS =
      new Window(
          Optional.empty(), Optional.empty(), Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  public Window {
    days = Set.copyOf(days);
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      throw new IllegalArgumentException("it ends on " + last.get() + ", before it begins");
    }
  }

  public boolean contains(LocalDateTime at) {
    LocalTime time = at.toLocalTime();
    boolean night = !from.isBefore(until);
    boolean afterMidnight = night && time.isBefore(until);
    LocalDate day = afterMidnight ? at.toLocalDate().minusDays(1) : at.toLocalDate();
    boolean now = night ? afterMidnight || !time.isBefore(from) : in(time);
    return now
        && first.filter(day::isBefore).isEmpty()
        && last.filter(day::isAfter).isEmpty()
        && (days.isEmpty() || days.contains(day.getDayOfWeek()));
  }

  private boolean in(LocalTime time) {
    return !time.isBefore(from) && time.isBefore(until);
  }
}
