package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.MemberScreen.Kept;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.FoundMember;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.member.Meeting;
import org.junit.jupiter.api.Test;

/** A member by a code or by a phone number pays what a member by the face pays. */
class KnownWithoutFaceTest {
  private static final MemberCode CODE = new MemberCode("FPM-M1-00", "204117");
  private static final FoundMember ANNA = new FoundMember("M1", "王**", 20_000, false, true, false);
  private final Fixture till = new Fixture();

  private Fixture answered(MemberResult result) {
    return till.on(new Answered.MemberAnswered(till.session().id(), result));
  }

  private Fixture typed(String digits) {
    digits.chars().forEach(c -> till.on(new Touched.DigitTyped(new Digits.Digit(c - '0'))));
    return till.on(new Touch(new Intent.ConfirmDigits()));
  }

  private Fixture withoutFace() {
    return till.scan(Fixture.TEA)
        .on(new Touch(new Intent.Member()))
        .on(new Touch(new Intent.WithoutFace()));
  }

  private long total() {
    return till.session().priced().total().minor();
  }

  @Test
  void theCodeBringsTheSamePriceAsTheFace() {
    till.scan(Fixture.TEA).on(new Read.MemberCodeScanned(CODE));
    assertEquals(
        new Effect.FindMember(till.session().id(), CODE),
        till.effects(Effect.FindMember.class).getFirst());
    answered(new MemberResult.Found(ANNA));
    long byCode = total();
    assertEquals(NoticeKind.MEMBER_RECOGNISED, till.told());
    Fixture other = new Fixture();
    other
        .scan(Fixture.TEA)
        .on(new Touch(new Intent.Member()))
        .on(new Touch(new Intent.AgreeFace()));
    other.on(
        new Answered.FaceAnswered(
            other.session().look().stamp(),
            new FaceResult.Recognised(
                new KnownMember("M1", "王**", 20_000, true, true, false, 0.6, 0.95))));
    assertEquals(other.session().priced().total().minor(), byCode);
    assertEquals(470, byCode);
  }

  @Test
  void aCodeOpensASession() {
    till.on(new Read.MemberCodeScanned(CODE));
    answered(new MemberResult.Found(ANNA));
    till.scan(Fixture.TEA);
    assertEquals(470, total());
  }

  @Test
  void theAnswerToTheShopperBeforeIsNothingToThisOne() {
    till.on(new Read.MemberCodeScanned(CODE));
    long before = till.session().id();
    till.on(new Touch(new Intent.Cancel()));
    till.scan(Fixture.TEA).on(new Answered.MemberAnswered(before, new MemberResult.Found(ANNA)));
    assertTrue(till.session().member().isEmpty());
    assertEquals(500, total());
  }

  @Test
  void phoneAndDigitsOfTheCodeAreTheSame() {
    withoutFace().on(new Touch(new Intent.ByPhone()));
    typed("13800138000");
    assertTrue(till.effects(Effect.FindMemberByPhone.class).isEmpty());
    typed("204117");
    Effect.FindMemberByPhone asked = till.effects(Effect.FindMemberByPhone.class).getFirst();
    assertEquals("13800138000", asked.phone().text());
    assertEquals("204117", asked.digits().text());
    typed("9");
    assertTrue(till.effects(Effect.FindMemberByPhone.class).isEmpty(), "asked for once");
    answered(new MemberResult.Found(ANNA));
    assertInstanceOf(Stage.Shopping.class, till.stage());
    assertEquals(470, total());
  }

  @Test
  void wrongDigitsAreTypedThreeTimesAndToldAlikeWhoeverTheyAreOf() {
    withoutFace().on(new Touch(new Intent.ByPhone()));
    typed("13800138000");
    for (int tries = 1; tries < 3; tries++) {
      typed("000000");
      answered(new MemberResult.NotFound());
      assertEquals(tries, till.at(Meeting.Naming.class).tries());
    }
    typed("000000");
    answered(new MemberResult.NotFound());
    assertEquals(NoticeKind.MEMBER_NOT_FOUND, till.told());
    assertEquals(500, total());
  }

