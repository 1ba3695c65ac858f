package org.facepay.terminal.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.facepay.terminal.language.Name;
import org.facepay.terminal.sale.Numbering;
import org.facepay.terminal.sale.promotion.Cap;
import org.facepay.terminal.sale.promotion.Offer;
import org.facepay.terminal.sale.promotion.Offers;
import org.facepay.terminal.sale.promotion.Offers.Policy;
import org.facepay.terminal.sale.promotion.Reward;
import org.facepay.terminal.sale.promotion.Rule;
import org.facepay.terminal.sale.promotion.Selection;
import org.facepay.terminal.sale.promotion.Terms;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code offers}. */
record OffersReader(Currency currency, OfferTermsReader eligibility) {
  private static final int MOST_DAYS = 365;
  private static final int MOST_GRAMS = 100_000;
  private static final int MOST_TIMES = 999;

  OffersReader(Currency currency, Numbering numbering) {
    this(currency, new OfferTermsReader(currency, numbering));
  }

  Offers read(Section s) {
    Policy policy =
        s.optional("policy", "stacking or best-deal", Policy.STACKING, OffersReader::policy);
    List<String> off =
        s.words("switched-off", OfferTermsReader.GROUP, "names of groups, such as [spring]");
    List<Offer> offers = new ArrayList<>();
    Set<String> ids = new HashSet<>(Set.of(Offer.MEMBER_PRICE.id()));
    offers.addAll(list(s, "each", ids, this::each));
    offers.addAll(list(s, "together", ids, this::together));
    offers.addAll(list(s, "buy-get", ids, this::buyGet));
    offers.addAll(list(s, "basket", ids, _ -> Rule.Basket::new));
    s.end();
    return possible(s, "policy", () -> new Offers(policy, Set.copyOf(off), offers))
        .orElse(Offers.NONE);
  }

  private static @Nullable Policy policy(String raw) {
    return switch (raw) {
      case "stacking" -> Policy.STACKING;
      case "best-deal" -> Policy.BEST_DEAL;
      default -> null;
    };
  }

  private List<Offer> list(
      Section s, String key, Set<String> ids, Function<Section, Function<Reward, Rule>> rules) {
    List<Offer> offers = new ArrayList<>();
    for (Section one : s.sections(key)) {
      String id = one.text("id", "[a-z0-9-]{1,40}", "a name of small letters, digits and hyphens");
      boolean own = ids.add(id);
      if (!own && !id.isEmpty()) {
        one.refuse("id", "expected a name of its own, but another offer is called " + id);
      }
      Name name = ConfigReader.name(one.section("name"));
      Terms terms = eligibility.terms(one);
      Optional<Reward> reward = reward(one);
      Function<Reward, Rule> rule = rules.apply(one);
      Cap cap = cap(one, key.equals("basket"));
      one.end();
      reward
          .filter(_ -> own && !id.isEmpty())
          .flatMap(r -> possible(one, "reward", () -> rule.apply(r)))
          .flatMap(r -> possible(one, "id", () -> new Offer(id, name, terms, r, cap)))
          .ifPresent(offers::add);
    }
    return offers;
  }

  /** What says itself why it cannot be is a problem of the file. */
  static <T> Optional<T> possible(Section s, String key, Supplier<T> made) {
    try {
      return Optional.of(made.get());
    } catch (IllegalArgumentException e) {
      s.refuse(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Reward> reward(Section s) {
    int decimals = currency.getDefaultFractionDigits();
    String amount = "\\d{1,9}" + (decimals == 0 ? "" : "(\\.\\d{1," + decimals + "})?");
    return s.value(
        "reward",
        "20%, 2.00 off or for 8.00",
        Optional.empty(),
        raw -> {
          if (raw.matches("\\d{1,3}%")) {
            int percent = Integer.parseInt(raw.substring(0, raw.length() - 1));
            return Optional.of(new Reward.Percent(percent * 100));
          }
          if (raw.matches(amount + " off")) {
            return Optional.of(new Reward.Amount(minor(raw.substring(0, raw.length() - 4))));
          }
          return raw.matches("for " + amount)
              ? Optional.of(new Reward.Price(minor(raw.substring(4))))
              : null;
        });
  }

  private long minor(String amount) {
    return new BigDecimal(amount)
        .movePointRight(currency.getDefaultFractionDigits())
        .longValueExact();
  }

  private Cap cap(Section s, boolean ofBasket) {
    int times = ofBasket ? 0 : s.number("most-times", 1, MOST_TIMES, 0);
    long line = ofBasket ? 0 : s.amount("most-line", currency, 0);
    return new Cap(times, line, s.amount("most-basket", currency, 0), 0, 0);
  }

  private Function<Reward, Rule> each(Section s) {
    Selection of = eligibility.selection(s, "articles");
    int grams = s.number("least-grams", 1, MOST_GRAMS, 0);
    int days =
        s.optional(
            "keeps-days",
            "a whole number from 0 to " + MOST_DAYS,
            Rule.ANY_DATE,
            raw ->
                raw.matches("\\d{1,2}|[12]\\d\\d|3[0-5]\\d|36[0-5]") ? Integer.valueOf(raw) : null);
    return reward -> new Rule.Each(of, grams, days, reward);
  }

  private Function<Reward, Rule> together(Section s) {
    List<Rule.Part> parts = s.sections("parts").stream().map(this::part).toList();
    if (parts.isEmpty()) {
      s.refuse("parts", "expected at least one part");
      return Rule.Basket::new;
    }
    return reward -> new Rule.Together(parts, reward);
  }

  private Function<Reward, Rule> buyGet(Section s) {
    Section got = s.section("get");
    boolean same = !got.has("articles");
    Rule.Part buy = part(s.section("buy"));
    Rule.Part get = part(got);
    Rule.Part of = same ? new Rule.Part(buy.of(), get.count()) : get;
    return reward -> new Rule.BuyGet(buy, of, reward);
  }

  private Rule.Part part(Section s) {
    Selection of = eligibility.selection(s, "articles");
    Rule.Part part = new Rule.Part(of, s.number("count", 1, Rule.MOST_TOGETHER, 1));
    s.end();
    return part;
  }
}
