package org.facepay.terminal.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A provider's bill beside our bookings of the same day: every difference with its cause. Orders of
 * other terminals are counted and left alone.
 *
 * @param matched rows that say the same on both sides
 * @param others rows of the bill that belong to other terminals
 */
public record Reconciliation(int matched, int others, List<Difference> differences) {

  /** Why the two sides differ. */
  public enum Cause {
    /** We booked it; the bill does not have it. Often the day's edge: look at the next bill. */
    MISSING_IN_BILL,
    /** The bill has it; we did not book it. Money moved without a sale or refund here. */
    MISSING_HERE,
    AMOUNT_DIFFERS,
    TWICE_IN_BILL
  }

  /**
   * One difference.
   *
   * @param id of the order or refund
   * @param oursMinor 0 when we have none
   * @param theirsMinor 0 when the bill has none
   */
  public record Difference(Cause cause, String id, long oursMinor, long theirsMinor) {}

  /**
   * Compares.
   *
   * @param ours of this provider
   * @param terminal begins the order numbers of this terminal
   */
  public static Reconciliation of(List<Booking> ours, List<Bill.Row> bill, String terminal) {
    Map<String, Bill.Row> theirs = new LinkedHashMap<>();
    List<Difference> differences = new ArrayList<>();
    int others = 0;
    for (Bill.Row row : bill) {
      if (!row.order().startsWith(terminal + "_")) {
        others++;
      } else if (theirs.putIfAbsent(row.id(), row) != null) {
        differences.add(new Difference(Cause.TWICE_IN_BILL, row.id(), 0, row.minor()));
      }
    }
    int matched = 0;
    for (Booking booking : ours) {
      Bill.Row row = theirs.remove(booking.id());
      long minor = Math.abs(booking.minor());
      if (row == null) {
        differences.add(new Difference(Cause.MISSING_IN_BILL, booking.id(), minor, 0));
      } else if (row.minor() != minor || booking.refund() == row.refund().isEmpty()) {
        differences.add(new Difference(Cause.AMOUNT_DIFFERS, booking.id(), minor, row.minor()));
      } else {
        matched++;
      }
    }
    matched += reversed(theirs);
    theirs
        .values()
        .forEach(
            row -> differences.add(new Difference(Cause.MISSING_HERE, row.id(), 0, row.minor())));
    return new Reconciliation(matched, others, List.copyOf(differences));
  }

  /** A payment that we gave up and the provider gave back in full is no sale on either side. */
  private static int reversed(Map<String, Bill.Row> theirs) {
    Map<String, Long> left = new LinkedHashMap<>();
    for (Bill.Row row : theirs.values()) {
      left.merge(row.order(), row.refund().isEmpty() ? row.minor() : -row.minor(), Long::sum);
    }
    int before = theirs.size();
    Set<String> nothing = new HashSet<>();
    left.forEach(
        (order, minor) -> {
          if (minor == 0 && theirs.containsKey(order)) {
            nothing.add(order);
          }
        });
    theirs.values().removeIf(row -> nothing.contains(row.order()));
    return before - theirs.size();
  }
}
