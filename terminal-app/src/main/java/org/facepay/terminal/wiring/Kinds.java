package org.facepay.terminal.wiring;

import java.io.IOException;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.sale.PriceBook;

/** The kinds of session there are: each is attached here, by one line. */
record Kinds(TerminalConfig config, RulesOf rules, ReceiptLinks links, PriceBook prices) {

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
    return new Kind<>(kind.frame(), page);
  }

  private Kind<?> vending(TerminalConfig.Vending slots) throws IOException {
    var kind = rules.vending(slots, prices);
    return new Kind<>(
        kind.frame(), new org.facepay.terminal.vending.Screens(config.identity(), kind));
  }
}
