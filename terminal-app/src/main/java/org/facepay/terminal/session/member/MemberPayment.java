package org.facepay.terminal.session.member;

import java.util.Optional;
import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FoundMember;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Shopper;
import org.facepay.terminal.session.member.Meeting.Confirming;
import org.facepay.terminal.session.member.Meeting.FaceRefused;
import org.facepay.terminal.session.member.Meeting.Following;
import org.facepay.terminal.session.member.Meeting.Keying;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * How a member who was met pays from what is theirs, and a stranger by the wallet's camera. A code
 * can be copied: whoever is known by one types the end of the phone number, too.
 *
 * @param promised the most that is agreed to before anything is chosen; empty where goods are paid
 */
public record MemberPayment(Members members, Numbers numbers, Optional<Money> promised) {

  /** Whether the shop's own recognition can pay. */
  public boolean byFace(Session session) {
    return owes(session) && members.payByFace(session);
  }

  /** Whether a member's code can be the first half of paying. */
  public boolean byCode(Session session) {
    return owes(session) && members.codes() && !session.look().locked();
  }

  /** Whether the wallet's camera can be asked to pay this basket. */
  public boolean byWalletCamera(Session session) {
    return owes(session) && !members.faces().wallet().isEmpty();
  }

  /**
   * Whose code was shown to pay with. A code can be copied, and pays nothing before the end of the
   * phone number is typed.
   */
  public Step<Met, Effect> answered(Session session, MemberResult result) {
    return switch (result) {
      case MemberResult.Found(FoundMember member) -> Step.of(begin(session.of(member)));
      case MemberResult.Joined _, MemberResult.TakenNumber _, MemberResult.NotFound _ ->
          nobody(session, NoticeKind.MEMBER_NOT_FOUND);
      case MemberResult.Unavailable _ -> nobody(session, NoticeKind.MEMBERS_UNAVAILABLE);
    };
  }

  private static Step<Met, Effect> nobody(Session session, NoticeKind kind) {
    return Step.of(Met.told(session, kind), new Effect.Beep(false));
  }

  /** Whether the member can pay this amount, and whether the face alone is enough for it. */
  Met begin(Session session) {
    Shopper.Member member = session.member().orElseThrow();
    Optional<Shopper.Recognition> sure =
        session.shopper().recognition().filter(face -> !face.thin() && face.pays());
    long total = due(session).minor();
    boolean second = sure.isEmpty() || total > members.faces().secondFactorAbove();
    if (!member.hasAccount() || (second && !member.phone())) {
      return refused(session, FaceEnd.NO_ACCOUNT, false);
    }
    if (members.accounts().payer(member, total).isEmpty()) {
      return refused(session, FaceEnd.BALANCE_TOO_LOW, false);
    }
    return new Met(
        session, new Met.On(second ? Keying.of(ConsentPurpose.PAYMENT) : new Confirming()));
  }

  private static Met refused(Session session, FaceEnd end, boolean wallet) {
    return new Met(session, new Met.On(new FaceRefused(ConsentPurpose.PAYMENT, end, wallet)));
  }

  /** Name and amount are right: paid; that a face may pay is agreed to with the first time. */
  Step<Met, Effect> confirmed(Session session) {
    if (session.member().isEmpty()) {
      return Step.of(new Met(session, new Met.ToWays()));
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
    return session.shopper().agreesNow()
        ? Step.of(pays, new Effect.RecordPaymentConsent(member.id()))
        : Step.of(pays);
  }

  /** The wallet's camera asks the shopper. */
  public Step<Met, Effect> challenge(Session session, long stamp) {
    Session counted = session.nextOrder();
    var order = numbers.order(counted, members.faces().wallet(), due(session), false);
    return Met.on(counted, new Following(order, stamp), new Effect.ChallengeFace(stamp, order));
  }

  /** What the wallet's camera came to; empty: it was something else. */
  static Optional<Step<Met, Effect>> following(
      Session session, Following at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.CredentialGranted(long attempt, var credential) when at.attempt() == attempt ->
          Optional.of(Step.of(new Met(session, new Met.Pays(at.order(), credential))));
      case Answered.CredentialRefused(long attempt) when at.attempt() == attempt ->
          Optional.of(Step.of(refused(session, FaceEnd.NOT_RECOGNISED, true)));
      default -> Optional.empty();
    };
  }

  /** What is confirmed: what the goods cost, or the most they may come to. */
  private Money due(Session session) {
    return promised.orElseGet(() -> session.priced().total());
  }

  boolean owes(Session session) {
    return due(session).minor() > 0;
  }
}
