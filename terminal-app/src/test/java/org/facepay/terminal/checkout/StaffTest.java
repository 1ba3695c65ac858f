package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.StaffScreen.Done;
import org.facepay.kiosk.screen.StaffScreen.Job;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.sale.promotion.PriceModifier;
import org.facepay.terminal.session.Act;
import org.facepay.terminal.session.Act.Deed;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.BagFinding;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.PhoneLink;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.refund.Refund;
import org.junit.jupiter.api.Test;

/** What staff do behind their badge; each deed is told with who and why. */
class StaffTest {
  private final Fixture till = new Fixture();

  private StaffTest touch(Intent intent) {
    till.on(new Touch(intent));
    return this;
  }

  private StaffTest badge() {
    till.on(new Read.BadgeScanned("小李"));
    return this;
  }

  private StaffTest job(Job job) {
    return touch(new Intent.ChooseTask(job));
  }

  private StaffTest keys(String... keys) {
    Stream.of(keys).forEach(key -> touch(new Intent.ChooseOption(key)));
    return this;
  }

  private Act act() {
    Act act = till.effects(Effect.RecordAct.class).getFirst().act();
    assertEquals("小李", act.attendant());
    return act;
  }

  private long total() {
    return till.session().priced().total().minor();
  }

  @Test
  void aBadgeOpensTheMenuAndTheBasketStays() {
    till.scan(Fixture.TEA);
    badge();
    assertEquals(new Stage.Attended("小李", Task.Menu.FRESH), till.stage());
    till.on(new Read.BadgeScanned(""));
    till.at(Stage.Attended.class);
    touch(new Intent.Back());
    till.at(Stage.Shopping.class);
    assertEquals(500, total());
  }

  @Test
  void aBadgeThatIsTakenBackEndsWhatIsOpenBehindIt() {
    till.scan(Fixture.TEA);
    badge().job(Job.CASH);
    till.on(new Told.BadgeRevoked("小张"));
    till.at(Stage.Attended.class);
    till.on(new Told.BadgeRevoked("小李"));
    till.at(Stage.Shopping.class);
    assertEquals(500, total(), "the shopper goes on");
    assertEquals(
        1, till.effects(Effect.StartTimer.class).size(), "and the clock of those who shop");
    badge().touch(new Intent.Back()).touch(new Intent.Pay());
    till.on(new Told.BadgeRevoked("小李"));
    till.at(Stage.Choosing.class);
  }

  @Test
  void nobodyIsLeftBehindABadgeThatIsTakenBack() {
    badge();
    till.on(new Told.BadgeRevoked("小李"));
    assertInstanceOf(State.Attract.class, till.state());
  }

  @Test
  void aLineIsVoidedForAReason() {
    till.scan(Fixture.TEA).scan(Fixture.MILK);
    badge().job(Job.VOID);
    keys("DAMAGED");
    assertEquals(2, till.session().basket().articles(), "no line was chosen");
    touch(new Intent.TickLine("2")).keys("GOODWILL");
    assertEquals(2, till.session().basket().articles(), "no reason to void");
    keys("DAMAGED");
    assertEquals(500, total());
    assertEquals(Deed.LINE_VOIDED, act().deed());
    assertEquals(1490, act().minor());
    assertTrue(act().why().startsWith("DAMAGED "));
    Task.Menu menu = assertInstanceOf(Task.Menu.class, till.at(Stage.Attended.class).task());
    assertEquals(Done.VOIDED, menu.done());
  }

  @Test
  void theLastVoidIsUndoneWithOneTouchAndThatIsAnActToo() {
    till.scan(Fixture.TEA).scan(Fixture.MILK);
    badge().touch(new Intent.PutBack());
    assertEquals(2, till.session().basket().lines().size(), "nothing was taken out");
    job(Job.DISCOUNT).touch(new Intent.TickLine("2")).keys("30", "NEAR_DATE");
    job(Job.VOID).touch(new Intent.TickLine("2")).keys("WRONG_SCAN");
    assertEquals(500, total());
    touch(new Intent.PutBack());
    assertEquals(500 + 1490 - 447, total(), "as it was, with what was taken off");
    assertEquals(Deed.VOID_UNDONE, act().deed());
    assertEquals(1490 - 447, act().minor());
    assertEquals(new Task.Menu(Done.VOID_UNDONE, 0), till.at(Stage.Attended.class).task());
    touch(new Intent.PutBack());
    assertEquals(2, till.session().basket().lines().size(), "once only");
  }

