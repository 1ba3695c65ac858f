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
import org.facepay.kiosk.screen.FaceScreen;
import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.PaymentScreen.ReaderStep;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.kiosk.screen.Screen.DeclineReason;
import org.facepay.kiosk.screen.Screen.Guidance;
import org.facepay.kiosk.screen.Screen.Notice;
import org.facepay.kiosk.screen.Screen.Paper;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.screen.Snapshot.Overlay.BagCheckKind;
import org.facepay.kiosk.screen.StaffScreen.Done;
import org.facepay.kiosk.screen.StaffScreen.NotPlaced;
import org.facepay.kiosk.screen.StaffScreen.Trouble;
import org.facepay.kiosk.screen.VendingScreen;
import org.facepay.kiosk.screen.WeighScreen;
import org.facepay.kiosk.screen.WeighScreen.ScaleState;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;

/**
 * Walks screens and surroundings and holds each sentence against the table of when it is true;
 * every word stands there once, as a claim or as a label.
 */
@Slow("reads every screen in two languages on three panels, online and offline")
class TruthTest extends PageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everySentenceThatCanBeSeenIsTrue() throws IOException {
    List<String> faults = new ArrayList<>();
    TreeSet<String> unseen = new TreeSet<>();
    TreeSet<String> seen = new TreeSet<>();
    TreeSet<String> unlisted = new TreeSet<>();
    for (int[] panel : new int[][] {{1080, 1920}, {1280, 800}, {800, 480}}) {
      page.setViewportSize(panel[0], panel[1]);
      for (Language language : Language.values()) {
        for (Display display : surroundings(language)) {
          for (var sample : screens(language).entrySet()) {
            Map<String, List<String>> read = read(display, sample.getValue());
            String where = sample.getKey() + " " + panel[0] + " " + language;
            read.get("untrue").forEach(said -> faults.add(where + ": " + said));
            seen.addAll(read.get("keys"));
            unseen.addAll(read.get("all"));
            unlisted.addAll(read.get("unlisted"));
          }
        }
      }
    }
    System.out.println("WORDS untrue=" + (faults.size() + unlisted.size()));
    assertEquals("", String.join("\n", faults));
    assertEquals(List.of(), List.copyOf(unlisted), "words that do not stand in the table once");
    unseen.removeAll(seen);
    unseen.removeAll(List.of("lostTitle", "lostText")); // stand only while there is no snapshot
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
    for (NoticeKind kind : NoticeKind.values()) {
      Optional<Notice> notice = Optional.of(new Notice(kind, ""));
      put(all, "basket-" + kind, samples.basket(samples.lines(), notice, false));
      Optional<Notice> named = Optional.of(new Notice(kind, "6901234567892"));
      put(all, "paycode-" + kind, new Screen.PresentCode(samples.totals(), named));
    }
    for (BagCheckKind kind : BagCheckKind.values()) {
      all.put("bag-" + kind, weigh.bagCheck(kind, StaffCall.RECEIVED));
    }
    for (ScaleState state : ScaleState.values()) {
      put(all, "weighing-" + state, weigh.weighing(state));
    }
    for (DeclineReason reason : DeclineReason.values()) {
      put(all, "declined-" + reason, new Screen.Declined("92.18", 13, reason));
    }
    for (ClosedReason reason : ClosedReason.values()) {
      put(all, "closed-" + reason, new Screen.Closed(reason));
    }
    for (FaceEnd end : FaceEnd.values()) {
      put(all, "shopping-" + end, ended(ConsentPurpose.RECOGNITION, end));
      put(all, "joining-" + end, ended(ConsentPurpose.STORAGE, end));
    }
    for (Guidance guidance : Guidance.values()) {
      put(all, "looking-" + guidance, looking(guidance));
    }
    for (ReaderStep step : ReaderStep.values()) {
      put(all, "reader-" + step, new PaymentScreen.FollowReader("92.18", step));
    }
    put(all, "hold-credit", PaymentSamples.hold(PaymentScreen.HoldKind.CREDIT));
    put(
        all,
        "nothing-found",
        new WeighScreen.Produce(List.of(), "X", "", true, true, samples.totals()));
    for (NotPlaced why : NotPlaced.values()) {
      put(all, "restock-" + why, new StaffSamples(language).refused(why));
    }
    put(all, "restock-off", new StaffSamples(language).restock(true, 3, Trouble.SLOT_OFF));
    put(
        all,
        "several-not-out",
        new VendingScreen.NotDelivered(
            List.of(new Screen.Article("tea", "茶", 2)),
            false,
            "5.00",
            "9.00",
            VendingScreen.Money.REFUNDED,
            StaffCall.NOT_REACHED));
    return all;
  }

  /** Online and offline, and with larger text, for which some sentences are shorter. */
  private static List<Display> surroundings(Language language) {
    Display usual = SampleScreens.display(language, false, false);
    Display offline =
        new Display(language, false, false, usual.shop(), usual.terminal(), usual.clock(), false);
    return List.of(usual, offline, SampleScreens.display(language, true, false));
  }

  private static FaceScreen.FaceEnded ended(ConsentPurpose purpose, FaceEnd end) {
    return new FaceScreen.FaceEnded(purpose, end, Optional.empty());
  }

  private static FaceScreen.Capture looking(Guidance guidance) {
    return new FaceScreen.Capture(ConsentPurpose.RECOGNITION, guidance, Optional.empty());
  }

  private static void put(Map<String, SampleScreens.Sample> all, String name, Screen screen) {
    all.put(name, new SampleScreens.Sample(screen));
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
