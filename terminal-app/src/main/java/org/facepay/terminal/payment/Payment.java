package org.facepay.terminal.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One charge on its way, as a value.
 *
 * @param doing what is under way
 * @param attempt stamp of the request or the wait under way; answers to any other are too late
 * @param started when the money was asked for
 * @param doubtSince since when nobody can tell whether money moved; empty while it is known
 * @param tries requests in a row that brought no certainty
 * @param confirmOnPhone whether the wallet is known to wait for the shopper
 * @param cancelInDoubt whether a cancellation got no clear answer and may still be carried out
 * @param code what the terminal shows to be scanned, if this is such a charge
 * @param end how it ended, once it has
 */
public record Payment(
    Order order,
    Doing doing,
    long attempt,
    Instant started,
    Optional<Instant> doubtSince,
    int tries,
    boolean confirmOnPhone,
    boolean cancelInDoubt,
    Optional<Code> code,
    Optional<End> end) {

  /**
   * A code on the terminal's screen.
   *
   * @param content what the QR code holds; empty until the wallet has given it
   * @param since when it was put on the screen last, or left
   * @param ends when it cannot be paid any more
   * @param left whether the shopper has turned to something else: it is shown no more
   */
  public record Code(String content, Instant since, Instant ends, boolean left) {
    /** Whether there is something to be scanned. */
    public boolean onScreen() {
      return !content.isEmpty() && !left;
    }
  }

  /** What is under way. */
  public enum Doing {
    AUTHORISE,
    QUERY,
    CANCEL,
    /** The order was not found when it was cancelled; asked again after the in-flight window. */
    LAST_QUERY,
    WAIT_TO_QUERY,
    WAIT_TO_CANCEL,
    WAIT_FOR_LAST_QUERY,
    NOTHING
  }

  /** How a payment ends. There is no third way. */
  public sealed interface End {
    /** The money has moved. */
    record Paid(String tradeNo) implements End {}

    /** The money has not moved, or was given back, and cannot move any more. */
    record NotPaid(DeclineReason reason) implements End {}
  }

  /**
   * One whose money is there, or promised; that it moves is seen to apart from where the goods are.
   *
   * @param tradeNo of the money or the promise; empty for cash
   */
  public static Payment paid(Order order, String tradeNo, Instant at) {
    return new Payment(
        order,
        Doing.NOTHING,
        0,
        at,
        Optional.empty(),
        0,
        false,
        false,
        Optional.empty(),
        Optional.of(new End.Paid(tradeNo)));
  }

  /**
   * One that nobody waits for any more and whose outcome is not known, as it was kept on a disk.
   *
   * @param codeEnds when its code cannot be paid any more; empty when none was shown
   */
  public static Payment uncertain(Order order, Instant since, Optional<Instant> codeEnds) {
    return new Payment(
        order,
        Doing.QUERY,
        0,
        since,
        Optional.of(since),
        0,
        false,
        true,
        codeEnds.map(ends -> new Code("gone", since, ends, true)),
        Optional.empty());
  }

  public boolean open() {
    return end.isEmpty();
  }

  /** Whether the shopper has turned away from a code on the screen. */
  public boolean codeLeft() {
    return code.filter(Code::left).isPresent();
  }

  Payment doing(Doing next, long stamp) {
    return new Payment(
        order, next, stamp, started, doubtSince, tries, confirmOnPhone, cancelInDoubt, code, end);
  }

  Payment doubted(Instant at) {
    return new Payment(
        order,
        doing,
        attempt,
        started,
        Optional.of(doubtSince.orElse(at)),
        tries + 1,
        confirmOnPhone,
        cancelInDoubt,
        code,
        end);
  }

  Payment pending() {
    return new Payment(
        order, doing, attempt, started, Optional.empty(), 0, true, cancelInDoubt, code, end);
  }

  /** The code is there, or is still there, and nobody has scanned it yet. */
  Payment waitingForScan(String content, Instant at) {
    Optional<Code> shown =
        code.map(
            c -> {
              boolean back = doubtSince.isPresent() || c.content().isEmpty();
              return new Code(content, back ? at : c.since(), c.ends(), c.left());
            });
    return new Payment(
        order,
        doing,
        attempt,
        started,
        Optional.empty(),
        0,
        confirmOnPhone,
        cancelInDoubt,
        shown,
        end);
  }

  /** The shopper has turned to something else. */
  Payment left(Instant at) {
    return new Payment(
        order,
        doing,
        attempt,
        started,
        doubtSince,
        tries,
        confirmOnPhone,
        cancelInDoubt,
        code.map(c -> new Code(c.content(), at, c.ends(), true)),
        end);
  }

  /** The shopper has turned back to the code. */
  Payment shownAgain(Instant at) {
    return new Payment(
        order,
        doing,
        attempt,
        started,
        Optional.empty(),
        0,
        confirmOnPhone,
        cancelInDoubt,
        code.map(c -> new Code(c.content(), at, c.ends(), false)),
        end);
  }

  Payment withCancelInDoubt() {
    return new Payment(
        order, doing, attempt, started, doubtSince, tries, confirmOnPhone, true, code, end);
  }

  Payment restarted(Instant at) {
    boolean cancelling = doing == Doing.CANCEL || cancelInDoubt;
    Instant begun =
        started.isAfter(at) ? at : started; // a clock that lost its battery starts in the past
    Optional<Code> shown =
        code.map(
            c -> {
              Instant ends = begun.plus(Duration.between(started, c.ends()));
              return new Code(c.content(), at, ends, c.left());
            });
    return new Payment(
        order, doing, attempt, begun, Optional.of(at), 0, confirmOnPhone, cancelling, shown, end);
  }

  Payment ended(End how) {
    return new Payment(
        order,
        Doing.NOTHING,
        0,
        started,
        Optional.empty(),
        0,
        false,
        false,
        code,
        Optional.of(how));
  }
}
