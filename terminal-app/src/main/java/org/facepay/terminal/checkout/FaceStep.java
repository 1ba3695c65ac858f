package org.facepay.terminal.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.checkout.FaceState.Confirming;
import org.facepay.terminal.checkout.FaceState.Consenting;
import org.facepay.terminal.checkout.FaceState.FaceRefused;
import org.facepay.terminal.checkout.FaceState.Following;
import org.facepay.terminal.checkout.FaceState.Keying;
import org.facepay.terminal.checkout.FaceState.Looking;
import org.facepay.terminal.checkout.FaceState.MemberPage;
import org.facepay.terminal.checkout.State.Choosing;
import org.facepay.terminal.checkout.State.Idling;
import org.facepay.terminal.checkout.State.Notice;
import org.facepay.terminal.checkout.State.Shopping;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Event.Timer;
import org.facepay.terminal.session.Face;
import org.facepay.terminal.session.FacePurpose;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * The part of {@link Checkout} in which a face is asked for. The camera is on only between an
 * agreement and the answer to the look it began; a face that was recognised pays only after it was
 * looked at again, and after the shopper has confirmed name and amount.
 *
 * <pre>
 * Shopping --member--> Consenting --agreed--> Looking --recognised--> Shopping at member prices
 *                                                | unknown: Keying the phone -> Consenting to keep it -> Looking -> MemberPage
 * Choosing --face--> Consenting --agreed--> Looking --recognised--> [Keying four digits] -> Confirming --yes--> Paying
 *                                                '--not recognised, no camera--> FaceRefused
 * </pre>
 */
record FaceStep(Rules rules) {
  private static final int TRIES = 3;

