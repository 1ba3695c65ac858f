package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.facepay.terminal.session.FacePurpose;
import org.facepay.terminal.session.Face;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.session.Event.Timer;
import org.junit.jupiter.api.Test;

/** What a face may do at the till, and what it may not. */
class FaceCheckoutTest {
  private final Fixture till = new Fixture();

  private static KnownMember member(long account, boolean pays, boolean phone, boolean thin) {
    return new KnownMember("M1", "王**", account, pays, phone, thin, 0.6, 0.95);
  }

  private static final KnownMember ANNA = member(20_000, true, true, false);

  private void answer(FaceResult result) {
    long look = till.state().openSession().orElseThrow().face().look();
    till.on(new Event.FaceAnswered(look, result));
  }

  /** At the choice of ways to pay, with tea for 5.00. */
  private Fixture choosing() {
    return till.scan(Fixture.TEA).on(new Event.PayRequested());
  }

  private Fixture looked(KnownMember member) {
    choosing().on(new Event.FaceChosen()).on(new Event.FaceAgreed());
    answer(new FaceResult.Recognised(member));
    return till;
  }

  private FaceEnd refused() {
    return assertInstanceOf(FaceState.FaceRefused.class, till.state()).end();
  }

  @Test
  void theCameraIsOffUntilTheShopperHasAgreed() {
    till.scan(Fixture.TEA).on(new Event.MemberRequested());
    assertEquals(
        FacePurpose.RECOGNITION,
        assertInstanceOf(FaceState.Consenting.class, till.state()).purpose());
    assertTrue(till.effects(Effect.LookForFace.class).isEmpty());
    till.on(new Event.NoticeToggled());
    assertTrue(((FaceState.Consenting) till.state()).full());
    till.on(new Event.FaceAgreed());
    assertEquals(1, till.effects(Effect.LookForFace.class).size());
    assertInstanceOf(FaceState.Looking.class, till.state());
  }

  @Test
  void anotherWayIsAlwaysThereAndTurnsTheCameraOff() {
    choosing().on(new Event.FaceChosen()).on(new Event.AnotherWayRequested());
    assertInstanceOf(State.Choosing.class, till.state());
    till.on(new Event.FaceChosen()).on(new Event.FaceAgreed()).on(new Event.WentBack());
    assertInstanceOf(State.Choosing.class, till.state());
    assertEquals(1, till.effects(Effect.StopLooking.class).size());
    assertEquals(0, till.state().openSession().orElseThrow().face().look());
  }

  @Test
  void aMemberIsRecognisedWhileGoodsAreScannedAndPaysTheMemberPrice() {
    till.on(new Event.Started()).on(new Event.MemberRequested()).on(new Event.FaceAgreed());
    till.scan(Fixture.TEA);
    assertInstanceOf(State.Shopping.class, till.state());
    answer(new FaceResult.Recognised(ANNA));
    State.Shopping shopping = assertInstanceOf(State.Shopping.class, till.state());
    assertEquals(State.Notice.Kind.MEMBER_RECOGNISED, shopping.notice().kind());
    assertEquals(470, shopping.session().basket().total().minor());
    assertEquals(30, shopping.session().basket().memberSavesMinor());
    assertEquals(1, till.effects(Effect.StopLooking.class).size());
    till.scan(Fixture.TEA);
    assertEquals(940, ((State.Shopping) till.state()).session().basket().total().minor());
  }

  @Test
  void aLateLookIsNobody() {
    till.scan(Fixture.TEA).on(new Event.MemberRequested()).on(new Event.FaceAgreed());
    long look = till.stamp();
    till.on(new Event.WentBack()).on(new Event.FaceAnswered(look, new FaceResult.Recognised(ANNA)));
    assertTrue(till.state().openSession().orElseThrow().face().member().isEmpty());
  }

  @Test
  void aFacePaysOnlyAfterNameAndAmountWereConfirmed() {
    looked(ANNA);
    assertInstanceOf(FaceState.Confirming.class, till.state());
    assertTrue(till.effects(Effect.Pay.class).isEmpty());
    till.on(new Event.PersonConfirmed());
    PaymentEffect.Authorise asked =
        assertInstanceOf(
            PaymentEffect.Authorise.class, till.effects(Effect.Pay.class).getFirst().request());
    assertEquals(new MemberAccount("M1"), asked.credential());
    assertEquals("balance", asked.order().provider());
    assertEquals(470, asked.order().amount().minor());
    till.on(new Event.PaymentAnswered(asked.attempt(), new Outcome.Approved("b1")));
    assertInstanceOf(State.Paid.class, till.state());
  }

  @Test
  void notMeForgetsTheMemberAndTheMembersPrices() {
    looked(ANNA).on(new Event.PersonDenied());
    State.Choosing choosing = assertInstanceOf(State.Choosing.class, till.state());
    assertTrue(choosing.session().face().member().isEmpty());
    assertEquals(500, choosing.session().basket().total().minor());
  }

