package org.facepay.terminal.vending;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.FoundMember;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.member.Meeting;

/** A member before the page, and the camera and the members' book that know the member. */
final class WalkingMember {
  private final Random random;

  WalkingMember(Random random) {
    this.random = random;
  }

  /** Whether the screen is one on which members pay. */
  boolean isAsked(State<Stage> state) {
    return state instanceof State.Open<Stage> open
        && (open.stage() instanceof Stage.Meeting
            || (open.stage() instanceof Stage.Presenting && random.nextBoolean()));
  }

  /** Mostly what the screens of a meeting ask for. */
  Event next(State<Stage> state) {
    if (!(state instanceof State.Open<Stage> open)
        || !(open.stage() instanceof Stage.Meeting(var _, var meeting))) {
      return switch (random.nextInt(8)) {
        case 0 -> new Told.MemberErased("m1");
        case 1, 2, 3 -> new Read.MemberCodeScanned(MemberCode.scanned("FPM-m1-0"));
        default -> new Touch(new Intent.ChooseMethod(Screen.Method.FACE));
      };
    }
    if (random.nextInt(6) == 0) {
      List<Event> others =
          List.of(
              new Read.PayCodeHeldOff(),
              new Touch(new Intent.NotMe()),
              new Touch(new Intent.Member()),
              new Touch(new Intent.Retry()),
              new Told.MemberErased("m1"));
      return others.get(random.nextInt(others.size()));
    }
    return switch (meeting) {
      case Meeting.Consenting _ -> new Touch(new Intent.AgreeFace());
      case Meeting.Confirming _ -> new Touch(new Intent.ConfirmPerson());
      case Meeting.Keying _ -> new Touched.DigitTyped(new Digits.Digit(random.nextInt(10)));
      default -> new Touch(new Intent.AnotherWay());
    };
  }

  /** What is known of the member; empty where nothing is asked. */
  Optional<Event> asked(Effect effect) {
    return switch (effect) {
      case Effect.LookForFace(long look) -> Optional.of(new Answered.FaceAnswered(look, face()));
      case Effect.FindMember(long session, var _) ->
          Optional.of(new Answered.MemberAnswered(session, member()));
      case Effect.CheckDigits(long attempt, String _, var _) ->
          Optional.of(new Answered.DigitsChecked(attempt, random.nextInt(4) > 0));
      default -> Optional.empty();
    };
  }

  private MemberResult member() {
    return switch (random.nextInt(6)) {
      case 0 -> new MemberResult.NotFound();
      case 1 -> new MemberResult.Unavailable();
      default -> new MemberResult.Found(new FoundMember("m1", "王*", 9_000, false, true, true));
    };
  }

  private FaceResult face() {
    boolean paid = random.nextInt(3) > 0;
    return random.nextInt(4) == 0
        ? new FaceResult.NotRecognised()
        : new FaceResult.Recognised(
            new KnownMember("m1", "王*", 9_000, false, paid, true, false, 0.9, 0.9));
  }
}
