package org.facepay.terminal.vending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Drop;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.MemberStory;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.member.Meeting;
import org.junit.jupiter.api.Test;

/** A member pays what falls from the member's own account, and has back there what did not. */
class MemberAtTheMachineTest extends MemberStory<Stage> {
  MemberAtTheMachineTest() {
    super(
        new Rules(
                Fixture.RULES.numbers(),
                Fixture.RULES.goods().tariff().currency(),
                Fixture.RULES.payments(),
                Fixture.RULES.members(),
                Fixture.RULES.times(),
                4,
                List.of())
            .frame(),
        Stage.class);
  }

  private <M extends Meeting> M meeting(Class<M> type) {
    return assertInstanceOf(type, assertInstanceOf(Stage.Meeting.class, stage()).meeting());
  }

  private void chosen() {
    on(new Touched.PieceChosen(1, Fixture.TEA, 4, 0));
    on(new Touch(new Intent.Pay()));
  }

  private void seen(boolean agreedBefore) {
    on(new Touch(new Intent.ChooseMethod(Screen.Method.FACE)));
    on(new Touch(new Intent.AgreeFace()));
    on(
        new Answered.FaceAnswered(
            effects(Effect.LookForFace.class).getLast().look(),
            new FaceResult.Recognised(
                new KnownMember("m1", "王*", 9_000, false, agreedBefore, true, false, 0.9, 0.9))));
  }

  private PaymentEffect.Authorise charged() {
    return assertInstanceOf(
        PaymentEffect.Authorise.class, effects(Effect.Pay.class).getLast().request());
  }

  private void approved() {
    on(new Answered.PaymentAnswered(charged().attempt(), new Outcome.Approved("b1")));
  }

  @Test
  void aFaceThatAgreedBeforePaysAfterNameAndAmountAreConfirmed() {
    chosen();
    seen(true);
    meeting(Meeting.Confirming.class);
    assertTrue(effects(Effect.Pay.class).isEmpty(), "nothing before the touch");
    on(new Touch(new Intent.ConfirmPerson()));
    assertEquals(new MemberAccount("m1"), charged().credential());
    assertEquals("balance", charged().order().provider());
    assertEquals(Fixture.TEA.memberPrice(), charged().order().amount().minor());
    approved();
    assertEquals(1, effects(Effect.Dispense.class).size());
  }

  @Test
  void whatDidNotFallGoesBackToTheAccount() {
    chosen();
    seen(true);
    on(new Touch(new Intent.ConfirmPerson()));
    approved();
    for (int i = 0; i < 2; i++) {
      long attempt = effects(Effect.Dispense.class).getLast().attempt();
      on(new Answered.Dispensed(attempt, Drop.NOT_DELIVERED));
    }
    Effect.AskForRefund asked = effects(Effect.AskForRefund.class).getLast();
    assertEquals("balance", asked.order().provider());
    assertEquals(Fixture.TEA.memberPrice(), asked.amount().minor());
  }

  @Test
  void aCodePaysOnlyWithTheEndOfThePhoneNumber() {
    chosen();
    shown(found(9_000, true));
    meeting(Meeting.Keying.class);
    typed(true);
    meeting(Meeting.Confirming.class);
    on(new Touch(new Intent.ConfirmPerson()));
    assertEquals(new MemberAccount("m1"), charged().credential());
    assertTrue(effects(Effect.RecordPaymentConsent.class).isEmpty(), "no face was agreed to");
  }

  @Test
  void aCopiedCodePaysNothing() {
    chosen();
    shown(found(9_000, true));
    for (int i = 0; i < 3; i++) {
      typed(false);
    }
    assertEquals(FaceEnd.TOO_MANY_TRIES, meeting(Meeting.FaceRefused.class).end());
    on(new Touch(new Intent.AnotherWay()));
    on(new Read.MemberCodeScanned(MemberCode.scanned("FPM-m1-0")));
    assertEquals(1, effects(Effect.FindMember.class).size(), "no more tries in this session");
    assertTrue(effects(Effect.Pay.class).isEmpty());
  }

  @Test
  void whoseAccountIsTooLowIsToldAndMayPayOtherwise() {
    chosen();
    shown(found(100, true));
    assertEquals(FaceEnd.BALANCE_TOO_LOW, meeting(Meeting.FaceRefused.class).end());
    on(new Read.PayCodePresented(new PayCode("280000000000440343"), "alipay"));
    assertEquals("alipay", charged().order().provider());
  }

  @Test
  void aCodeOfNobodyIsTold() {
    chosen();
    shown(new MemberResult.NotFound());
    assertEquals(
        NoticeKind.MEMBER_NOT_FOUND,
        assertInstanceOf(Stage.Presenting.class, stage()).notice().orElseThrow().kind());
  }

  @Test
  void nothingIsChargedWhileNothingCanFall() {
    chosen();
    seen(true);
    on(new Read.PayCodeHeldOff());
    assertInstanceOf(Stage.Presenting.class, stage());
    assertTrue(effects(Effect.Pay.class).isEmpty());
  }

  @Test
  void aWalletsCodeWhileTheCameraLooksTurnsItOffAndPays() {
    chosen();
    on(new Touch(new Intent.ChooseMethod(Screen.Method.FACE)));
    on(new Touch(new Intent.AgreeFace()));
    meeting(Meeting.Looking.class);
    on(new Read.PayCodePresented(new PayCode("280000000000440343"), "alipay"));
    assertEquals(1, effects(Effect.StopLooking.class).size());
    assertEquals("alipay", charged().order().provider());
  }

  @Test
  void whoIsErasedMeanwhilePaysNothing() {
    chosen();
    seen(true);
    on(new Told.MemberErased("m1"));
    on(new Touch(new Intent.ConfirmPerson()));
    assertInstanceOf(Stage.Presenting.class, stage());
    assertTrue(effects(Effect.Pay.class).isEmpty());
  }
}
