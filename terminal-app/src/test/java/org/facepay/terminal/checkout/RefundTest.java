package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.kiosk.screen.Screen.Paper;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.PastSale.PastLine;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.refund.Refund;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Money back by the receipt: who agrees, what goes back, and that it goes back once. */
class RefundTest {
  private static final PastSale SALE =
      new PastSale(
          "K3_7F3K_7_1",
          "alipay",
          "CNY",
          2_490,
          500,
          List.of(line(1, 500, true), line(2, 1_490, false), line(3, 500, false)));

  private final Fixture till = new Fixture();

  private static PastLine line(int number, long amount, boolean refunded) {
    return new PastLine(number, "690000000000" + number, "茶", "Tea", "tea", "×1", amount, refunded);
  }

  @Test
  void piecesOfALineGoBackOneByOneAndAddUpToTheLine() {
    PastLine three =
        new PastLine(
            1, "6900000000001", "茶", "Tea", "tea", "×3", 1_000, false, new PastSale.Pieces(3, 0));
    till.on(
            new Read.ReceiptScanned(
                new PastSale("K3_7F3K_8_1", "alipay", "CNY", 1_000, 0, List.of(three))))
        .on(new Touch(new Intent.TickLine("1")));
    assertEquals(1_000, ticked().sale().amount(ticked().lines()).minor());
    till.on(new Touch(new Intent.OneMore("1")));
    assertEquals(3, ticked().pieces(three), "not more than there are");
    till.on(new Touch(new Intent.OneLess("1"))).on(new Touch(new Intent.OneLess("1")));
    till.on(new Touch(new Intent.OneLess("1"))).on(new Touch(new Intent.OneLess("7")));
    assertEquals(1, ticked().pieces(three), "unticked by its box alone");
    assertEquals(333, ticked().sale().amount(ticked().lines()).minor());
    long sum = 0;
    for (int gone = 0; gone < 3; gone++) {
      sum +=
          new PastLine(1, "", "", "", "", "×3", 1_000, false, new PastSale.Pieces(3, gone))
              .share(1);
    }
    assertEquals(1_000, sum);
    till.on(new Touch(new Intent.TickLine("1")));
    assertEquals(0, ticked().sale().amount(ticked().lines()).minor());
    till.on(new Touch(new Intent.OneMore("1")));
    assertEquals(0, ticked().pieces(three), "a stray count ticks nothing");
  }

  private Return ticked() {
    return till.at(Refund.Ticking.class).goods();
  }

  private static Event scanned() {
    return new Read.ReceiptScanned(SALE);
  }

  private Effect.AskForRefund asked() {
    return till.effects(Effect.AskForRefund.class).getFirst();
  }

  private void answer(RefundProvider.Refund refund) {
    Refund.Refunding state = assertInstanceOf(Refund.Refunding.class, till.stage());
    till.on(new Answered.RefundAnswered(state.attempt(), refund));
  }

  private void refunding() {
    till.on(scanned())
        .on(new Touch(new Intent.TickLine(String.valueOf(2))))
        .on(new Touch(new Intent.RequestRefund()))
        .on(new Read.BadgeScanned("小李"));
  }

  @Test
  void whoeverHasNoBadgeAnyMoreHasAgreedToNothing() {
    till.on(scanned()).on(new Read.BadgeScanned("小李"));
    assertEquals("小李", ticked().attendant());
    till.on(new Told.BadgeRevoked("小张"));
    assertEquals("小李", ticked().attendant());
    till.on(new Told.BadgeRevoked("小李"))
        .on(new Touch(new Intent.TickLine("2")))
        .on(new Touch(new Intent.RequestRefund()));
    assertInstanceOf(Refund.Waiting.class, till.stage(), "somebody else has to");
    assertEquals(List.of(), till.effects(Effect.AskForRefund.class));
    till.on(new Told.BadgeRevoked("小李")).on(new Read.BadgeScanned("小张"));
    assertEquals(1, till.effects(Effect.AskForRefund.class).size());
  }

