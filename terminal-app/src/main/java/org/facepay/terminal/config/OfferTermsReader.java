package org.facepay.terminal.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facepay.terminal.sale.Numbering;
import org.facepay.terminal.sale.promotion.Eligibility;
import org.facepay.terminal.sale.promotion.Selection;
import org.facepay.terminal.sale.promotion.Terms;
import org.facepay.terminal.sale.promotion.Window;

/** Reads when, for whom and with what an offer counts. */
record OfferTermsReader(Currency currency, Numbering numbering) {
  static final String GROUP = "[a-z0-9-]{1,30}";
  private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

  Selection selection(Section s, String key) {
    return new Selection(
        s.words(key, "[0-9]{3,14}", "barcodes of the list of goods").stream()
            .map(numbering::normal)
            .collect(Collectors.toSet()));
  }

  Terms terms(Section s) {
    return new Terms(
        window(s),
        s.flag("members", false) ? Eligibility.MEMBERS : Eligibility.EVERYBODY,
        s.optional(
            "coupon", "what stands in its barcode", "", r -> r.matches(".{4,70}") ? r : null),
        s.optional("group", "a name such as spring", "", r -> r.matches(GROUP) ? r : null),
        new Terms.Spend(selection(s, "from-articles"), s.amount("from", currency, 0)));
  }

  private Window window(Section s) {
    Optional<LocalDate> first = day(s, "first");
    Optional<LocalDate> last = day(s, "last");
    Set<DayOfWeek> days =
        s.words("days", "mon|tue|wed|thu|fri|sat|sun", "days such as [mon, tue]").stream()
            .map(OfferTermsReader::dayOfWeek)
            .collect(Collectors.toSet());
    String hours =
        s.optional(
            "hours",
            "times such as 14:00-16:00",
            "00:00-00:00",
            raw -> raw.matches(TIME + "-" + TIME) ? raw : null);
    LocalTime from = LocalTime.parse(hours.substring(0, 5));
    LocalTime until = LocalTime.parse(hours.substring(6));
    return OffersReader.possible(s, "last", () -> new Window(first, last, days, from, until))
        .orElse(Window.ALWAYS);
  }

  private static DayOfWeek dayOfWeek(String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<LocalDate> day(Section s, String key) {
    return s.optional(
        key,
        "a day such as 2026-12-01",
        Optional.empty(),
        raw -> {
          try {
            return Optional.of(LocalDate.parse(raw));
          } catch (DateTimeParseException _) {
            return null;
          }
        });
  }
}
