package org.facepay.terminal.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.MemberStory;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.member.Meeting;
import org.junit.jupiter.api.Test;

/** A member's code is half of what opens the door; the end of the phone number is the other. */
class MemberCodeAtTheDoorTest extends MemberStory<Stage> {
  MemberCodeAtTheDoorTest() {
    super(ContainerFixture.RULES.frame(), Stage.class);
  }

  private <M extends Meeting> M meeting(Class<M> type) {
    return assertInstanceOf(type, assertInstanceOf(Stage.Meeting.class, stage()).meeting());
  }

  @Test
  void codeAndPhoneOpenTheDoorForTheMembersAccount() {
    shown(found(100_000, true));
    meeting(Meeting.Keying.class);
    typed(true);
    assertInstanceOf(Stage.Explaining.class, stage());
    on(new Touched.Touch(new Intent.AgreeHold()));
    assertEquals(1, effects(Effect.CheckVisitor.class).size());
    assertTrue(effects(Effect.RecordPaymentConsent.class).isEmpty(), "no face was agreed to");
  }

  @Test
  void aCopiedCodeOpensNothing() {
    shown(found(100_000, true));
    for (int i = 0; i < 3; i++) {
      typed(false);
    }
    assertEquals(FaceEnd.TOO_MANY_TRIES, meeting(Meeting.FaceRefused.class).end());
    shown(found(100_000, true));
    assertTrue(effects(Effect.UnlockDoor.class).isEmpty());
    assertEquals(1, effects(Effect.FindMember.class).size(), "no more tries in this session");
  }

  @Test
  void whoCannotPayTheMostIsTold() {
    shown(found(100, true));
    assertEquals(FaceEnd.BALANCE_TOO_LOW, meeting(Meeting.FaceRefused.class).end());
  }

  @Test
  void whoHasNoPhoneIsNotLetInByACode() {
    shown(found(100_000, false));
    assertEquals(FaceEnd.NO_ACCOUNT, meeting(Meeting.FaceRefused.class).end());
  }

  @Test
  void aCodeOfNobodyIsTold() {
    shown(new MemberResult.NotFound());
    assertEquals(
        NoticeKind.MEMBER_NOT_FOUND,
        assertInstanceOf(Stage.Identifying.class, stage()).notice().orElseThrow().kind());
  }
}
