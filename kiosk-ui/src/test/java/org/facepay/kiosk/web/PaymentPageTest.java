package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.PaymentScreen.HoldKind;
import org.facepay.kiosk.screen.PaymentScreen.ReaderStep;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.Screen.Paper;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.junit.jupiter.api.Test;

/** What the page does while a phone, a card terminal or a receipt leads. */
class PaymentPageTest extends PageTest {
  private static final PaymentSamples SAMPLES = new PaymentSamples(Language.EN);

  @Test
  void everyWayHasATileOfTheSameSizeHoweverManyThereAre() {
    Method[] all = PaymentSamples.ALL;
    for (int[] size :
        List.of(new int[] {1080, 1920}, new int[] {1280, 800}, new int[] {800, 480})) {
      page.setViewportSize(size[0], size[1]);
      for (int n = 2; n <= 6; n++) {
        show(SAMPLES.choice(java.util.Arrays.copyOf(all, n)));
        Locator tiles = page.locator(".tilebtn");
        assertEquals(n, tiles.count());
        var first = tiles.first().boundingBox();
        for (int k = 1; k < n; k++) {
          var other = tiles.nth(k).boundingBox();
          assertEquals(first.width, other.width, 1, n + " ways, tile " + k);
          assertEquals(first.height, other.height, 1, n + " ways, tile " + k);
        }
      }
    }
  }

  @Test
  void theNewWaysSendTheirMethods() throws InterruptedException {
    show(SAMPLES.choice(Method.CARD, Method.WALLET_QR));
    assertEquals(new Intent.ChooseMethod(Method.CARD), shopper.touch("Bank card insert or tap"));
    assertEquals(
        new Intent.ChooseMethod(Method.WALLET_QR), shopper.touch("Scan to pay Alipay, WeChat"));
    show(SAMPLES.choice(Method.ALIPAY_QR, Method.WECHAT_QR));
    assertEquals(
        new Intent.ChooseMethod(Method.WECHAT_QR), shopper.touch("WeChat Pay scan with WeChat"));
    assertEquals(new Intent.Back(), shopper.touch("Another way"));
  }

  @Test
  void aCodeIsCountedDownAndCoveredByThePageItself() throws InterruptedException {
    show(SAMPLES.payQr(2, false));
    assertEquals(1, page.locator(".qr").count());
    assertEquals(0, shopper.button("New code").count());
    assertEquals(new Intent.AnotherWay(), shopper.touch("Another way"));
    page.waitForCondition(() -> shopper.text().contains("Valid for 0:01"));
    page.waitForCondition(() -> page.locator(".qr").count() == 0);
    assertTrue(shopper.text().contains("do not pay again"));
    assertEquals(new Intent.NewCode(), shopper.touch("New code"));
    show(SAMPLES.payQr("https://qr.wallet.example/another", 2, false));
    assertEquals(1, page.locator(".qr").count(), "a new code counts anew");
  }

  @Test
  void theSameCodeSentAgainDoesNotStartAnew() {
    show(SAMPLES.payQr(3, false));
    page.waitForCondition(() -> shopper.text().contains("Valid for 0:02"));
    show(SAMPLES.payQr(3, false));
    assertFalse(shopper.text().contains("Valid for 0:03"));
  }

  @Test
  void anExpiredCodeIsNeverShown() throws InterruptedException {
    show(SAMPLES.payQr(90, true));
    assertEquals(0, page.locator(".qr").count());
    assertEquals(new Intent.NewCode(), shopper.touch("New code"));
    assertEquals(new Intent.AnotherWay(), shopper.touch("Another way"));
  }

  @Test
  void onlyAnUntouchedReaderCanBeLeft() throws InterruptedException {
    for (ReaderStep step : ReaderStep.values()) {
      show(PaymentSamples.reader(step));
      int ways = step == ReaderStep.INSERT_OR_TAP ? 1 : 0;
      assertEquals(ways, page.locator(".rail button").count(), step::name);
      assertTrue(shopper.text().contains("92.18"), step::name);
    }
    show(PaymentSamples.reader(ReaderStep.INSERT_OR_TAP));
    assertEquals(new Intent.AnotherWay(), shopper.touch("Another way"));
  }

  @Test
  void plansAndPayingAtOnceHaveEqualWeight() throws InterruptedException {
    for (int plans = 1; plans <= 3; plans++) {
      show(SAMPLES.instalments(plans));
      assertEquals(plans + 1, page.locator(".tilebtn").count());
      assertEquals(0, page.locator(".primary").count());
    }
    assertEquals(new Intent.PayAtOnce(), shopper.touch("All at once ¥1200.00 no fee"));
    assertEquals(new Intent.ChoosePlan("hb6"), shopper.touch("6 months ¥209.00/mo fee ¥54.00"));
    assertEquals(new Intent.Back(), shopper.touch("Another way"));
  }

