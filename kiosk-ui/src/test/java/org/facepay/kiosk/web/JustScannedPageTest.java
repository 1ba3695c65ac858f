package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Line;
import org.facepay.kiosk.screen.Screen.Notice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was scanned last is whole and in sight, whatever else is in the basket or said above it. */
class JustScannedPageTest extends PageTest {
  /** The parts of the newest row that nobody would see or touch; empty when it is whole. */
  private static final String HIDDEN =
      """
      () => {
        const row = document.querySelector('.row.fresh');
        if (!row) return 'there is no row that was just scanned';
        const box = row.getBoundingClientRect();
        const list = document.querySelector('.list').getBoundingClientRect();
        if (box.top < list.top - 1 || box.bottom > list.bottom + 1) {
          return `rows ${box.top} to ${box.bottom} in a list of ${list.top} to ${list.bottom}`;
        }
        const fade = document.querySelector('.fade')?.getBoundingClientRect();
        if (fade && fade.height > 0 && fade.top < box.bottom - 1) return `fades from ${fade.top}, ends at ${box.bottom}`;
        const hidden = [];
        for (const x of [0.02, 0.25, 0.5, 0.75, 0.98]) {
          for (const y of [0.08, 0.5, 0.92]) {
            const at = [box.left + x * box.width, box.top + y * box.height];
            const top = document.elementFromPoint(at[0], at[1]);
            if (!row.contains(top)) hidden.push(`${x},${y} under ${top && top.outerHTML.slice(0, 90)}`);
          }
        }
        return hidden.join('; ');
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "1080,1920,false",
    "1080,1920,true",
    "1280,800,false",
    "1280,800,true",
    "800,480,false",
    "800,480,true"
  })
  void theNewestLineIsWholeAndInSight(int width, int height, boolean larger) {
    page.setViewportSize(width, height);
    for (Language language : Language.values()) {
      SampleScreens samples = new SampleScreens(language);
      for (int articles : List.of(1, 2, 3, 4, 5, 6, 7, 10, 40)) {
        for (Optional<Notice> told : told()) {
          List<Line> lines = many(samples, articles);
          shopper.show(
              SampleScreens.display(language, larger, false),
              new SampleScreens.Sample(
                  new Screen.Basket(lines, samples.totals(), told, Optional.empty(), false)));
          page.locator(".list").evaluate("l => { l.scrollTop = 900; }");
          List<Line> more = new ArrayList<>(lines);
          more.set(0, SampleScreens.with(lines.getFirst(), false));
          more.addFirst(newest(samples, articles));
          shopper.show(
              SampleScreens.display(language, larger, false),
              new SampleScreens.Sample(
                  new Screen.Basket(more, samples.totals(), told, Optional.empty(), false)));
          assertEquals(
              "",
              page.evaluate(HIDDEN),
              language + " " + articles + " articles " + told.map(Notice::kind));
        }
      }
    }
  }

  private static List<Optional<Notice>> told() {
    return List.of(
        Optional.empty(), Optional.of(new Notice(NoticeKind.ITEM_NOT_FOUND, "6901234567892")));
  }

  private static List<Line> many(SampleScreens samples, int articles) {
    List<Line> lines = new ArrayList<>();
    for (int n = 0; n < articles; n++) {
      lines.add(renamed(samples.lines().get(n % samples.lines().size()), "line" + n, n == 0));
    }
    return lines;
  }

  private static Line newest(SampleScreens samples, int articles) {
    return renamed(samples.lines().get(articles % samples.lines().size()), "newest", true);
  }

  private static Line renamed(Line line, String id, boolean fresh) {
    return new Line(
        id,
        line.picture(),
        line.name(),
        line.note(),
        line.quantity(),
        line.count(),
        line.price(),
        line.was(),
        line.offer(),
        fresh,
        fresh);
  }
}
