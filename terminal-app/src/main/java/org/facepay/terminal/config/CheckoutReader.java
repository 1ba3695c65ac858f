package org.facepay.terminal.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.sale.InStoreRule;
import org.facepay.terminal.sale.Limits;

/** Reads the section {@code checkout}. */
final class CheckoutReader {
  private CheckoutReader() {}

  static TerminalConfig.Checkout read(Section s, Currency currency) {
    TerminalConfig.Checkout checkout =
        new TerminalConfig.Checkout(
            new Limits(
                s.number("most-articles", 1, 999, 100), s.amount("most-total", currency, 500_000)),
            times(s.section("times")),
            s.optional("receipt", "ask or always", false, CheckoutReader::always),
            s.text("bag", "[0-9]{3,13}", "the barcode of the carrier bag"),
            rules(s),
            s.number("bag-tolerance", 1, 500, 15),
            s.optionalSection("shown-code").map(CheckoutReader::shownCode),
            s.optionalSection("instalments").map(i -> instalments(i, currency)));
    s.end();
    return checkout;
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

  private static TerminalConfig.ShownCode shownCode(Section s) {
    TerminalConfig.ShownCode code =
        new TerminalConfig.ShownCode(
            s.words("wallets", "alipay|wechat", "alipay, wechat or both"),
            Duration.ofMinutes(s.number("minutes", 1, 5, 1)));
    s.end();
    return code;
  }

  private static TerminalConfig.Instalments instalments(Section s, Currency currency) {
    List<TerminalConfig.Plan> plans = new ArrayList<>();
    for (Section plan : s.sections("plans")) {
      plans.add(
          new TerminalConfig.Plan(
              plan.value(
                  "months",
                  "3, 6 or 12",
                  3,
                  raw -> raw.matches("3|6|12") ? Integer.valueOf(raw) : null),
              plan.number("fee-basis-points", 0, 2_000, 0)));
      plan.end();
    }
    if (plans.isEmpty() || plans.size() > 3) {
      s.refuse("plans", "expected one to three numbers of parts");
    }
    TerminalConfig.Instalments instalments =
        new TerminalConfig.Instalments(
            s.amount("from", currency, 30_000), s.flag("seller-pays", false), List.copyOf(plans));
    s.end();
    return instalments;
  }

  private static @org.jspecify.annotations.Nullable Boolean always(String raw) {
    return switch (raw) {
      case "always" -> true;
      case "ask" -> false;
      default -> null;
    };
  }

  private static TerminalConfig.Times times(Section s) {
    TerminalConfig.Times times =
        new TerminalConfig.Times(
            s.duration("idle", ConfigReader.SECOND, Duration.ofSeconds(40)),
            s.duration("warning", ConfigReader.SECOND, Duration.ofSeconds(20)),
            s.duration("doubt", ConfigReader.SECOND, Duration.ofSeconds(8)),
            s.duration("success", ConfigReader.SECOND, Duration.ofSeconds(20)),
            s.duration("after-paper", ConfigReader.SECOND, Duration.ofSeconds(10)));
    s.end();
    return times;
  }
}
