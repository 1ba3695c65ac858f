package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.StaffScreen.Job;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.KeptBasket;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Answered.Claim;
import org.facepay.terminal.session.BagFinding;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.junit.jupiter.api.Test;

/** What staff do loses nobody's goods, discount, privacy or time, whenever it is interrupted. */
class StaffLossTest {
  private final Fixture till = new Fixture();

  private void badge() {
    till.on(new Read.BadgeScanned("小李"));
  }

  private void suspend() {
    badge();
    till.on(new Touch(new Intent.ChooseTask(Job.SUSPEND)));
    assertInstanceOf(Task.Suspended.class, till.at(Stage.Attended.class).task());
  }

  private void discountTea() {
    till.scan(Fixture.TEA);
    badge();
    till.on(new Touch(new Intent.ChooseTask(Job.DISCOUNT)))
        .on(new Touch(new Intent.TickLine("1")))
        .on(new Touch(new Intent.ChooseOption("30")))
        .on(new Touch(new Intent.ChooseOption("DAMAGED")));
  }

  private void recognised() {
    till.on(new Touch(new Intent.Start()))
        .on(new Touch(new Intent.Member()))
        .on(new Touch(new Intent.AgreeFace()));
    long look = till.session().look().stamp();
    KnownMember anna = new KnownMember("M1", "王**", 20_000, true, true, false, 0.6, 0.95);
    till.on(new Answered.FaceAnswered(look, new FaceResult.Recognised(anna)));
  }

  private static KeptBasket oneTea(AgeLimit seen) {
    return new KeptBasket(
        "x", seen, List.of(new KeptBasket.KeptLine(Fixture.TEA, new Quantity.Pieces(1), "", 0)));
  }

  @Test
  void afterASuspensionTheNextShopperIsNobodysAndIsLookedAt() {
    recognised();
    till.scan(Fixture.BEER);
    long first = till.session().id();
    till.on(new Answered.AgeChecked(first, "小李", new AgeLimit(18), true));
    suspend();
    till.scan(Fixture.BEER);
    assertFalse(till.session().id() == first, "somebody else's session");
    assertTrue(till.session().member().isEmpty());
    assertEquals(18, till.session().age().years(), "looked at anew");
    assertEquals(List.of(), till.session().staff().acts());
  }

  @Test
  void aPowerCutOrAMissingRollLosesNoSuspendedBasket() {
    till.scan(Fixture.TEA);
    suspend();
    till.on(new Told.Restarted());
    long job = till.effects(Effect.PrintKept.class).getFirst().job();
    till.on(new Answered.PrintEnded(job, false, "paper out"));
    till.on(new TimerFired(Timer.ATTENDED, till.stamp()));
    till.at(Stage.Attended.class);
    till.later(Duration.ofMinutes(11)).on(new TimerFired(Timer.ATTENDED, till.stamp()));
    assertInstanceOf(State.Attract.class, till.state(), "not for ever");
  }

  @Test
  void whatDoesNotFitIntoACodeIsNotSuspended() {
    Basket basket = Basket.empty(till.scan(Fixture.TEA).session().basket().currency());
    assertFalse(KeptBasket.fits(basket), "nothing");
    for (int n = 0; n < 17; n++) {
      basket = basket.add(Fixture.APPLES, new Quantity.Grams(500 + n));
    }
    assertTrue(KeptBasket.fits(basket));
    for (int n = 0; n < 20; n++) {
      basket = basket.add(Fixture.APPLES, new Quantity.Grams(800 + n));
    }
    assertFalse(KeptBasket.fits(basket));
  }

  @Test
  void aClaimThatIsAnsweredInStaffModeFillsTheBasket() {
    KeptBasket kept = oneTea(AgeLimit.NONE);
    till.on(new Read.BasketScanned(kept, Long.MAX_VALUE));
    long session = till.session().id();
    till.on(new Touch(new Intent.Pay()));
    badge();
    till.on(new Answered.BasketClaimed(session, Claim.GRANTED, kept));
    assertEquals(1, till.session().basket().articles());
    till.at(Stage.Shopping.class);
  }

  @Test
  void aDiscountSurvivesPutBackAndResumingBesideTheSameArticle() {
    discountTea();
    till.on(new Touch(new Intent.Back()));
    long reduced = till.session().priced().total().minor();
    till.on(new Touch(new Intent.RemoveLine("1"))).on(new Touch(new Intent.PutBack()));
    assertEquals(reduced, till.session().priced().total().minor());
    KeptBasket kept = KeptBasket.of("x", AgeLimit.NONE, till.session().basket());
    Fixture other = new Fixture().scan(Fixture.TEA);
    long full = other.session().priced().total().minor();
    other.on(new Answered.BasketClaimed(other.session().id(), Claim.GRANTED, kept));
    assertEquals(full + reduced, other.session().priced().total().minor());
  }

  @Test
  void aSecondAnswerLeavesStaffModeItsClock() {
    till.scan(Fixture.BEER);
    long session = till.session().id();
    till.on(new Answered.AgeChecked(session, "小李", new AgeLimit(18), true));
    badge();
    till.on(new Answered.AgeChecked(session, "小王", new AgeLimit(18), true));
    till.at(Stage.Attended.class);
    assertEquals(List.of(), till.effects(Effect.StopTimer.class));
  }

  @Test
  void onlyAReceiptOpensARefundBehindABadge() {
    badge();
    till.on(new Read.UnknownItemScanned("4006381333931"));
    till.at(Stage.Attended.class);
  }

  @Test
  void whoeverSaidTheyComeIsWaitedFor() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.CallStaff()));
    long call = till.state().view().call().stamp();
    till.on(new Answered.CallDelivered(call)).later(Duration.ofSeconds(110));
    till.on(new Answered.CallAcknowledged(call, "小李")).later(Duration.ofSeconds(60));
    long idle = till.session().attention().idle();
    till.on(new TimerFired(Timer.IDLE, idle)).on(new TimerFired(Timer.WIPE, idle));
    assertInstanceOf(State.Open.class, till.state());
  }

  @Test
  void aWeightThatIsRightAgainWaitsForNobody() {
    till.scan(Fixture.TEA).on(new Moved.BagsChecked(BagFinding.UNEXPECTED_ITEM, ""));
    assertTrue(till.session().attention().bags().wrong());
    till.on(new Moved.BagsChecked(BagFinding.RIGHT, ""));
    assertFalse(till.session().attention().bags().wrong());
    badge();
    till.at(Stage.Attended.class);
    assertEquals(List.of(), till.effects(Effect.AcceptBags.class));
  }

  @Test
  void aMemberErasedWhileStaffAreAtItIsGone() {
    recognised();
    till.scan(Fixture.TEA);
    badge();
    till.on(new Told.MemberErased("M1")).on(new Touch(new Intent.Back()));
    assertTrue(till.session().member().isEmpty());
  }
}
