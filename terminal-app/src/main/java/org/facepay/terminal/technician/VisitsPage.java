package org.facepay.terminal.technician;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.language.Explained;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.technician.VisitDesk.Entry;
import org.facepay.terminal.technician.VisitDesk.Line;
import org.facepay.terminal.technician.VisitDesk.Sheet;
import org.facepay.terminal.technician.VisitDesk.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The visits to a cabinet, those first that somebody has to look at; each with its evidence. */
record VisitsPage(Console.Shown shown, ZoneId zone) implements Page {
  private static final Logger LOG = LoggerFactory.getLogger(VisitsPage.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

  @Override
  public Response answer(Visit visit) {
    return page(visit, "");
  }

  /** What somebody says who has looked. */
  Response looked(Visit visit) {
    Language language = visit.language();
    Verdict verdict = visit.field("right").equals("yes") ? Verdict.RIGHT : Verdict.WRONG;
    List<Integer> back = verdict == Verdict.RIGHT ? List.of() : PiecesBack.chosen(visit);
    if (verdict == Verdict.WRONG && back.isEmpty() && visit.field("bill").equals("yes")) {
      return page(visit, ConsolePages.bad(VisitsWords.CHOOSE.in(language)));
    }
    try {
      boolean known =
          desk().isPresent()
              && desk().get().looked(visit.field("visit"), verdict, back, visit.who());
      return page(
          visit,
          known
              ? ConsolePages.good(VisitsWords.KEPT.in(language))
              : ConsolePages.bad(VisitsWords.NO_SUCH.in(language)));
    } catch (IOException e) {
      LOG.error("console: what was said of a visit is not kept: {}", e.toString());
      return page(visit, ConsolePages.bad(VisitsWords.NOT_KEPT.in(language)));
    }
  }

  private Optional<VisitDesk> desk() {
    return shown.get().workshop().flatMap(Workshop::visits);
  }

  private Response page(Visit visit, String said) {
    Language language = visit.language();
    String body =
        ConsolePages.nav(language, ConsolePages.VISITS, shown)
            + said
            + desk()
                .map(d -> visit.field("visit").isEmpty() ? list(visit, d) : sheet(visit, d))
                .orElse("");
    return Response.html(200, ConsolePages.shell(language, VisitsWords.VISITS.in(language), body));
  }

  private String list(Visit visit, VisitDesk desk) {
    Language language = visit.language();
    List<Entry> all = desk.visits();
    if (all.isEmpty()) {
      return "<p class=note>" + VisitsWords.NONE.in(language) + "</p>";
    }
    long open = all.stream().filter(Entry::open).count();
    StringBuilder rows =
        new StringBuilder(
            open == 0
                ? ConsolePages.good(VisitsWords.ALL_WELL.in(language))
                : ConsolePages.note(VisitsWords.WAIT.in(language, open)));
    rows.append("<section><ul class=list>");
    for (Entry entry : all) {
      rows.append(
          "<li><span>%s%s<br><small>%s · %s</small></span><a href=\"%s?lang=%s&amp;visit=%s\">%s</a>"
              .formatted(
                  entry.open() ? "<b>▲ </b>" : "",
                  why(language, entry),
                  TIME.format(entry.at().atZone(zone)),
                  ConsolePages.money(entry.charged()),
                  ConsolePages.VISITS,
                  language.code(),
                  ConsolePages.escaped(entry.name()),
                  VisitsWords.LOOK.in(language)));
    }
    return rows.append("</ul></section>").toString();
  }

  private static String why(Language language, Entry entry) {
    return entry
        .verdict()
        .map(VisitsWords::of)
        .orElseGet(() -> VisitsWords.of(entry.why()))
        .in(language);
  }

  private String sheet(Visit visit, VisitDesk desk) {
    Language language = visit.language();
    String back =
        "<p><a href=\"%s?lang=%s\">%s</a></p>"
            .formatted(ConsolePages.VISITS, language.code(), VisitsWords.BACK.in(language));
    try {
      return desk.visit(visit.field("visit"))
              .map(sheet -> sheet(visit, sheet))
              .orElseGet(() -> ConsolePages.bad(VisitsWords.NO_SUCH.in(language)))
          + back;
    } catch (IOException e) {
      LOG.error("console: a visit's evidence cannot be read: {}", e.toString());
      String why = ConsolePages.escaped(Explained.of(e).in(language));
      return ConsolePages.bad(VisitsWords.UNREADABLE.in(language, why)) + back;
    }
  }

  private String sheet(Visit visit, Sheet sheet) {
    Language language = visit.language();
    Entry entry = sheet.entry();
    StringBuilder page = new StringBuilder("<section><h2>");
    page.append(why(language, entry)).append("</h2><dl>");
    ConsolePages.row(page, VisitsWords.WHEN.in(language), TIME.format(entry.at().atZone(zone)));
    ConsolePages.row(page, VisitsWords.CHARGED.in(language), ConsolePages.money(entry.charged()));
    sheet.objections().forEach(o -> ConsolePages.row(page, VisitsWords.SAID.in(language), o));
    page.append("</dl></section><section><h2>").append(VisitsWords.TOOK.in(language));
    page.append("</h2>").append(lines(language, sheet)).append("</section><section><h2>");
    page.append(VisitsWords.SCALE.in(language)).append("</h2><p class=soft>");
    page.append(VisitsWords.DOOR.in(language)).append("</p>");
    for (VisitDesk.Curve curve : sheet.curves()) {
      page.append(new TracePlot(curve, sheet.openMs(), sheet.closedMs()).svg(language));
    }
    return page.append("</section>").append(answers(visit, sheet)).toString();
  }

  private static String lines(Language language, Sheet sheet) {
    if (sheet.lines().isEmpty()) {
      return "<p>" + VisitsWords.TOOK_NOTHING.in(language) + "</p>";
    }
    StringBuilder rows = new StringBuilder("<dl>");
    for (Line line : sheet.lines()) {
      ConsolePages.row(
          rows,
          ConsolePages.escaped(line.article()) + " ×" + line.pieces(),
          VisitsWords.SURE.in(language, 100 * line.confidence()));
    }
    return rows.append("</dl><p class=soft>")
        .append(VisitsWords.WHOLE.in(language, 100 * sheet.confidence()))
        .append("</p>")
        .toString();
  }

  /** Two answers of equal weight. */
  private static String answers(Visit visit, Sheet sheet) {
    Language language = visit.language();
    boolean bill = sheet.bill().isPresent();
    return """
        <section><h2>%s</h2><form method=post>%s%s%s%s%s<div class=acts>
        <button name=right value=yes>%s</button><button name=right value=no>%s</button></div></form>%s</section>
        """
        .formatted(
            VisitsWords.ANSWER.in(language),
            ConsolePages.hidden("form", visit.form()),
            ConsolePages.hidden("do", "looked"),
            ConsolePages.hidden("visit", sheet.entry().name()),
            ConsolePages.hidden("bill", bill ? "yes" : "no"),
            sheet.bill().map(sale -> PiecesBack.choices(language, sale)).orElse(""),
            VisitsWords.IS_RIGHT.in(language),
            (bill ? VisitsWords.IS_WRONG : VisitsWords.IS_WRONG_ONLY).in(language),
            bill ? "<p class=soft>" + VisitsWords.HOW_BACK.in(language) + "</p>" : "");
  }
}
