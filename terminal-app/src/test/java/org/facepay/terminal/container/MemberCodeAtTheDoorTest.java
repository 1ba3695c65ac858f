package org.facepay.terminal.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FoundMember;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.member.Meeting;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;

/** A member's code is half of what opens the door; the end of the phone number is the other. */
class MemberCodeAtTheDoorTest {
  private final Frame<Stage> frame = ContainerFixture.RULES.frame();
  private final List<Effect> effects = new ArrayList<>();
  private State<Stage> state = State.start();
  private long stamp;

  private void on(Event event) {
    Instant now = Instant.parse("2026-11-29T06:32:00Z").plusSeconds(++stamp);
    Step<State<Stage>, Effect> step = frame.step(state, new Stamped<>(stamp, now, event));
    state = step.next();
    effects.addAll(step.effects());
  }

  private <T extends Effect> List<T> effects(Class<T> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private Stage stage() {
    return assertInstanceOf(State.Open.class, state).stage() instanceof Stage at ? at : null;
  }

  private <M extends Meeting> M meeting(Class<M> type) {
    return assertInstanceOf(type, assertInstanceOf(Stage.Meeting.class, stage()).meeting());
  }

  private void shown(MemberResult result) {
    on(new Read.MemberCodeScanned(MemberCode.scanned("FPM-m1-0")));
    on(new Answered.MemberAnswered(effects(Effect.FindMember.class).getLast().session(), result));
  }

  private static MemberResult found(long account, boolean phone) {
    return new MemberResult.Found(new FoundMember("m1", "王*", account, false, phone, false));
  }

  private void typed(boolean right) {
    for (int i = 0; i < 4; i++) {
      on(new Touched.DigitTyped(new Digits.Digit(i)));
    }
    long attempt = effects(Effect.CheckDigits.class).getLast().attempt();
    on(new Answered.DigitsChecked(attempt, right));
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
