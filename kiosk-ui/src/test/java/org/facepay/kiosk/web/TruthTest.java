package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen.Notice;
import org.facepay.kiosk.screen.Screen.Paper;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.screen.Snapshot.Overlay.BagCheckKind;
import org.facepay.kiosk.screen.StaffScreen.Done;
import org.facepay.kiosk.screen.WeighScreen.ScaleState;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;

/**
 * Walks screens and surroundings and holds each sentence that claims something against the table of
 * when it is true.
 */
@Slow("reads every screen in two languages on two panels, online and offline")
class TruthTest extends PageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everySentenceThatCanBeSeenIsTrue() throws IOException {
    List<String> faults = new ArrayList<>();
    TreeSet<String> unseen = new TreeSet<>();
    TreeSet<String> seen = new TreeSet<>();
    for (int[] panel : new int[][] {{1080, 1920}, {1280, 800}, {800, 480}}) {
      page.setViewportSize(panel[0], panel[1]);
      for (Language language : Language.values()) {
        for (boolean online : new boolean[] {true, false}) {
          Display usual = SampleScreens.display(language, false, false);
          Display display =
              new Display(
                  language, false, false, usual.shop(), usual.terminal(), usual.clock(), online);
          for (var sample : screens(language).entrySet()) {
            Map<String, List<String>> read = read(display, sample.getValue());
            String where = sample.getKey() + " " + panel[0] + " " + language;
            read.get("untrue").forEach(said -> faults.add(where + ": " + said));
            seen.addAll(read.get("keys"));
            unseen.addAll(read.get("all"));
          }
        }
      }
    }
    System.out.println("WORDS untrue=" + faults.size());
    assertEquals("", String.join("\n", faults));
    unseen.removeAll(seen);
    unseen.remove("lostText"); // stands only while there is no snapshot
    assertEquals(List.of(), List.copyOf(unseen), "claims that no screen makes");
  }

  /** The samples, and what is laid out like one of them but claims something else. */
  private static Map<String, SampleScreens.Sample> screens(Language language) {
    SampleScreens samples = new SampleScreens(language);
    WeighSamples weigh = new WeighSamples(language);
    PaymentSamples payment = new PaymentSamples(language);
    Map<String, SampleScreens.Sample> all = samples.all();
    for (StaffCall staff : StaffCall.values()) {
      all.put("bags-" + staff, weigh.bagCheck(BagCheckKind.REMOVED, staff));
    }
    for (Done done : Done.values()) {
      all.put(
          "staff-" + done, new SampleScreens.Sample(new StaffSamples(language).menu(false, done)));
    }
    for (Paper paper : Paper.values()) {
      all.put("refunded-" + paper, new SampleScreens.Sample(payment.refunded(paper)));
    }
    for (NoticeKind kind :
        List.of(
            NoticeKind.FACE_DELETED,
            NoticeKind.SCANNER_OFFLINE,
            NoticeKind.AGE_CONFIRMED,
            NoticeKind.AGE_REFUSED,
            NoticeKind.BASKET_COMING,
            NoticeKind.BASKET_RESUMED,
            NoticeKind.BASKET_USED,
            NoticeKind.BASKET_EXPIRED,
            NoticeKind.BASKET_UNREACHED)) {
      Optional<Notice> notice = Optional.of(new Notice(kind, ""));
      all.put(
          "basket-" + kind,
          new SampleScreens.Sample(samples.basket(samples.lines(), notice, false)));
    }
    all.put("weighing-waiting", new SampleScreens.Sample(weigh.weighing(ScaleState.WAITING)));
    return all;
  }

  @SuppressWarnings("unchecked")
  private Map<String, List<String>> read(Display display, SampleScreens.Sample sample)
      throws IOException {
    shopper.show(display, sample);
    Object snapshot =
        JSON.readValue(
            SnapshotJson.write(new Snapshot(1, display, sample.screen(), sample.overlay())),
            Map.class);
    return (Map<String, List<String>>) page.evaluate(table(), snapshot);
  }

  private static String table() throws IOException {
    try (var in = TruthTest.class.getResourceAsStream("truths.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
