package org.facepay.terminal.session.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.MemberScreen.Kept;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.member.Meeting.MemberPage;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/** The member's own page: the code that is theirs, and everything kept deleted on the spot. */
record OwnPage(Numbers numbers) {

  /** What can be done on it; empty: it was something else. */
  Optional<Step<Met, Effect>> on(
      Session session, MemberPage at, Dialog dialog, Stamped<Event> event) {
    long stamp = event.stamp();
    return switch (event.event()) {
      case Touch(Intent.WithdrawFace _) when at.kept() == Kept.FACE ->
          Optional.of(asks(session, at, Dialog.CONFIRM_WITHDRAW));
      case Touch(Intent.LeaveMembership _) when at.kept() == Kept.MEMBERSHIP ->
          Optional.of(asks(session, at, Dialog.CONFIRM_LEAVE));
      case Touch(Intent.ConfirmWithdraw _) when dialog == Dialog.CONFIRM_WITHDRAW ->
          session
              .member()
              .map(
                  m -> Met.on(session, at.forgetting(stamp), new Effect.ForgetFace(stamp, m.id())));
      case Touch(Intent.ConfirmLeave _) when dialog == Dialog.CONFIRM_LEAVE ->
          session
              .member()
              .map(
                  m ->
                      Met.on(
                          session, at.forgetting(stamp), new Effect.EndMembership(stamp, m.id())));
      case Answered.FaceForgotten(long attempt, boolean done) when answers(at, attempt) ->
          Optional.of(deleted(session, at, done, stamp));
      case Answered.MembershipEnded(long attempt, boolean done) when answers(at, attempt) ->
          Optional.of(deleted(session, at, done, stamp));
      case Answered.MemberCodeRead(long asked, MemberCode code) when asked == session.id() ->
          Optional.of(Met.on(session, at.with(code)));
      default -> Optional.empty();
    };
  }

  private static boolean answers(MemberPage at, long attempt) {
    return at.forgetting() != 0 && at.forgetting() == attempt;
  }

  private static Step<Met, Effect> asks(Session session, MemberPage at, Dialog dialog) {
    return Met.on(session.with(dialog), at);
  }

  /** What the member has saved in this basket stays saved. */
  private Step<Met, Effect> deleted(Session session, MemberPage at, boolean done, long stamp) {
    if (!done) {
      return Met.on(
          session,
          at.forgetting(0),
          new Effect.CallStaff(stamp, "withdrawal-failed", numbers.reference(session)));
    }
    List<Effect> effects = new ArrayList<>();
    session.member().ifPresent(m -> effects.add(new Effect.RecordFaceWithdrawn(m.id())));
    NoticeKind gone =
        at.kept() == Kept.FACE ? NoticeKind.FACE_DELETED : NoticeKind.MEMBERSHIP_ENDED;
    return new Step<>(Met.told(session.withoutMember(), gone), effects);
  }
}
