package org.facepay.terminal.container;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.hold.Hold;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.hold.Holding;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.session.restock.Restock;
import org.facepay.terminal.session.visit.Debt;
import org.facepay.terminal.session.visit.Estimate;
import org.facepay.terminal.session.visit.Piece;

/**
 * How far a visit to a container has come. Once something was settled, the goods that are charged
 * are the session's basket.
 */
public sealed interface Stage {

  /** Who pays, and what stands for it. */
  sealed interface Pledge {
    /** A name of the payer that is always the same; empty where the provider does not say. */
    String visitor();
  }

  /** A wallet has promised up to the order's amount. */
  record Promised(Hold hold) implements Pledge {
    @Override
    public String visitor() {
      String payer = hold.promise().payer();
      return payer.isEmpty() ? "" : hold.order().provider() + ":" + payer;
    }
  }

  /**
   * A member's account pays afterwards.
   *
   * @param member the number
   * @param provider who is asked for the money
   */
  record Account(String member, String provider) implements Pledge {
    @Override
    public String visitor() {
      return "member:" + member;
    }
  }

  /** Nobody pays: staff, or a door that was forced. */
  record Nobody(String attendant) implements Pledge {
    @Override
    public String visitor() {
      return "";
    }
  }

  /** Somebody looks for a way to open the door. */
  record Identifying(Optional<Screen.Notice> notice) implements Stage {}

  /** A member is met by the face. */
  record Meeting(org.facepay.terminal.session.member.Meeting meeting) implements Stage {}

  /**
   * A member of staff fills the lanes; what is put in is never a sale.
   *
   * @param open whether the door is
   */
  record Restocking(Restock restock, boolean open) implements Stage {}

  /** What happens to the money is said before anything is asked of a wallet. */
  record Explaining(Way way) implements Stage {}

  /** How the shopper wants to pay. */
  sealed interface Way {}

  /** With a wallet that promises: by a code that was read, or one that is shown. */
  record Wallet(String provider, Credential credential) implements Way {}

  /** From a member's account. */
  record OfMember(Account account) implements Way {}

  /** A wallet is asked to promise. */
  record Promising(Holding holding) implements Stage {}

  /**
   * It is asked whether the visitor may come in.
   *
   * @param attempt stamp of the question
   */
  record Admitting(Pledge pledge, long attempt) implements Stage {}

  /**
   * The last visit has to be paid first.
   *
   * @param presenting whether a wallet's code is awaited for it
   */
  record Owing(Pledge pledge, Debt debt, boolean presenting, Optional<Screen.Notice> notice)
      implements Stage {}

  /**
   * It is being paid.
   *
   * @param there whether whoever pays is still there, as far as is known
   */
  record PayingDebt(Pledge pledge, Debt debt, Charge charge, boolean there) implements Stage {}

  /**
   * It is paid, and that is being written down.
   *
   * @param order number of the sale that was owed
   * @param attempt stamp of the request
   * @param there whether whoever paid is still there, as far as is known
   */
  record Clearing(Pledge pledge, String order, long attempt, boolean there) implements Stage {}

  /** Paying it was refused. */
  record DebtRefused(Pledge pledge, Debt debt, Payment payment) implements Stage {}

  /** The bolt is asked to be drawn back. */
  record Unlocking(Pledge pledge, long attempt) implements Stage {}

  /**
   * The bolt is drawn back, and the door has not moved.
   *
   * @param since stamp of the timer that ends it
   */
  record Waiting(Pledge pledge, long since) implements Stage {}

  /**
   * The door is open, or may be.
   *
   * @param clock stamp of the timer of an open door
   * @param reminder how often it has come since the shopper said that it goes on
   * @param kept whether the article in a wrong place is meant to be taken
   */
  record Taking(Pledge pledge, Estimate estimate, long clock, Reminder reminder, boolean kept)
      implements Stage {
    Taking with(Estimate changed) {
      boolean same = kept && changed.strays().equals(estimate.strays());
      return new Taking(pledge, changed, clock, reminder, same);
    }

    Taking at(Reminder next, long stamp) {
      return new Taking(pledge, estimate, stamp, next, kept);
    }
  }

  /** How often a door that stays open was spoken of. */
  enum Reminder {
    NONE,
    SAID,
    STAFF_CALLED
  }

  /**
   * The door is closed, and the cells are asked.
   *
   * @param attempt stamp of the question
   * @param unopened why the door stayed shut, as far as its switch says; empty where it did not
   */
  record Counting(Pledge pledge, long attempt, Optional<Why> unopened) implements Stage {}

  /** What left is known, or the door was never opened. */
  sealed interface Settled extends Stage {}

  /** The shopper is asked which it was. */
  record Asking(Pledge pledge, org.facepay.terminal.session.visit.Settled settled)
      implements Settled {}

  /**
   * The bill.
   *
   * @param kept whether what is claimed, or let go, is on the disk
   * @param closing stamp of the timer that ends it
   */
  record Billed(Pledge pledge, Outcome outcome, Money money, boolean kept, long closing)
      implements Settled {
    Billed with(Money changed) {
      return new Billed(pledge, outcome, changed, kept, closing);
    }

    Billed safe() {
      return new Billed(pledge, outcome, money, true, closing);
    }

    Billed until(long stamp) {
      return new Billed(pledge, outcome, money, kept, stamp);
    }
  }

  /** Where the money of a bill is. */
  enum Money {
    NOTHING,
    /** The cells do not say what left. */
    UNCLEAR,
    CLAIMED,
    TAKEN,
    OWED
  }

  /**
   * What a visit came to.
   *
   * @param order of the sale, over what is owed; empty where nothing is
   * @param evidence name of the kept trace
   * @param closed when that was known
   */
  record Outcome(Optional<Order> order, Goods goods, String evidence, Instant closed) {}

  /**
   * What left the container.
   *
   * @param charged what is charged
   * @param unclear what may have been taken and is not charged before somebody has looked
   * @param told whether the shopper has said which it was
   */
  record Goods(List<Piece> charged, List<Piece> unclear, boolean told) {
    public Goods {
      charged = List.copyOf(charged);
      unclear = List.copyOf(unclear);
    }
  }

  /**
   * The shopper objects to a line.
   *
   * @param line number of the basket's line, 0 for none yet
   */
  record Disputing(Billed bill, int line, Optional<Complaint> complaint) implements Settled {

    /** What the line is, once one was chosen. */
    Optional<Piece> piece(Session session) {
      return session
          .basket()
          .line(line)
          .flatMap(
              l ->
                  bill.outcome().goods().charged().stream()
                      .filter(p -> p.product().equals(l.product()))
                      .findFirst());
    }
  }

  /** What is wrong with it. */
  enum Complaint {
    NOT_TAKEN,
    WRONG_NUMBER
  }

  /** What it came to goes back. */
  record Returning(Piece piece, Refund refund) implements Settled {}

  /**
   * Staff look at it, or give the money back.
   *
   * @param refused whether the wallet would not take it back
   */
  record Objected(Piece piece, long minor, boolean refused, long closing) implements Settled {}

  /**
   * The door stays shut, or was not opened; what was promised is let go.
   *
   * @param kept whether that is on the disk
   */
  record NotOpened(Pledge pledge, Why why, boolean kept, long closing) implements Settled {}

  /** Why. */
  enum Why {
    NO_PROMISE,
    NETWORK,
    LOCK,
    NOT_PULLED,
    LIMIT,
    /** What is owed from last time stays owed. */
    NOT_PAID,
    /** What was owed is paid, and nobody is known to be there any more. */
    PAID
  }
}
