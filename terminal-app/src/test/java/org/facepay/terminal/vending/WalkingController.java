package org.facepay.terminal.vending;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Drop;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Touched.Touch;

/**
 * A machine's controller that asks, changes its mind, starts anew and sells for coins at any
 * moment, and hands that tell of it as the terminal's do.
 */
final class WalkingController {
  private final Random random;
  private final Rules.Selection selection;
  private final Map<Integer, Product> slots;
  private Optional<Integer> waiting = Optional.empty();
  private boolean session;

  /** Whether a session has shown what waits to its shopper. */
  private boolean shown;

  WalkingController(Random random, Rules.Selection selection, Map<Integer, Product> slots) {
    this.random = random;
    this.selection = selection;
    this.slots = slots;
  }

  private boolean inSessions() {
    return selection == Rules.Selection.KEYPAD_IN_SESSION;
  }

  /** What happens at the machine, as it is told. */
  Optional<Event> happens(State<Stage> state, boolean idles) {
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> {
        if (session || !inSessions()) {
          asks(1 + random.nextInt(slots.size()));
        }
      }
      case 3 -> lost();
      case 4 -> {
        return Optional.of(new Touch(new Intent.Start()));
      }
      case 5 -> {
        return Optional.of(new Moved.VendRefused(Moved.Unsold.WRONG_PRICE));
      }
      case 6 -> {
        return Optional.of(new Read.PayCodePresented(PayCode.GONE, "alipay"));
      }
      default -> {}
    }
    return met(state, idles);
  }

  private void asks(int slot) {
    waiting = Optional.of(slot);
    session = true;
    shown = false;
  }

  /** Nothing is asked for any more: taken back, sold for coins, or the machine starts anew. */
  void lost() {
    waiting = Optional.empty();
    session = false;
  }

  private Optional<Event> met(State<Stage> state, boolean idles) {
    if (!(state instanceof State.Open<Stage> open) || !idles) {
      return waiting.map(this::requested);
    }
    if (open.session().basket().isEmpty()) {
      boolean awaits = session || !inSessions();
      return waiting.map(this::requested).or(() -> awaits ? Optional.empty() : cancelled());
    }
    String code = open.session().basket().lines().getFirst().product().code();
    boolean same = waiting.filter(slot -> slots.get(slot).code().equals(code)).isPresent();
    shown = shown || same;
    return same ? Optional.empty() : cancelled();
  }

  private Event requested(int slot) {
    return new Moved.VendRequested(slot, slots.get(slot));
  }

  private static Optional<Event> cancelled() {
    return Optional.of(new Moved.VendCancelled());
  }

  void carryOut(Effect effect) {
    switch (effect) {
      case Effect.BeginVending _ -> session = true;
      case Effect.DenyVend _ -> lost();
      default -> {}
    }
  }

  /** Letting something fall is approving what is asked for. */
  Drop turned(int slot, Drop truth) {
    String code = slots.get(slot).code();
    boolean asked = waiting.filter(w -> slots.get(w).code().equals(code)).isPresent();
    if (asked) {
      lost();
    }
    return asked ? truth : Drop.NOT_DELIVERED;
  }

  /** Nobody is there any more: what was shown to the last shopper is asked for no longer. */
  void left(String where) {
    assertFalse(waiting.isPresent() && shown, where + ": denied when it is not paid");
  }
}
