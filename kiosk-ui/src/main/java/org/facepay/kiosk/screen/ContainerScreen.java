package org.facepay.kiosk.screen;

import java.util.List;
import java.util.Optional;

/** The screens of a smart container: it opens, things are taken, it closes and is settled. */
public sealed interface ContainerScreen extends Screen {

  /**
   * How the door is opened; also what it shows while nobody is there.
   *
   * @param most that one visit can cost, figures only
   * @param methods that open the door by a button: the shopper's face, a code that is shown here
   * @param scanner whether a wallet's code can be scanned
   */
  record Welcome(String most, List<Screen.Method> methods, boolean scanner, Optional<Notice> notice)
      implements ContainerScreen {}

  /**
   * The bolt is being drawn back, or is, and the door has not been opened yet.
   *
   * @param drawn whether it can be opened now
   * @param seconds until it locks again, from the moment the snapshot is first shown; 0 while the
   *     bolt is not drawn
   */
  record Opening(boolean drawn, int seconds) implements ContainerScreen {}

  /**
   * The door is open, and this is what seems to have been taken.
   *
   * @param lines newest first; what was put back stands in it with no pieces
   * @param estimate of all of it, figures only
   * @param most the bill never comes to more, figures only
   */
  record Taking(List<Taken> lines, String estimate, String most) implements ContainerScreen {}

  /**
   * Something lies on a shelf that it does not belong on.
   *
   * @param shelf where it lies now, from 1, the topmost
   * @param belongs the shelf it belongs on
   * @param shelves how many there are
   * @param estimate as things lie now, figures only
   * @param after what it comes to once the article is where it belongs, figures only
   */
  record WrongPlace(
      Article article, int shelf, int belongs, int shelves, String estimate, String after)
      implements ContainerScreen {}

  /**
   * The door has been open for long.
   *
   * @param estimate figures only
   * @param seconds until staff are called, from the moment the snapshot is first shown; 0 when they
   *     were
   * @param staff what became of the call for them
   */
  record DoorOpen(String estimate, int seconds, Screen.StaffCall staff)
      implements ContainerScreen {}

  /** The door is closed, and what was taken is being counted. */
  record Counting() implements ContainerScreen {}

  /**
   * Two or three readings of the cells are likely: the shopper is asked which it was.
   *
   * @param choices what can have been taken; each stands for itself
   */
  record Ask(List<Choice> choices) implements ContainerScreen {}

  /**
   * What was taken and what it came to.
   *
   * @param charged figures only
   * @param state where the money is
   * @param receiptUrl what the e-receipt's QR code holds
   * @param closed time of day the door was closed, e.g. "14:36"
   * @param days within which the shopper can object
   * @param seconds until the screen ends by itself, counted from when {@code clock} is new
   * @param clock another number for each time the seconds start anew
   */
  record Bill(
      List<BillLine> lines,
      String charged,
      MoneyState state,
      String receiptUrl,
      String closed,
      int days,
      int seconds,
      long clock)
      implements ContainerScreen {}

  /**
   * The shopper says which line is wrong, and how; nothing is chosen before.
   *
   * @param refund what goes back now for the line that was chosen, figures only; empty when staff
   *     have to look first, or nothing is chosen
   */
  record Dispute(
      List<BillLine> lines,
      Optional<String> chosen,
      Optional<Complaint> complaint,
      Optional<String> refund)
      implements ContainerScreen {}

  /**
   * What became of the objection.
   *
   * @param amount that it is about, figures only
   * @param staff what became of the call for them
   */
  record Objected(Article article, String amount, Objection objection, Screen.StaffCall staff)
      implements ContainerScreen {}

  /**
   * The last visit was not paid: the door opens when it is.
   *
   * @param when e.g. "11 月 26 日 18:04"
   * @param amount figures only
   */
  record Debt(List<Article> articles, String when, String amount, DebtReason why)
      implements ContainerScreen {}

  /**
   * The door stays shut, or was never opened, and nothing was taken for this visit.
   *
   * @param charged whether money may have been taken for what was owed from last time
   */
  record NotOpened(Reason reason, boolean charged) implements ContainerScreen {}

  /**
   * Something that seems to have been taken.
   *
   * @param note e.g. "500 ml"
   * @param shelf it was taken from, from 1
   * @param amount figures only
   * @param just whether it is what changed last
   */
  record Taken(Article article, String note, int shelf, String amount, boolean just) {}

  /**
   * One thing that can have been taken.
   *
   * @param id what an intent names, at most 64 characters
   * @param articles those that tell it from the other choices
   * @param amount of these articles, figures only
   */
  record Choice(String id, List<Article> articles, String amount) {}

  /**
   * A line of the bill.
   *
   * @param id what an intent names, at most 64 characters
   * @param amount figures only
   */
  record BillLine(String id, Article article, String amount, Seen seen) {}

  /** How sure a line is. */
  enum Seen {
    CLEARLY,
    /** It is charged, and not free of doubt. */
    LIKELY,
    /** The shopper has said so. */
    TOLD,
    /** It is not charged before somebody has looked. */
    NOT_CLEAR
  }

  /** Where the money of a bill is. */
  enum MoneyState {
    /** Nothing was taken, nothing is owed. */
    NOTHING,
    /** The cells do not say what was taken; nothing is charged before somebody has looked. */
    UNCLEAR,
    /** Asked for, and not answered yet. */
    CHARGING,
    CHARGED,
    /** It could not be taken: it is asked for at the next visit. */
    OWED
  }

  /** What is wrong with a line. */
  enum Complaint {
    NOT_TAKEN,
    WRONG_NUMBER
  }

  /** What becomes of an objection. */
  enum Objection {
    /** The money is on its way back. */
    REFUNDING,
    REFUNDED,
    /** Staff look at what the cells have seen. */
    REVIEW,
    /** It cannot be given back from here: staff do. */
    STAFF
  }

  /** Why the last visit was not paid. */
  enum DebtReason {
    BALANCE_TOO_LOW,
    REFUSED,
    HOLD_EXPIRED
  }

  /** Why the door stays shut. */
  enum Reason {
    /** The wallet did not promise the money. */
    NO_PROMISE,
    /** The wallet could not be reached. */
    NETWORK,
    /** The bolt did not answer. */
    LOCK,
    /** Nobody opened the door in time. */
    NOT_PULLED,
    /** The shopper has as much on the way as is allowed in a day. */
    LIMIT,
    /** What is owed from last time stays owed. */
    NOT_PAID,
    /** What was owed from last time is paid; the door stays shut all the same. */
    PAID
  }
}