  @Test
  void joiningTakesAnAgreementAndIsAskedForOnce() {
    withoutFace().on(new Touch(new Intent.Join()));
    typed("13800138000");
    assertEquals(ConsentPurpose.MEMBERSHIP, till.at(Meeting.Consenting.class).purpose());
    assertTrue(till.effects(Effect.JoinByPhone.class).isEmpty());
    till.on(new Touch(new Intent.AgreeFace()));
    assertEquals(1, till.effects(Effect.JoinByPhone.class).size());
    till.on(new Touch(new Intent.AgreeFace()));
    assertTrue(till.effects(Effect.JoinByPhone.class).isEmpty(), "asked for once");
    assertTrue(till.effects(Effect.EnrolFace.class).isEmpty(), "no camera has a part in it");
    answered(new MemberResult.Joined(ANNA));
    Meeting.MemberPage page = till.at(Meeting.MemberPage.class);
    assertTrue(page.joined());
    till.on(new Answered.MemberCodeRead(till.session().id(), CODE));
    assertEquals(CODE, till.at(Meeting.MemberPage.class).code().orElseThrow());
    till.on(new Touch(new Intent.Back()));
    assertEquals(470, total());
  }

  @Test
  void whoHasJoinedBeforeIsToldSo() {
    withoutFace().on(new Touch(new Intent.Join()));
    typed("13800138000").on(new Touch(new Intent.AgreeFace()));
    answered(new MemberResult.TakenNumber());
    assertEquals(FaceEnd.ALREADY_MEMBER, till.at(Meeting.FaceRefused.class).end());
  }

  @Test
  void leavingIsOnTheMembersOwnPageUnlessThereIsMoney() {
    till.scan(Fixture.TEA).on(new Read.MemberCodeScanned(CODE));
    answered(new MemberResult.Found(ANNA)).on(new Touch(new Intent.Member()));
    assertEquals(Kept.ACCOUNT, till.at(Meeting.MemberPage.class).kept());
    till.on(new Touch(new Intent.LeaveMembership())).on(new Touch(new Intent.ConfirmLeave()));
    assertTrue(till.effects(Effect.EndMembership.class).isEmpty());
    till.on(new Touch(new Intent.Back())).on(new Read.MemberCodeScanned(CODE));
    answered(new MemberResult.Found(new FoundMember("M1", "", 0, false, true, false)))
        .on(new Touch(new Intent.Member()))
        .on(new Touch(new Intent.LeaveMembership()));
    assertTrue(till.effects(Effect.EndMembership.class).isEmpty(), "asked once more first");
    till.on(new Touch(new Intent.ConfirmLeave()));
    Effect.EndMembership end = till.effects(Effect.EndMembership.class).getFirst();
    assertEquals("M1", end.member());
    till.on(new Answered.MembershipEnded(end.attempt(), true));
    assertEquals(NoticeKind.MEMBERSHIP_ENDED, till.told());
    assertTrue(till.session().member().isEmpty());
    assertEquals(470, total(), "what was saved in this basket stays saved");
  }

  @Test
  void aCodeAloneNeverPays() {
    till.scan(Fixture.TEA).on(new Read.MemberCodeScanned(CODE));
    answered(new MemberResult.Found(ANNA))
        .on(new Touch(new Intent.Pay()))
        .on(new Touch(new Intent.ChooseMethod(Method.FACE)));
    assertEquals(ConsentPurpose.PAYMENT, till.at(Meeting.Consenting.class).purpose());
    till.on(new Read.MemberCodeScanned(CODE));
    answered(new MemberResult.Found(ANNA));
    assertInstanceOf(Stage.Choosing.class, till.stage());
    assertTrue(till.effects(Effect.Pay.class).isEmpty());
  }

  @Test
  void aCodeOfNobodyIsToldWhereverItIsScanned() {
    List<MemberResult> none = List.of(new MemberResult.NotFound(), new MemberResult.Unavailable());
    List<NoticeKind> told = List.of(NoticeKind.MEMBER_NOT_FOUND, NoticeKind.MEMBERS_UNAVAILABLE);
    for (int i = 0; i < none.size(); i++) {
      till.scan(Fixture.TEA).on(new Read.MemberCodeScanned(CODE));
      answered(none.get(i));
      assertEquals(told.get(i), till.told());
    }
    till.on(new Touch(new Intent.Pay())).on(new Touch(new Intent.ChooseMethod(Method.PAY_CODE)));
    till.on(new Read.MemberCodeScanned(CODE));
    answered(new MemberResult.NotFound());
    assertEquals(
        NoticeKind.NOT_A_PAY_CODE, till.at(Stage.Presenting.class).notice().orElseThrow().kind());
  }

  @Test
  void aRestartForgetsWhatWasTyped() {
    withoutFace().on(new Touch(new Intent.ByPhone()));
    typed("13800");
    assertEquals("13800", till.at(Meeting.Naming.class).typed().text(), "no whole number");
    till.on(new Told.Restarted());
    assertInstanceOf(Stage.Shopping.class, till.stage());
    assertEquals(Digits.NONE, till.session().look().phone());
  }
}