  @Test
  void theShopperTicksAndStaffAgree() {
    till.on(scanned());
    assertTrue(assertInstanceOf(Refund.Ticking.class, till.stage()).goods().lines().isEmpty());
    till.on(new Touch(new Intent.RequestRefund()));
    assertInstanceOf(Refund.Ticking.class, till.stage(), "nothing is ticked");
    till.on(new Touch(new Intent.TickLine(String.valueOf(1))))
        .on(new Touch(new Intent.TickLine(String.valueOf(9))))
        .on(new Touch(new Intent.RequestRefund()));
    assertInstanceOf(Refund.Ticking.class, till.stage(), "gone before, or not there");
    till.on(new Touch(new Intent.TickLine(String.valueOf(2))))
        .on(new Touch(new Intent.TickLine(String.valueOf(3))))
        .on(new Touch(new Intent.TickLine(String.valueOf(3))));
    till.on(new Touch(new Intent.RequestRefund()));
    assertInstanceOf(Refund.Waiting.class, till.stage());
    till.on(new Read.BadgeScanned(""));
    assertInstanceOf(Refund.Waiting.class, till.stage(), "nobody's badge");
    till.on(new Read.BadgeScanned("小李"));
    Effect.AskForRefund request = asked();
    assertEquals(Money.of(1_490, "CNY"), request.amount());
    assertEquals(Money.of(2_490, "CNY"), request.order().amount());
    assertEquals("alipay", request.order().provider());
    assertEquals("K3_7F3K_7_1", request.order().outTradeNo());
    answer(new RefundProvider.Refund.Accepted());
    Effect.RecordRefund record = till.effects(Effect.RecordRefund.class).getFirst();
    assertEquals(request.requestNo(), record.requestNo());
    assertEquals("小李", record.goods().attendant());
    Effect.PrintRefund slip = till.effects(Effect.PrintRefund.class).getFirst();
    till.on(new Answered.PrintEnded(slip.job(), true, ""));
    assertEquals(Paper.PRINTED, assertInstanceOf(Refund.Refunded.class, till.stage()).paper());
    till.on(new Touch(new Intent.NoPaper()));
    assertInstanceOf(State.Attract.class, till.state());
  }

  @Test
  void staffBeginWithTheirBadge() {
    till.on(new Read.BadgeScanned(""));
    assertInstanceOf(State.Attract.class, till.state());
    till.on(new Read.BadgeScanned("小李")).on(new Read.UnknownItemScanned("4006381333931"));
    till.at(Stage.Attended.class);
    till.on(new Read.ReceiptNotFound());
    assertEquals(NoticeKind.RECEIPT_NOT_FOUND, notice());
    till.on(scanned())
        .on(new Touch(new Intent.TickLine(String.valueOf(3))))
        .on(new Touch(new Intent.RequestRefund()));
    assertEquals(Money.of(500, "CNY"), asked().amount());
  }

  private @Nullable NoticeKind notice() {
    return till.told();
  }

  @Test
  void noMoreThanIsLeftGoesBack() {
    PastSale reduced =
        new PastSale("S1", "alipay", "CNY", 1_000, 600, List.of(line(1, 700, false)));
    assertEquals(Money.of(400, "CNY"), reduced.amount(List.of(1)));
    PastSale gone = new PastSale("S1", "alipay", "CNY", 500, 500, List.of(line(1, 500, true)));
    till.on(new Read.ReceiptScanned(gone));
    assertEquals(NoticeKind.NOTHING_TO_REFUND, notice());
  }

  @Test
  void anUnknownRefundIsAskedForAgainUnderTheSameNumberAndStaffAreCalled() {
    refunding();
    String number = asked().requestNo();
    for (int n = 0; n < 6; n++) {
      answer(new RefundProvider.Refund.Unknown("HTTP 502"));
      assertEquals(n == 3 ? 1 : 0, till.effects(Effect.CallStaff.class).size());
      Refund.Refunding state = assertInstanceOf(Refund.Refunding.class, till.stage());
      till.on(scanned()).on(new Touch(new Intent.Back())).on(new Read.BadgeScanned("小张"));
      assertEquals(state, till.stage(), "nothing else until it is certain");
      till.on(new Timed.TimerFired(Timer.REFUND, state.attempt()));
      assertEquals(number, asked().requestNo());
    }
    till.on(new Told.Restarted());
    assertEquals(number, asked().requestNo());
    answer(new RefundProvider.Refund.Accepted());
    assertEquals(1, till.effects(Effect.RecordRefund.class).size());
  }

  @Test
  void aRefundThatIsNotThereYetIsFollowedAndSoIsOneInTrouble() {
    for (RefundProvider.Refund answer :
        List.of(
            new RefundProvider.Refund.Processing(),
            new RefundProvider.Refund.Abnormal("ABNORMAL"))) {
      refunding();
      Effect.AskForRefund request = asked();
      answer(answer);
      Effect.FollowRefund followed =
          new Effect.FollowRefund(request.order(), request.amount(), request.requestNo());
      boolean trouble = answer instanceof RefundProvider.Refund.Abnormal;
      assertEquals(List.of(followed), till.effects(Effect.FollowRefund.class));
      assertEquals(trouble ? 1 : 0, till.effects(Effect.CallStaff.class).size());
      Effect.RecordRefund record = till.effects(Effect.RecordRefund.class).getFirst();
      assertEquals(trouble ? Settlement.IN_TROUBLE : Settlement.PROCESSING, record.settlement());
      till.on(new Told.Restarted());
      assertEquals(
          List.of(followed), till.effects(Effect.FollowRefund.class), "written down twice");
      assertTrue(till.effects(Effect.RecordRefund.class).isEmpty());
      till.on(new Touch(new Intent.NoPaper()));
      assertInstanceOf(State.Attract.class, till.state());
    }
  }

