package org.facepay.terminal.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Money;

/** Sums as the page shows them. */
public final class Figures {
  private Figures() {}

  /** Of minor units in the basket's currency, e.g. "12.50". */
  public static String money(long minor, Basket basket) {
    return new Money(minor, basket.currency()).figures();
  }

  /** What a basket comes to. */
  public static Screen.Totals totals(Basket basket, boolean en) {
    return new Screen.Totals(
        basket.articles(),
        basket.regular().figures(),
        basket.total().figures(),
        saved(basket),
        reductions(basket, en),
        basket.taxes().stream()
            .map(t -> new Screen.Tax(t.rate().label(), money(t.tax(), basket)))
            .toList());
  }

  /** What its shopper saves; empty when that is nothing. */
  public static Optional<String> saved(Basket basket) {
    long saved = basket.regular().minor() - basket.total().minor();
    return saved > 0 ? Optional.of(money(saved, basket)) : Optional.empty();
  }

  /** Why a price is a member's. */
  public static String memberPrice(boolean en) {
    return en ? "Member price" : "会员价";
  }

  private static List<Screen.Reduction> reductions(Basket basket, boolean en) {
    long member = basket.memberSavesMinor();
    long offers = basket.regular().minor() - basket.total().minor() - member;
    List<Screen.Reduction> reductions = new ArrayList<>();
    if (member > 0) {
      reductions.add(new Screen.Reduction(memberPrice(en), money(member, basket)));
    }
    if (offers > 0) {
      String label = en ? "Special offers" : "特价优惠";
      reductions.add(new Screen.Reduction(label, money(offers, basket)));
    }
    return reductions;
  }
}