  /**
   * @param state already touched: the dialog that was open is gone from it
   * @param dialog the one that was open
   */
  Step<State, Effect> step(Idling state, Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Event.MemberRequested _ when rules.faces().members() -> member(state, event);
      case Event.FaceChosen _
          when state instanceof Choosing
              && owes(state)
              && rules.faces().pays()
              && !state.session().face().locked() ->
          look(standingConsent(state), FacePurpose.PAYMENT, event.stamp());
      case Event.WalletFaceChosen _
          when state instanceof Choosing && owes(state) && !rules.faces().wallet().isEmpty() ->
          challenge(state, event.stamp());
      case Event.NoticeToggled _ when state instanceof Consenting c ->
          Step.of(new Consenting(c.view(), c.session(), c.purpose(), !c.full()));
      case Event.FaceAgreed _ when state instanceof Consenting c -> agree(c, event.stamp());
      case Event.FaceAnswered(long look, FaceResult result)
          when look != 0 && look == state.session().face().look() ->
          answered(state, result);
      case Event.DigitTyped _, Event.DigitDeleted _, Event.DigitsCleared _
          when state instanceof Keying k ->
          typed(k, event);
      case Event.DigitsChecked(long attempt, boolean right)
          when state instanceof Keying k && k.checking() != 0 && k.checking() == attempt ->
          checked(k, right);
      case Event.PersonConfirmed _ when state instanceof Confirming c && owes(c) -> pay(c, event);
      case Event.PersonDenied _ when state instanceof Confirming ->
          Step.of(new Choosing(state.view(), stranger(state.session())));
      case Event.AnotherWayRequested _ -> anotherWay(state);
      case Event.RetryRequested _ when state instanceof FaceRefused r && r.again() ->
          r.wallet() && owes(r) ? challenge(r, event.stamp()) : look(r, r.purpose(), event.stamp());
      case Event.WithdrawalRequested _ when state instanceof MemberPage m && m.kept() ->
          Step.of(m.with(m.session().with(Dialog.CONFIRM_WITHDRAW)));
      case Event.WithdrawalConfirmed _
          when state instanceof MemberPage m && dialog == Dialog.CONFIRM_WITHDRAW ->
          forget(m, event.stamp());
      case Event.FaceForgotten(long attempt, boolean done)
          when state instanceof MemberPage m && m.forgetting() != 0 && m.forgetting() == attempt ->
          forgotten(m, done, event);
      case Event.CredentialGranted(long attempt, var credential)
          when state instanceof Following f && f.attempt() == attempt ->
          new PayingStep(rules).begin(f.view(), f.session(), f.order(), credential, event);
      case Event.CredentialRefused(long attempt)
          when state instanceof Following f && f.attempt() == attempt ->
          Step.of(
              new FaceRefused(
                  f.view(), f.session(), FacePurpose.PAYMENT, FaceEnd.NOT_RECOGNISED, true));
      case Event.WentBack _ -> back(state);
      case Event.Restarted _ -> restarted(state);
      default -> Step.of(state);
    };
  }

  /** The look has taken its time. */
  Step<State, Effect> tooLong(Idling state, long look) {
    return look != 0 && look == state.session().face().look()
        ? answered(state, new FaceResult.NotRecognised())
        : Step.of(state);
  }

  /** A member who is gone pays with nothing any more; what the basket costs stays. */
  static Step<State, Effect> erased(State state, String member) {
    List<Effect> effects = new ArrayList<>(List.of(new Effect.RecordFaceWithdrawn(member)));
    if (!(state instanceof Idling idling)
        || idling.session().face().member().filter(m -> m.id().equals(member)).isEmpty()) {
      return new Step<>(state, effects);
    }
    Idling without = idling.with(idling.session().with(idling.session().face().forgotten()));
    Step<State, Effect> step =
        left(idling, state instanceof FaceState ? shopping(without) : without);
    effects.addAll(step.effects());
    return new Step<>(step.next(), effects);
  }

  /** Turns the camera off, whatever it was looking for. */
  static List<Effect> cameraOff() {
    return List.of(new Effect.StopLooking(), new Effect.StopTimer(Timer.LOOK));
  }

  private Step<State, Effect> member(Idling state, Stamped<Event> event) {
    Face face = state.session().face();
    if (face.member().isPresent()) {
      return Step.of(new MemberPage(state.view(), state.session(), false, true, 0));
    }
    if (face.look() != 0) {
      return Step.of(new Looking(state.view(), state.session(), FacePurpose.RECOGNITION));
    }
    return look(state, FacePurpose.RECOGNITION, event.stamp());
  }

  private static Step<State, Effect> consent(Idling state, FacePurpose purpose) {
    return Step.of(new Consenting(state.view(), state.session(), purpose, false));
  }

  private Step<State, Effect> agree(Consenting state, long stamp) {
    Session session = state.session().with(state.session().face().agreedTo(state.purpose()));
    return look(state.with(session), state.purpose(), stamp);
  }

  /** A member recognised here who has agreed to pay by face before need not agree again. */
  private static Idling standingConsent(Idling state) {
    Face face = state.session().face();
    return face.member().filter(KnownMember::paysByFace).isPresent()
        ? state.with(state.session().with(face.agreedTo(FacePurpose.PAYMENT)))
        : state;
  }

  /** Turns the camera on; only for what the shopper has agreed to, and asks for that first. */
  private Step<State, Effect> look(Idling state, FacePurpose purpose, long stamp) {
    if (!state.session().face().agreed().contains(purpose)) {
      return consent(state, purpose);
    }
    Face face = state.session().face();
    Session session = state.session().with(face.looking(stamp));
    return Step.of(
        new Looking(state.view(), session, purpose),
        purpose == FacePurpose.STORAGE
            ? new Effect.EnrolFace(stamp, face.phone())
            : new Effect.LookForFace(stamp),
        new Effect.StartTimer(Timer.LOOK, stamp, rules.faces().look()));
  }

  private Step<State, Effect> answered(Idling state, FaceResult result) {
    Session still = state.session().with(state.session().face().still());
    Idling calm = state.with(still);
    State next =
        switch (result) {
          case FaceResult.Recognised(KnownMember member) -> recognised(calm, member);
          case FaceResult.Joined(KnownMember member) when calm instanceof Looking ->
              new MemberPage(calm.view(), memberPrices(still, member), true, true, 0);
          case FaceResult.Joined(KnownMember member) -> recognised(calm, member);
          case FaceResult.NotRecognised _ -> ended(calm, FaceEnd.NOT_RECOGNISED);
          case FaceResult.CameraFailed _ -> ended(calm, FaceEnd.NO_CAMERA);
          case FaceResult.AlreadyMember _ -> ended(calm, FaceEnd.ALREADY_MEMBER);
        };
    return new Step<>(next, cameraOff());
  }

  private State recognised(Idling state, KnownMember member) {
    Session session = memberPrices(state.session(), member);
    if (state instanceof Looking(var view, var _, FacePurpose purpose)
        && purpose == FacePurpose.PAYMENT) {
      return toPay(new Confirming(view, session), member);
    }
    Notice hello = new Notice(Notice.Kind.MEMBER_RECOGNISED, member.name());
    return switch (state) {
      case Shopping s -> new Shopping(s.view(), session, s.open(), false, s.editing(), hello);
      case Looking l -> new Shopping(l.view(), session, 0, false, false, hello);
      default -> state.with(session);
    };
  }

  /** Whether this member can pay this amount, and whether the face alone is enough for it. */
  private State toPay(Confirming state, KnownMember member) {
    long total = state.session().basket().total().minor();
    boolean second =
        member.thin() || !member.paysByFace() || total > rules.faces().secondFactorAbove();
    if (!member.hasAccount() || (second && !member.phone())) {
      return refused(state, FaceEnd.NO_ACCOUNT);
    }
    if (rules.faces().payer(member, total).isEmpty()) {
      return refused(state, FaceEnd.BALANCE_TOO_LOW);
    }
    return second
        ? new Keying(state.view(), state.session(), FacePurpose.PAYMENT, Digits.NONE, 0, 0)
        : state;
  }

  private static FaceRefused refused(Idling state, FaceEnd end) {
    return new FaceRefused(state.view(), state.session(), FacePurpose.PAYMENT, end, false);
  }

  /** A look that brought nobody: a shopper who is scanning is told in passing. */
  private static State ended(Idling state, FaceEnd end) {
    if (!(state instanceof Looking(var view, Session session, FacePurpose purpose))) {
      return state instanceof Shopping s
          ? new Shopping(
              s.view(),
              s.session(),
              s.open(),
              false,
              s.editing(),
              new Notice(
                  end == FaceEnd.NO_CAMERA
                      ? Notice.Kind.NO_CAMERA
                      : Notice.Kind.FACE_NOT_RECOGNISED,
                  ""))
          : state;
    }
    return purpose == FacePurpose.RECOGNITION && end == FaceEnd.NOT_RECOGNISED
        ? new Keying(view, session, FacePurpose.STORAGE, Digits.NONE, 0, 0)
        : new FaceRefused(view, session, purpose, end, false);
  }

  private static Session memberPrices(Session session, KnownMember member) {
    return session.with(session.basket().forMember(true)).with(session.face().known(member));
  }

  private static Session stranger(Session session) {
    return session.with(session.basket().forMember(false)).with(session.face().forgotten());
  }

  /** Four digits are soon guessed: no more tries in this session. */
  private static Session locked(Session session) {
    Session stranger = stranger(session);
    return stranger.with(stranger.face().locking());
  }

  private Step<State, Effect> typed(Keying state, Stamped<Event> event) {
    if (state.checking() != 0) {
      return Step.of(state);
    }
    Digits typed =
        switch (event.event()) {
          case Event.DigitTyped(Digits.Digit digit) -> state.typed().plus(digit);
          case Event.DigitDeleted _ -> state.typed().withoutLast();
          default -> Digits.NONE;
        };
    if (typed.text().length() < state.length()) {
      return Step.of(keying(state, typed, 0));
    }
    Optional<KnownMember> member = state.session().face().member();
    if (state.purpose() == FacePurpose.PAYMENT && member.isPresent()) {
      return Step.of(
          keying(state, typed, event.stamp()),
          new Effect.CheckDigits(event.stamp(), member.get().id(), typed));
    }
    Session session = state.session().with(state.session().face().with(typed));
    return consent(state.with(session), FacePurpose.STORAGE);
  }

  private static Keying keying(Keying s, Digits typed, long checking) {
    return new Keying(s.view(), s.session(), s.purpose(), typed, s.tries(), checking);
  }

  private Step<State, Effect> checked(Keying state, boolean right) {
    if (right) {
      return Step.of(new Confirming(state.view(), state.session()));
    }
    int tries = state.tries() + 1;
    return Step.of(
        tries < TRIES
            ? new Keying(state.view(), state.session(), state.purpose(), Digits.NONE, tries, 0)
            : new FaceRefused(
                state.view(),
                locked(state.session()),
                FacePurpose.PAYMENT,
                FaceEnd.TOO_MANY_TRIES,
                false));
  }

  private Step<State, Effect> pay(Confirming state, Stamped<Event> event) {
    Optional<KnownMember> member = state.session().face().member();
    if (member.isEmpty()) {
      return Step.of(new Choosing(state.view(), state.session()));
    }
    long total = state.session().basket().total().minor();
    String payer = rules.faces().payer(member.get(), total).orElse(rules.faces().account());
    Step<State, Effect> paying =
        new PayingStep(rules).begin(state, payer, new MemberAccount(member.get().id()), event);
    List<Effect> effects = new ArrayList<>();
    if (!member.get().paysByFace()) {
      effects.add(new Effect.RecordPaymentConsent(member.get().id()));
    }
    effects.addAll(paying.effects());
    return new Step<>(paying.next(), effects);
  }

  private Step<State, Effect> challenge(Idling state, long stamp) {
    Session session = state.session().nextOrder();
    var order = rules.order(session, rules.faces().wallet());
    return Step.of(
        new Following(state.view(), session, order, stamp), new Effect.ChallengeFace(stamp, order));
  }

  private static Step<State, Effect> forget(MemberPage state, long stamp) {
    return state.session().face().member().isEmpty()
        ? Step.of(state)
        : Step.of(
            new MemberPage(state.view(), state.session(), state.joined(), state.kept(), stamp),
            new Effect.ForgetFace(stamp, state.session().face().member().get().id()));
  }

  /** What the member has saved in this basket stays saved. */
  private Step<State, Effect> forgotten(MemberPage state, boolean done, Stamped<Event> event) {
    if (!done) {
      return Step.of(
          new MemberPage(
              state.view().called(event.stamp(), event.at(), true),
              state.session(),
              false,
              true,
              0),
          new Effect.CallStaff(
              event.stamp(), "withdrawal-failed", rules.reference(state.session())));
    }
    Session session = state.session().with(state.session().face().forgotten());
    List<Effect> effects = new ArrayList<>();
    state
        .session()
        .face()
        .member()
        .ifPresent(m -> effects.add(new Effect.RecordFaceWithdrawn(m.id())));
    Notice gone = new Notice(Notice.Kind.FACE_DELETED, "");
    return new Step<>(new Shopping(state.view(), session, 0, false, false, gone), effects);
  }

  /** Another way to pay costs the same; the camera goes off. */
  private static Step<State, Effect> anotherWay(Idling state) {
    return switch (state) {
      case FaceState f when f.paying() && owes(f) -> left(f, new Choosing(f.view(), f.session()));
      case FaceState f -> left(f, shopping(f));
      default -> Step.of(state);
    };
  }

  private static Step<State, Effect> back(Idling state) {
    return state instanceof FaceState ? anotherWay(state) : left(state, shopping(state));
  }

  private static Shopping shopping(Idling state) {
    return new Shopping(state.view(), state.session(), 0, false, false, Notice.NONE);
  }

  private static boolean owes(Idling state) {
    return state.session().basket().total().minor() > 0;
  }

  private static Step<State, Effect> left(Idling from, Idling to) {
    Session session = to.session().with(to.session().face().still().with(Digits.NONE));
    List<Effect> effects = new ArrayList<>();
    if (from.session().face().look() != 0) {
      effects.addAll(cameraOff());
    }
    if (from instanceof Following) {
      effects.add(new Effect.StopChallenge());
    }
    return new Step<>(to.with(session), effects);
  }

  /** Nothing is looked at any more, and typed digits are gone. */
  private static Step<State, Effect> restarted(Idling state) {
    Idling calm = state.with(state.session().with(state.session().face().still()));
    return switch (calm) {
      case Looking _, Keying _, Consenting _, Following _, MemberPage _ -> back(calm);
      default -> Step.of(calm);
    };
  }
}