  @Test
  void aDiscountHasALimitAndAReason() {
    till.scan(Fixture.TEA).scan(Fixture.MILK);
    badge().job(Job.DISCOUNT).touch(new Intent.TickLine("2"));
    keys("50", "DAMAGED");
    assertEquals(1990, total(), "above what the shop allows");
    keys("30", "NEAR_DATE");
    assertEquals(500 + 1490 - 447, total());
    assertEquals(447, act().minor());
    assertEquals(447, till.session().priced().saved(PriceModifier.Reason.STAFF_DISCOUNT));
    till.scan(Fixture.MILK);
    assertEquals(500 + 1490 - 447 + 1490, total(), "the next one costs what it costs");
    touch(new Intent.OneMore("2"));
    assertEquals(500 + 1490 - 447 + 2 * 1490, total());
  }

  @Test
  void cashIsBookedOnceWithWhatWasReceived() {
    till.scan(Fixture.TEA).scan(Fixture.MILK);
    badge().job(Job.CASH).keys("1", "0");
    touch(new Intent.TakeCash());
    till.at(Stage.Attended.class);
    assertTrue(till.effects(Effect.RecordSale.class).isEmpty(), "too little");
    keys("0", ".", "5", "0", "0").touch(new Intent.TakeCash());
    assertEquals(10_050, act().minor());
    assertEquals(Deed.CASH_TAKEN, act().deed());
    Effect.RecordSale sale = till.effects(Effect.RecordSale.class).getFirst();
    assertEquals("cash", sale.payment().order().provider());
    assertEquals(1990, sale.payment().order().amount().minor());
    assertInstanceOf(Payment.End.Paid.class, sale.payment().end().orElseThrow());
    assertEquals(1, till.effects(Effect.PrintReceipt.class).size());
    assertEquals(1, till.effects(Effect.OpenDrawer.class).size());
    touch(new Intent.TakeCash());
    assertTrue(till.effects(Effect.RecordSale.class).isEmpty(), "once");
    till.at(Stage.Paid.class);
  }

  @Test
  void usualAmountsAreOffered() {
    till.scan(Fixture.TEA).scan(Fixture.MILK);
    assertEquals(List.of("19.90", "20.00", "50.00", "100.00"), Cashing.quick(till.session()));
    badge().job(Job.CASH).keys("50.00");
    assertEquals(new Task.Cash("50.00"), till.at(Stage.Attended.class).task());
    keys("back", "1");
    assertEquals(new Task.Cash("50.01"), till.at(Stage.Attended.class).task());
  }

  @Test
  void noCashIsTakenForABasketThatMayHaveBeenPaid() {
    till.scan(Fixture.TEA);
    touch(new Intent.Pay()).touch(new Intent.ChooseMethod(Method.PAY_CODE));
    till.on(new Read.PayCodePresented(new PayCode("280000000000440343"), "alipay"));
    till.on(new Answered.PaymentAnswered(till.payment().attempt(), new Outcome.Unknown("502")));
    badge().job(Job.CASH).keys("9").touch(new Intent.TakeCash());
    till.at(Stage.Paying.class);
    till.on(new Timed.TimerFired(Timer.DOUBT, till.stamp()));
    badge();
    assertTrue(till.effects(Effect.RecordSale.class).isEmpty());
    assertFalse(till.stage() instanceof Stage.Attended, "the order is taken over whole");
  }

  @Test
  void noCashBeforeALookAtTheShopper() {
    till.scan(Fixture.BEER);
    badge();
    touch(new Intent.Back()).job(Job.CASH);
    assertInstanceOf(Task.Menu.class, till.at(Stage.Attended.class).task());
  }

  @Test
  void theWeightInTheBagsIsOverruled() {
    till.scan(Fixture.TEA).scan(Fixture.BEER);
    till.on(new Moved.BagsChecked(BagFinding.UNEXPECTED_ITEM, ""));
    badge().touch(new Intent.Back()).job(Job.WEIGHT);
    assertEquals(Deed.BAGS_ACCEPTED, act().deed());
    assertEquals("UNEXPECTED_ITEM", act().why());
    assertEquals(1, till.effects(Effect.AcceptBags.class).size());
    assertEquals(0, till.session().attention().bags().prompts());
  }

  @Test
  void theBagsAreAcceptedFromAfar() {
    till.scan(Fixture.TEA);
    till.on(new Answered.BagsAccepted(till.session().id(), "小李"));
    assertTrue(till.effects(Effect.AcceptBags.class).isEmpty(), "nothing is wrong");
    till.on(new Moved.BagsChecked(BagFinding.UNEXPECTED_ITEM, ""));
    till.on(new Answered.BagsAccepted(till.session().id(), "小李"));
    assertEquals(Deed.BAGS_ACCEPTED, act().deed());
    assertEquals("UNEXPECTED_ITEM", act().why());
    assertEquals(1, till.effects(Effect.AcceptBags.class).size());
  }

