package org.facepay.terminal.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.PaymentScreen.ReaderStep;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Reach;
import org.facepay.terminal.receipt.Books;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.screen.Page;
import org.facepay.terminal.screen.Surroundings;
import org.facepay.terminal.screen.Weight;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * One sale in the head: the pure way from scan to receipt, without journal, wallet or page. The
 * first shopper of the day does not wait for classes to be loaded.
 */
public record Rehearsal<G>(Books<G> machine, Page<G> page, Product goods, String provider)
    implements Runnable {
  private static final PayCode CODE = new PayCode("280000000000000000");

  /** Rehearses with the first of the goods there are, beside everything else. */
  public static <G> void begin(Books<G> machine, Page<G> page, PriceBook prices, String provider) {
    prices.products().stream()
        .findFirst()
        .map(first -> new Rehearsal<>(machine, page, first, provider))
        .ifPresent(rehearsal -> Thread.ofVirtual().name("rehearsal").start(rehearsal));
  }

  @Override
  public void run() {
    State<G> state = machine.start();
    long stamp = 0;
    List<Event> events =
        List.of(
            new Read.ItemScanned(goods, new Quantity.Pieces(1)),
            new Touch(new Intent.NoBarcode()),
            new Touch(new Intent.Back()),
            new Touch(new Intent.Pay()),
            new Touch(new Intent.ChooseMethod(Method.PAY_CODE)),
            new Read.PayCodePresented(CODE, provider),
            new Answered.PaymentAnswered(6, new Outcome.Approved("rehearsal")));
    for (Event event : events) {
      Stamped<Event> stamped = new Stamped<>(++stamp, Instant.EPOCH, event);
      Step<State<G>, Effect> step = machine.step(state, stamped);
      state = step.next();
      machine.records(step.effects(), stamped);
      page.snapshot(
          stamp,
          state,
          new Surroundings(
              Instant.EPOCH,
              "00:00",
              true,
              Reach.FINE,
              true,
              Screen.Guidance.STARTING,
              Weight.NONE,
              ReaderStep.INSERT_OR_TAP,
              Optional.empty()));
      try {
        machine.codec().decode(machine.codec().type(event), machine.codec().encode(event));
      } catch (IOException e) {
        throw new UncheckedIOException("an event that cannot be read back", e);
      }
    }
  }
}
