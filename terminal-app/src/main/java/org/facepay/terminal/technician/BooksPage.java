package org.facepay.terminal.technician;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.receipt.Words;
import org.facepay.terminal.report.ZReport;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.TaxRate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A day's books: the sums first, then every provider, then the tax; and the day on paper. */
record BooksPage(Console.Shown shown) implements Page {
  private static final Logger LOG = LoggerFactory.getLogger(BooksPage.class);

  @Override
  public Response answer(Visit visit) {
    return page(visit, false);
  }

  /** Prints the day that the form names, and shows it. */
  Response print(Visit visit) {
    return page(visit, true);
  }

  /** Selling goes on whatever becomes of this. */
  private Response page(Visit visit, boolean print) {
    Language language = visit.language();
    BooksDesk books = shown.get().books();
    LocalDate today = books.today();
    LocalDate day = day(visit.field("day"), today);
    String body;
    try {
      String said = print ? printed(visit, day, books.print(day, language)) : "";
      body = said + body(language, visit.form(), day, today, books.day(day));
    } catch (IOException e) {
      LOG.error("console: {}", e.getMessage());
      body = ConsolePages.bad(BooksWords.UNREADABLE.in(language));
    }
    return Response.html(
        200,
        ConsolePages.shell(
            language,
            ConsoleWords.THE_DAY.in(language),
            ConsolePages.nav(language, ConsolePages.BOOKS, shown)
                + body
                + ConsolePages.leave(language, visit.form())));
  }

  /** The day that was asked for; today when none was, or one that is still to come. */
  private static LocalDate day(String text, LocalDate today) {
    try {
      LocalDate day = text.length() == 10 ? LocalDate.parse(text) : today;
      return day.isAfter(today) ? today : day;
    } catch (DateTimeParseException e) {
      return today;
    }
  }

  private static String body(
      Language language, String form, LocalDate day, LocalDate today, ZReport report) {
    StringBuilder sections = new StringBuilder();
    if (report.providers().isEmpty()) {
      sections
          .append("<section><p>")
          .append(BooksWords.NOTHING_SOLD.in(language))
          .append("</p></section>");
    } else {
      section(sections, language, BooksWords.TOTAL.in(language), report.total(), report);
      report
          .providers()
          .forEach(
              (name, sums) ->
                  section(sections, language, Words.provider(name, language), sums, report));
      taxes(sections, language, report);
    }
    return choice(language, day, today)
        + sections
        + "<form method=post class=acts>%s%s<button class=primary name=do value=print-day>%s</button></form>"
            .formatted(
                ConsolePages.hidden("form", form),
                ConsolePages.hidden("day", day.toString()),
                BooksWords.PRINT.in(language));
  }

  private String printed(Visit visit, LocalDate day, boolean printed) {
    Language language = visit.language();
    if (printed) {
      shown.did(visit, Deeds.Deed.DAY_PRINTED, day.toString());
    }
    return printed
        ? ConsolePages.good(BooksWords.PRINTED.in(language))
        : ConsolePages.bad(BooksWords.NOT_PRINTED.in(language));
  }

  private static String choice(Language language, LocalDate day, LocalDate today) {
    String next =
        day.isBefore(today)
            ? link(language, day.plusDays(1), BooksWords.NEXT_DAY.in(language))
            : "";
    return """
        <form method=get class=day><label>%s<input type=date name=day value="%s" max="%s" required></label>
        <button name=lang value=%s>%s</button><span>%s%s</span></form>
        """
        .formatted(
            BooksWords.DAY.in(language),
            day,
            today,
            language.code(),
            ConsoleWords.SHOW.in(language),
            link(language, day.minusDays(1), BooksWords.DAY_BEFORE.in(language)),
            next);
  }

  private static String link(Language language, LocalDate day, String text) {
    return "<a href=\"%s?day=%s&amp;lang=%s\">%s</a>"
        .formatted(ConsolePages.BOOKS, day, language.code(), text);
  }

  private static void section(
      StringBuilder to, Language language, String title, ZReport.Sums sums, ZReport report) {
    StringBuilder rows = new StringBuilder();
    ConsolePages.row(
        rows, BooksWords.SALES.in(language, sums.sales()), figures(sums.salesMinor(), report));
    if (sums.refunds() > 0) {
      ConsolePages.row(
          rows,
          BooksWords.REFUNDS.in(language, sums.refunds()),
          figures(-sums.refundsMinor(), report));
    }
    ConsolePages.row(rows, BooksWords.NET.in(language), figures(sums.netMinor(), report));
    to.append("<section><h2>")
        .append(ConsolePages.escaped(title))
        .append("</h2><dl class=money>")
        .append(rows)
        .append("</dl></section>");
  }

  private static void taxes(StringBuilder to, Language language, ZReport report) {
    StringBuilder rows = new StringBuilder();
    report
        .taxes()
        .forEach(
            (rate, sum) -> {
              String gross = figures(sum.grossMinor(), report);
              String label = new TaxRate(rate).label();
              ConsolePages.row(
                  rows,
                  BooksWords.TAX_INCLUDED.in(language, label, gross),
                  figures(sum.taxMinor(), report));
            });
    to.append("<section><h2>")
        .append(BooksWords.VAT.in(language))
        .append("</h2><dl class=money>")
        .append(rows)
        .append("</dl></section>");
  }

  private static String figures(long minor, ZReport report) {
    return ConsolePages.money(new Money(minor, report.currency()));
  }
}
