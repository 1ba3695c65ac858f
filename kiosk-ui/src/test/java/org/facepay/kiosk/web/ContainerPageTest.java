package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.facepay.kiosk.screen.ContainerScreen;
import org.facepay.kiosk.screen.ContainerScreen.MoneyState;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.kiosk.web.SampleScreens.Sample;
import org.junit.jupiter.api.Test;

/** What the page of a smart container asks for, and what it leaves alone. */
class ContainerPageTest extends PageTest {
  private static final Map<String, Sample> SAMPLES = new ContainerSamples(Language.EN).all();

  private void show(String sample) {
    shopper.show(EN, SAMPLES.get(sample));
  }

  private void show(Screen screen) {
    shopper.show(EN, new Sample(screen));
  }

  @Test
  void eachWayInSendsItsMethodAndIsBlueOnlyWhereItIsTheOnlyOne() throws InterruptedException {
    show("container");
    assertEquals(0, page.locator(".primary").count());
    assertEquals(new Intent.ChooseMethod(Method.FACE), shopper.touch("Use my face"));
    assertEquals(new Intent.ChooseMethod(Method.ALIPAY_QR), shopper.touch("Scan with Alipay"));
    show("container-wrong-code");
    assertEquals(new Intent.ChooseMethod(Method.WALLET_QR), shopper.touch("Show a code to scan"));
    show("container-no-scanner");
    assertEquals(1, page.locator(".primary").count());
    show("container-no-way");
    assertEquals(0, page.locator(".rail button").count());
  }

  @Test
  void theDoorCanBeLeftOnlyOnceItsBoltIsDrawn() throws InterruptedException {
    show("door-opening");
    assertEquals(0, page.locator(".rail").count());
    show("door-pull");
    assertEquals(new Intent.Back(), shopper.touch("Do not open"));
    show(new ContainerScreen.Opening(true, 2));
    page.waitForCondition(() -> shopper.text().contains("It locks again in 1 s"));
    page.waitForCondition(() -> shopper.text().contains("Locking again now"));
  }

  @Test
  void whileTheDoorIsOpenThereIsNothingToPressButWhatNeedsAHand() throws InterruptedException {
    for (String sample : List.of("taking", "taking-nothing", "counting")) {
      show(sample);
      assertEquals(0, page.locator(".rail button").count(), sample);
    }
    show("taking");
    assertTrue(shopper.text().contains("Put back"));
    show("wrong-place");
    assertEquals(new Intent.KeepHere(), shopper.touch("I want it"));
    show("door-open");
    assertEquals(new Intent.StillHere(), shopper.touch("Still choosing"));
    assertEquals(new Intent.CallStaff(), shopper.touch("Will not close"));
  }

  @Test
  void whoWasCalledIsSaidOnlyOnceTheyWere() {
    show(new ContainerScreen.DoorOpen("25.40", 2, StaffCall.NOT_REACHED));
    page.waitForCondition(() -> shopper.text().contains("We ask staff to come now"));
    assertFalse(shopper.text().contains("not reached"));
    show("door-open-not");
    assertTrue(shopper.text().contains("Staff not reached yet"));
    show("door-open-coming");
    assertTrue(shopper.text().contains("Staff are coming"));
  }

  @Test
  void everyAnswerNamesItsChoice() throws InterruptedException {
    show("ask");
    assertEquals(new Intent.ChooseOption("b"), shopper.touch("Cheese-filled bun ¥6.80"));
    assertEquals(new Intent.ChooseOption("none"), shopper.touch("Neither"));
    assertEquals(new Intent.ChooseOption("unsure"), shopper.touch("Not sure"));
    show("ask-three");
    assertEquals(new Intent.ChooseOption("none"), shopper.touch("None of them"));
    show("ask-any");
    assertEquals(new Intent.ChooseOption("a"), shopper.touch("Took none ¥0.00"));
    assertEquals(0, shopper.button("Neither").count(), "it is one of the choices");
  }

