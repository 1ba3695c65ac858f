package org.facepay.terminal.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.promotion.PriceModifier;
import org.facepay.terminal.sale.promotion.PriceModifier.Reason;
import org.facepay.terminal.sale.promotion.Priced;

/** Sums as the page shows them. */
public final class Figures {
  private Figures() {}

  /** Of minor units in the basket's currency, e.g. "12.50". */
  public static String money(long minor, Priced priced) {
    return new Money(minor, priced.basket().currency()).figures();
  }

  /** What a basket comes to. */
  public static Screen.Totals totals(Priced priced, Language language) {
    return new Screen.Totals(
        priced.basket().articles(),
        priced.regular().figures(),
        priced.total().figures(),
        saved(priced),
        reductions(priced, language),
        priced.taxes().stream()
            .map(t -> new Screen.Tax(t.rate().label(), money(t.tax(), priced)))
            .toList());
  }

  /** What its shopper saves; empty when that is nothing. */
  public static Optional<String> saved(Priced priced) {
    long saved = priced.saved();
    return saved > 0 ? Optional.of(money(saved, priced)) : Optional.empty();
  }

  /** Why something is taken off a line. */
  public static String why(PriceModifier modifier, Language language) {
    return switch (modifier.reason()) {
      case MEMBER_PRICE -> memberPrice(language);
      case REDUCED_PRICE -> ScreenWords.SPECIAL_OFFER.in(language);
      case STAFF_DISCOUNT -> ScreenWords.STAFF_DISCOUNT.in(language);
      case OFFER -> modifier.offer().orElseThrow().name().in(language);
    };
  }

  /** Why a price is a member's. */
  public static String memberPrice(Language language) {
    return ScreenWords.MEMBER_PRICE.in(language);
  }

  private static List<Screen.Reduction> reductions(Priced priced, Language language) {
    long member = priced.saved(Reason.MEMBER_PRICE);
    long staff = priced.saved(Reason.STAFF_DISCOUNT);
    long offers = priced.saved(Reason.REDUCED_PRICE) + priced.saved(Reason.OFFER);
    List<Screen.Reduction> reductions = new ArrayList<>();
    if (member > 0) {
      reductions.add(new Screen.Reduction(memberPrice(language), money(member, priced)));
    }
    if (offers > 0) {
      List<PriceModifier> named = List.copyOf(priced.byOffer().values());
      boolean one = named.size() == 1 && named.getFirst().minor() == offers;
      String label =
          one ? why(named.getFirst(), language) : ScreenWords.SPECIAL_OFFERS.in(language);
      reductions.add(new Screen.Reduction(label, money(offers, priced)));
    }
    if (staff > 0) {
      String label = ScreenWords.STAFF_DISCOUNT.in(language);
      reductions.add(new Screen.Reduction(label, money(staff, priced)));
    }
    return reductions;
  }
}
