package org.facepay.terminal.technician;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.facepay.sync.desk.Response;
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
    boolean en = visit.english();
    BooksDesk books = shown.get().books();
    LocalDate today = books.today();
    LocalDate day = day(visit.field("day"), today);
    String body;
    try {
      String said = print ? printed(en, books.print(day, en)) : "";
      body = said + body(en, visit.form(), day, today, books.day(day));
    } catch (IOException e) {
      LOG.error("console: {}", e.getMessage());
      body =
          ConsolePages.bad(
              en ? "The journal cannot be read; see the terminal's log." : "无法读取账本，请查看终端日志。");
    }
    return Response.html(
        200,
        ConsolePages.shell(
            en,
            en ? "The day" : "日结",
            ConsolePages.nav(en, ConsolePages.BOOKS, shown.get().privacy().isPresent())
                + body
                + ConsolePages.leave(en, visit.form())));
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
      boolean en, String form, LocalDate day, LocalDate today, ZReport report) {
    StringBuilder sections = new StringBuilder();
    if (report.providers().isEmpty()) {
      sections
          .append("<section><p>")
          .append(en ? "Nothing was sold on this day." : "这一天没有交易。")
          .append("</p></section>");
    } else {
      section(sections, en, en ? "Total" : "合计", report.total(), report);
      report
          .providers()
          .forEach((name, sums) -> section(sections, en, Words.provider(name, en), sums, report));
      taxes(sections, en, report);
    }
    return choice(en, day, today)
        + sections
        + "<form method=post class=acts>%s%s<button class=primary name=do value=print-day>%s</button></form>"
            .formatted(
                ConsolePages.hidden("form", form),
                ConsolePages.hidden("day", day.toString()),
                en ? "Print the day" : "打印日结单");
  }

  private static String printed(boolean en, boolean printed) {
    return printed
        ? ConsolePages.good(en ? "Printed." : "已打印。")
        : ConsolePages.bad(
            en
                ? "Not printed for certain: look at the paper and at the page Devices before printing again."
                : "未确认打印：请先看有没有出纸，并查看“设备”页，再重新打印。");
  }

  private static String choice(boolean en, LocalDate day, LocalDate today) {
    String next = day.isBefore(today) ? link(en, day.plusDays(1), en ? "Next day" : "后一天") : "";
    return """
        <form method=get class=day><label>%s<input type=date name=day value="%s" max="%s" required></label>
        <button name=lang value=%s>%s</button><span>%s%s</span></form>
        """
        .formatted(
            en ? "Day, by the shop's calendar" : "日期（门店当地）",
            day,
            today,
            en ? "en" : "zh",
            en ? "Show" : "查看",
            link(en, day.minusDays(1), en ? "Day before" : "前一天"),
            next);
  }

  private static String link(boolean en, LocalDate day, String text) {
    return "<a href=\"%s?day=%s&amp;lang=%s\">%s</a>"
        .formatted(ConsolePages.BOOKS, day, en ? "en" : "zh", text);
  }

  private static void section(
      StringBuilder to, boolean en, String title, ZReport.Sums sums, ZReport report) {
    StringBuilder rows = new StringBuilder();
    ConsolePages.row(
        rows,
        en ? "Sales: " + sums.sales() : "收款 " + sums.sales() + " 笔",
        figures(sums.salesMinor(), report));
    if (sums.refunds() > 0) {
      ConsolePages.row(
          rows,
          en ? "Refunds: " + sums.refunds() : "退款 " + sums.refunds() + " 笔",
          figures(-sums.refundsMinor(), report));
    }
    ConsolePages.row(rows, en ? "Net" : "净额", figures(sums.netMinor(), report));
    to.append("<section><h2>")
        .append(ConsolePages.escaped(title))
        .append("</h2><dl class=money>")
        .append(rows)
        .append("</dl></section>");
  }

  private static void taxes(StringBuilder to, boolean en, ZReport report) {
    StringBuilder rows = new StringBuilder();
    report
        .taxes()
        .forEach(
            (rate, sum) -> {
              String gross = figures(sum.grossMinor(), report);
              String label = new TaxRate(rate).label();
              ConsolePages.row(
                  rows,
                  en ? label + " included in " + gross : "税率 " + label + "，含税金额 " + gross,
                  figures(sum.taxMinor(), report));
            });
    to.append("<section><h2>")
        .append(en ? "VAT" : "增值税")
        .append("</h2><dl class=money>")
        .append(rows)
        .append("</dl></section>");
  }

  private static String figures(long minor, ZReport report) {
    return (minor < 0 ? "−¥" : "¥") + new Money(Math.abs(minor), report.currency()).figures();
  }
}
