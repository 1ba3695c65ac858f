package org.facepay.terminal.wiring;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.kiosk.screen.VendingScreen.Selling;
import org.facepay.terminal.catalogue.ShopGoods;
import org.facepay.terminal.checkout.CheckoutSettings;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.receipt.BasketCodes;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.screen.Offering;
import org.facepay.terminal.screen.Page;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.member.Members;
import org.facepay.terminal.vending.VendingSettings;

/**
 * The kinds of session there are: each is attached here, by one line.
 *
 * @param flows how a charge ends with each provider
 */
record Kinds(
    Identity identity,
    Numbers numbers,
    PaymentFlows flows,
    ReceiptLinks links,
    ShopGoods goods,
    Optional<BasketCodes> baskets,
    Optional<? extends Offering> machine) {

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
   * @param door the cabinet's parts, if it is one
   * @param met how members can really be met
   * @throws IOException when it cannot be run with these goods; the message says why
   */
  Kind<?> of(TerminalConfig.Session session, Optional<CabinetParts> door, Members met)
      throws IOException {
    if (session.vending().isPresent()) {
      return vending(session.vending().get(), met);
    }
    CheckoutSettings checkout = session.checkout();
    return door.<Kind<?>>map(d -> container(d, met)).orElseGet(() -> checkout(checkout, met));
  }

  /** A smart container. */
  private Kind<?> container(CabinetParts door, Members met) {
    var rules = door.settings().rules(numbers, flows, door.promises(), met);
    Function<String, String> receipts = sale -> links.link(sale).toString();
    return new Kind<>(
        rules.frame(),
        new org.facepay.terminal.container.Screens(identity, rules, receipts),
        _ -> Optional.empty());
  }

  /** Self-checkout. */
  private Kind<?> checkout(CheckoutSettings settings, Members met) {
    var rules = settings.rules(numbers, flows, met);
    var page =
        new org.facepay.terminal.checkout.Screens(
            identity, rules, links, goods.prices().products(), baskets);
    return new Kind<>(
        rules.frame(), page, code -> goods.prices().product(code).map(Touched.GoodChosen::new));
  }

  /**
   * A vending machine.
   *
   * @throws IOException when it cannot be run with these goods; the message says why
   */
  private Kind<?> vending(VendingSettings settings, Members met) throws IOException {
    var rules = settings.rules(numbers, flows, met, goods.prices(), goods.recalls());
    Offering now = machine.<Offering>map(m -> m).orElse(Offering.EVERYTHING);
    return new Kind<>(
        rules.frame(),
        new org.facepay.terminal.vending.Screens(identity, rules, now),
        slot ->
            Optional.of(slot)
                .filter(_ -> !settings.byKeypad())
                .flatMap(rules::slot)
                .filter(s -> sells(now, s.number()))
                .map(s -> rules.touched(s, now.left(s.number()))));
  }

  private static boolean sells(Offering now, int slot) {
    return now.closed().isEmpty() && now.selling(slot) == Selling.SOLD;
  }
}
