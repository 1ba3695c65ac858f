package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.PaymentScreen.ReaderStep;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.screen.WeighScreen;
import org.facepay.terminal.language.Name;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Reach;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.screen.Surroundings;
import org.facepay.terminal.screen.Weight;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.world.reading.Touches;
import org.junit.jupiter.api.Test;

/** State in, screen out; and what a touch means. */
class ScreensTest {
  private static final Identity IDENTITY =
      new Identity(
          "K3",
          new Name("晴里便利", "Qingli Market"),
          new Name("自助收银 3 号", "Self-checkout 3"),
          ZoneId.of("Asia/Shanghai"),
          Currency.getInstance("CNY"));
  private static final Surroundings FINE =
      new Surroundings(
          Instant.EPOCH,
          "14:32",
          true,
          Reach.FINE,
          true,
          Screen.Guidance.LOOKING,
          Weight.NONE,
          ReaderStep.INSERT_OR_TAP,
          Optional.empty());

  private final ReceiptLinks links =
      new ReceiptLinks(URI.create("https://example.com/r/"), new byte[32]);
  private final Screens screens =
      new Screens(
          IDENTITY, Fixture.RULES, links, List.of(Fixture.TEA, Fixture.MILK, Fixture.APPLES));
  private final Fixture till = new Fixture();

  private Snapshot shot() {
    return screens.snapshot(1, till.state(), FINE);
  }

  private <T extends Screen> T screen(Class<T> type) {
    return assertInstanceOf(type, shot().screen());
  }

  @Test
  void attractOffersWhatIsReduced() {
    Screen.Attract attract = screen(Screen.Attract.class);
    assertEquals(1, attract.offers().size());
    assertEquals("14.90", attract.offers().getFirst().amount());
  }

  @Test
  void basketIsFormattedInTheShoppersLanguage() {
    till.scan(Fixture.MILK)
        .on(new Read.ItemScanned(Fixture.APPLES, new Quantity.Grams(732)))
        .scan(Fixture.MILK);
    Screen.Basket basket = screen(Screen.Basket.class);
    Screen.Line milk = basket.lines().getFirst();
    assertEquals("×2", milk.quantity());
    assertEquals("29.80", milk.price());
    assertEquals(Optional.of("33.60"), milk.was());
    assertTrue(milk.open() && milk.justScanned());
    assertEquals("0.732 kg", basket.lines().get(1).quantity());
    assertEquals(0, basket.lines().get(1).count());
    assertEquals("38.51", basket.totals().total());
    assertEquals(Optional.of("3.80"), basket.totals().saved());
    assertEquals(List.of(new Screen.Tax("9%", "3.18")), basket.totals().taxes());
    till.on(new Touch(new Intent.SwitchLanguage()));
    assertEquals(Display.Language.EN, shot().display().language());
    assertTrue(screen(Screen.Basket.class).lines().getFirst().name().startsWith("Tea"));
  }

  @Test
  void everyStateHasItsScreen() {
    screen(Screen.Attract.class);
    till.scan(Fixture.TEA).on(new Touch(new Intent.Pay()));
    screen(Screen.PayChoice.class);
    till.on(new Touch(new Intent.ChooseMethod(Method.PAY_CODE)));
    screen(Screen.PresentCode.class);
    till.on(new Read.PayCodePresented(new PayCode("280000000000440343"), "alipay"));
    assertFalse(screen(Screen.Processing.class).confirmOnPhone());
    answer(new Outcome.Pending());
    assertTrue(screen(Screen.Processing.class).confirmOnPhone());
    till.on(new Timed.TimerFired(Timer.PAYMENT, attempt()));
    answer(new Outcome.Unknown("x"));
    till.on(new Timed.TimerFired(Timer.DOUBT, 0));
    Screen.Unknown unknown = screen(Screen.Unknown.class);
    assertEquals("7F3K 1", unknown.reference());
    assertEquals(
        StaffCall.NOT_REACHED,
        unknown.staff(),
        "staff are not said to come before the call was delivered");
    till.on(new Answered.CallDelivered(till.stamp()));
    assertEquals(StaffCall.RECEIVED, screen(Screen.Unknown.class).staff());
    till.on(new Timed.TimerFired(Timer.PAYMENT, attempt()));
    answer(new Outcome.Reversed());
    assertEquals(
        Screen.DeclineReason.NOT_CONFIRMED_IN_TIME, screen(Screen.Declined.class).reason());
    till.on(new Touch(new Intent.Retry()))
        .on(new Read.PayCodePresented(new PayCode("280000000000440344"), "alipay"));
    answer(new Outcome.Approved("t"));
    Screen.Success success = screen(Screen.Success.class);
    assertEquals(Screen.Paper.NONE, success.paper());
    assertEquals(links.link("K3_7F3K_1_2").toString(), success.receiptUrl());
    till.on(new Touch(new Intent.NoPaper()))
        .on(new Told.SellingStopped(Screen.ClosedReason.OPENING_HOURS));
    Screen.Closed closed = screen(Screen.Closed.class);
    assertEquals(new Screen.Closed(Screen.ClosedReason.OPENING_HOURS), closed);
  }

