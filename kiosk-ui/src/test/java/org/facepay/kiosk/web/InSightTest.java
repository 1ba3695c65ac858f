package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.FaceScreen;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Line;
import org.facepay.kiosk.screen.Snapshot;
import org.junit.jupiter.api.Test;

/** Which touches are meant; time is what the test says it is. */
class InSightTest {
  private static final SampleScreens SAMPLES = new SampleScreens(Language.ZH);
  private static final Map<String, SampleScreens.Sample> ALL = SAMPLES.all();
  private static final int PATIENCE = 400;

  private final InSight inSight = new InSight(Duration.ofMillis(PATIENCE));
  private Display display = SampleScreens.display(Language.ZH, false, false);
  private Snapshot newest;
  private long seq;

  @Test
  void whatHasOnlyJustAppearedCannotBeTouched() {
    shown("basket-member", 0);
    assertTrue(touched(new Intent.Member(), 1_000));
    shown("consent-recognition", 1_020);
    for (int after = 20; after <= 150; after += 10) {
      assertFalse(touched(new Intent.AgreeFace(), 1_020 + after));
    }
    assertFalse(touched(new Intent.AgreeFace(), 1_020 + PATIENCE - 1));
    assertTrue(touched(new Intent.AgreeFace(), 1_020 + PATIENCE));
  }

  @Test
  void everyButtonOfEveryScreenIsPatientAfterEveryOther() {
    List<Intent> grave =
        List.of(
            new Intent.AgreeFace(),
            new Intent.ChooseMethod(Screen.Method.CARD),
            new Intent.ConfirmPerson(),
            new Intent.Cancel(),
            new Intent.ConfirmCancel(),
            new Intent.Finish(),
            new Intent.ConfirmWithdraw(),
            new Intent.RemoveLine("tea"));
    long now = 0;
    for (String before : ALL.keySet()) {
      for (String after : List.of("consent-payment", "paychoice", "confirm", "cancel", "idle")) {
        if (!kind(before).equals(kind(after))) {
          shown(before, now);
          shown(after, now + 1_000);
          for (Intent intent : grave) {
            assertFalse(touched(intent, now + 1_200), before + " then " + after + ": " + intent);
            assertTrue(touched(intent, now + 1_400), before + " then " + after + ": " + intent);
          }
          now += 10_000;
        }
      }
    }
  }

  @Test
  void whatGoesBackIsWhatWasChosenBeforeTheFingerWentDown() {
    shown("dispute-refund", 0);
    assertTrue(touched(new Intent.RequestRefund(), 1_000));
    shown("dispute-staff", 1_020);
    assertFalse(touched(new Intent.RequestRefund(), 1_200));
    assertTrue(touched(new Intent.TickLine("coffee"), 1_200), "lines stay where they are");
    shown("door-opening", 3_000);
    shown("door-pull", 4_000);
    assertFalse(touched(new Intent.Back(), 4_200), "it has only just appeared");
    assertTrue(touched(new Intent.Back(), 4_400));
  }

  @Test
  void piecesDigitsAndLettersAreTappedAsFastAsFingersGo() {
    shown("basket", 0);
    for (int tap = 0; tap < 5; tap++) {
      assertTrue(touched(new Intent.OneMore("tea"), 500 + 80 * tap));
      basket(tap + 3, 540 + 80 * tap);
    }
    shown("keypad-phone", 2_000);
    for (int tap = 0; tap < 11; tap++) {
      assertTrue(touched(new Intent.Digit(tap % 10), 2_500 + 60 * tap));
      screen(
          new FaceScreen.Keypad(
              FaceScreen.KeypadKind.PHONE,
              "1".repeat(tap),
              11,
              Optional.empty(),
              Optional.empty(),
              false),
          2_530 + 60 * tap);
    }
  }

  @Test
  void theLastPieceIsNotThrownAwayByTheTapThatCountedDownToIt() {
    shown("basket", 0);
    assertTrue(touched(new Intent.OneLess("tea"), 500));
    long before = seq;
    basket(1, 520);
    assertFalse(touched(new Intent.OneLess("tea"), before, 560), "it says throw away by now");
    assertFalse(touched(new Intent.RemoveLine("tea"), 600));
    assertTrue(touched(new Intent.OneMore("tea"), 600), "one more stands where it stood");
    assertTrue(touched(new Intent.RemoveLine("tea"), 520 + PATIENCE));
  }

