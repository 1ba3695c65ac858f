package org.facepay.terminal.wiring;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.terminal.catalogue.Recalls;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.screen.Page;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Touched;

/** The kinds of session there are: each is attached here, by one line. */
record Kinds(
    TerminalConfig config, RulesOf rules, ReceiptLinks links, PriceBook prices, Recalls recalls) {

  /**
   * A kind of session as a terminal runs it.
   *
   * @param <G> its stages
   * @param goods what choosing something by its name on the page means
   */
  record Kind<G>(Frame<G> frame, Page<G> page, Function<String, Optional<Event>> goods) {}

  /**
   * The kind this terminal is configured to run.
   *
   * @throws IOException when it cannot be run with these goods; the message says why
   */
  Kind<?> configured() throws IOException {
    return config.vending().isPresent() ? vending(config.vending().get()) : checkout();
  }

  private Kind<?> checkout() {
    var kind = rules.checkout();
    var page =
        new org.facepay.terminal.checkout.Screens(
            config.identity(), kind, links, prices.products());
    return new Kind<>(
        kind.frame(), page, code -> prices.product(code).map(Touched.GoodChosen::new));
  }

  private Kind<?> vending(TerminalConfig.Vending slots) throws IOException {
    var kind = rules.vending(slots, prices, recalls);
    return new Kind<>(
        kind.frame(),
        new org.facepay.terminal.vending.Screens(config.identity(), kind),
        slot -> kind.slot(slot).map(s -> new Touched.SlotChosen(s.number(), s.product())));
  }
}
