package org.facepay.terminal.session.member;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FoundMember;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.member.Meeting.FaceRefused;
import org.facepay.terminal.session.member.Meeting.Keying;
import org.facepay.terminal.session.member.Meeting.MemberPage;
import org.facepay.terminal.session.member.Meeting.Naming;
import org.facepay.terminal.session.member.Meeting.WithoutFace;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * How a member is met without a face: by the code that is theirs, or by the phone number and the
 * digits of the code. Who scans the code at any time of a session is known as well; what a member
 * pays does not depend on the way.
 *
 * <pre>
 * WithoutFace --phone--> Naming: number, then digits --right--> goods at member prices
 *      '--join--> Keying the number -> Consenting to keep it -> MemberPage
 * </pre>
 */
final class Introductions {
  /** Six digits are not guessed in so many tries; more than these are typed in another session. */
  private static final int TRIES = 3;

  private Introductions() {}

  /** What can be done on the screen that asks how; empty: nothing of it was. */
  static Optional<Step<Met, Effect>> asked(Session session, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.ByPhone _) -> Optional.of(Met.on(session, Naming.NOTHING));
      case Touch(Intent.Join _) ->
          Optional.of(Met.on(session, Keying.of(ConsentPurpose.MEMBERSHIP)));
      default -> Optional.empty();
    };
  }

  /** Digits of the number, and then of the code; empty: it was something else. */
  static Optional<Step<Met, Effect>> named(Session session, Naming at, Stamped<Event> event) {
    if (event.event() instanceof Touch(Intent.ConfirmDigits _) && at.whole()) {
      return Optional.of(confirmed(session, at));
    }
    return at.typed().after(event.event()).map(typed -> Met.on(session, at.typed(typed)));
  }

  private static Step<Met, Effect> confirmed(Session session, Naming at) {
    if (at.phone().isEmpty()) {
      return Met.on(session, new Naming(Optional.of(at.typed()), Digits.NONE, at.tries(), false));
    }
    Naming asked = new Naming(at.phone(), at.typed(), at.tries(), true);
    return Met.on(
        session, asked, new Effect.FindMemberByPhone(session.id(), at.phone().get(), at.typed()));
  }

  /** What came of it, while this was on the screen. */
  static Step<Met, Effect> answered(Session session, Meeting at, MemberResult result) {
    return switch (result) {
      case MemberResult.Found(FoundMember member) -> found(session, at, member);
      case MemberResult.Joined(FoundMember member) -> page(session.of(member), true);
      case MemberResult.TakenNumber _ ->
          Met.on(
              session, new FaceRefused(ConsentPurpose.MEMBERSHIP, FaceEnd.ALREADY_MEMBER, false));
      case MemberResult.NotFound _ when at instanceof Naming naming -> wrong(session, naming);
      case MemberResult.NotFound _ when at instanceof WithoutFace ->
          Met.on(session, new WithoutFace(true));
      case MemberResult.NotFound _ -> Met.on(session, at);
      case MemberResult.Unavailable _ -> Step.of(Met.told(session, NoticeKind.MEMBERS_UNAVAILABLE));
    };
  }

  /** Whoever shows a code while a face is asked for is known by the code. */
  private static Step<Met, Effect> found(Session session, Meeting at, FoundMember member) {
    List<Effect> off = session.look().offIfOn();
    Met met = hello(session.with(session.look().done()), member);
    return new Step<>(at.paying() ? new Met(met.session(), new Met.ToWays()) : met, off);
  }

  static Met hello(Session session, FoundMember member) {
    return new Met(
        session.of(member),
        new Met.ToGoods(
            Optional.of(new Screen.Notice(NoticeKind.MEMBER_RECOGNISED, member.name()))));
  }

  private static Step<Met, Effect> wrong(Session session, Naming at) {
    int tries = at.tries() + 1;
    return tries < TRIES
        ? Met.on(session, new Naming(at.phone(), Digits.NONE, tries, false))
        : Step.of(Met.told(session, NoticeKind.MEMBER_NOT_FOUND));
  }

  /** The member's own page; its code comes a moment later. */
  static Step<Met, Effect> page(Session session, boolean joined) {
    MemberPage page = MemberPage.of(joined, session.member().orElseThrow());
    return Met.on(
        session,
        page,
        new Effect.ReadMemberCode(session.id(), session.member().orElseThrow().id()));
  }
}
