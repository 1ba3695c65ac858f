package org.facepay.terminal.session.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.FaceScreen.FacePurpose;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.Look;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.Shopper;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.member.Meeting.Confirming;
import org.facepay.terminal.session.member.Meeting.Consenting;
import org.facepay.terminal.session.member.Meeting.FaceRefused;
import org.facepay.terminal.session.member.Meeting.Following;
import org.facepay.terminal.session.member.Meeting.Inviting;
import org.facepay.terminal.session.member.Meeting.Keying;
import org.facepay.terminal.session.member.Meeting.Looking;
import org.facepay.terminal.session.member.Meeting.MemberPage;
import org.facepay.terminal.session.member.Met.ToGoods;
import org.facepay.terminal.session.member.Met.ToWays;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * How a member is met by the face. The camera is on only between an agreement and the answer to the
 * look it began; a face that was recognised pays only after it was looked at again, and after the
 * shopper has confirmed name and amount.
 *
 * <pre>
 * goods --member--> Consenting --agreed--> Looking --recognised--> goods at member prices
 *                                             | unknown: Inviting, Keying the phone -> Consenting to keep it -> Looking -> MemberPage
 * ways --face--> Consenting --agreed--> Looking --recognised--> [Keying four digits] -> Confirming --yes--> pays
 *                                             '--not recognised, no camera--> FaceRefused
 * </pre>
 *
 * @param promised the most that is agreed to before anything is chosen; empty where goods are paid
 */
public record Meetings(Members members, Numbers numbers, Optional<Money> promised) {
  private static final int TRIES = 3;

  /** To becoming known as a member, or to the member's own page. */
  public Step<Met, Effect> begin(Session session, long stamp) {
    if (session.member().isPresent()) {
      return on(session, new MemberPage(false, true, 0));
    }
    return session.look().on()
        ? on(session, new Looking(FacePurpose.RECOGNITION))
        : look(session, FacePurpose.RECOGNITION, stamp);
  }

  /** Whether this basket can be paid by face. */
  public boolean pays(Session session) {
    return owes(session) && members.payByFace(session);
  }

  /** A member recognised here who has agreed to pay by face before need not agree again. */
  public Step<Met, Effect> pay(Session session, long stamp) {
    boolean agreed = session.shopper().recognition().filter(Shopper.Recognition::pays).isPresent();
    Session asked = agreed ? session.with(session.look().agreedTo(FacePurpose.PAYMENT)) : session;
    return look(asked, FacePurpose.PAYMENT, stamp);
  }

  /** Whether the wallet's camera can be asked to pay this basket. */
  public boolean challenges(Session session) {
    return owes(session) && !members.faces().wallet().isEmpty();
  }

  /** The wallet's camera asks the shopper. */
  public Step<Met, Effect> challenge(Session session, long stamp) {
    Session counted = session.nextOrder();
    var order = numbers.order(counted, members.faces().wallet(), due(session), false);
    return Step.of(
        new Met(counted, new Met.On(new Following(order, stamp))),
        new Effect.ChallengeFace(stamp, order));
  }

  /** A shopper who is scanning is told in passing what the camera found. */
  public Step<Met, Effect> seenInPassing(Session session, FaceResult result) {
    Session still = session.with(session.look().still());
    Met met =
        switch (result) {
          case FaceResult.Recognised(KnownMember member) -> hello(still, member);
          case FaceResult.Joined(KnownMember member) -> hello(still, member);
          case FaceResult.CameraFailed _ -> told(still, NoticeKind.NO_CAMERA);
          case FaceResult.NotRecognised _, FaceResult.AlreadyMember _ ->
              told(still, NoticeKind.FACE_NOT_RECOGNISED);
        };
    return new Step<>(met, Look.off());
  }

