package org.facepay.terminal.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.checkout.AssistanceSettings;
import org.facepay.terminal.checkout.CheckoutSettings;
import org.facepay.terminal.checkout.Rules;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.InStoreRule;
import org.facepay.terminal.sale.Limits;
import org.facepay.terminal.sale.Numbering;
import org.facepay.terminal.sale.promotion.Offers;
import org.facepay.terminal.sale.promotion.Tariff;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.charge.Ways.Instalments;
import org.facepay.terminal.session.charge.Ways.Plan;
import org.facepay.terminal.session.member.Members;

/**
 * Reads the section {@code checkout}.
 *
 * @param bagTolerance grams
 */
record CheckoutReader(Numbering numbering, int bagTolerance, CheckoutSettings settings) {

  /**
   * @param card name of the provider behind the card terminal, or nothing
   */
  static CheckoutReader read(
      Section s, Optional<Section> offers, Identity identity, String card, Members members) {
    Currency currency = identity.currency();
    Limits limits =
        new Limits(
            s.number("most-articles", 1, 999, 100),
            s.amount("most-total", currency, 500_000),
            s.number("most-tare", 1, 200, 20));
    boolean always = s.optional("receipt", "ask or always", false, CheckoutReader::always);
    Numbering numbering =
        new Numbering(rules(s), s.text("bag", "[0-9]{3,13}", "the barcode of the carrier bag"));
    Tariff tariff =
        new Tariff(
            currency,
            identity.zone(),
            offers.map(new OffersReader(currency, numbering)::read).orElse(Offers.NONE));
    CheckoutReader checkout =
        new CheckoutReader(
            numbering,
            s.number("bag-tolerance", 1, 500, 15),
            new CheckoutSettings(
                new Rules.Goods(tariff, limits, always),
                times(s.section("times")),
                ways(s, currency, card),
                s.optionalSection("staff")
                    .map(CheckoutReader::assistance)
                    .orElse(AssistanceSettings.USUAL),
                members));
    s.end();
    return checkout;
  }

  /** What goods are sold for. */
  Tariff tariff() {
    return settings.goods().tariff();
  }

  /** Whether the shop pays for instalments. */
  boolean sellerPays() {
    return settings.ways().instalments().filter(Instalments::sellerPays).isPresent();
  }

  private static List<InStoreRule> rules(Section s) {
    List<InStoreRule> rules = new ArrayList<>();
    for (Section section : s.sections("in-store-codes")) {
      rule(section)
          .ifPresent(
              rule -> {
                rules.stream()
                    .filter(rule::isHiddenBy)
                    .findFirst()
                    .ifPresent(
                        before ->
                            section.refuse(
                                "layout",
                                "expected a prefix of its own, but %s takes all its codes"
                                    .formatted(before.layout())));
                rules.add(rule);
              });
    }
    return List.copyOf(rules);
  }

  private static Optional<InStoreRule> rule(Section s) {
    int unit = s.number("unit", 1, 1_000, 1);
    Optional<InStoreRule> rule =
        s.value(
            "layout",
            "a layout such as 21IIIIIPPPPPC or 26IIIIIPPPPPWWWWWC",
            Optional.empty(),
            raw -> Optional.of(new InStoreRule(raw, unit)));
    s.end();
    return rule;
  }

  private static Ways ways(Section s, Currency currency, String card) {
    Ways none = Ways.NONE;
    Ways shown = s.optionalSection("shown-code").map(CheckoutReader::shownCode).orElse(none);
    return new Ways(
        shown.shown(),
        shown.shownValid(),
        card,
        s.optionalSection("instalments").flatMap(i -> instalments(i, currency)));
  }

  private static Ways shownCode(Section s) {
    Ways code =
        new Ways(
            s.words("wallets", "alipay|wechat", "alipay, wechat or both"),
            Duration.ofMinutes(s.number("minutes", 1, 5, 1)),
            "",
            Optional.empty());
    s.end();
    return code;
  }

  private static Optional<Instalments> instalments(Section s, Currency currency) {
    List<Plan> plans = new ArrayList<>();
    for (Section plan : s.sections("plans")) {
      plans.add(
          new Plan(
              plan.value(
                  "months",
                  "3, 6 or 12",
                  3,
                  raw -> raw.matches("3|6|12") ? Integer.valueOf(raw) : null),
              plan.number("fee-basis-points", 0, 2_000, 0)));
      plan.end();
    }
    long from = s.amount("from", currency, 30_000);
    boolean sellerPays = s.flag("seller-pays", false);
    s.end();
    if (plans.isEmpty() || plans.size() > 3) {
      s.refuse("plans", "expected one to three numbers of parts");
      return Optional.empty();
    }
    return Optional.of(new Instalments(AlipayProvider.NAME, from, sellerPays, plans));
  }

  private static @org.jspecify.annotations.Nullable Boolean always(String raw) {
    return switch (raw) {
      case "always" -> true;
      case "ask" -> false;
      default -> null;
    };
  }

  private static Times times(Section s) {
    int pace = s.optional("pace", "usual or slow", 1, CheckoutReader::pace);
    Times times =
        new Times(
            s.duration("idle", ConfigReader.SECOND, Duration.ofSeconds(40L * pace)),
            s.duration("warning", ConfigReader.SECOND, Duration.ofSeconds(20L * pace)),
            s.duration("doubt", ConfigReader.SECOND, Duration.ofSeconds(8)),
            s.duration("success", ConfigReader.SECOND, Duration.ofSeconds(20L * pace)),
            s.duration("after-paper", ConfigReader.SECOND, Duration.ofSeconds(10L * pace)));
    s.end();
    return times;
  }

  private static AssistanceSettings assistance(Section s) {
    AssistanceSettings assistance =
        new AssistanceSettings(
            s.duration("idle", ConfigReader.SECOND, AssistanceSettings.USUAL.attended()),
            s.number("most-discount", 0, 100, AssistanceSettings.USUAL.mostDiscount()),
            s.optionalFile("key"));
    s.end();
    return assistance;
  }

  /** How many times as long the page waits for a hand where the file does not say how long. */
  private static @org.jspecify.annotations.Nullable Integer pace(String raw) {
    return switch (raw) {
      case "usual" -> 1;
      case "slow" -> 2;
      default -> null;
    };
  }
}
