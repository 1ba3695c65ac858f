package org.facepay.terminal.vending;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.facepay.terminal.vending.Stage.Delivered;
import org.facepay.terminal.vending.Stage.NotSold;
import org.facepay.terminal.vending.Stage.Over;
import org.facepay.terminal.vending.Stage.Piece;
import org.facepay.terminal.vending.Stage.Restocking;
import org.facepay.terminal.vending.Stage.Selecting;
import org.facepay.terminal.vending.Stage.Shown;
import org.facepay.terminal.vending.Stage.WithStaff;

/**
 * A machine whose own controller turns the slots and asks for the money over its bus (MDB/ICP 4.3,
 * section 7): what differs from choosing on the page. Paying, falling and giving back are the same.
 */
record Keypad(Rules rules) {

  /** What a step comes to when something was chosen: it is charged, or the shopper pays it. */
  interface Chosen {
    Step<State<Stage>, Effect> of(Open<Stage> s, List<Piece> pieces, Optional<Shown> shown);
  }

  /** Whether an event of nobody's session begins one. */
  boolean opens(Event event) {
    return rules.byKeypad()
        && switch (event) {
          case Moved.VendRequested _, Moved.VendRefused _ -> true;
          case Read.PayCodePresented(PayCode _, String provider) -> !provider.isEmpty();
          case Touch(Intent.Start _) -> rules.selection() == Rules.Selection.KEYPAD_IN_SESSION;
          default -> false;
        };
  }

  Step<State<Stage>, Effect> selecting(
      Open<Stage> s, Selecting at, Stamped<Event> event, Chosen chosen) {
    return switch (event.event()) {
      case Moved.VendRequested(int slot, Product product) -> {
        Basket basket = s.session().basket().add(product, new Quantity.Pieces(1));
        Piece piece = new Piece(slot, basket.lines().getFirst().number(), true);
        yield chosen.of(s.with(s.session().with(basket)), List.of(piece), at.shown());
      }
      case Moved.VendRefused(Moved.Unsold why) -> notSold(s, why, event.stamp());
      case Read.PayCodePresented(PayCode code, String provider) when !provider.isEmpty() ->
          begun(s, at, Optional.of(new Shown(code, provider)));
      case Read _ -> Step.of(s, new Effect.Beep(false));
      case Touch(Intent.Back _), Touch(Intent.Cancel _), Touch(Intent.Finish _) -> Frame.end();
      // The code that was shown is in no journal.
      case Told.Restarted _ -> Frame.end();
      default -> begun(s, at, at.shown());
    };
  }

  /** It is said for as long as the end of a sale. */
  Step<State<Stage>, Effect> notSold(Open<Stage> s, Moved.Unsold why, long stamp) {
    return Step.of(
        s.at(new NotSold(why, stamp)),
        new Effect.StartTimer(Timer.CLOSING, stamp, rules.times().success()));
  }

  private Step<State<Stage>, Effect> begun(Open<Stage> s, Selecting at, Optional<Shown> shown) {
    Step<State<Stage>, Effect> step = Step.of(s.at(new Selecting(shown, true)));
    return at.begun() || rules.selection() != Rules.Selection.KEYPAD_IN_SESSION
        ? step
        : step.and(List.of(new Effect.BeginVending()));
  }

  /** What the controller tells whatever the stage is; empty when it is the stage's own business. */
  Optional<Step<State<Stage>, Effect>> told(Open<Stage> s, Frame.Manner manner, Event event) {
    return switch (event) {
      case Moved.VendCancelled _ when manner == Frame.Manner.IDLES ->
          Optional.of(Vending.left(s, "cancelled-at-machine"));
      // Whoever chooses now is the next; it is asked for again when nobody is there.
      case Moved.VendRequested _
          when s.stage() instanceof NotSold
              || (s.stage() instanceof Over && manner == Frame.Manner.ENDS) ->
          Optional.of(Frame.end());
      default -> Optional.empty();
    };
  }

  /** Once a session has come so far, what the controller may still ask for is not paid any more. */
  Step<State<Stage>, Effect> withDenial(Stage before, Step<State<Stage>, Effect> step) {
    boolean on =
        step.next() instanceof Open<Stage> open
            && (asks(open.stage())
                || open.stage() instanceof Delivered
                || open.stage() instanceof NotSold);
    return on ? step : step.and(denial(before));
  }

  /** What the controller is told when a stage is left without an end. */
  List<Effect> denial(Stage stage) {
    return rules.byKeypad() && asks(stage) ? List.of(new Effect.DenyVend()) : List.of();
  }

  private static boolean asks(Stage stage) {
    return !(stage instanceof Over
        || stage instanceof NotSold
        || stage instanceof WithStaff
        || stage instanceof Restocking);
  }
}
