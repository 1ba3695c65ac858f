package org.facepay.terminal.technician;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.devices.HealthBoard.Heard;
import org.facepay.terminal.devices.HealthBoard.Row;
import org.facepay.terminal.devices.LiveTest.Step;
import org.facepay.terminal.language.Language;

/** Tests one device, and shows what it came to; never while somebody shops. */
record TestPage(Console.Shown shown) implements Page {

  @Override
  public Response answer(Visit visit) {
    Language language = visit.language();
    Console.Desks desks = shown.get();
    String name = visit.field("device");
    Optional<Row> row =
        desks.devices().get().stream().filter(r -> r.device().name().equals(name)).findFirst();
    String body = ConsolePages.nav(language, "/", shown);
    if (row.isEmpty() || desks.workshop().isEmpty() || !desks.workshop().get().tests().has(name)) {
      return page(language, "", body + ConsolePages.bad(TestWords.NO_DEVICE.in(language)));
    }
    boolean occupied = desks.workshop().get().occupied().getAsBoolean();
    if (!occupied) {
      shown.did(visit, Deeds.Deed.DEVICE_TESTED, name);
    }
    String found =
        occupied
            ? ConsolePages.bad(TestWords.OCCUPIED.in(language))
            : steps(language, desks.workshop().get().tests().of(name));
    return page(language, name, body + found + reading(language, name) + again(visit, name));
  }

  private static Response page(Language language, String name, String body) {
    String title =
        name.isEmpty()
            ? TestWords.TEST.in(language)
            : TestWords.TESTED.in(language, ConsolePages.escaped(name));
    return Response.html(
        200, ConsolePages.shell(language, title, body + ConsolePages.back(language)));
  }

  private static String steps(Language language, List<Step> steps) {
    StringBuilder list = new StringBuilder("<section><ul class=steps>");
    for (Step step : steps) {
      list.append(
          "<li><span>%s</span><b class=\"grade %s\">%s</b><p>%s</p>"
              .formatted(
                  TestWords.level(language, step.level()),
                  step.finding().grade().name().toLowerCase(Locale.ROOT),
                  TestWords.grade(language, step.finding().grade()),
                  ConsolePages.escaped(TestWords.detail(language, step.finding().detail()))));
    }
    return list.append("</ul></section>").toString();
  }

  /** As it is after the test; nothing of a device that only answers. */
  private String reading(Language language, String name) {
    return shown.get().devices().get().stream()
        .filter(r -> r.device().name().equals(name))
        .flatMap(r -> r.heard().stream())
        .map(heard -> said(language, heard))
        .findFirst()
        .orElse("");
  }

  private static String said(Language language, Heard heard) {
    StringBuilder rows = new StringBuilder();
    ConsolePages.row(rows, TestWords.LAST_SAID.in(language), SaidWords.of(language, heard.said()));
    return "<section><dl>" + rows + "</dl></section>";
  }

  private static String again(Visit visit, String name) {
    return "<form method=post>%s%s<button class=primary name=do value=test>%s</button></form>"
        .formatted(
            ConsolePages.hidden("form", visit.form()),
            ConsolePages.hidden("device", name),
            TestWords.TEST.in(visit.language()));
  }
}
