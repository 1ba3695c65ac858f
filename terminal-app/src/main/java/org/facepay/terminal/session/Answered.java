package org.facepay.terminal.session;

import java.util.List;
import java.util.Objects;
import org.facepay.kiosk.screen.StaffScreen.Trouble;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.KeptBasket;
import org.facepay.terminal.session.visit.Admission;
import org.facepay.terminal.session.visit.Settled;

/** What came of an effect; each names the stamp of what it answers, so that a late one is known. */
public sealed interface Answered extends Event {

  /** The payment provider answered the request with this stamp. */
  record PaymentAnswered(long attempt, Outcome outcome) implements Answered {}

  /** The provider that promises money answered the request with this stamp. */
  record HoldAnswered(long attempt, HoldOutcome outcome) implements Answered {}

  /**
   * What was claimed of a promise has been taken, or not; whatever session there is now.
   *
   * @param order its number
   */
  record ClaimEnded(String order, ClaimEnd claim) implements Answered {}

  /**
   * A claim is on the disk: it will be seen through, whatever happens to the session.
   *
   * @param order its number
   */
  record ClaimKept(String order) implements Answered {}

  /** What became of a claim. */
  enum ClaimEnd {
    TAKEN,
    /** Nothing was claimed, or is held any more. */
    LET_GO,
    /** The hold had expired. */
    EXPIRED,
    REFUSED
  }

  /** Whether somebody may open the door. */
  record VisitorChecked(long attempt, Admission admission) implements Answered {}

  /** The bolt is drawn back, or could not be. */
  record DoorUnlocked(long attempt, boolean drawn) implements Answered {}

  /** What the cabinet says of the visit. */
  record VisitSettled(long attempt, Settled settled) implements Answered {}

  /** The payment provider answered the refund with this stamp. */
  record RefundAnswered(long attempt, RefundProvider.Refund refund) implements Answered {}

  /** The order is in other hands for good. */
  record HandedOver(long attempt) implements Answered {}

  /** The look with this stamp came to something. */
  record FaceAnswered(long look, FaceResult result) implements Answered {}

  /** What came of the member that this session asked about; nothing to the next shopper. */
  record MemberAnswered(long session, MemberResult result) implements Answered {}

  /** The own code of the member of this session; empty when it cannot be read. */
  record MemberCodeRead(long session, MemberCode code) implements Answered {}

  /** The member and everything kept is deleted, or could not be. */
  record MembershipEnded(long attempt, boolean done) implements Answered {}

  /** The digits typed last were compared with the member's phone. */
  record DigitsChecked(long attempt, boolean right) implements Answered {}

  /** The wallet's certified camera gave a one-time credential for the order it was asked about. */
  record CredentialGranted(long attempt, Credential credential) implements Answered {}

  record CredentialRefused(long attempt) implements Answered {}

  /** The member's templates are deleted, or could not be. */
  record FaceForgotten(long attempt, boolean done) implements Answered {}

  /** The dispenser has turned the slot it was asked for, or has not. */
  record Dispensed(long attempt, Drop drop) implements Answered {}

  /**
   * What lies in the slots, and what is locked.
   *
   * @param counts of the slots that were ever counted
   * @param dates of the slots whose date is said at the machine; journals of before have none
   * @param stands what lies where, if that can change; journals of before have none
   */
  record StockRead(
      long attempt,
      List<Count> counts,
      List<Trouble> troubles,
      List<Dated> dates,
      List<Stand> stands)
      implements Answered {
    public StockRead {
      counts = List.copyOf(counts);
      troubles = List.copyOf(troubles);
      dates = List.copyOf(Objects.requireNonNullElse(dates, List.of()));
      stands = List.copyOf(Objects.requireNonNullElse(stands, List.of()));
    }

    /** Of a machine whose slots keep what they hold. */
    public StockRead(long attempt, List<Count> counts, List<Trouble> troubles, List<Dated> dates) {
      this(attempt, counts, troubles, dates, List.of());
    }

    /** Pieces in a slot. */
    public record Count(int slot, int pieces) {}
  }

  /** What was counted is on the disk. */
  record StockKept(long attempt) implements Answered {}

  /** Where the pieces lie that were put into a lane. */
  record PiecesPlaced(long attempt, Placed placed) implements Answered {}

  /** What the lanes hold from now on is on the disk. */
  record LanesKept(long attempt) implements Answered {}

  /** The print job with this stamp ended. */
  record PrintEnded(long job, boolean printed, String detail) implements Answered {}

  /** The print job with this stamp went whole to a printer that cannot tell what became of it. */
  record PrintSent(long job, String detail) implements Answered {}

  /** The call with this stamp is on the staff's list. */
  record CallDelivered(long call) implements Answered {}

  /**
   * A member of staff has looked at the shopper of this session, who is so old, or is not; a late
   * answer is nothing to the next shopper.
   */
  record AgeChecked(long session, String attendant, AgeLimit age, boolean old)
      implements Answered {}

  /** Whether the suspended basket that this session has scanned may go on here. */
  record BasketClaimed(long session, Claim claim, KeptBasket basket) implements Answered {}

  /** What became of asking for a suspended basket. */
  enum Claim {
    GRANTED,
    /** It goes on at another terminal already. */
    USED,
    /** Nobody could be asked. */
    UNREACHED
  }

  /** The address that pairs a phone, asked for with this stamp; empty when none could be had. */
  record PhoneLinked(long attempt, PhoneLink link) implements Answered {}

  /** A member of staff has looked into the bags of this session; they are right as they are. */
  record BagsAccepted(long session, String attendant) implements Answered {}

  /**
   * A member of staff has said that they come to the call with this stamp.
   *
   * @param attendant who; journals of before do not say
   */
  record CallAcknowledged(long call, String attendant) implements Answered {
    public CallAcknowledged {
      attendant = Objects.requireNonNullElse(attendant, "");
    }
  }
}