  @Test
  void aKnownMemberIsLookedAtAgainToPay() {
    till.on(new Event.Started()).on(new Event.MemberRequested()).on(new Event.FaceAgreed());
    till.scan(Fixture.TEA);
    answer(new FaceResult.Recognised(ANNA));
    till.on(new Event.PayRequested()).on(new Event.FaceChosen());
    // The consent to pay stands; the look is a new one.
    assertEquals(1, till.effects(Effect.LookForFace.class).size());
    answer(new FaceResult.NotRecognised());
    assertEquals(FaceEnd.NOT_RECOGNISED, refused());
    assertTrue(till.effects(Effect.Pay.class).isEmpty());
  }

  @Test
  void theSecondFactorIsAskedForWhenTheFaceAloneIsNotEnough() {
    List<KnownMember> unsure =
        List.of(member(20_000, true, true, true), member(20_000, false, true, false));
    for (KnownMember member : unsure) {
      Fixture fresh = new Fixture();
      fresh.scan(Fixture.TEA).on(new Event.PayRequested());
      fresh.on(new Event.FaceChosen()).on(new Event.FaceAgreed());
      fresh.on(new Event.FaceAnswered(fresh.stamp(), new FaceResult.Recognised(member)));
      assertInstanceOf(FaceState.Keying.class, fresh.state(), member.toString());
    }
    for (int n = 0; n < 4; n++) {
      till.scan(Fixture.MILK); // 59.60: above 50.00
    }
    till.on(new Event.PayRequested()).on(new Event.FaceChosen()).on(new Event.FaceAgreed());
    answer(new FaceResult.Recognised(ANNA));
    assertInstanceOf(FaceState.Keying.class, till.state());
    type("2046");
    assertEquals("M1", till.effects(Effect.CheckDigits.class).getFirst().member());
    till.on(new Event.DigitsChecked(till.stamp(), true));
    assertInstanceOf(FaceState.Confirming.class, till.state());
  }

  @Test
  void threeWrongTriesLockTheFaceForThisSession() {
    looked(member(20_000, true, true, true));
    for (int n = 0; n < 3; n++) {
      type("0000");
      till.on(new Event.DigitsChecked(till.stamp(), false));
    }
    assertEquals(FaceEnd.TOO_MANY_TRIES, refused());
    till.on(new Event.RetryRequested());
    assertEquals(FaceEnd.TOO_MANY_TRIES, refused());
    till.on(new Event.AnotherWayRequested()).on(new Event.FaceChosen());
    State.Choosing choosing = assertInstanceOf(State.Choosing.class, till.state());
    assertEquals(500, choosing.session().basket().total().minor());
    till.on(new Event.PayCodePresented(new PayCode("280000000000440343"), "alipay"));
    assertInstanceOf(State.Paying.class, till.state());
  }

  private void type(String digits) {
    for (char c : digits.toCharArray()) {
      till.on(new Event.DigitTyped(new Digits.Digit(c - '0')));
    }
  }

  @Test
  void whoCannotPayIsToldBeforeAnythingIsCharged() {
    looked(member(-1, true, true, false));
    assertEquals(FaceEnd.NO_ACCOUNT, refused());
    till.on(new Event.AnotherWayRequested()).on(new Event.FaceChosen());
    answer(new FaceResult.Recognised(member(469, true, true, false)));
    assertEquals(FaceEnd.BALANCE_TOO_LOW, refused());
    till.on(new Event.AnotherWayRequested()).on(new Event.FaceChosen());
    answer(new FaceResult.Recognised(member(20_000, true, false, true)));
    assertEquals(FaceEnd.NO_ACCOUNT, refused(), "a thin margin and no phone to ask for");
    till.on(new Event.AnotherWayRequested()).on(new Event.FaceChosen());
    answer(new FaceResult.CameraFailed());
    assertEquals(FaceEnd.NO_CAMERA, refused());
  }

  @Test
  void aStrangerJoinsWithThreeTouchesAndThePhone() {
    till.on(new Event.Started());
    till.on(new Event.MemberRequested()).on(new Event.FaceAgreed());
    answer(new FaceResult.NotRecognised());
    FaceState.Keying phone = assertInstanceOf(FaceState.Keying.class, till.state());
    assertEquals(11, phone.length());
    type("13900001234");
    assertEquals(
        FacePurpose.STORAGE, assertInstanceOf(FaceState.Consenting.class, till.state()).purpose());
    assertTrue(till.effects(Effect.EnrolFace.class).isEmpty());
    till.on(new Event.FaceAgreed());
    assertEquals(
        new Digits("13900001234"), till.effects(Effect.EnrolFace.class).getFirst().phone());
    answer(new FaceResult.Joined(member(0, false, true, false)));
    FaceState.MemberPage page = assertInstanceOf(FaceState.MemberPage.class, till.state());
    assertTrue(page.joined());
    assertEquals(
        Set.of(FacePurpose.RECOGNITION, FacePurpose.STORAGE), page.session().face().agreed());
    assertEquals(Digits.NONE, page.session().face().phone(), "the phone is not kept");
  }