  @Test
  void aSettledRefundIsFollowedByNobody() {
    refunding();
    answer(new RefundProvider.Refund.Accepted());
    assertTrue(till.effects(Effect.FollowRefund.class).isEmpty());
    till.on(new Told.Restarted());
    assertTrue(till.effects(Effect.FollowRefund.class).isEmpty());
  }

  /**
   * A request nobody waits for may still be carried out: "no such refund" proves nothing while it
   * is on its way, and another refund under another number would be a second one.
   */
  @Test
  void aRefusalIsBelievedOnceNoRequestCanStillBeOnItsWay() {
    refunding();
    String number = asked().requestNo();
    answer(new RefundProvider.Refund.Unknown("time-out"));
    for (int n = 0; n < 3; n++) {
      Refund.Refunding state = assertInstanceOf(Refund.Refunding.class, till.stage());
      till.on(new Timed.TimerFired(Timer.REFUND, state.attempt()));
      answer(new RefundProvider.Refund.Refused("no such refund"));
    }
    Refund.Refunding waits = assertInstanceOf(Refund.Refunding.class, till.stage());
    till.later(Fixture.RULES.payments().of("alipay").times().inFlight());
    till.on(new Timed.TimerFired(Timer.REFUND, waits.attempt()));
    assertEquals(number, asked().requestNo());
    answer(new RefundProvider.Refund.Refused("no such refund"));
    assertEquals(NoticeKind.REFUND_REFUSED, notice());

    refunding();
    till.on(new Told.Restarted());
    answer(new RefundProvider.Refund.Refused("no such refund"));
    assertInstanceOf(Refund.Refunding.class, till.stage(), "sent before the restart, perhaps");
  }

  /** Nothing has left the terminal: it says so and sells on, instead of asking until it can. */
  @Test
  void aRefundThatNeverLeftHoldsNobodyUp() {
    refunding();
    answer(new RefundProvider.Refund.NotSent("no connection"));
    assertEquals(NoticeKind.REFUND_OFFLINE, notice());
    assertTrue(till.effects(Effect.RecordRefund.class).isEmpty());

    refunding();
    answer(new RefundProvider.Refund.Unknown("time-out"));
    Refund.Refunding state = assertInstanceOf(Refund.Refunding.class, till.stage());
    till.later(Duration.ofMinutes(5)).on(new Timed.TimerFired(Timer.REFUND, state.attempt()));
    answer(new RefundProvider.Refund.NotSent("no connection"));
    assertInstanceOf(Refund.Refunding.class, till.stage(), "the first may have arrived");
  }

  @Test
  void aLateAnswerToAnOldRequestIsNotListenedTo() {
    refunding();
    long first = asked().attempt();
    answer(new RefundProvider.Refund.Unknown("time-out"));
    State<Stage> before = till.state();
    till.on(new Answered.RefundAnswered(first, new RefundProvider.Refund.Refused("no")));
    assertEquals(before, till.state());
  }

  @Test
  void aRefusedRefundSaysSoAndAnotherHasItsOwnNumber() {
    refunding();
    String number = asked().requestNo();
    answer(new RefundProvider.Refund.Refused("ACQ.SELLER_BALANCE_NOT_ENOUGH"));
    assertEquals(NoticeKind.REFUND_REFUSED, notice());
    assertTrue(till.effects(Effect.RecordRefund.class).isEmpty());
    till.on(scanned())
        .on(new Touch(new Intent.TickLine(String.valueOf(2))))
        .on(new Touch(new Intent.RequestRefund()));
    assertTrue(!asked().requestNo().equals(number));
  }

  @Test
  void aRefundNobodyGoesOnWithEndsByItself() {
    till.on(scanned());
    till.on(new Timed.TimerFired(Timer.IDLE, till.stamp()));
    assertInstanceOf(State.Attract.class, till.state());
    till.scan(Fixture.TEA).on(scanned());
    assertInstanceOf(Stage.Shopping.class, till.stage(), "a basket is no place for a refund");
  }
}
