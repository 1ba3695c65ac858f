package org.facepay.terminal.sale.gs1;

import java.time.LocalDate;

/** A day. */
public record Gs1Date(int year, int month, int day) implements Comparable<Gs1Date> {
  /**
   * Reads YYMMDD; day 00 is the month's last. The century is the one that brings the year nearest
   * to the present one (GS1 General Specifications, section 7.12).
   *
   * @param yymmdd six digits that have passed their check
   */
  static Gs1Date of(String yymmdd, int presentYear) {
    int two = Integer.parseInt(yymmdd.substring(0, 2));
    int difference = two - presentYear % 100;
    int century = presentYear / 100 + (difference >= 51 ? -1 : difference <= -50 ? 1 : 0);
    int year = century * 100 + two;
    int month = Integer.parseInt(yymmdd.substring(2, 4));
    int day = Integer.parseInt(yymmdd.substring(4, 6));
    return new Gs1Date(year, month, day == 0 ? daysOf(year, month) : day);
  }

  /** The same as a day of the calendar. */
  public LocalDate date() {
    return LocalDate.of(year, month, Math.min(day, daysOf(year, month)));
  }

  static int daysOf(int year, int month) {
    boolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  @Override
  public int compareTo(Gs1Date other) {
    int years = Integer.compare(year, other.year);
    int months = Integer.compare(month, other.month);
    return years != 0 ? years : months != 0 ? months : Integer.compare(day, other.day);
  }
}