  @Test
  void aFaceIsWithdrawnOnTheSpotAndTombstoned() {
    till.scan(Fixture.TEA).on(new Event.MemberRequested()).on(new Event.FaceAgreed());
    answer(new FaceResult.Recognised(ANNA));
    till.on(new Event.MemberRequested());
    till.on(new Event.WithdrawalConfirmed());
    assertTrue(till.effects(Effect.ForgetFace.class).isEmpty(), "nobody asked yet");
    till.on(new Event.WithdrawalRequested()).on(new Event.WithdrawalConfirmed());
    assertEquals("M1", till.effects(Effect.ForgetFace.class).getFirst().member());
    till.on(new Event.FaceForgotten(till.stamp(), true));
    State.Shopping shopping = assertInstanceOf(State.Shopping.class, till.state());
    assertEquals(State.Notice.Kind.FACE_DELETED, shopping.notice().kind());
    assertTrue(shopping.session().face().member().isEmpty());
    assertEquals(470, shopping.session().basket().total().minor(), "what was saved stays saved");
    assertEquals("M1", till.effects(Effect.RecordFaceWithdrawn.class).getFirst().member());
  }

  @Test
  void aMemberErasedAtTheConsoleIsLookedAtNoMore() {
    till.scan(Fixture.TEA).on(new Event.MemberRequested()).on(new Event.FaceAgreed());
    answer(new FaceResult.Recognised(ANNA));
    till.on(new Event.PayRequested()).on(new Event.FaceChosen());
    assertInstanceOf(FaceState.Looking.class, till.state());
    till.on(new Event.MemberErased("M1"));
    assertEquals(1, till.effects(Effect.StopLooking.class).size());
    assertEquals(1, till.effects(Effect.RecordFaceWithdrawn.class).size());
    State.Shopping shopping = assertInstanceOf(State.Shopping.class, till.state());
    assertTrue(shopping.session().face().member().isEmpty());
    assertEquals(0, shopping.session().face().look());
  }

  @Test
  void aRestartTurnsNothingOnAndForgetsTypedDigits() {
    looked(member(20_000, true, true, true));
    type("20");
    till.on(new Event.Restarted());
    assertInstanceOf(State.Choosing.class, till.state());
    till.on(new Event.FaceChosen());
    assertInstanceOf(FaceState.Looking.class, till.state());
    till.on(new Event.Restarted());
    assertInstanceOf(State.Choosing.class, till.state());
    assertTrue(till.effects(Effect.LookForFace.class).isEmpty());
  }

  @Test
  void aLookEndsByItself() {
    choosing().on(new Event.FaceChosen()).on(new Event.FaceAgreed());
    long look = till.stamp();
    till.on(new Event.TimerFired(Timer.LOOK, look - 1));
    assertInstanceOf(FaceState.Looking.class, till.state());
    till.on(new Event.TimerFired(Timer.LOOK, look));
    assertEquals(FaceEnd.NOT_RECOGNISED, refused());
    assertEquals(1, till.effects(Effect.StopLooking.class).size());
  }

  @Test
  void theWalletsCameraPaysItsOwnOrderOnly() {
    choosing().on(new Event.WalletFaceChosen());
    FaceState.Following following = assertInstanceOf(FaceState.Following.class, till.state());
    assertEquals(following.order(), till.effects(Effect.ChallengeFace.class).getFirst().order());
    till.on(new Event.CredentialGranted(following.attempt() - 1, new PayCode("fp")));
    assertInstanceOf(FaceState.Following.class, till.state());
    till.on(new Event.CredentialGranted(following.attempt(), new PayCode("fp")));
    PaymentEffect.Authorise asked =
        (PaymentEffect.Authorise) till.effects(Effect.Pay.class).getFirst().request();
    assertEquals(following.order(), asked.order());
  }

  @Test
  void goodsScannedMeanwhileEndTheWalletsChallenge() {
    choosing().on(new Event.WalletFaceChosen());
    FaceState.Following following = (FaceState.Following) till.state();
    till.scan(Fixture.MILK);
    assertEquals(1, till.effects(Effect.StopChallenge.class).size());
    till.on(new Event.CredentialGranted(following.attempt(), new PayCode("fp")));
    assertInstanceOf(State.Shopping.class, till.state());
    assertFalse(till.effects().stream().anyMatch(e -> e instanceof Effect.Pay));
  }
}