  @Test
  void aPhoneIsPairedWithTheOwnerOfTheBadge() {
    badge().job(Job.PHONE);
    assertEquals(Deed.PHONE_LINKED, act().deed());
    Effect.LinkPhone asked = till.effects(Effect.LinkPhone.class).getFirst();
    assertEquals("小李", asked.attendant());
    PhoneLink link = new PhoneLink("https://shop/staff/pair?code=1", "1A2B 3C4D");
    till.on(new Answered.PhoneLinked(asked.attempt() - 1, link));
    assertEquals(
        new Task.Phone(asked.attempt(), Optional.empty()), till.at(Stage.Attended.class).task());
    till.on(new Answered.PhoneLinked(asked.attempt(), link));
    assertEquals(
        new Task.Phone(asked.attempt(), Optional.of(link)), till.at(Stage.Attended.class).task());
    assertFalse(till.state().toString().contains("code=1"), "it is in no log");
  }

  @Test
  void theLastReceiptAndTheDayArePrinted() {
    badge().job(Job.REPRINT);
    assertTrue(till.effects(Effect.Reprint.class).isEmpty(), "no reason yet");
    keys("CLEANING");
    assertTrue(till.effects(Effect.Reprint.class).isEmpty(), "no reason to print");
    keys("COPY_WANTED");
    assertEquals(Deed.REPRINTED, act().deed());
    assertEquals("COPY_WANTED", act().why());
    long job = till.effects(Effect.Reprint.class).getFirst().job();
    till.on(new Answered.PrintEnded(job + 1, true, ""));
    assertEquals(new Task.Menu(Done.PRINTING, job), till.at(Stage.Attended.class).task());
    till.on(new Answered.PrintEnded(job, false, "no paper"));
    assertEquals(new Task.Menu(Done.NOT_PRINTED, 0), till.at(Stage.Attended.class).task());
    job(Job.DAY_END);
    assertEquals(Deed.DAY_ENDED, act().deed());
    assertEquals(1, till.effects(Effect.PrintDay.class).size());
    touch(new Intent.Back());
    assertInstanceOf(State.Attract.class, till.state());
  }

  @Test
  void aPausedTerminalIsResumedByABadge() {
    badge().job(Job.PAUSE).touch(new Intent.Back()).job(Job.PAUSE);
    assertTrue(till.effects(Effect.PauseSelling.class).isEmpty(), "no reason yet");
    keys("CLEANING");
    assertEquals(List.of(new Effect.PauseSelling(true)), till.effects(Effect.PauseSelling.class));
    assertEquals("CLEANING", act().why());
    touch(new Intent.Back());
    till.on(new Told.SellingStopped(ClosedReason.STAFF));
    till.scan(Fixture.TEA);
    assertInstanceOf(State.Closed.class, till.state());
    badge();
    assertInstanceOf(State.Attract.class, till.state());
    assertEquals(List.of(new Effect.PauseSelling(false)), till.effects(Effect.PauseSelling.class));
    assertEquals(Deed.RESUMED, act().deed());
  }

  @Test
  void aBadgeLetsATerminalSellOutsideItsHours() {
    till.on(new Told.SellingStopped(ClosedReason.OPENING_HOURS));
    till.on(new Read.BadgeScanned(""));
    assertInstanceOf(State.Closed.class, till.state(), "nobody's badge");
    badge();
    assertInstanceOf(State.Attract.class, till.state());
    assertEquals(List.of(new Effect.PauseSelling(false)), till.effects(Effect.PauseSelling.class));
    assertEquals("OPENING_HOURS", act().why());
    till.on(new Told.SellingStopped(ClosedReason.STORAGE_FULL));
    till.on(new Read.BadgeScanned("小李"));
    assertInstanceOf(State.Closed.class, till.state(), "no badge frees a disk");
  }

  @Test
  void aReceiptInTheHandOfStaffIsAgreedTo() {
    badge();
    PastSale.PastLine line =
        new PastSale.PastLine(1, "6900123400074", "茶", "Tea", "tea", "×1", 500, false);
    till.on(
        new Read.ReceiptScanned(new PastSale("K3_OLD_1", "cash", "CNY", 500, 0, List.of(line))));
    assertEquals("小李", till.at(Refund.Ticking.class).attendant());
    touch(new Intent.TickLine("1")).touch(new Intent.RequestRefund());
    long attempt = till.effects(Effect.AskForRefund.class).getFirst().attempt();
    till.on(
        new Answered.RefundAnswered(
            attempt, new org.facepay.terminal.payment.RefundProvider.Refund.Accepted()));
    assertEquals(1, till.effects(Effect.OpenDrawer.class).size(), "cash goes back in cash");
  }

  @Test
  void aMinuteWithoutUseEndsIt() {
    till.scan(Fixture.TEA);
    badge().job(Job.CASH);
    till.later(Duration.ofMinutes(1));
    till.on(new Timed.TimerFired(Timer.ATTENDED, till.stamp()));
    till.at(Stage.Shopping.class);
    assertEquals(500, total());
  }
}
