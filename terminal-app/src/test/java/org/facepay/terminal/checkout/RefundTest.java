package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.facepay.terminal.checkout.State.Notice;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Event.Timer;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.PastSale.PastLine;
import org.facepay.terminal.session.Settlement;
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

  private static Event scanned() {
    return new Event.ReceiptScanned(SALE);
  }

  private Effect.AskForRefund asked() {
    return till.effects(Effect.AskForRefund.class).getFirst();
  }

  private void answer(Refund refund) {
    RefundState.Refunding state = assertInstanceOf(RefundState.Refunding.class, till.state());
    till.on(new Event.RefundAnswered(state.attempt(), refund));
  }

  private void refunding() {
    till.on(scanned())
        .on(new Event.LineTicked(2))
        .on(new Event.RefundRequested())
        .on(new Event.BadgeScanned("小李"));
  }

  @Test
  void theShopperTicksAndStaffAgree() {
    till.on(scanned());
    assertTrue(assertInstanceOf(RefundState.Ticking.class, till.state()).goods().lines().isEmpty());
    till.on(new Event.RefundRequested());
    assertInstanceOf(RefundState.Ticking.class, till.state(), "nothing is ticked");
    till.on(new Event.LineTicked(1)).on(new Event.LineTicked(9)).on(new Event.RefundRequested());
    assertInstanceOf(RefundState.Ticking.class, till.state(), "gone before, or not there");
    till.on(new Event.LineTicked(2)).on(new Event.LineTicked(3)).on(new Event.LineTicked(3));
    till.on(new Event.RefundRequested());
    assertInstanceOf(RefundState.Waiting.class, till.state());
    till.on(new Event.BadgeScanned(""));
    assertInstanceOf(RefundState.Waiting.class, till.state(), "nobody's badge");
    till.on(new Event.BadgeScanned("小李"));
    Effect.AskForRefund request = asked();
    assertEquals(Money.of(1_490, "CNY"), request.amount());
    assertEquals(Money.of(2_490, "CNY"), request.order().amount());
    assertEquals("alipay", request.order().provider());
    assertEquals("K3_7F3K_7_1", request.order().outTradeNo());
    answer(new Refund.Accepted());
    Effect.RecordRefund record = till.effects(Effect.RecordRefund.class).getFirst();
    assertEquals(request.requestNo(), record.requestNo());
    assertEquals("小李", record.goods().attendant());
    Effect.PrintRefund slip = till.effects(Effect.PrintRefund.class).getFirst();
    till.on(new Event.PrintEnded(slip.job(), true, ""));
    assertEquals(
        State.Paper.PRINTED, assertInstanceOf(RefundState.Refunded.class, till.state()).paper());
    till.on(new Event.ReceiptRefused());
    assertInstanceOf(State.Attract.class, till.state());
  }

  @Test
  void staffBeginWithTheirBadge() {
    till.on(new Event.BadgeScanned(""));
    assertInstanceOf(State.Attract.class, till.state());
    till.on(new Event.BadgeScanned("小李")).on(new Event.UnknownItemScanned("4006381333931"));
    assertEquals(Notice.Kind.NOT_A_RECEIPT, notice());
    till.on(new Event.ReceiptNotFound());
    assertEquals(Notice.Kind.RECEIPT_NOT_FOUND, notice());
    till.on(scanned()).on(new Event.LineTicked(3)).on(new Event.RefundRequested());
    assertEquals(Money.of(500, "CNY"), asked().amount());
  }

  private Notice.Kind notice() {
    return assertInstanceOf(RefundState.Asking.class, till.state()).notice().kind();
  }

  @Test
  void noMoreThanIsLeftGoesBack() {
    PastSale reduced =
        new PastSale("S1", "alipay", "CNY", 1_000, 600, List.of(line(1, 700, false)));
    assertEquals(Money.of(400, "CNY"), reduced.amount(List.of(1)));
    PastSale gone = new PastSale("S1", "alipay", "CNY", 500, 500, List.of(line(1, 500, true)));
    till.on(new Event.ReceiptScanned(gone));
    assertEquals(Notice.Kind.NOTHING_TO_REFUND, notice());
  }

  @Test
  void anUnknownRefundIsAskedForAgainUnderTheSameNumberAndStaffAreCalled() {
    refunding();
    String number = asked().requestNo();
    for (int n = 0; n < 6; n++) {
      answer(new Refund.Unknown("HTTP 502"));
      assertEquals(n == 3 ? 1 : 0, till.effects(Effect.CallStaff.class).size());
      RefundState.Refunding state = assertInstanceOf(RefundState.Refunding.class, till.state());
      till.on(scanned()).on(new Event.WentBack()).on(new Event.BadgeScanned("小张"));
      assertEquals(state, till.state(), "nothing else until it is certain");
      till.on(new Event.TimerFired(Timer.REFUND, state.attempt()));
      assertEquals(number, asked().requestNo());
    }
    till.on(new Event.Restarted());
    assertEquals(number, asked().requestNo());
    answer(new Refund.Accepted());
    assertEquals(1, till.effects(Effect.RecordRefund.class).size());
  }

  @Test
  void aRefundThatIsNotThereYetIsFollowedAndSoIsOneInTrouble() {
    for (Refund answer : List.of(new Refund.Processing(), new Refund.Abnormal("ABNORMAL"))) {
      refunding();
      Effect.AskForRefund request = asked();
      answer(answer);
      Effect.FollowRefund followed =
          new Effect.FollowRefund(request.order(), request.amount(), request.requestNo());
      boolean trouble = answer instanceof Refund.Abnormal;
      assertEquals(List.of(followed), till.effects(Effect.FollowRefund.class));
      assertEquals(trouble ? 1 : 0, till.effects(Effect.CallStaff.class).size());
      Effect.RecordRefund record = till.effects(Effect.RecordRefund.class).getFirst();
      assertEquals(trouble ? Settlement.IN_TROUBLE : Settlement.PROCESSING, record.settlement());
      till.on(new Event.Restarted());
      assertEquals(
          List.of(followed), till.effects(Effect.FollowRefund.class), "written down twice");
      assertTrue(till.effects(Effect.RecordRefund.class).isEmpty());
      till.on(new Event.ReceiptRefused());
      assertInstanceOf(State.Attract.class, till.state());
    }
  }

  @Test
  void aSettledRefundIsFollowedByNobody() {
    refunding();
    answer(new Refund.Accepted());
    assertTrue(till.effects(Effect.FollowRefund.class).isEmpty());
    till.on(new Event.Restarted());
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
    answer(new Refund.Unknown("time-out"));
    for (int n = 0; n < 3; n++) {
      RefundState.Refunding state = assertInstanceOf(RefundState.Refunding.class, till.state());
      till.on(new Event.TimerFired(Timer.REFUND, state.attempt()));
      answer(new Refund.Refused("no such refund"));
    }
    RefundState.Refunding waits = assertInstanceOf(RefundState.Refunding.class, till.state());
    till.later(Fixture.RULES.payment("alipay").times().inFlight());
    till.on(new Event.TimerFired(Timer.REFUND, waits.attempt()));
    assertEquals(number, asked().requestNo());
    answer(new Refund.Refused("no such refund"));
    assertEquals(Notice.Kind.REFUND_REFUSED, notice());

    refunding();
    till.on(new Event.Restarted());
    answer(new Refund.Refused("no such refund"));
    assertInstanceOf(RefundState.Refunding.class, till.state(), "sent before the restart, perhaps");
  }

  /** Nothing has left the terminal: it says so and sells on, instead of asking until it can. */
  @Test
  void aRefundThatNeverLeftHoldsNobodyUp() {
    refunding();
    answer(new Refund.NotSent("no connection"));
    assertEquals(Notice.Kind.REFUND_OFFLINE, notice());
    assertTrue(till.effects(Effect.RecordRefund.class).isEmpty());

    refunding();
    answer(new Refund.Unknown("time-out"));
    RefundState.Refunding state = assertInstanceOf(RefundState.Refunding.class, till.state());
    till.later(Duration.ofMinutes(5)).on(new Event.TimerFired(Timer.REFUND, state.attempt()));
    answer(new Refund.NotSent("no connection"));
    assertInstanceOf(RefundState.Refunding.class, till.state(), "the first may have arrived");
  }

  @Test
  void aLateAnswerToAnOldRequestIsNotListenedTo() {
    refunding();
    long first = asked().attempt();
    answer(new Refund.Unknown("time-out"));
    State before = till.state();
    till.on(new Event.RefundAnswered(first, new Refund.Refused("no")));
    assertEquals(before, till.state());
  }

  @Test
  void aRefusedRefundSaysSoAndAnotherHasItsOwnNumber() {
    refunding();
    String number = asked().requestNo();
    answer(new Refund.Refused("ACQ.SELLER_BALANCE_NOT_ENOUGH"));
    assertEquals(Notice.Kind.REFUND_REFUSED, notice());
    assertTrue(till.effects(Effect.RecordRefund.class).isEmpty());
    till.on(scanned()).on(new Event.LineTicked(2)).on(new Event.RefundRequested());
    assertTrue(!asked().requestNo().equals(number));
  }

  @Test
  void aRefundNobodyGoesOnWithEndsByItself() {
    till.on(scanned());
    till.on(new Event.TimerFired(Timer.IDLE, till.stamp()));
    assertInstanceOf(State.Attract.class, till.state());
    till.scan(Fixture.TEA).on(scanned());
    assertInstanceOf(State.Shopping.class, till.state(), "a basket is no place for a refund");
  }
}
