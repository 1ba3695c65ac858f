package org.facepay.terminal.session.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.FoundMember;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.Look;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.Shopper;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.member.Meeting.Confirming;
import org.facepay.terminal.session.member.Meeting.Consenting;
import org.facepay.terminal.session.member.Meeting.FaceRefused;
import org.facepay.terminal.session.member.Meeting.Following;
import org.facepay.terminal.session.member.Meeting.Inviting;
import org.facepay.terminal.session.member.Meeting.Keying;
import org.facepay.terminal.session.member.Meeting.Looking;
import org.facepay.terminal.session.member.Meeting.MemberPage;
import org.facepay.terminal.session.member.Meeting.Naming;
import org.facepay.terminal.session.member.Meeting.WithoutFace;
import org.facepay.terminal.session.member.Met.ToGoods;
import org.facepay.terminal.session.member.Met.ToWays;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * How a member is met, by the face or without one ({@link Introductions}). The camera is on only
 * between an agreement and the answer to the look it began; a face that was recognised pays only
 * after it was looked at again, and after the shopper has confirmed name and amount.
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
      return Introductions.page(session, false);
    }
    if (!members.faces().recognised()) {
      return Met.on(session, new WithoutFace(false));
    }
    return session.look().on()
        ? Met.on(session, new Looking(ConsentPurpose.RECOGNITION))
        : look(session, ConsentPurpose.RECOGNITION, stamp);
  }

  /** A code was scanned: whose it is, is asked of the members' book. */
  public List<Effect> scanned(Session session, MemberCode code) {
    return List.of(new Effect.FindMember(session.id(), code));
  }

  /** A shopper who is scanning is greeted in passing. */
  public Step<Met, Effect> foundInPassing(Session session, FoundMember member) {
    return Step.of(Introductions.hello(session, member));
  }

  /** How a member pays, and a stranger by the wallet's camera. */
  public MemberPayment payment() {
    return new MemberPayment(members, numbers, promised);
  }

  /** A member recognised here who has agreed to pay by face before need not agree again. */
  public Step<Met, Effect> pay(Session session, long stamp) {
    boolean agreed = session.shopper().recognition().filter(Shopper.Recognition::pays).isPresent();
    Session asked =
        agreed ? session.with(session.look().agreedTo(ConsentPurpose.PAYMENT)) : session;
    return look(asked, ConsentPurpose.PAYMENT, stamp);
  }

  /** A shopper who is scanning is told in passing what the camera found. */
  public Step<Met, Effect> seenInPassing(Session session, FaceResult result) {
    Session still = session.with(session.look().still());
    Met met =
        switch (result) {
          case FaceResult.Recognised(KnownMember member) -> hello(still, member);
          case FaceResult.Joined(KnownMember member) -> hello(still, member);
          case FaceResult.CameraFailed _ -> Met.told(still, NoticeKind.NO_CAMERA);
          case FaceResult.NotRecognised _, FaceResult.AlreadyMember _ ->
              Met.told(still, NoticeKind.FACE_NOT_RECOGNISED);
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
      case WithoutFace asked -> or(Introductions.asked(session, event), session, asked, event);
      case Naming naming -> or(Introductions.named(session, naming, event), session, naming, event);
      case Keying keying -> keying(session, keying, event);
      case Confirming confirming -> confirming(session, confirming, event);
      case FaceRefused refused -> refused(session, refused, event);
      case MemberPage page -> ownPage(session, page, dialog, event);
      case Following following ->
          or(MemberPayment.following(session, following, event), session, following, event);
    };
  }

  /**
   * What was done, or what can be done wherever somebody is met; after a restart nothing goes on.
   */
  private Step<Met, Effect> or(
      Optional<Step<Met, Effect>> done, Session session, Meeting at, Stamped<Event> event) {
    return done.orElseGet(
        () ->
            event.event() instanceof Told.Restarted
                ? left(session, at)
                : anywhere(session, at, event));
  }

  private Step<Met, Effect> ownPage(
      Session session, MemberPage page, Dialog dialog, Stamped<Event> event) {
    return or(new OwnPage(numbers).on(session, page, dialog, event), session, page, event);
  }

  private Step<Met, Effect> consenting(Session session, Consenting at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.FullNotice _) ->
          Met.on(session, new Consenting(at.purpose(), !at.full(), at.asked()));
      case Touch(Intent.AgreeFace _) when at.asked() -> Met.on(session, at);
      case Touch(Intent.AgreeFace _) when at.purpose() == ConsentPurpose.MEMBERSHIP ->
          Met.on(
              session,
              new Consenting(at.purpose(), at.full(), true),
              new Effect.JoinByPhone(session.id(), session.look().phone()));
      case Touch(Intent.AgreeFace _) ->
          look(session.with(session.look().agreedTo(at.purpose())), at.purpose(), event.stamp());
      case Touch(Intent.WithoutFace _) when members.otherwise(at.purpose()) ->
          Met.on(session, new WithoutFace(false));
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
      case Touch(Intent.Join _) -> Met.on(session, Keying.of(ConsentPurpose.STORAGE));
      case Touch(Intent.Retry _) -> look(session, ConsentPurpose.RECOGNITION, event.stamp());
      case Told.Restarted _ -> left(session, at);
      default -> anywhere(session, at, event);
    };
  }

  private Step<Met, Effect> keying(Session session, Keying at, Stamped<Event> event) {
    Optional<Digits> typed = at.typed().after(event.event());
    if (typed.isPresent()) {
      return typed(session, at, typed.get(), event.stamp());
    }
    return switch (event.event()) {
      case Touch(Intent.ConfirmDigits _) when at.whole() -> numbered(session, at);
      // Journals of before: the last digit led on by itself.
      case Touch(Intent.AgreeFace _) when at.whole() ->
          consenting(
              session.with(session.look().with(at.typed())),
              new Consenting(at.purpose(), false, false),
              event);
      case Answered.DigitsChecked(long attempt, boolean right)
          when at.checking() != 0 && at.checking() == attempt ->
          checked(session, at, right);
      case Told.Restarted _ -> left(session, at);
      default -> anywhere(session, at, event);
    };
  }

  private Step<Met, Effect> confirming(Session session, Confirming at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.ConfirmPerson _) when payment().owes(session) ->
          payment().confirmed(session);
      case Touch(Intent.NotMe _) -> Step.of(new Met(session.ofStranger(), new ToWays()));
      default -> anywhere(session, at, event);
    };
  }

  private Step<Met, Effect> refused(Session session, FaceRefused at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.Retry _) when at.again() ->
          at.wallet() && payment().owes(session)
              ? payment().challenge(session, event.stamp())
              : look(session, at.purpose(), event.stamp());
      default -> anywhere(session, at, event);
    };
  }

  /** What can happen wherever a face is asked for. */
  private Step<Met, Effect> anywhere(Session session, Meeting at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.FaceAnswered(long look, FaceResult result)
          when look != 0 && look == session.look().stamp() ->
          seen(session, at, result);
      case Answered.MemberAnswered(long asked, MemberResult result) when asked == session.id() ->
          Introductions.answered(session, at, result);
      case Touch(Intent.Member _) when members.meets() -> begin(session, event.stamp());
      case Touch(Intent.AnotherWay _), Touch(Intent.Back _) -> left(session, at);
      default -> Met.on(session, at);
    };
  }

  /** The look has taken its time. */
  public Step<Met, Effect> tooLong(Session session, Meeting at) {
    return seen(session, at, new FaceResult.NotRecognised());
  }

  /** Turns the camera on; only for what the shopper has agreed to, and asks for that first. */
  private Step<Met, Effect> look(Session session, ConsentPurpose purpose, long stamp) {
    Look look = session.look();
    if (!look.agreed().contains(purpose)) {
      return Met.on(session, new Consenting(purpose, false, false));
    }
    return Met.on(
        session.with(look.at(stamp)),
        new Looking(purpose),
        purpose == ConsentPurpose.STORAGE
            ? new Effect.EnrolFace(stamp, look.phone())
            : new Effect.LookForFace(stamp),
        new Effect.StartTimer(Timer.LOOK, stamp, members.faces().look()));
  }

  private Step<Met, Effect> seen(Session session, Meeting at, FaceResult result) {
    Session still = session.with(session.look().still());
    if (!(at instanceof Looking(ConsentPurpose purpose))) {
      Session known =
          switch (result) {
            case FaceResult.Recognised(KnownMember member) -> still.of(member);
            case FaceResult.Joined(KnownMember member) -> still.of(member);
            case FaceResult.NotRecognised _,
                FaceResult.CameraFailed _,
                FaceResult.AlreadyMember _ ->
                still;
          };
      return Met.on(known, at).after(Look.off());
    }
    Met met =
        switch (result) {
          case FaceResult.Recognised(KnownMember member) when purpose == ConsentPurpose.PAYMENT ->
              payment().begin(still.of(member));
          case FaceResult.Recognised(KnownMember member) -> hello(still, member);
          case FaceResult.Joined(KnownMember member) -> hello(still, member);
          case FaceResult.NotRecognised _ when purpose == ConsentPurpose.RECOGNITION ->
              new Met(still, new Met.On(new Inviting()));
          case FaceResult.NotRecognised _ -> ended(still, purpose, FaceEnd.NOT_RECOGNISED);
          case FaceResult.CameraFailed _ -> ended(still, purpose, FaceEnd.NO_CAMERA);
          case FaceResult.AlreadyMember _ -> ended(still, purpose, FaceEnd.ALREADY_MEMBER);
        };
    return result instanceof FaceResult.Joined
        ? Introductions.page(met.session(), true).after(Look.off())
        : new Step<>(met, Look.off());
  }

  private static Met ended(Session session, ConsentPurpose purpose, FaceEnd end) {
    return new Met(session, new Met.On(new FaceRefused(purpose, end, false)));
  }

  private static Met hello(Session session, KnownMember member) {
    Screen.Notice hello = new Screen.Notice(NoticeKind.MEMBER_RECOGNISED, member.name());
    return new Met(session.of(member), new ToGoods(Optional.of(hello)));
  }

  private Step<Met, Effect> typed(Session session, Keying at, Digits typed, long stamp) {
    if (at.checking() != 0) {
      return Met.on(session, at);
    }
    if (typed.text().length() > at.length()) {
      return Met.on(session, at);
    }
    boolean whole = typed.text().length() == at.length();
    if (whole && at.purpose() == ConsentPurpose.PAYMENT && session.member().isPresent()) {
      return Met.on(
          session,
          new Keying(at.purpose(), typed, at.tries(), stamp),
          new Effect.CheckDigits(stamp, session.member().get().id(), typed));
    }
    return Met.on(session, new Keying(at.purpose(), typed, at.tries(), 0));
  }

  /** Whoever joins has looked at the whole number before anything is agreed to. */
  private static Step<Met, Effect> numbered(Session session, Keying at) {
    return Met.on(
        session.with(session.look().with(at.typed())), new Consenting(at.purpose(), false, false));
  }

  /** Four digits are soon guessed: after the last no more tries in this session. */
  private static Step<Met, Effect> checked(Session session, Keying at, boolean right) {
    if (right) {
      return Met.on(session, new Confirming());
    }
    int tries = at.tries() + 1;
    if (tries < TRIES) {
      return Met.on(session, new Keying(at.purpose(), Digits.NONE, tries, 0));
    }
    Session stranger = session.ofStranger();
    return Step.of(
        ended(
            stranger.with(stranger.look().locking()),
            ConsentPurpose.PAYMENT,
            FaceEnd.TOO_MANY_TRIES));
  }

  /** Another way to pay costs the same; the camera goes off, and typed digits are gone. */
  private Step<Met, Effect> left(Session session, Meeting at) {
    List<Effect> effects = new ArrayList<>(session.look().offIfOn());
    if (at instanceof Following) {
      effects.add(new Effect.StopChallenge());
    }
    Met.Ends to =
        at.paying() && payment().owes(session) ? new ToWays() : new ToGoods(Optional.empty());
    return new Step<>(new Met(session.with(session.look().done()), to), effects);
  }
}
