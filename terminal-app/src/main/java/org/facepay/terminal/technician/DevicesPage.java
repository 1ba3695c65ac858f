package org.facepay.terminal.technician;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facepay.peripherals.worker.Health;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.devices.HealthBoard.Row;
import org.facepay.terminal.devices.Roles;

/**
 * How all devices are, as a table that renews itself; the alarms that stand come first, then what
 * needs a hand.
 */
record DevicesPage(Console.Shown shown, InstantSource clock) implements Page {
  /** How often a browser asks again. */
  private static final int REFRESH_SECONDS = 4;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public Response answer(Visit visit) {
    return Response.html(200, page(visit));
  }

  String page(Visit visit) {
    boolean en = visit.english();
    Console.Desks desks = shown.get();
    return ConsolePages.shell(
        en,
        en ? "Devices" : "设备",
        "<meta http-equiv=refresh content=\"%d; url=%s&amp;live\">"
            .formatted(REFRESH_SECONDS, ConsolePages.home(en)),
        ConsolePages.nav(en, "/", desks.privacy().isPresent())
            + AlarmsPage.body(en, desks.alarms().get())
            + body(en, desks.devices().get(), clock.instant())
            + ConsolePages.leave(en, visit.form()));
  }

  private static String body(boolean en, List<Row> rows, Instant now) {
    List<Row> bad = rows.stream().filter(DevicesPage::needsHand).toList();
    List<Row> good = rows.stream().filter(r -> !needsHand(r)).toList();
    StringBuilder lines = new StringBuilder();
    bad.forEach(row -> line(lines, en, row, now));
    good.forEach(row -> line(lines, en, row, now));
    return """
        %s
        <table class=devices><thead><tr><th scope=col>%s<th scope=col>%s<th scope=col>%s<th scope=col>%s</thead>
        <tbody>%s</tbody></table>
        """
        .formatted(
            summary(en, rows.size(), bad.size()),
            en ? "Device" : "设备",
            en ? "State" : "状态",
            en ? "What to know or do" : "说明与处理",
            en ? "Since the start" : "启动以来",
            lines);
  }

  private static String summary(boolean en, int all, int bad) {
    if (bad == 0) {
      return "<p class=good role=status>"
          + (en ? "All " + all + " devices work." : all + " 台设备全部正常。")
          + "</p>";
    }
    String said =
        en
            ? bad + " of " + all + (bad == 1 ? " devices needs a hand." : " devices need a hand.")
            : all + " 台设备中有 " + bad + " 台需要处理。";
    return "<p class=bad role=status>" + said + "</p>";
  }

  private static void line(StringBuilder to, boolean en, Row row, Instant now) {
    Health health = row.health();
    boolean bad = needsHand(row);
    to.append("<tr><th scope=row><b>")
        .append(ConsolePages.escaped(row.device().name()))
        .append("</b><small>")
        .append(role(en, row.device().role()))
        .append(" · ")
        .append(ConsolePages.escaped(row.device().driver()))
        .append("</small><small class=port>")
        .append(ConsolePages.escaped(row.device().port().toString()))
        .append("</small><td><span class=\"state ")
        .append(health.state().name().toLowerCase(Locale.ROOT))
        .append("\">")
        .append(state(en, health.state()))
        .append("</span><small>")
        .append(ago(en, health.since(), now))
        .append("</small><td>");
    detail(to, en, row, bad);
    to.append("<td class=counts>");
    for (Map.Entry<String, Long> count : row.statistics().entrySet()) {
      to.append("<span>")
          .append(StatisticsWords.of(en, count.getKey()))
          .append(" <b>")
          .append(count.getValue())
          .append("</b></span>");
    }
    to.append("</tr>");
  }

  /** What is the matter; of a device that works, what it answered and what the matter last was. */
  private static void detail(StringBuilder to, boolean en, Row row, boolean bad) {
    to.append(bad ? "<p class=what>" : "<p>").append(words(en, row.health()));
    if (!bad && row.lastProblem().isPresent()) {
      Health last = row.lastProblem().get();
      to.append("<small>")
          .append(en ? "Last problem " : "上次问题 ")
          .append(TIME.format(last.since()))
          .append(" · ")
          .append(words(en, last))
          .append("</small>");
    }
  }

  private static String words(boolean en, Health health) {
    return health.text().map(text -> ConsolePages.escaped(Advice.of(en, text))).orElse("");
  }

  private static boolean needsHand(Row row) {
    return switch (row.health().state()) {
      case DEGRADED, OFFLINE -> true;
      case ONLINE, OPENING, IDENTIFYING, CLOSED -> false;
    };
  }

  private static String state(boolean en, Health.State state) {
    return switch (state) {
      case ONLINE -> en ? "Works" : "正常";
      case DEGRADED -> en ? "Needs a hand" : "需要处理";
      case OFFLINE -> en ? "Offline" : "离线";
      case OPENING, IDENTIFYING -> en ? "Connecting" : "正在连接";
      case CLOSED -> en ? "Not started" : "未启动";
    };
  }

  private static String role(boolean en, String role) {
    return Roles.ALL
        .name(role)
        .map(name -> en ? name.english() : name.chinese())
        .orElseGet(() -> ConsolePages.escaped(role));
  }

  private static String ago(boolean en, Instant since, Instant now) {
    Duration d = Duration.between(since, now);
    long seconds = Math.max(0, d.toSeconds());
    String time =
        seconds < 120
            ? seconds + (en ? " s" : " 秒")
            : seconds < 7_200
                ? seconds / 60 + (en ? " min" : " 分钟")
                : seconds < 172_800
                    ? seconds / 3_600 + (en ? " h" : " 小时")
                    : seconds / 86_400 + (en ? " days" : " 天");
    return en ? "for " + time : "已 " + time;
  }
}
