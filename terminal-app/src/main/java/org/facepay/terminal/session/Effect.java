package org.facepay.terminal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.hold.HoldEffect;
import org.facepay.terminal.sale.KeptBasket;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.visit.Bill;
import org.facepay.terminal.session.visit.Debt;
import org.facepay.terminal.session.visit.Settled;

/** What a self-checkout session asks of the world. */
public sealed interface Effect {

  /**
   * Start a timer, replacing a running one of the kind; it comes back as {@code TimerFired} with
   * the attempt.
   */
  record StartTimer(Timer timer, long attempt, Duration delay) implements Effect {}

  record StopTimer(Timer timer) implements Effect {}

  /** Ask the payment provider. */
  record Pay(PaymentEffect request) implements Effect {}

  /** The shopper wants to leave the dialogue of a charge under way. */
  record AbortPayment(Order order) implements Effect {}

  /** Ask about this order, and give back what it took, apart from any session. */
  record HandOver(long attempt, Payment payment) implements Effect {}

  /** Print the receipt of a paid session. */
  record PrintReceipt(long job, Session session, Payment payment, Language language)
      implements Effect {}

  /** Ask the provider to give money back; repeated with the same number until it is certain. */
  record AskForRefund(long attempt, Order order, Money amount, String requestNo)
      implements Effect {}

  /** Ask about a refund that was taken in until the money is there, whatever the session does. */
  record FollowRefund(Order order, Money amount, String requestNo) implements Effect {}

  /** Print the slip of a refund. */
  record PrintRefund(
      long job, Return goods, String requestNo, Settlement settlement, Language language)
      implements Effect {}

  /** Print what staff need to find a payment nobody knows the outcome of. */
  record PrintReference(long job, String reference, Order order, Language language)
      implements Effect {}

  /** What is done about faces on this terminal. */
  sealed interface OfFaces extends Effect {}

  /** Turn the camera on and say who is there; answered with {@code FaceAnswered}. */
  record LookForFace(long look) implements OfFaces {}

  /** Turn the camera on and keep the face of somebody who has agreed to it. */
  record EnrolFace(long look, Digits phone) implements OfFaces {}

  /** Turn the camera off. */
  record StopLooking() implements OfFaces {}

  /** What is asked of the members' book; no camera is needed for it. */
  sealed interface OfMembers extends Effect {}

  /** Say whose code was scanned; answered with {@code MemberAnswered}. */
  record FindMember(long session, MemberCode code) implements OfMembers {}

  /**
   * Say who has this phone number, if the digits are those of the member's code; answered with
   * {@code MemberAnswered}.
   */
  record FindMemberByPhone(long session, Digits phone, Digits digits) implements OfMembers {}

  /** Take in somebody who has agreed to it; answered with {@code MemberAnswered}. */
  record JoinByPhone(long session, Digits phone) implements OfMembers {}

  /** Read the member's own code; answered with {@code MemberCodeRead}. */
  record ReadMemberCode(long session, String member) implements OfMembers {}

  /** Delete the member and everything kept; answered with {@code MembershipEnded}. */
  record EndMembership(long attempt, String member) implements OfMembers {}

  /** Compare typed digits with the end of the member's phone number. */
  record CheckDigits(long attempt, String member, Digits digits) implements OfMembers {}

  /** Delete the member's face at once. */
  record ForgetFace(long attempt, String member) implements OfMembers {}

  /** Record that a member agreed to pay by face. */
  record RecordPaymentConsent(String member) implements OfMembers {}

  /** Let the wallet's certified camera ask the shopper for this order. */
  record ChallengeFace(long attempt, Order order) implements Effect {}

  /** End what the certified camera is doing. */
  record StopChallenge() implements Effect {}

  /** Let one article of a slot fall; answered with {@code Dispensed}, never repeated. */
  record Dispense(long attempt, int slot) implements Effect {}

  /** What the controller of a machine is told that asks for the money itself. */
  sealed interface AtController extends Effect {}

  /** Begin a session in which something may be chosen at the keypad. */
  record BeginVending() implements AtController {}

  /** What was chosen at the keypad is not paid, and the controller's session ends. */
  record DenyVend() implements AtController {}

  /** What staff do with what a machine holds. */
  sealed interface AtMachine extends Effect {}

  /** Ask what lies in the slots; answered with {@code StockRead}. */
  record ReadStock(long attempt) implements AtMachine {}

  /**
   * Write down what was counted; answered with {@code StockKept}, and may be repeated.
   *
   * @param dates that were said
   * @param byHand whether somebody has said that it is done
   */
  record KeepStock(long attempt, List<Movement> movements, List<Dated> dates, boolean byHand)
      implements AtMachine {}

  /** What shelves are asked that learn what stands on them. */
  sealed interface AtShelves extends Effect {}

  /** Something is about to be put into a lane: remember what every shelf weighs. */
  record WatchLanes(long attempt) implements AtShelves {}

  /**
   * Say into which lane so many pieces were put; answered with {@code PiecesPlaced}.
   *
   * @param unitMilligrams of one, as it was weighed a moment ago; 0 where it was not
   */
  record FindLane(long attempt, String code, int pieces, long unitMilligrams)
      implements AtShelves {}

  /**
   * Lanes hold something else from now on; answered with {@code LanesKept}, and may be repeated.
   *
   * @param full pieces that each holds when it is filled, in the order of the lanes
   */
  record KeepLanes(long attempt, List<Learned> lanes, List<Integer> full) implements AtShelves {}