  @Test
  void aHoldIsExplainedWithNoAnswerPreferred() throws InterruptedException {
    for (HoldKind kind : HoldKind.values()) {
      show(PaymentSamples.hold(kind));
      assertEquals(0, page.locator(".primary").count());
      assertTrue(shopper.text().contains("Never above ¥100.00"));
      assertEquals(kind == HoldKind.FROZEN, shopper.text().contains("¥100.00 is set aside"));
      assertEquals(kind == HoldKind.CREDIT, shopper.text().contains("Nothing is set aside"));
      assertEquals(new Intent.AgreeHold(), shopper.touch("Agree and open"));
      assertEquals(new Intent.AnotherWay(), shopper.touch("Another way"));
    }
  }

  @Test
  void noLineOfAReceiptIsTickedBeforeTheShopperHas() throws InterruptedException {
    show(SAMPLES.untouched());
    assertEquals(0, page.locator("[aria-checked=true]").count());
    assertTrue(shopper.button("Refund these").isDisabled());
    box("Fresh high-calcium milk ×1").click();
    assertEquals(new Intent.TickLine("milk"), shopper.next("tick"));
    show(SAMPLES.refundLines());
    assertEquals("true", box("Fresh high-calcium milk ×1").getAttribute("aria-checked"));
    assertEquals("false", box("Unsweetened oolong tea ×2").getAttribute("aria-checked"));
    assertEquals(0, box("Bananas 0.486 kg").count(), "refunded before, so it has no box");
    assertTrue(shopper.text().contains("refunded before"));
    assertEquals(new Intent.RequestRefund(), shopper.touch("Refund these"));
    assertEquals(new Intent.Back(), shopper.touch("Keep everything"));
  }

  @Test
  void aRefundWaitsForStaffAndClaimsThemOnlyWhenTold() throws InterruptedException {
    show(PaymentSamples.refundAttendant(StaffCall.NOT_REACHED));
    assertTrue(shopper.text().contains("Please call staff first"));
    assertFalse(shopper.text().contains("Staff are coming"));
    show(PaymentSamples.refundAttendant(StaffCall.RECEIVED));
    assertTrue(shopper.text().contains("Call received"));
    assertFalse(shopper.text().contains("Staff are coming"));
    assertEquals(new Intent.CallStaff(), shopper.touch("Call staff again"));
    assertEquals(new Intent.Back(), shopper.touch("Keep everything"));
  }

  @Test
  void theReceiptOfARefundIsAskedForOnceAndNeverClaimed() throws InterruptedException {
    show(SAMPLES.refunded(Paper.NONE));
    assertTrue(shopper.text().contains("27.40") && shopper.text().contains("in 1 to 3 days"));
    assertEquals(new Intent.PrintReceipt(), shopper.touch("Print"));
    assertEquals(new Intent.NoPaper(), shopper.touch("No paper"));
    for (Paper paper : List.of(Paper.PRINTING, Paper.SENT, Paper.NOT_PRINTED)) {
      show(SAMPLES.refunded(paper));
      assertFalse(shopper.text().contains("please take it"), paper::name);
    }
    show(SAMPLES.refunded(Paper.PRINTED));
    assertTrue(shopper.text().contains("please take it"));
    assertEquals(new Intent.NoPaper(), shopper.touch("Done"));
  }

  @Test
  void everyStepAndNoticeHasItsSentenceInBothLanguages() {
    for (Language language : Language.values()) {
      Display display = SampleScreens.display(language, false, false);
      for (ReaderStep step : ReaderStep.values()) {
        said(display, PaymentSamples.reader(step));
      }
      for (NoticeKind kind :
          List.of(
              NoticeKind.NOT_A_RECEIPT,
              NoticeKind.RECEIPT_NOT_FOUND,
              NoticeKind.REFUND_REFUSED,
              NoticeKind.REFUND_OFFLINE,
              NoticeKind.NOTHING_TO_REFUND)) {
        said(display, PaymentSamples.refundScan(Optional.of(kind)));
      }
      said(display, new PaymentScreen.Refunding("27.40", StaffCall.COMING));
      said(display, SAMPLES.notInParts());
      for (PaymentScreen.Plan plan : SAMPLES.instalments(3).plans()) {
        said(display, new PaymentScreen.Instalments("1200.00", List.of(plan)));
      }
    }
  }

  private void said(Display display, Screen screen) {
    shopper.show(display, new SampleScreens.Sample(screen));
    assertFalse(shopper.text().isBlank() || shopper.text().contains("undefined"), screen::toString);
  }

  private void show(Screen screen) {
    shopper.show(EN, new SampleScreens.Sample(screen));
  }

  private Locator box(String name) {
    return page.getByRole(
        AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
