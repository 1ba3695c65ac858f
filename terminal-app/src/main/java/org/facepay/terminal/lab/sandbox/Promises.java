package org.facepay.terminal.lab.sandbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facepay.terminal.lab.sandbox.Ledger.Refusal;
import org.facepay.terminal.lab.sandbox.Promise.Status;

/**
 * The sandbox wallet's holds and their rules, without a wire: an order is held once, what is
 * captured and released is never more than what was held, and a request number moves money once.
 * Thread-safe.
 */
final class Promises {
  private final Ledger ledger;
  private final Map<String, Promise> byNumber = new LinkedHashMap<>();
  private final Map<String, String> requests = new HashMap<>();
  private final Map<String, Long> shown = new HashMap<>();
  private long next = 1;

  Promises(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What a request came to. */
  record Answer(Optional<Promise> promise, Optional<Refusal> refusal) {}

  private static Answer refused(Refusal why) {
    return new Answer(Optional.empty(), Optional.of(why));
  }

  private Answer kept(Promise promise) {
    byNumber.put(promise.outOrderNo(), promise);
    return new Answer(Optional.of(promise), Optional.empty());
  }

  /**
   * Holds money.
   *
   * @param code good for one order
   */
  synchronized Answer place(String number, String code, long fen, Behaviour behaviour) {
    Promise known = byNumber.get(number);
    if (known != null) {
      if (known.amountFen() != fen) {
        ledger.violation("hold " + number + " asked for again with another amount");
        return refused(Refusal.OTHER_CONTENT);
      }
      return known.status() == Status.OVER ? refused(Refusal.CLOSED) : kept(known);
    }
    if (!ledger.fresh(code)) {
      ledger.violation("code of hold " + number + " used for two orders");
      return refused(Refusal.CODE_EXPIRED);
    }
    if (behaviour == Behaviour.BALANCE_TOO_LOW) {
      return refused(Refusal.BALANCE_TOO_LOW);
    }
    if (behaviour == Behaviour.CODE_EXPIRED) {
      return refused(Refusal.CODE_EXPIRED);
    }
    return kept(made(number, fen, behaviour));
  }

  /** Makes a code for a hold that nobody knows of until it is scanned. */
  synchronized void show(String number, long fen) {
    shown.put(number, fen);
  }

  /** A shopper scans it and confirms. */
  synchronized boolean scan(String number) {
    Long fen = shown.remove(number);
    return fen != null
        && place(number, "shown " + number, fen, Behaviour.APPROVE).promise().isPresent();
  }

  private Promise made(String number, long fen, Behaviour behaviour) {
    boolean waits = behaviour == Behaviour.CONFIRM_LATER || behaviour == Behaviour.NEVER_CONFIRM;
    String reference = "20261122" + String.format(Locale.ROOT, "%020d", next++);
    return new Promise(
        number, reference, fen, fen, 0, waits ? Status.WAITING : Status.HELD, behaviour, 0);
  }

  synchronized Optional<Promise> query(String number) {
    Promise known = byNumber.get(number);
    if (known == null) {
      return Optional.empty();
    }
    Promise asked = known.queried();
    boolean confirms = asked.behaviour() == Behaviour.CONFIRM_LATER && asked.queries() >= 2;
    if (asked.status() == Status.WAITING && confirms) {
      asked = asked.with(Status.HELD);
    }
    return kept(asked).promise();
  }

  synchronized Optional<Promise> byReference(String reference) {
    return byNumber.values().stream().filter(p -> p.reference().equals(reference)).findFirst();
  }

  /** Takes a part; what is left is let go, or kept. */
  synchronized Answer capture(String number, String requestNo, long fen, boolean complete) {
    Promise known = byNumber.get(number);
    if (known == null) {
      return refused(Refusal.NO_SUCH_ORDER);
    }
    String what = "capture of " + number + " " + fen;
    String before = requests.putIfAbsent(requestNo, what);
    if (before != null) {
      if (!before.equals(what)) {
        ledger.violation(requestNo + " used for two captures");
        return refused(Refusal.OTHER_CONTENT);
      }
      return kept(known);
    }
    if (known.status() != Status.HELD || fen <= 0 || fen > known.heldFen()) {
      requests.remove(requestNo);
      if (fen > known.heldFen() && known.status() == Status.HELD) {
        ledger.violation(requestNo + " asks for more than is held");
      }
      return refused(known.status() == Status.HELD ? Refusal.OTHER_AMOUNT : Refusal.NOT_PAID);
    }
    return kept(known.moved(fen, complete ? known.heldFen() - fen : 0));
  }

  /** Lets a part go. */
  synchronized Answer release(String number, String requestNo, long fen) {
    Promise known = byNumber.get(number);
    if (known == null) {
      return refused(Refusal.NO_SUCH_ORDER);
    }
    String what = "release of " + number + " " + fen;
    String before = requests.putIfAbsent(requestNo, what);
    if (before != null) {
      return before.equals(what) ? kept(known) : refused(Refusal.OTHER_CONTENT);
    }
    if (known.status() != Status.HELD || fen <= 0 || fen > known.heldFen()) {
      requests.remove(requestNo);
      return refused(known.status() == Status.HELD ? Refusal.OTHER_AMOUNT : Refusal.NOT_PAID);
    }
    return kept(known.moved(0, fen));
  }

  /** Closes a hold of which nothing was captured; empty when there is none. */
  synchronized Optional<Answer> cancel(String number) {
    Promise known = byNumber.get(number);
    if (known == null) {
      return Optional.empty();
    }
    return Optional.of(
        known.paidFen() > 0 ? refused(Refusal.NOT_PAID) : kept(known.with(Status.OVER)));
  }

  /** The wallet lets go of everything of which nothing was taken, as when its time is over. */
  synchronized void expire() {
    byNumber.replaceAll(
        (_, promise) ->
            promise.status() == Status.HELD && promise.paidFen() == 0
                ? promise.moved(0, promise.heldFen())
                : promise);
  }

  synchronized List<Promise> all() {
    return List.copyOf(byNumber.values());
  }
}
