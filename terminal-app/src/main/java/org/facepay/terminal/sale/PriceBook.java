package org.facepay.terminal.sale;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The goods the shop sells, as one immutable value; a new catalogue is a new price book. */
public final class PriceBook {
  private final Map<String, Product> byCode;
  private final List<InStoreRule> rules;
  private final Numbering numbering;

  public PriceBook(Collection<Product> products, List<InStoreRule> rules) {
    Map<String, Product> map = new HashMap<>();
    for (Product product : products) {
      if (map.put(product.code(), product) != null) {
        throw new IllegalArgumentException("two articles with the code " + product.code());
      }
    }
    this.byCode = Map.copyOf(map);
    this.rules = List.copyOf(rules);
    this.numbering = new Numbering(rules, "");
  }

  /** What a scan comes to. */
  public sealed interface Found {
    /**
     * An article to put into the basket, and how much of it.
     *
     * @param supplement two or five digits beside its code, or empty
     */
    record Item(Product product, Quantity quantity, String supplement) implements Found {}

    /** An article whose label says no weight or price, or so little that it costs nothing. */
    record NotWeighed(Product product) implements Found {}

    /** A retail barcode, or an item of a label, that nobody has entered. */
    record NotFound(String code) implements Found {}

    /** A coupon or a voucher that nobody has entered. */
    record Coupon(String code) implements Found {}

    /** Nothing that could be an article. */
    record NoBarcode(String reason) implements Found {}
  }

  /**
   * Looks a scan up: by the shop's own layouts, then as a code of its own, then as one with a
   * supplement; that comes before when the scanner says that there is one.
   *
   * @param aim the AIM symbology identifier, or empty
   */
  public Found find(String data, String aim) {
    boolean announced = Supplement.announced(aim);
    Found whole = found(Barcode.parse(data, aim, announced ? List.of() : rules), "");
    if (isLabel(data, aim)) {
      return whole;
    }
    Found main =
        Supplement.of(data, aim)
            .map(both -> found(Barcode.parse(both.code(), aim, List.of()), both.digits()))
            .orElse(whole);
    Found likely = announced ? main : whole;
    Found other = announced ? whole : main;
    boolean known = likely instanceof Found.Item || likely instanceof Found.NotWeighed;
    return !known && (other instanceof Found.Item || likely instanceof Found.NoBarcode)
        ? other
        : likely;
  }

  /**
   * Whether one of the shop's own layouts says what a code is, whatever else it could be. A layout
   * that claims every code beginning with 2 does so only for items that have been entered: the
   * wallets' pay codes begin with 2, too.
   */
  public boolean isLabel(String data, String aim) {
    return !Supplement.announced(aim)
        && Barcode.rule(data, rules)
            .filter(rule -> rule.isNarrow() || product(rule.item(data)).isPresent())
            .isPresent();
  }

  /** What a number nobody has entered is. */
  public static Found unknown(String code) {
    return Barcode.isCoupon(code) ? new Found.Coupon(code) : new Found.NotFound(code);
  }

  private Found found(Barcode barcode, String supplement) {
    return switch (barcode) {
      case Barcode.TradeItem item ->
          item.candidates().stream()
              .flatMap(code -> product(code).stream())
              .filter(p -> p.unit() == Product.Unit.PIECE)
              .findFirst()
              .<Found>map(p -> new Found.Item(p, new Quantity.Pieces(1), supplement))
              .orElseGet(() -> unknown(item.candidates().getFirst()));
      case Barcode.PricedInStore pack ->
          product(pack.item())
              .map(p -> label(p, Optional.of(new Quantity.Pack(pack.priceMinor()))))
              .orElseGet(() -> new Found.NotFound(pack.item()));
      case Barcode.WeighedInStore pack ->
          product(pack.item())
              .filter(p -> p.unit() == Product.Unit.KILOGRAM)
              .map(p -> label(p, Quantity.Grams.of(pack.grams())))
              .orElseGet(() -> new Found.NotFound(pack.item()));
      case Barcode.Unreadable none -> new Found.NoBarcode(none.reason());
    };
  }

  /** What a label comes to that says so much of an article; it is weighed again if that is none. */
  public static Found label(Product product, Optional<? extends Quantity> quantity) {
    return quantity
        .filter(product::isPriced)
        .<Found>map(q -> new Found.Item(product, q, ""))
        .orElseGet(() -> new Found.NotWeighed(product));
  }

  /** The article of a code in any of its spellings, such as the 14 digits of a GS1 message. */
  public Optional<Product> product(String code) {
    return Optional.ofNullable(byCode.get(numbering.normal(code)));
  }

  public int size() {
    return byCode.size();
  }

  public Collection<Product> products() {
    return byCode.values();
  }
}
