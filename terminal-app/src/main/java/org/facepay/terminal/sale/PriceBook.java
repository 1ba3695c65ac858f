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

  public PriceBook(Collection<Product> products, List<InStoreRule> rules) {
    Map<String, Product> map = new HashMap<>();
    for (Product product : products) {
      if (map.put(product.code(), product) != null) {
        throw new IllegalArgumentException("two articles with the code " + product.code());
      }
    }
    this.byCode = Map.copyOf(map);
    this.rules = List.copyOf(rules);
  }

  /** What a scan comes to. */
  public sealed interface Found {
    /** An article to put into the basket, and how much of it. */
    record Item(Product product, Quantity quantity) implements Found {}

    /** A retail barcode nobody has entered. */
    record NotFound(String code) implements Found {}

    /** Nothing that could be an article. */
    record NoBarcode(String reason) implements Found {}
  }

  /** Looks a scan up. */
  public Found find(String data, String aim) {
    return switch (Barcode.parse(data, aim, rules)) {
      case Barcode.TradeItem item ->
          item.candidates().stream()
              .flatMap(code -> product(code).stream())
              .filter(p -> p.unit() == Product.Unit.PIECE)
              .findFirst()
              .<Found>map(p -> new Found.Item(p, new Quantity.Pieces(1)))
              .orElseGet(() -> new Found.NotFound(item.candidates().getFirst()));
      case Barcode.PricedInStore pack ->
          product(pack.item())
              .<Found>map(p -> new Found.Item(p, new Quantity.Pack(pack.priceMinor())))
              .orElseGet(() -> new Found.NotFound(data));
      case Barcode.WeighedInStore pack ->
          product(pack.item())
              .filter(p -> p.unit() == Product.Unit.KILOGRAM)
              .<Found>map(p -> new Found.Item(p, new Quantity.Grams(pack.grams())))
              .orElseGet(() -> new Found.NotFound(data));
      case Barcode.Unreadable none -> new Found.NoBarcode(none.reason());
    };
  }

  /** The article of a code. */
  public Optional<Product> product(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  public int size() {
    return byCode.size();
  }

  public Collection<Product> products() {
    return byCode.values();
  }
}
