package org.facepay.terminal.technician;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facepay.peripherals.worker.Health;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.devices.HealthBoard.Row;
import org.facepay.terminal.devices.Roles;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;

/**
 * How all devices are, as a table that renews itself; the alarms that stand come first, then what
 * needs a hand.
 */
record DevicesPage(Console.Shown shown, ZoneId zone, InstantSource clock) implements Page {
  /** How often a browser asks again. */
  private static final int REFRESH_SECONDS = 4;

  /** Seconds of a second, a minute, an hour, a day. */
  private static final List<Integer> UNITS = List.of(1, 60, 3_600, 86_400);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

  @Override
  public Response answer(Visit visit) {
    return Response.html(200, page(visit));
  }

  String page(Visit visit) {
    Language language = visit.language();
    Console.Desks desks = shown.get();
    return ConsolePages.shell(
        language,
        ConsoleWords.DEVICES.in(language),
        ConsolePages.renewing(language, "/", REFRESH_SECONDS),
        ConsolePages.nav(language, "/", shown)
            + AlarmsPage.body(language, desks.alarms().get(), zone)
            + body(visit, desks.devices().get(), clock.instant())
            + ConsolePages.leave(language, visit.form()));
  }

  private String body(Visit visit, List<Row> rows, Instant now) {
    Language language = visit.language();
    List<Row> bad = rows.stream().filter(DevicesPage::needsHand).toList();
    List<Row> good = rows.stream().filter(r -> !needsHand(r)).toList();
    StringBuilder lines = new StringBuilder();
    bad.forEach(row -> line(lines, visit, row, now));
    good.forEach(row -> line(lines, visit, row, now));
    return """
        %s
        <table class=devices><thead><tr><th scope=col>%s<th scope=col>%s<th scope=col>%s<th scope=col>%s</thead>
        <tbody>%s</tbody></table>
        """
        .formatted(
            summary(language, rows.size(), bad.size()),
            DevicesWords.DEVICE.in(language),
            DevicesWords.STATE.in(language),
            DevicesWords.DETAIL.in(language),
            DevicesWords.COUNTS.in(language),
            lines);
  }

  private static String summary(Language language, int all, int bad) {
    if (bad == 0) {
      return "<p class=good role=status>" + DevicesWords.ALL_WORK.in(language, all) + "</p>";
    }
    Phrase needs = bad == 1 ? DevicesWords.ONE_NEEDS_A_HAND : DevicesWords.SOME_NEED_A_HAND;
    return "<p class=bad role=status>" + needs.in(language, bad, all) + "</p>";
  }

  private void line(StringBuilder to, Visit visit, Row row, Instant now) {
    Language language = visit.language();
    Health health = row.health();
    boolean bad = needsHand(row);
    to.append("<tr><th scope=row><b>")
        .append(ConsolePages.escaped(row.device().name()))
        .append("</b><small>")
        .append(role(language, row.device().role()))
        .append(" · ")
        .append(ConsolePages.escaped(row.device().driver()))
        .append("</small><small class=port>")
        .append(ConsolePages.escaped(row.device().port().toString()))
        .append("</small><td><span class=\"state ")
        .append(health.state().name().toLowerCase(Locale.ROOT))
        .append("\">")
        .append(state(language, health.state()))
        .append("</span><small>")
        .append(ago(language, health.since(), now))
        .append("</small><td>");
    detail(to, language, row, bad);
    heard(to, language, row, now);
    to.append("<td class=counts>");
    for (Map.Entry<String, Long> count : row.statistics().entrySet()) {
      to.append("<span>")
          .append(StatisticsWords.of(language, count.getKey()))
          .append(" <b>")
          .append(count.getValue())
          .append("</b></span>");
    }
    test(to, visit, row);
    to.append("</tr>");
  }

  /** What it said last by itself. */
  private static void heard(StringBuilder to, Language language, Row row, Instant now) {
    row.heard()
        .ifPresent(
            heard ->
                to.append("<p class=heard>")
                    .append(ConsolePages.escaped(SaidWords.of(language, heard.said())))
                    .append(" <small>")
                    .append(before(language, heard.at(), now))
                    .append("</small></p>"));
  }

  private void test(StringBuilder to, Visit visit, Row row) {
    String name = row.device().name();
    if (shown.get().workshop().filter(shop -> shop.tests().has(name)).isPresent()) {
      to.append("<form method=post>")
          .append(ConsolePages.hidden("form", visit.form()))
          .append(ConsolePages.hidden("device", name))
          .append("<button class=slim name=do value=test>")
          .append(TestWords.TEST.in(visit.language()))
          .append("</button></form>");
    }
  }

  /** What is the matter; of a device that works, what it answered and what the matter last was. */
  private void detail(StringBuilder to, Language language, Row row, boolean bad) {
    to.append(bad ? "<p class=what>" : "<p>").append(words(language, row.health()));
    if (!bad && row.lastProblem().isPresent()) {
      Health last = row.lastProblem().get();
      to.append("<small>")
          .append(DevicesWords.LAST_PROBLEM.in(language, TIME.format(last.since().atZone(zone))))
          .append(" · ")
          .append(words(language, last))
          .append("</small>");
    }
  }

  private static String words(Language language, Health health) {
    return health
        .text()
        .map(text -> ConsolePages.escaped(HealthWords.of(language, text)))
        .orElse("");
  }

  private static boolean needsHand(Row row) {
    return switch (row.health().state()) {
      case DEGRADED, OFFLINE -> true;
      case ONLINE, OPENING, IDENTIFYING, CLOSED -> false;
    };
  }

  private static String state(Language language, Health.State state) {
    return switch (state) {
      case ONLINE -> DevicesWords.WORKS.in(language);
      case DEGRADED -> DevicesWords.NEEDS_A_HAND.in(language);
      case OFFLINE -> DevicesWords.OFFLINE.in(language);
      case OPENING, IDENTIFYING -> DevicesWords.CONNECTING.in(language);
      case CLOSED -> DevicesWords.NOT_STARTED.in(language);
    };
  }

  private static String role(Language language, String role) {
    return Roles.ALL
        .name(role)
        .map(name -> name.in(language))
        .orElseGet(() -> ConsolePages.escaped(role));
  }

  private static String ago(Language language, Instant since, Instant now) {
    return length(DevicesWords.FOR, language, since, now);
  }

  private static String before(Language language, Instant since, Instant now) {
    return length(DevicesWords.AGO, language, since, now);
  }

  /** In the largest unit of which there are two at least; seconds, minutes, hours, days. */
  private static String length(List<Phrase> units, Language language, Instant since, Instant now) {
    long seconds = Math.max(0, Duration.between(since, now).toSeconds());
    int unit = seconds < 120 ? 0 : seconds < 7_200 ? 1 : seconds < 172_800 ? 2 : 3;
    return units.get(unit).in(language, seconds / UNITS.get(unit));
  }
}
