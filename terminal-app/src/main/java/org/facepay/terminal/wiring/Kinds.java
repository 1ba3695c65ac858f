package org.facepay.terminal.wiring;

import java.util.Collection;
import org.facepay.terminal.checkout.Rules;
import org.facepay.terminal.checkout.Screens;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.sale.Product;

/** The kinds of session there are: each is attached here, by one line. */
record Kinds(TerminalConfig config, Rules rules, ReceiptLinks links, Collection<Product> goods) {

  /** The kind this terminal is configured to run. */
  Kind<?> configured() {
    return new Kind<>(rules.frame(), new Screens(config.identity(), rules, links, goods));
  }
}
