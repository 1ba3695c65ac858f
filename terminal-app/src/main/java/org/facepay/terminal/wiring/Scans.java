package org.facepay.terminal.wiring;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.facepay.peripherals.scanner.Scan;
import org.facepay.peripherals.scanner.ScanResult;
import org.facepay.peripherals.scanner.Unreadable;
import org.facepay.terminal.catalogue.Recalls;
import org.facepay.terminal.checkout.Event;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.gs1.DigitalLink;
import org.facepay.terminal.sale.gs1.ElementString;
import org.facepay.terminal.sale.gs1.Gs1Date;
import org.facepay.terminal.sale.gs1.Gs1Message;
import org.facepay.terminal.sale.gs1.Gs1Reading;

/**
 * What a scan means: an article with its price of this moment, goods that must not be sold, a
 * wallet's code, or nothing. GS1 element strings and Digital Links bring weight, price, expiry,
 * batch and serial number of this very piece.
 *
 * @param decimals of the shop's currency
 * @param today the shop's date
 * @param codes receipts and badges
 */
record Scans(
    PriceBook prices,
    PaymentProviders providers,
    Recalls recalls,
    int decimals,
    Supplier<LocalDate> today,
    ShopCodes codes) {
  private static final long MILLIGRAMS_PER_GRAM = 1_000;

  Event event(ScanResult result) {
    return switch (result) {
      case Unreadable _ -> new Event.UnreadableScanned();
      case Scan scan -> event(scan);
    };
  }

  private Event event(Scan scan) {
    String data = scan.data().strip();
    Optional<Event> own = codes.event(data);
    return own.isPresent() ? own.get() : goods(data, scan.aimId().orElse(""));
  }

  private Event goods(String data, String aim) {
    if (ElementString.announced(aim)
        || data.indexOf(ElementString.SEPARATOR) >= 0
        || DigitalLink.looksLike(data)) {
      Gs1Reading read =
          DigitalLink.looksLike(data) ? DigitalLink.parse(data) : ElementString.parse(data);
      return read instanceof Gs1Message message ? event(message) : new Event.UnreadableScanned();
    }
    if (PayCode.looksLikeOne(data)) {
      PayCode code = new PayCode(data);
      return new Event.PayCodePresented(code, providers.accepting(code).orElse(""));
    }
    return switch (prices.find(data, aim)) {
      case PriceBook.Found.Item(var product, var quantity) ->
          recalls.calledBack(product.code(), Optional.empty())
              ? new Event.GoodsRefused(product, Event.Refusal.RECALLED)
              : new Event.ItemScanned(product, quantity);
      case PriceBook.Found.NotFound(String code) -> new Event.UnknownItemScanned(code);
      case PriceBook.Found.NoBarcode _ -> new Event.UnreadableScanned();
    };
  }

  private Event event(Gs1Message message) {
    Optional<String> gtin = message.gtin();
    if (gtin.isEmpty()) {
      return new Event.UnreadableScanned();
    }
    Optional<Product> product = product(gtin.get());
    if (product.isEmpty()) {
      return new Event.UnknownItemScanned(gtin.get());
    }
    LocalDate day = today.get();
    if (message.expired(new Gs1Date(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))) {
      return new Event.GoodsRefused(product.get(), Event.Refusal.EXPIRED);
    }
    if (recalls.calledBack(product.get().code(), Optional.of(message))) {
      return new Event.GoodsRefused(product.get(), Event.Refusal.RECALLED);
    }
    return quantity(product.get(), message)
        .<Event>map(quantity -> new Event.ItemScanned(product.get(), quantity))
        .orElseGet(() -> new Event.UnknownItemScanned(gtin.get()));
  }

  /** A number of fourteen digits may be one of thirteen, or of eight, with zeros before it. */
  private Optional<Product> product(String gtin) {
    return Optional.of(gtin)
        .flatMap(prices::product)
        .or(() -> gtin.startsWith("0") ? prices.product(gtin.substring(1)) : Optional.empty())
        .or(() -> gtin.startsWith("000000") ? prices.product(gtin.substring(6)) : Optional.empty());
  }

  /** The pack's own price before its weight; goods sold by weight need one of the two. */
  private Optional<Quantity> quantity(Product product, Gs1Message message) {
    Optional<Gs1Message.Amount> price =
        message.price().filter(p -> p.currency().isEmpty() && p.decimals() <= decimals);
    if (price.isPresent()) {
      long minor = price.get().value();
      for (int n = price.get().decimals(); n < decimals; n++) {
        minor *= 10;
      }
      return Optional.of(new Quantity.Pack(minor));
    }
    OptionalLong weight = message.netWeightMilligrams();
    boolean byWeight = product.unit() == Product.Unit.KILOGRAM;
    if (byWeight && weight.isPresent() && weight.getAsLong() >= MILLIGRAMS_PER_GRAM) {
      return Optional.of(
          new Quantity.Grams(Math.toIntExact(weight.getAsLong() / MILLIGRAMS_PER_GRAM)));
    }
    return byWeight ? Optional.empty() : Optional.of(new Quantity.Pieces(1));
  }
}