  /**
   * One step of a meeting.
   *
   * @param session already touched: the dialog that was open is gone from it
   * @param dialog the one that was open
   */
  public Step<Met, Effect> on(
      Session session, Meeting meeting, Dialog dialog, Stamped<Event> event) {
    return switch (meeting) {
      case Consenting consenting -> consenting(session, consenting, event);
      case Looking looking -> looking(session, looking, event);
      case Inviting inviting -> inviting(session, inviting, event);
      case Keying keying -> keying(session, keying, event);
      case Confirming confirming -> confirming(session, confirming, event);
      case FaceRefused refused -> refused(session, refused, event);
      case MemberPage page -> page(session, page, dialog, event);
      case Following following -> following(session, following, event);
    };
  }

  private Step<Met, Effect> consenting(Session session, Consenting at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.FullNotice _) -> on(session, new Consenting(at.purpose(), !at.full()));
      case Touch(Intent.AgreeFace _) ->
          look(session.with(session.look().agreedTo(at.purpose())), at.purpose(), event.stamp());
      case Told.Restarted _ -> left(session, at);
      default -> anywhere(session, at, event);
    };
  }

  private Step<Met, Effect> looking(Session session, Looking at, Stamped<Event> event) {
    return switch (event.event()) {
      case Told.Restarted _ -> left(session, at);
      default -> anywhere(session, at, event);
    };
  }

  private Step<Met, Effect> inviting(Session session, Inviting at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.Join _) -> on(session, Keying.of(FacePurpose.STORAGE));
      case Touch(Intent.Retry _) -> look(session, FacePurpose.RECOGNITION, event.stamp());
      case Told.Restarted _ -> left(session, at);
      default -> anywhere(session, at, event);
    };
  }

  private Step<Met, Effect> keying(Session session, Keying at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touched.DigitTyped(Digits.Digit digit) ->
          typed(session, at, at.typed().plus(digit), event.stamp());
      case Touch(Intent.DeleteDigit _) ->
          typed(session, at, at.typed().withoutLast(), event.stamp());
      case Touch(Intent.ClearDigits _) -> typed(session, at, Digits.NONE, event.stamp());
      case Answered.DigitsChecked(long attempt, boolean right)
          when at.checking() != 0 && at.checking() == attempt ->
          checked(session, at, right);
      case Told.Restarted _ -> left(session, at);
      default -> anywhere(session, at, event);
    };
  }

  private Step<Met, Effect> confirming(Session session, Confirming at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.ConfirmPerson _) when owes(session) -> confirmed(session);
      case Touch(Intent.NotMe _) -> met(session.ofStranger(), new ToWays());
      default -> anywhere(session, at, event);
    };
  }

  private Step<Met, Effect> refused(Session session, FaceRefused at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.Retry _) when at.again() ->
          at.wallet() && owes(session)
              ? challenge(session, event.stamp())
              : look(session, at.purpose(), event.stamp());
      default -> anywhere(session, at, event);
    };
  }

  private Step<Met, Effect> page(
      Session session, MemberPage at, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.WithdrawFace _) when at.kept() ->
          on(session.with(Dialog.CONFIRM_WITHDRAW), at);
      case Touch(Intent.ConfirmWithdraw _)
          when dialog == Dialog.CONFIRM_WITHDRAW && session.member().isPresent() ->
          Step.of(
              new Met(session, new Met.On(new MemberPage(at.joined(), at.kept(), event.stamp()))),
              new Effect.ForgetFace(event.stamp(), session.member().get().id()));
      case Answered.FaceForgotten(long attempt, boolean done)
          when at.forgetting() != 0 && at.forgetting() == attempt ->
          forgotten(session, done, event.stamp());
      case Told.Restarted _ -> left(session, at);
      default -> anywhere(session, at, event);
    };
  }

  private Step<Met, Effect> following(Session session, Following at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.CredentialGranted(long attempt, var credential) when at.attempt() == attempt ->
          met(session, new Met.Pays(at.order(), credential));
      case Answered.CredentialRefused(long attempt) when at.attempt() == attempt ->
          on(session, new FaceRefused(FacePurpose.PAYMENT, FaceEnd.NOT_RECOGNISED, true));
      case Told.Restarted _ -> left(session, at);
      default -> anywhere(session, at, event);
    };
  }

  /** What can happen wherever a face is asked for. */
  private Step<Met, Effect> anywhere(Session session, Meeting at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.FaceAnswered(long look, FaceResult result)
          when look != 0 && look == session.look().stamp() ->
          seen(session, at, result);
      case Touch(Intent.Member _) when members.faces().recognised() ->
          begin(session, event.stamp());
      case Touch(Intent.AnotherWay _), Touch(Intent.Back _) -> left(session, at);
      default -> on(session, at);
    };
  }

  /** The look has taken its time. */
  public Step<Met, Effect> tooLong(Session session, Meeting at) {
    return seen(session, at, new FaceResult.NotRecognised());
  }

  /** Turns the camera on; only for what the shopper has agreed to, and asks for that first. */
  private Step<Met, Effect> look(Session session, FacePurpose purpose, long stamp) {
    Look look = session.look();
    if (!look.agreed().contains(purpose)) {
      return on(session, new Consenting(purpose, false));
    }
    return Step.of(
        new Met(session.with(look.at(stamp)), new Met.On(new Looking(purpose))),
        purpose == FacePurpose.STORAGE
            ? new Effect.EnrolFace(stamp, look.phone())
            : new Effect.LookForFace(stamp),
        new Effect.StartTimer(Timer.LOOK, stamp, members.faces().look()));
  }

  private Step<Met, Effect> seen(Session session, Meeting at, FaceResult result) {
    Session still = session.with(session.look().still());
    if (!(at instanceof Looking(FacePurpose purpose))) {
      Session known =
          switch (result) {
            case FaceResult.Recognised(KnownMember member) -> still.of(member);
            case FaceResult.Joined(KnownMember member) -> still.of(member);
            case FaceResult.NotRecognised _,
                FaceResult.CameraFailed _,
                FaceResult.AlreadyMember _ ->
                still;
          };
      return new Step<>(new Met(known, new Met.On(at)), Look.off());
    }
    Met met =
        switch (result) {
          case FaceResult.Recognised(KnownMember member) when purpose == FacePurpose.PAYMENT ->
              toPay(still.of(member));
          case FaceResult.Recognised(KnownMember member) -> hello(still, member);
          case FaceResult.Joined(KnownMember member) ->
              new Met(still.of(member), new Met.On(new MemberPage(true, true, 0)));
          case FaceResult.NotRecognised _ when purpose == FacePurpose.RECOGNITION ->
              new Met(still, new Met.On(new Inviting()));
          case FaceResult.NotRecognised _ -> ended(still, purpose, FaceEnd.NOT_RECOGNISED);
          case FaceResult.CameraFailed _ -> ended(still, purpose, FaceEnd.NO_CAMERA);
          case FaceResult.AlreadyMember _ -> ended(still, purpose, FaceEnd.ALREADY_MEMBER);
        };
    return new Step<>(met, Look.off());
  }

  private static Met ended(Session session, FacePurpose purpose, FaceEnd end) {
    return new Met(session, new Met.On(new FaceRefused(purpose, end, false)));
  }

  private static Met hello(Session session, KnownMember member) {
    Screen.Notice hello = new Screen.Notice(NoticeKind.MEMBER_RECOGNISED, member.name());
    return new Met(session.of(member), new ToGoods(Optional.of(hello)));
  }

  private static Met told(Session session, NoticeKind kind) {
    return new Met(session, new ToGoods(Optional.of(new Screen.Notice(kind, ""))));
  }

  /** Whether this member can pay this amount, and whether the face alone is enough for it. */
  private Met toPay(Session session) {
    Shopper.Member member = session.member().orElseThrow();
    Shopper.Recognition face = session.shopper().recognition().orElseThrow();
    long total = due(session).minor();
    boolean second = face.thin() || !face.pays() || total > members.faces().secondFactorAbove();
    if (!member.hasAccount() || (second && !member.phone())) {
      return ended(session, FacePurpose.PAYMENT, FaceEnd.NO_ACCOUNT);
    }
    if (members.accounts().payer(member, total).isEmpty()) {
      return ended(session, FacePurpose.PAYMENT, FaceEnd.BALANCE_TOO_LOW);
    }
    Meeting next = second ? Keying.of(FacePurpose.PAYMENT) : new Confirming();
    return new Met(session, new Met.On(next));
  }

  private Step<Met, Effect> typed(Session session, Keying at, Digits typed, long stamp) {
    if (at.checking() != 0) {
      return on(session, at);
    }
    if (typed.text().length() < at.length()) {
      return on(session, new Keying(at.purpose(), typed, at.tries(), 0));
    }
    if (at.purpose() == FacePurpose.PAYMENT && session.member().isPresent()) {
      return Step.of(
          new Met(session, new Met.On(new Keying(at.purpose(), typed, at.tries(), stamp))),
          new Effect.CheckDigits(stamp, session.member().get().id(), typed));
    }
    return on(session.with(session.look().with(typed)), new Consenting(FacePurpose.STORAGE, false));
  }

  /** Four digits are soon guessed: after the last no more tries in this session. */
  private static Step<Met, Effect> checked(Session session, Keying at, boolean right) {
    if (right) {
      return on(session, new Confirming());
    }
    int tries = at.tries() + 1;
    if (tries < TRIES) {
      return on(session, new Keying(at.purpose(), Digits.NONE, tries, 0));
    }
    Session stranger = session.ofStranger();
    return Step.of(
        ended(
            stranger.with(stranger.look().locking()), FacePurpose.PAYMENT, FaceEnd.TOO_MANY_TRIES));
  }

  private Step<Met, Effect> confirmed(Session session) {
    if (session.member().isEmpty()) {
      return met(session, new ToWays());
    }
    Shopper.Member member = session.member().get();
    long total = due(session).minor();
    String payer = members.accounts().payer(member, total).orElse(members.accounts().balance());
    Session counted = session.nextOrder();
    Met pays =
        new Met(
            counted,
            new Met.Pays(
                numbers.order(counted, payer, due(session), false),
                new MemberAccount(member.id())));
    return session.shopper().recognition().filter(Shopper.Recognition::pays).isPresent()
        ? Step.of(pays)
        : Step.of(pays, new Effect.RecordPaymentConsent(member.id()));
  }

  /** What the member has saved in this basket stays saved. */
  private Step<Met, Effect> forgotten(Session session, boolean done, long stamp) {
    if (!done) {
      return Step.of(
          new Met(session, new Met.On(new MemberPage(false, true, 0))),
          new Effect.CallStaff(stamp, "withdrawal-failed", numbers.reference(session)));
    }
    List<Effect> effects = new ArrayList<>();
    session.member().ifPresent(m -> effects.add(new Effect.RecordFaceWithdrawn(m.id())));
    return new Step<>(told(session.withoutMember(), NoticeKind.FACE_DELETED), effects);
  }

  /** Another way to pay costs the same; the camera goes off, and typed digits are gone. */
  private Step<Met, Effect> left(Session session, Meeting at) {
    List<Effect> effects = new ArrayList<>();
    if (session.look().on()) {
      effects.addAll(Look.off());
    }
    if (at instanceof Following) {
      effects.add(new Effect.StopChallenge());
    }
    Met.Ends to = at.paying() && owes(session) ? new ToWays() : new ToGoods(Optional.empty());
    return new Step<>(new Met(session.with(session.look().done()), to), effects);
  }

  /** What is confirmed: what the goods cost, or the most they may come to. */
  private Money due(Session session) {
    return promised.orElseGet(() -> session.priced().total());
  }

  private boolean owes(Session session) {
    return due(session).minor() > 0;
  }

  private static Step<Met, Effect> on(Session session, Meeting meeting) {
    return met(session, new Met.On(meeting));
  }

  private static Step<Met, Effect> met(Session session, Met.Ends ends) {
    return Step.of(new Met(session, ends));
  }
}
