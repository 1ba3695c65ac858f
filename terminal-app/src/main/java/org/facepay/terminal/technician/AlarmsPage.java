package org.facepay.terminal.technician;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Sentence;

/** The alarms that stand, above the devices: what is wrong, and what to do about it. */
final class AlarmsPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

  private AlarmsPage() {}

  static String body(Language language, List<Alarm> alarms, ZoneId zone) {
    StringBuilder page = new StringBuilder();
    for (Alarm alarm : alarms) {
      String said =
          Sentence.of(AlarmWords.of(alarm.kind()), alarm.subject(), alarm.detail()).in(language);
      page.append("<p class=bad role=alert>")
          .append(ConsolePages.escaped(said))
          .append(" <small>")
          .append(AlarmWords.SINCE.in(language, TIME.format(alarm.since().atZone(zone))))
          .append("</small></p>");
    }
    return page.toString();
  }
}
