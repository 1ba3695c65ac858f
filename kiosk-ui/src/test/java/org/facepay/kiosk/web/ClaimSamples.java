package org.facepay.kiosk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.facepay.kiosk.screen.Snapshot.Overlay.BagCheckKind;
import org.facepay.kiosk.screen.StaffScreen.Done;
import org.facepay.kiosk.screen.StaffScreen.NotPlaced;
import org.facepay.kiosk.screen.StaffScreen.Trouble;
import org.facepay.kiosk.screen.VendingScreen;
import org.facepay.kiosk.screen.WeighScreen;
import org.facepay.kiosk.screen.WeighScreen.ScaleState;
import org.facepay.kiosk.web.SampleScreens.Sample;

/**
 * What is laid out like one of the samples but claims something else: every value of every state.
 */
record ClaimSamples(Language language) {
  Map<String, Sample> all() {
    SampleScreens samples = new SampleScreens(language);
    WeighSamples weigh = new WeighSamples(language);
    PaymentSamples payment = new PaymentSamples(language);
    Map<String, Sample> all = new LinkedHashMap<>();
    for (StaffCall staff : StaffCall.values()) {
      all.put("bags-" + staff, weigh.bagCheck(BagCheckKind.REMOVED, staff));
    }
    for (Done done : Done.values()) {
      all.put("staff-" + done, new Sample(new StaffSamples(language).menu(false, done)));
    }
    for (Paper paper : Paper.values()) {
      all.put("refunded-" + paper, new Sample(payment.refunded(paper)));
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

  private static FaceScreen.FaceEnded ended(ConsentPurpose purpose, FaceEnd end) {
    return new FaceScreen.FaceEnded(purpose, end, Optional.empty());
  }

  private static FaceScreen.Capture looking(Guidance guidance) {
    return new FaceScreen.Capture(ConsentPurpose.RECOGNITION, guidance, Optional.empty());
  }

  private static void put(Map<String, Sample> all, String name, Screen screen) {
    all.put(name, new Sample(screen));
  }
}
