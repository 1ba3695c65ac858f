package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.sale.promotion.PriceModifier.Reason;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Timed;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.member.Meeting;
import org.junit.jupiter.api.Test;

/** What a face may do at the till, and what it may not. */
class FaceCheckoutTest {
  private final Fixture till = new Fixture();

  private static KnownMember member(long account, boolean pays, boolean phone, boolean thin) {
    return new KnownMember("M1", "王**", account, pays, phone, thin, 0.6, 0.95);
  }

  private static final KnownMember ANNA = member(20_000, true, true, false);

  private void answer(FaceResult result) {
    long look = till.session().look().stamp();
    till.on(new Answered.FaceAnswered(look, result));
  }

  /** At the choice of ways to pay, with tea for 5.00. */
  private Fixture choosing() {
    return till.scan(Fixture.TEA).on(new Touch(new Intent.Pay()));
  }

  private Fixture looked(KnownMember member) {
    choosing()
        .on(new Touch(new Intent.ChooseMethod(Method.FACE)))
        .on(new Touch(new Intent.AgreeFace()));
    answer(new FaceResult.Recognised(member));
    return till;
  }

  private FaceEnd refused() {
    return assertInstanceOf(Meeting.FaceRefused.class, till.stage()).end();
  }

  @Test
  void theCameraIsOffUntilTheShopperHasAgreed() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.Member()));
    assertEquals(
        ConsentPurpose.RECOGNITION,
        assertInstanceOf(Meeting.Consenting.class, till.stage()).purpose());
    assertTrue(till.effects(Effect.LookForFace.class).isEmpty());
    till.on(new Touch(new Intent.FullNotice()));
    assertTrue(till.at(Meeting.Consenting.class).full());
    till.on(new Touch(new Intent.AgreeFace()));
    assertEquals(1, till.effects(Effect.LookForFace.class).size());
    assertInstanceOf(Meeting.Looking.class, till.stage());
  }

  @Test
  void anotherWayIsAlwaysThereAndTurnsTheCameraOff() {
    choosing()
        .on(new Touch(new Intent.ChooseMethod(Method.FACE)))
        .on(new Touch(new Intent.AnotherWay()));
    assertInstanceOf(Stage.Choosing.class, till.stage());
    till.on(new Touch(new Intent.ChooseMethod(Method.FACE)))
        .on(new Touch(new Intent.AgreeFace()))
        .on(new Touch(new Intent.Back()));
    assertInstanceOf(Stage.Choosing.class, till.stage());
    assertEquals(1, till.effects(Effect.StopLooking.class).size());
    assertEquals(0, till.session().look().stamp());
  }

  @Test
  void aMemberIsRecognisedWhileGoodsAreScannedAndPaysTheMemberPrice() {
    till.on(new Touch(new Intent.Start()))
        .on(new Touch(new Intent.Member()))
        .on(new Touch(new Intent.AgreeFace()));
    till.scan(Fixture.TEA);
    assertInstanceOf(Stage.Shopping.class, till.stage());
    answer(new FaceResult.Recognised(ANNA));
    Stage.Shopping shopping = assertInstanceOf(Stage.Shopping.class, till.stage());
    assertEquals(NoticeKind.MEMBER_RECOGNISED, till.told());
    assertEquals(470, till.session().priced().total().minor());
    assertEquals(30, till.session().priced().saved(Reason.MEMBER_PRICE));
    assertEquals(1, till.effects(Effect.StopLooking.class).size());
    till.scan(Fixture.TEA);
    assertEquals(940, till.session().priced().total().minor());
  }

  @Test
  void aLateLookIsNobody() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.Member())).on(new Touch(new Intent.AgreeFace()));
    long look = till.stamp();
    till.on(new Touch(new Intent.Back()))
        .on(new Answered.FaceAnswered(look, new FaceResult.Recognised(ANNA)));
    assertTrue(till.session().member().isEmpty());
  }

  @Test
  void aFacePaysOnlyAfterNameAndAmountWereConfirmed() {
    looked(ANNA);
    assertInstanceOf(Meeting.Confirming.class, till.stage());
    assertTrue(till.effects(Effect.Pay.class).isEmpty());
    till.on(new Touch(new Intent.ConfirmPerson()));
    PaymentEffect.Authorise asked =
        assertInstanceOf(
            PaymentEffect.Authorise.class, till.effects(Effect.Pay.class).getFirst().request());
    assertEquals(new MemberAccount("M1"), asked.credential());
    assertEquals("balance", asked.order().provider());
    assertEquals(470, asked.order().amount().minor());
    till.on(new Answered.PaymentAnswered(asked.attempt(), new Outcome.Approved("b1")));
    assertInstanceOf(Stage.Paid.class, till.stage());
  }

  @Test
  void notMeForgetsTheMemberAndTheMembersPrices() {
    looked(ANNA).on(new Touch(new Intent.NotMe()));
    Stage.Choosing choosing = assertInstanceOf(Stage.Choosing.class, till.stage());
    assertTrue(till.session().member().isEmpty());
    assertEquals(500, till.session().priced().total().minor());
  }

  @Test
  void aKnownMemberIsLookedAtAgainToPay() {
    till.on(new Touch(new Intent.Start()))
        .on(new Touch(new Intent.Member()))
        .on(new Touch(new Intent.AgreeFace()));
    till.scan(Fixture.TEA);
    answer(new FaceResult.Recognised(ANNA));
    till.on(new Touch(new Intent.Pay())).on(new Touch(new Intent.ChooseMethod(Method.FACE)));
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
      fresh.scan(Fixture.TEA).on(new Touch(new Intent.Pay()));
      fresh
          .on(new Touch(new Intent.ChooseMethod(Method.FACE)))
          .on(new Touch(new Intent.AgreeFace()));
      fresh.on(new Answered.FaceAnswered(fresh.stamp(), new FaceResult.Recognised(member)));
      assertInstanceOf(Meeting.Keying.class, fresh.stage(), member.toString());
    }
    for (int n = 0; n < 4; n++) {
      till.scan(Fixture.MILK); // 59.60: above 50.00
    }
    till.on(new Touch(new Intent.Pay()))
        .on(new Touch(new Intent.ChooseMethod(Method.FACE)))
        .on(new Touch(new Intent.AgreeFace()));
    answer(new FaceResult.Recognised(ANNA));
    assertInstanceOf(Meeting.Keying.class, till.stage());
    type("2046");
    assertEquals("M1", till.effects(Effect.CheckDigits.class).getFirst().member());
    till.on(new Answered.DigitsChecked(till.stamp(), true));
    assertInstanceOf(Meeting.Confirming.class, till.stage());
  }

  @Test
  void threeWrongTriesLockTheFaceForThisSession() {
    looked(member(20_000, true, true, true));
    for (int n = 0; n < 3; n++) {
      type("0000");
      till.on(new Answered.DigitsChecked(till.stamp(), false));
    }
    assertEquals(FaceEnd.TOO_MANY_TRIES, refused());
    till.on(new Touch(new Intent.Retry()));
    assertEquals(FaceEnd.TOO_MANY_TRIES, refused());
    till.on(new Touch(new Intent.AnotherWay())).on(new Touch(new Intent.ChooseMethod(Method.FACE)));
    Stage.Choosing choosing = assertInstanceOf(Stage.Choosing.class, till.stage());
    assertEquals(500, till.session().priced().total().minor());
    till.on(new Read.PayCodePresented(new PayCode("280000000000440343"), "alipay"));
    assertInstanceOf(Stage.Paying.class, till.stage());
  }

  private void type(String digits) {
    for (char c : digits.toCharArray()) {
      till.on(new Touched.DigitTyped(new Digits.Digit(c - '0')));
    }
  }

  @Test
  void whoCannotPayIsToldBeforeAnythingIsCharged() {
    looked(member(-1, true, true, false));
    assertEquals(FaceEnd.NO_ACCOUNT, refused());
    till.on(new Touch(new Intent.AnotherWay())).on(new Touch(new Intent.ChooseMethod(Method.FACE)));
    answer(new FaceResult.Recognised(member(469, true, true, false)));
    assertEquals(FaceEnd.BALANCE_TOO_LOW, refused());
    till.on(new Touch(new Intent.AnotherWay())).on(new Touch(new Intent.ChooseMethod(Method.FACE)));
    answer(new FaceResult.Recognised(member(20_000, true, false, true)));
    assertEquals(FaceEnd.NO_ACCOUNT, refused(), "a thin margin and no phone to ask for");
    till.on(new Touch(new Intent.AnotherWay())).on(new Touch(new Intent.ChooseMethod(Method.FACE)));
    answer(new FaceResult.CameraFailed());
    assertEquals(FaceEnd.NO_CAMERA, refused());
  }

  @Test
  void aStrangerJoinsWithThreeTouchesAndThePhone() {
    till.on(new Touch(new Intent.Start()));
    till.on(new Touch(new Intent.Member())).on(new Touch(new Intent.AgreeFace()));
    answer(new FaceResult.NotRecognised());
    assertInstanceOf(Meeting.Inviting.class, till.stage(), "asked before anything is typed");
    type("1");
    till.on(new Touch(new Intent.Join()));
    Meeting.Keying phone = assertInstanceOf(Meeting.Keying.class, till.stage());
    assertEquals(11, phone.length());
    type("13900001234");
    assertInstanceOf(Meeting.Keying.class, till.stage(), "the number is looked at once more");
    till.on(new Touch(new Intent.ConfirmDigits()));
    assertEquals(
        ConsentPurpose.STORAGE, assertInstanceOf(Meeting.Consenting.class, till.stage()).purpose());
    assertTrue(till.effects(Effect.EnrolFace.class).isEmpty());
    till.on(new Touch(new Intent.AgreeFace()));
    assertEquals(
        new Digits("13900001234"), till.effects(Effect.EnrolFace.class).getFirst().phone());
    answer(new FaceResult.Joined(member(0, false, true, false)));
    Meeting.MemberPage page = assertInstanceOf(Meeting.MemberPage.class, till.stage());
    assertTrue(page.joined());
    assertEquals(
        Set.of(ConsentPurpose.RECOGNITION, ConsentPurpose.STORAGE), till.session().look().agreed());
    assertEquals(Digits.NONE, till.session().look().phone(), "the phone is not kept");
  }

  @Test
  void aStrangerWhoDoesNotJoinGoesOnShopping() {
    till.on(new Touch(new Intent.Start()));
    till.on(new Touch(new Intent.Member())).on(new Touch(new Intent.AgreeFace()));
    answer(new FaceResult.NotRecognised());
    till.on(new Touch(new Intent.Retry()));
    assertInstanceOf(Meeting.Looking.class, till.stage());
    answer(new FaceResult.NotRecognised());
    till.on(new Touch(new Intent.Back()));
    assertInstanceOf(Stage.Shopping.class, till.stage());
  }

  @Test
  void aFaceIsWithdrawnOnTheSpotAndTombstoned() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.Member())).on(new Touch(new Intent.AgreeFace()));
    answer(new FaceResult.Recognised(ANNA));
    till.on(new Touch(new Intent.Member()));
    till.on(new Touch(new Intent.ConfirmWithdraw()));
    assertTrue(till.effects(Effect.ForgetFace.class).isEmpty(), "nobody asked yet");
    till.on(new Touch(new Intent.WithdrawFace())).on(new Touch(new Intent.ConfirmWithdraw()));
    assertEquals("M1", till.effects(Effect.ForgetFace.class).getFirst().member());
    till.on(new Answered.FaceForgotten(till.stamp(), true));
    Stage.Shopping shopping = assertInstanceOf(Stage.Shopping.class, till.stage());
    assertEquals(NoticeKind.FACE_DELETED, till.told());
    assertTrue(till.session().member().isEmpty());
    assertEquals(470, till.session().priced().total().minor(), "what was saved stays saved");
    assertEquals("M1", till.effects(Effect.RecordFaceWithdrawn.class).getFirst().member());
  }

  @Test
  void aMemberErasedAtTheConsoleIsLookedAtNoMore() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.Member())).on(new Touch(new Intent.AgreeFace()));
    answer(new FaceResult.Recognised(ANNA));
    till.on(new Touch(new Intent.Pay())).on(new Touch(new Intent.ChooseMethod(Method.FACE)));
    assertInstanceOf(Meeting.Looking.class, till.stage());
    till.on(new Told.MemberErased("M1"));
    assertEquals(1, till.effects(Effect.StopLooking.class).size());
    assertEquals(1, till.effects(Effect.RecordFaceWithdrawn.class).size());
    Stage.Shopping shopping = assertInstanceOf(Stage.Shopping.class, till.stage());
    assertTrue(till.session().member().isEmpty());
    assertEquals(0, till.session().look().stamp());
  }

  @Test
  void aRestartTurnsNothingOnAndForgetsTypedDigits() {
    looked(member(20_000, true, true, true));
    type("20");
    till.on(new Told.Restarted());
    assertInstanceOf(Stage.Choosing.class, till.stage());
    till.on(new Touch(new Intent.ChooseMethod(Method.FACE)));
    assertInstanceOf(Meeting.Looking.class, till.stage());
    till.on(new Told.Restarted());
    assertInstanceOf(Stage.Choosing.class, till.stage());
    assertTrue(till.effects(Effect.LookForFace.class).isEmpty());
  }

  @Test
  void aLookEndsByItself() {
    choosing()
        .on(new Touch(new Intent.ChooseMethod(Method.FACE)))
        .on(new Touch(new Intent.AgreeFace()));
    long look = till.stamp();
    till.on(new Timed.TimerFired(Timer.LOOK, look - 1));
    assertInstanceOf(Meeting.Looking.class, till.stage());
    till.on(new Timed.TimerFired(Timer.LOOK, look));
    assertEquals(FaceEnd.NOT_RECOGNISED, refused());
    assertEquals(1, till.effects(Effect.StopLooking.class).size());
  }

  @Test
  void theWalletsCameraPaysItsOwnOrderOnly() {
    choosing().on(new Touch(new Intent.ChooseMethod(Method.WALLET_FACE)));
    Meeting.Following following = assertInstanceOf(Meeting.Following.class, till.stage());
    assertEquals(following.order(), till.effects(Effect.ChallengeFace.class).getFirst().order());
    till.on(new Answered.CredentialGranted(following.attempt() - 1, new PayCode("fp")));
    assertInstanceOf(Meeting.Following.class, till.stage());
    till.on(new Answered.CredentialGranted(following.attempt(), new PayCode("fp")));
    PaymentEffect.Authorise asked =
        (PaymentEffect.Authorise) till.effects(Effect.Pay.class).getFirst().request();
    assertEquals(following.order(), asked.order());
  }

  @Test
  void goodsScannedMeanwhileEndTheWalletsChallenge() {
    choosing().on(new Touch(new Intent.ChooseMethod(Method.WALLET_FACE)));
    Meeting.Following following = till.at(Meeting.Following.class);
    till.scan(Fixture.MILK);
    assertEquals(1, till.effects(Effect.StopChallenge.class).size());
    till.on(new Answered.CredentialGranted(following.attempt(), new PayCode("fp")));
    assertInstanceOf(Stage.Shopping.class, till.stage());
    assertFalse(till.effects().stream().anyMatch(e -> e instanceof Effect.Pay));
  }
}
