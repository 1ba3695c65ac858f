package org.facepay.terminal.wiring;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.kiosk.screen.VendingScreen.Selling;
import org.facepay.terminal.catalogue.ShopGoods;
import org.facepay.terminal.checkout.CheckoutSettings;
import org.facepay.terminal.container.ContainerSettings;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.hold.HoldFlow;
import org.facepay.terminal.receipt.BasketCodes;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.screen.Offering;
import org.facepay.terminal.screen.Page;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.hold.Holds;
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

  /** Nobody waits for a promise of money for longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * A kind of session as a terminal runs it.
   *
   * @param <G> its stages
   * @param goods what choosing something by its name on the page means
   */
  record Kind<G>(Frame<G> frame, Page<G> page, Function<String, Optional<Event>> goods) {}

  /**
   * A smart container.
   *
   * @throws IOException when its planogram cannot be sold from; the message says why
   */
  Kind<?> container(ContainerSettings settings, Map<String, HoldFlow> holds, Members met)
      throws IOException {
    var lanes = ContainerSettings.lanes(settings.planogram(goods.prices()), goods.prices());
    var rules =
        new org.facepay.terminal.container.Rules(
            numbers,
            flows,
            new Holds(holds, PATIENCE),
            met,
            settings.times(),
            settings.limits(),
            lanes);
    Function<String, String> receipts = sale -> links.link(sale).toString();
    return new Kind<>(
        rules.frame(),
        new org.facepay.terminal.container.Screens(identity, rules, receipts),
        _ -> Optional.empty());
  }

  /** Self-checkout. */
  Kind<?> checkout(CheckoutSettings settings, Members met) {
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
  Kind<?> vending(VendingSettings settings) throws IOException {
    var rules = settings.rules(numbers, flows, goods.prices(), goods.recalls());
    Offering now = machine.<Offering>map(m -> m).orElse(Offering.EVERYTHING);
    return new Kind<>(
        rules.frame(),
        new org.facepay.terminal.vending.Screens(identity, rules, now),
        slot ->
            rules
                .slot(slot)
                .filter(s -> sells(now, s.number()))
                .map(s -> rules.touched(s, now.left(s.number()))));
  }

  private static boolean sells(Offering now, int slot) {
    return now.closed().isEmpty() && now.selling(slot) == Selling.SOLD;
  }
}