  /** What was locked was looked after, and is sold again. */
  record ServiceMachine() implements AtMachine {}

  /** What staff have done at a till, beside the session. */
  sealed interface AtCounter extends Effect {}

  /** Print the last receipt of this terminal once more; answered as any print job. */
  record Reprint(long job, Language language) implements AtCounter {}

  /** Print the shop's day; answered as any print job. */
  record PrintDay(long job, Language language) implements AtCounter {}

  /** Print the code of a suspended basket; answered as any print job. */
  record PrintKept(long job, KeptBasket basket, Instant until, Language language)
      implements AtCounter {}

  /** Ask whether a suspended basket may go on here; answered with {@code BasketClaimed}. */
  record ClaimBasket(long session, KeptBasket basket) implements AtCounter {}

  /** Have a phone paired with this member of staff; answered with {@code PhoneLinked}. */
  record LinkPhone(long attempt, String attendant) implements AtCounter {}

  /** Let the cash drawer spring open. */
  record OpenDrawer() implements AtCounter {}

  /** Sell nothing from the next shopper on, or sell again; kept over restarts. */
  record PauseSelling(boolean pause) implements AtCounter {}

  /** Ask a provider that promises money. */
  record Hold(HoldEffect request) implements Effect {}

  /**
   * What is done with promised money apart from any session; repeated, it is done once. Told by
   * {@code ClaimKept} as soon as it is on the disk.
   */
  sealed interface AtClaims extends Effect {}

  /** Let a promise go, or one that was asked for and never became certain. */
  record ReleaseHeld(org.facepay.terminal.payment.hold.Hold hold) implements AtClaims {}

  /**
   * Take so much of a promise; told by {@code ClaimEnded}.
   *
   * @param debt what is owed when it cannot be taken
   */
  record TakeHeld(org.facepay.terminal.payment.hold.Hold hold, String visitor, Debt debt)
      implements AtClaims {}

  /**
   * Charge a member's account; told by {@code ClaimEnded}.
   *
   * @param debt what is owed when it is refused
   */
  record ChargeAccount(Order order, String member, Debt debt) implements AtClaims {}

  /**
   * What was owed is paid; answered with {@code VisitorChecked} once that is on the disk.
   *
   * @param order number of the sale that was owed
   */
  record ForgetDebt(long attempt, String visitor, String order) implements AtClaims {}

  /**
   * Whether somebody may open the door; answered with {@code VisitorChecked}.
   *
   * @param visitor who, by a name that is always the same
   */
  record CheckVisitor(long attempt, String visitor) implements AtClaims {}

  /** What a cabinet that opens its door is asked. */
  sealed interface AtCabinet extends Effect {}

  /**
   * Keep from now on what the shelves weigh; once more, it goes on. Where the door is, is told
   * anew.
   */
  record WatchShelves(long visit) implements AtCabinet {}

  /** Draw the bolt back for a while; answered with {@code DoorUnlocked}, never repeated. */
  record UnlockDoor(long attempt, Duration holds) implements AtCabinet {}

  /** Say what has left since the shelves are watched; answered with {@code VisitSettled}. */
  record SettleVisit(long attempt, long visit) implements AtCabinet {}

  /** Staff have looked into the bags: they are right as they are. */
  record AcceptBags() implements Effect {}

  /** A short sound with the highlight of a line. */
  record Beep(boolean good) implements Effect {}

  /**
   * Something that is kept and told to the collector, committed together with the event that caused
   * it.
   */
  sealed interface Publish extends Effect {}

  /** A paid basket: the sale. */
  record RecordSale(Session session, Payment payment) implements Publish {}

  /** Money that goes back. */
  record RecordRefund(Return goods, String requestNo, Settlement settlement) implements Publish {}

  /** A basket that was given up before it was paid. */
  record RecordAbandoned(Session session, String why) implements Publish {}

  /** An order of unknown outcome that staff have taken from the terminal, with all there is. */
  record RecordHandedOver(Session session, Payment payment, String attendant) implements Publish {}

  /** A member's face was deleted here; tombstoned for every other terminal. */
  record RecordFaceWithdrawn(String member) implements Publish {}

  /**
   * A member of staff did something.
   *
   * @param reference of the session it was for, or empty
   */
  record RecordAct(Act act, String reference) implements Publish {}

  /** Pieces that came into a machine, or went, by hand. */
  record RecordStock(String attendant, List<Movement> movements) implements Publish {}

  /** What is told of visits to a cabinet. */
  sealed interface OfVisit extends Publish {}

  /**
   * A visit to a cabinet, whatever came of it.
   *
   * @param owedMinor what is charged for it
   * @param why somebody has to look at it, e.g. not-clear; empty when nobody has to
   * @param bill that can be objected to later
   */
  record RecordVisit(
      Session session, Settled settled, long owedMinor, String why, Optional<Bill> bill)
      implements OfVisit {

    /** Of which no new bill comes. */
    public RecordVisit(Session session, Settled settled, long owedMinor, String why) {
      this(session, settled, owedMinor, why, Optional.empty());
    }
  }

  /**
   * Somebody has paid what was owed.
   *
   * @param order the number it was paid under
   */
  record RecordDebtPaid(String visitor, Debt debt, Order order) implements OfVisit {}

  /**
   * A call for staff.
   *
   * @param reference of a payment in doubt, or empty
   */
  record CallStaff(long call, String why, String reference) implements Publish {}
}