  @Test
  void aBillCanBeObjectedToUnlessItIsForNothing() throws InterruptedException {
    show("bill");
    assertEquals(1, page.locator(".qr").count());
    assertEquals(new Intent.Dispute(), shopper.touch("Not right"));
    assertEquals(new Intent.Finish(), shopper.touch("All correct"));
    show("bill-charging");
    assertEquals(0, page.locator(".qr").count(), "there is no receipt yet");
    for (String sample : List.of("bill-nothing", "bill-not-clear")) {
      show(sample);
      assertEquals(0, shopper.button("Not right").count(), sample);
      assertEquals(new Intent.Finish(), shopper.touch("Done"));
    }
  }

  @Test
  void theSecondsOfABillStartAnewWithItsClock() {
    show(bill(3, 1));
    page.waitForCondition(() -> shopper.text().contains("Ends by itself in 2 s"));
    show(bill(3, 1));
    assertFalse(shopper.text().contains("Ends by itself in 3 s"));
    show(bill(3, 2));
    assertTrue(shopper.text().contains("Ends by itself in 3 s"));
  }

  @Test
  void nothingGoesToAnybodyBeforeLineAndComplaintAreChosen() throws InterruptedException {
    show("dispute");
    assertEquals(0, page.locator("[aria-pressed=true]").count(), "nothing is chosen before");
    assertTrue(shopper.button("Choose a line").isDisabled());
    assertEquals(new Intent.TickLine("coffee"), shopper.touch("Iced americano"));
    show("dispute-line");
    assertTrue(shopper.button("Say what is wrong").isDisabled());
    assertEquals(new Intent.NotTaken(), shopper.touch("Not taken"));
    assertEquals(new Intent.WrongNumber(), shopper.touch("Wrong number"));
    show("dispute-refund");
    assertEquals(new Intent.RequestRefund(), shopper.touch("Refund ¥8.90"));
    show("dispute-staff");
    assertEquals(new Intent.RequestRefund(), shopper.touch("Send to staff"));
    assertEquals(new Intent.Back(), shopper.touch("Back"));
    show("objected-review");
    assertEquals(new Intent.Finish(), shopper.touch("Done"));
    show("objected-staff-not");
    assertEquals(2, shopper.button("Call staff").count(), "besides the bar");
  }

  @Test
  void aDebtCanBePaidOrDoubtedOrLeft() throws InterruptedException {
    show("debt");
    assertEquals(0, page.locator(".primary").count());
    assertEquals(new Intent.Dispute(), shopper.touch("Not right"));
    assertEquals(new Intent.Pay(), shopper.touch("Pay, open"));
    assertEquals(new Intent.Back(), shopper.touch("Not today"));
  }

  @Test
  void whatWouldEndTheSameWayIsNotOfferedAgain() throws InterruptedException {
    for (ContainerScreen.Reason reason : ContainerScreen.Reason.values()) {
      show(new ContainerScreen.NotOpened(reason, false));
      boolean ends =
          List.of(
                  ContainerScreen.Reason.LIMIT,
                  ContainerScreen.Reason.NOT_PAID,
                  ContainerScreen.Reason.PAID)
              .contains(reason);
      assertEquals(ends ? 0 : 1, shopper.button("Try again").count(), reason::name);
      assertEquals(
          reason != ContainerScreen.Reason.PAID,
          shopper.text().contains("Not opened. No\u00a0money was\u00a0taken."),
          reason::name);
      assertEquals(new Intent.Finish(), shopper.touch("Done"));
    }
  }

  private static ContainerScreen.Bill bill(int seconds, long clock) {
    var tea =
        new ContainerScreen.BillLine(
            "tea", new Screen.Article("tea", "Tea", 1), "5.00", ContainerScreen.Seen.CLEARLY);
    return new ContainerScreen.Bill(
        List.of(tea),
        "5.00",
        MoneyState.CHARGED,
        "https://r.example/7",
        "14:36",
        7,
        seconds,
        clock);
  }
}