  @Test
  void everyReasonHasAWordOnThePage() {
    for (DeclineReason reason : DeclineReason.values()) {
      Screen.DeclineReason.valueOf(reason.name());
    }
  }

  @Test
  void dialogsLieAboveTheScreen() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.Cancel()));
    assertEquals(Optional.of(new Snapshot.Overlay.ConfirmCancel(1)), shot().overlay());
    till.on(new Touch(new Intent.CallStaff()));
    assertEquals(
        Optional.of(new Snapshot.Overlay.AttendantCalled(StaffCall.NOT_REACHED)), shot().overlay());
    assertEquals(1, till.effects(Effect.CallStaff.class).size());
    till.on(new Touch(new Intent.Continue()));
    assertEquals(Optional.empty(), shot().overlay());
    till.later(Duration.ofMinutes(1))
        .on(new Timed.TimerFired(Timer.IDLE, till.session().attention().idle()));
    assertEquals(Optional.of(new Snapshot.Overlay.IdleWarning(20)), shot().overlay());
  }

  @Test
  void aStoppedTerminalSaysSoButNeverInTheMiddleOfAPayment() {
    Surroundings full =
        new Surroundings(
            Instant.EPOCH,
            "14:32",
            true,
            Reach.FINE,
            true,
            Screen.Guidance.LOOKING,
            Weight.NONE,
            ReaderStep.INSERT_OR_TAP,
            Optional.of(Screen.ClosedReason.STORAGE_FULL));
    till.scan(Fixture.TEA);
    assertInstanceOf(Screen.Closed.class, screens.snapshot(1, till.state(), full).screen());
    till.on(new Touch(new Intent.Pay()))
        .on(new Read.PayCodePresented(new PayCode("280000000000440343"), "alipay"));
    assertInstanceOf(Screen.Processing.class, screens.snapshot(1, till.state(), full).screen());
  }

  @Test
  void whatCannotBeReachedIsSaidBeforePaying() {
    Set<String> wallets = Set.of("alipay", "wechat");
    assertEquals(List.of(), attract(Reach.FINE).only());
    assertEquals(List.of(), attract(new Reach(wallets, Set.of("wechat"))).only(), "one is enough");
    Reach none = new Reach(wallets, wallets);
    List<Screen.Method> left = List.of(Screen.Method.FACE, Screen.Method.CARD, Screen.Method.STAFF);
    assertEquals(left, attract(none).only());
    till.scan(Fixture.TEA).on(new Touch(new Intent.Pay()));
    Screen.PayChoice choice =
        (Screen.PayChoice) screens.snapshot(1, till.state(), around(none)).screen();
    assertTrue(
        choice.outOfReach().containsAll(List.of(Screen.Method.PAY_CODE, Screen.Method.WALLET_QR)));
    assertFalse(choice.outOfReach().contains(Screen.Method.CARD));
    assertTrue(choice.methods().containsAll(choice.outOfReach()), "it may be tried all the same");
  }

  @Test
  void aCardTerminalThatDoesNotAnswerIsNoWayThatWorks() {
    Set<String> all = Set.of("alipay", "wechat", "card");
    Reach wallets = new Reach(all, Set.of("card"));
    assertEquals(
        List.of(
            Screen.Method.PAY_CODE,
            Screen.Method.WALLET_QR,
            Screen.Method.FACE,
            Screen.Method.WALLET_FACE,
            Screen.Method.STAFF),
        attract(wallets).only());
    Reach card = new Reach(all, Set.of("alipay", "wechat"));
    assertEquals(
        List.of(Screen.Method.FACE, Screen.Method.CARD, Screen.Method.STAFF),
        attract(card).only(),
        "a card terminal reads no wallet's code");
  }

  private Screen.Attract attract(Reach reach) {
    return (Screen.Attract) screens.snapshot(1, State.start(), around(reach)).screen();
  }

  private static Surroundings around(Reach reach) {
    return new Surroundings(
        Instant.EPOCH,
        "14:32",
        false,
        reach,
        true,
        Screen.Guidance.LOOKING,
        Weight.NONE,
        ReaderStep.INSERT_OR_TAP,
        Optional.empty());
  }

  @Test
  void anUnpluggedScannerIsSaidWhereGoodsAreScanned() {
    till.scan(Fixture.TEA);
    Surroundings blind =
        new Surroundings(
            Instant.EPOCH,
            "14:32",
            true,
            Reach.FINE,
            false,
            Screen.Guidance.LOOKING,
            Weight.NONE,
            ReaderStep.INSERT_OR_TAP,
            Optional.empty());
    Screen.Basket basket = (Screen.Basket) screens.snapshot(1, till.state(), blind).screen();
    assertEquals(NoticeKind.SCANNER_OFFLINE, basket.notice().orElseThrow().kind());
  }

  @Test
  void everyTouchMeansSomething() {
    Touches touches =
        new Touches(
            Optional.of(Fixture.MILK),
            code -> Optional.empty(),
            Touches.Scale.none(),
            event -> event);
    assertEquals(
        Optional.of(new Touched.BagAdded(Fixture.MILK)), touches.event(new Intent.AddBag()));
    assertEquals(
        Optional.of(new Touch(new Intent.OneLess(String.valueOf(7)))),
        touches.event(new Intent.OneLess("7")));
    for (String nothing : List.of("seven", "99999999999", "")) {
      till.scan(Fixture.TEA);
      Basket before = till.session().basket();
      till.on(touches.event(new Intent.OneMore(nothing)).orElseThrow());
      assertEquals(before, till.session().basket(), "no line of this name: " + nothing);
    }
    assertEquals(
        Optional.of(new Touch(new Intent.ChooseMethod(Method.STAFF))),
        touches.event(new Intent.ChooseMethod(Screen.Method.STAFF)));
    assertEquals(Optional.empty(), Touches.none().event(new Intent.AddBag()));
  }

  private long attempt() {
    return till.payment().attempt();
  }

  private void answer(Outcome outcome) {
    till.on(new Answered.PaymentAnswered(attempt(), outcome));
  }

  @Test
  void goodsWithoutABarcodeAreFoundByTheirLetters() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.NoBarcode()));
    WeighScreen.Produce all =
        (WeighScreen.Produce) screens.snapshot(1, till.state(), FINE).screen();
    assertEquals(1, all.goods().size(), "only what has no barcode");
    assertTrue(all.goods().getFirst().byWeight());
    assertEquals("C", all.letters());
    till.on(new Touch(new Intent.SearchLetter('X')));
    assertTrue(
        ((WeighScreen.Produce) screens.snapshot(2, till.state(), FINE).screen()).goods().isEmpty());
  }

  @Test
  void theLiveWeightSellsOnlyWhenItIsStableAndEnough() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.NoBarcode()));
    till.on(new Touched.GoodChosen(Fixture.APPLES));
    assertWeighing(new Weight(WeighScreen.ScaleState.STABLE, 732), "8.71", true);
    assertWeighing(new Weight(WeighScreen.ScaleState.MOVING, 732), "", false);
    assertWeighing(new Weight(WeighScreen.ScaleState.STABLE, 19), "", false);
    assertWeighing(new Weight(WeighScreen.ScaleState.EXPIRED, 0), "", false);
    till.on(new Touched.Tared(16));
    assertWeighing(new Weight(WeighScreen.ScaleState.STABLE, 732), "8.52", true);
  }

  private void assertWeighing(Weight weight, String price, boolean canAdd) {
    Surroundings now =
        new Surroundings(
            Instant.EPOCH,
            "14:32",
            true,
            Reach.FINE,
            true,
            Screen.Guidance.LOOKING,
            weight,
            ReaderStep.INSERT_OR_TAP,
            Optional.empty());
    WeighScreen.Weighing shown =
        (WeighScreen.Weighing) screens.snapshot(3, till.state(), now).screen();
    assertEquals(price, shown.price().orElse(""));
    assertEquals(canAdd, shown.canAdd());
  }
}
