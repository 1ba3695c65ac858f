package org.facepay.terminal.sale.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.promotion.PriceModifier.Reason;

/** A line of a basket on its way to offers, and back from them. */
final class Pricing {
  private Pricing() {}

  static Item.Count count(Basket.Line goods, LocalDate today) {
    Product product = goods.product();
    int days = goods.keepsFor(today).orElse(Item.UNDATED);
    return switch (goods.quantity()) {
      case Quantity.Pieces(int count) ->
          new Item.Count(
              goods.number(),
              new Item(product.code(), product.price(), product.memberPrice(), 0, days),
              count);
      case Quantity.Grams weighed -> {
        long price = weighed.amount(product.price());
        long members = weighed.amount(product.memberPrice());
        Item item = new Item(product.code(), price, members, weighed.grams(), days);
        yield new Item.Count(goods.number(), item, 1);
      }
      case Quantity.Pack(long label) -> {
        Item item = new Item(product.code(), label, label, Item.PACKED, days);
        yield new Item.Count(goods.number(), item, 1);
      }
    };
  }

  /** Staff take off what offers have left. */
  static Priced.Line line(Basket.Line goods, List<Deal.Share> shares) {
    Product product = goods.product();
    Quantity quantity = goods.quantity();
    long price = quantity.amount(product.price());
    long members = price - quantity.amount(product.memberPrice());
    long regular = quantity instanceof Quantity.Pack ? price : quantity.amount(product.regular());
    List<PriceModifier> modifiers = new ArrayList<>();
    add(modifiers, Reason.REDUCED_PRICE, regular - price);
    shares.forEach(share -> modifiers.add(PriceModifier.of(share.offer(), share.minor())));
    long left = price - shares.stream().mapToLong(Deal.Share::minor).sum();
    add(modifiers, Reason.STAFF_DISCOUNT, goods.off(left));
    boolean atMembers =
        modifiers.stream().anyMatch(m -> m.reason() == Reason.MEMBER_PRICE && m.minor() == members);
    long unitPrice = atMembers ? product.memberPrice() : product.price();
    return new Priced.Line(goods, unitPrice, regular, modifiers);
  }

  private static void add(List<PriceModifier> modifiers, Reason reason, long minor) {
    if (minor > 0) {
      modifiers.add(new PriceModifier(reason, minor));
    }
  }
}
