package org.facepay.peripherals.vending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.vending.DtsReport.Segment;

/**
 * What a machine without cash tells of its sales since it was set up, by the data elements of EVA
 * DTS 6.1.2, appendix A: ID1, ID4, VA1 (all paid vends), DA2 (those of the first cashless device),
 * PA1 and PA2 of each selection. Amounts are minor units.
 *
 * @param serial of the machine, ID101
 * @param currency its three letters (ID403) and decimals (ID401)
 * @param all what was sold in all
 */
public record VendAudit(String serial, Currency currency, Sold all, List<Selection> selections) {
  public VendAudit {
    selections = List.copyOf(selections);
  }

  /** A currency as the report names it. */
  public record Currency(String code, int decimals) {}

  /** So many vends, and what they came to. */
  public record Sold(long vends, long minor) {}

  /**
   * A selection of the machine.
   *
   * @param number PA101
   * @param price PA102
   * @param article PA103, at most 20 characters
   * @param sold PA201 and PA202
   */
  public record Selection(String number, long price, String article, Sold sold) {}

  /** The report of it. */
  public DtsReport report() {
    List<Segment> segments = new ArrayList<>();
    segments.add(Segment.of("ID1", serial, "", "", "", "", ""));
    segments.add(Segment.of("ID4", currency.decimals(), "", currency.code()));
    segments.add(Segment.of("VA1", all.minor(), all.vends(), "", ""));
    segments.add(Segment.of("DA2", all.minor(), all.vends(), "", ""));
    for (Selection each : selections) {
      segments.add(Segment.of("PA1", each.number(), each.price(), each.article()));
      segments.add(Segment.of("PA2", each.sold().vends(), each.sold().minor(), "", ""));
    }
    return new DtsReport(serial, segments);
  }

  /**
   * What a report tells; what it leaves out is 0 or empty. A PA2 belongs to the PA1 before it.
   *
   * @throws DtsException when it has no machine, or figures of no selection
   */
  public static VendAudit of(DtsReport report) throws DtsException {
    Optional<Segment> id = first(report, "ID1");
    Optional<Segment> money = first(report, "ID4");
    Optional<Segment> sums = first(report, "VA1");
    List<Selection> selections = new ArrayList<>();
    for (Segment segment : report.segments()) {
      if (segment.id().equals("PA1")) {
        selections.add(
            new Selection(
                segment.element(1).orElseThrow(() -> new DtsException("PA1 names no selection")),
                number(segment, 2),
                segment.element(3).orElse(""),
                new Sold(0, 0)));
      } else if (segment.id().equals("PA2")) {
        if (selections.isEmpty()) {
          throw new DtsException("PA2 before any PA1");
        }
        Selection of = selections.removeLast();
        Sold sold = new Sold(number(segment, 1), number(segment, 2));
        selections.add(new Selection(of.number(), of.price(), of.article(), sold));
      }
    }
    return new VendAudit(
        id.flatMap(s -> s.element(1)).orElse(report.sender()),
        new Currency(
            money.flatMap(s -> s.element(3)).orElse(""),
            money.map(s -> (int) Math.min(number(s, 1), 4)).orElse(0)),
        sums.map(s -> new Sold(number(s, 2), number(s, 1))).orElse(new Sold(0, 0)),
        selections);
  }

  private static Optional<Segment> first(DtsReport report, String id) {
    return report.segments().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  private static long number(Segment segment, int element) {
    return segment.number(element).orElse(0L);
  }
}