  @Test
  void aScanMovesTheLinesButNotPay() {
    shown("basket", 0);
    List<Line> more = new ArrayList<>(SAMPLES.lines());
    more.addFirst(more.removeLast());
    screen(SAMPLES.basket(more, Optional.empty(), false), 1_000);
    assertFalse(touched(new Intent.OneMore("tea"), 1_100));
    assertFalse(touched(new Intent.OpenLine("milk"), 1_100));
    assertTrue(touched(new Intent.Pay(), 1_100));
    assertTrue(touched(new Intent.OneMore("tea"), 1_000 + PATIENCE));
  }

  @Test
  void anOlderSnapshotOfTheSameScreenCountsAndOneOfAnotherDoesNot() {
    shown("basket", 0);
    long old = seq;
    basket(3, 1_000);
    assertTrue(touched(new Intent.Pay(), old, 1_001));
    shown("paychoice", 2_000);
    assertFalse(touched(new Intent.Pay(), old, 9_000));
    assertFalse(touched(new Intent.Cancel(), old, 9_000));
  }

  @Test
  void whatTheTerminalShowsByNowCountsBeforeThePageHasPaintedIt() {
    shown("basket-member", 0);
    newest = snapshot(ALL.get("consent-recognition"));
    inSight.sent(newest);
    assertFalse(touched(new Intent.Cancel(), seq - 1, 5_000));
    assertFalse(touched(new Intent.AgreeFace(), seq, 5_000), "nobody has seen it");
  }

  @Test
  void otherWordsAndLargerOnesMoveButtonsTheBarStays() {
    shown("basket", 0);
    for (boolean larger : List.of(true, false)) {
      display = SampleScreens.display(larger ? Language.EN : Language.ZH, larger, true);
      long at = larger ? 1_000 : 3_000;
      shown("basket", at);
      assertFalse(touched(new Intent.Pay(), at + 100));
      assertTrue(touched(new Intent.SwitchLanguage(), at + 100));
      assertTrue(touched(new Intent.ToggleLargerText(), at + 100));
      assertTrue(touched(new Intent.ToggleHighContrast(), at + 100));
      assertTrue(touched(new Intent.CallStaff(), at + 100));
    }
  }

  @Test
  void aPageThatClaimsMoreThanItWasSentIsNotBelieved() {
    Random random = new Random(11);
    for (int n = 0; n < 2_000; n++) {
      inSight.painted(random.nextInt(1_000), n);
    }
    newest = snapshot(ALL.get("paychoice"));
    assertFalse(touched(new Intent.ChooseMethod(Screen.Method.CARD), 9_000));
    inSight.sent(newest);
    inSight.painted(seq, nanos(10_000));
    inSight.painted(seq, nanos(1));
    assertFalse(touched(new Intent.ChooseMethod(Screen.Method.CARD), 10_100));
  }

  @Test
  void memoryIsBoundedAndAFlickerNeverMakesAScreenOlder() {
    for (int n = 0; n < 10 * InSight.REMEMBERED; n++) {
      shown(n % 2 == 0 ? "paychoice" : "basket", n * 16);
      assertFalse(touched(new Intent.ChooseMethod(Screen.Method.CARD), n * 16 + 10));
    }
  }

  private static List<Object> kind(String name) {
    SampleScreens.Sample sample = ALL.get(name);
    return List.of(sample.screen().getClass(), sample.overlay().map(Object::getClass));
  }

  private void shown(String name, long millis) {
    newest = snapshot(ALL.get(name));
    inSight.sent(newest);
    inSight.painted(seq, nanos(millis));
  }

  private void screen(Screen screen, long millis) {
    newest = snapshot(new SampleScreens.Sample(screen));
    inSight.sent(newest);
    inSight.painted(seq, nanos(millis));
  }

  /** So many of the newest line. */
  private void basket(int pieces, long millis) {
    List<Line> lines = new ArrayList<>(SAMPLES.lines());
    Line tea = lines.getFirst();
    lines.set(
        0,
        new Line(
            tea.id(),
            tea.picture(),
            tea.name(),
            tea.note(),
            "×" + pieces,
            pieces,
            tea.price(),
            tea.was(),
            tea.offer(),
            true,
            false));
    screen(SAMPLES.basket(lines, Optional.empty(), false), millis);
  }

  private Snapshot snapshot(SampleScreens.Sample sample) {
    return new Snapshot(++seq, display, sample.screen(), sample.overlay());
  }

  private boolean touched(Intent intent, long millis) {
    return touched(intent, seq, millis);
  }

  private boolean touched(Intent intent, long on, long millis) {
    return inSight.meant(new PageMessage.Touched(intent, on, 0), newest, nanos(millis));
  }

  private static long nanos(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
