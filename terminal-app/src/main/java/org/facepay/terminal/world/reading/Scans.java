package org.facepay.terminal.world.reading;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.facepay.peripherals.scanner.Scan;
import org.facepay.peripherals.scanner.ScanResult;
import org.facepay.peripherals.scanner.Unreadable;
import org.facepay.terminal.catalogue.Recalls;
import org.facepay.terminal.member.code.MemberCode;
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
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Read;

/**
 * What a scan means: an article with its price of this moment, goods that must not be sold, a
 * wallet's code, or nothing. GS1 element strings and Digital Links bring weight, price, expiry,
 * batch and serial number of this very piece.
 *
 * @param today the shop's date
 * @param codes receipts and badges
 */
public record Scans(
    PriceBook prices,
    PaymentProviders providers,
    Recalls recalls,
    Currency currency,
    Supplier<LocalDate> today,
    ShopCodes codes) {
  private static final long MILLIGRAMS_PER_GRAM = 1_000;

  /** Not the separators of GS1, which Java takes for white space. */
  private static final Pattern BLANKS = Pattern.compile("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$");

  public Event event(ScanResult result) {
    return switch (result) {
      case Unreadable _ -> new Read.UnreadableScanned();
      case Scan scan -> event(scan);
    };
  }

  private Event event(Scan scan) {
    String data = BLANKS.matcher(scan.data()).replaceAll("");
    if (MemberCode.looksLikeOne(data)) {
      return new Read.MemberCodeScanned(MemberCode.scanned(data));
    }
    Optional<Event> own = codes.event(data);
    return own.isPresent() ? own.get() : goods(data, scan.aimId().orElse(""));
  }

  private Event goods(String data, String aim) {
    if (DigitalLink.looksLike(data) || ElementString.looksLike(data, aim)) {
      Gs1Reading read =
          DigitalLink.looksLike(data) ? DigitalLink.parse(data) : ElementString.parse(data);
      return read instanceof Gs1Message message ? event(message) : new Read.UnreadableScanned();
    }
    PriceBook.Found found = prices.find(data, aim);
    if (guessed(found, data, aim) && PayCode.looksLikeOne(data)) {
      PayCode code = new PayCode(data);
      return new Read.PayCodePresented(code, providers.accepting(code).orElse(""));
    }
    return event(found);
  }

  /** What the shop has a layout or an article for, or the scanner calls an EAN, is no pay code. */
  private boolean guessed(PriceBook.Found found, String data, String aim) {
    return !(found instanceof PriceBook.Found.Item)
        && !prices.isLabel(data, aim)
        && !aim.startsWith("]E");
  }

  private Event event(PriceBook.Found found) {
    return switch (found) {
      case PriceBook.Found.Item(var product, var quantity, String supplement) ->
          unlessRecalled(product, new Read.ItemScanned(product, quantity, supplement));
      case PriceBook.Found.NotWeighed(var product) ->
          unlessRecalled(product, new Read.GoodsRefused(product, Read.Refusal.NOT_WEIGHED));
      case PriceBook.Found.NotFound(String code) -> new Read.UnknownItemScanned(code);
      case PriceBook.Found.Coupon(String code) -> new Read.CouponScanned(code);
      case PriceBook.Found.NoBarcode _ -> new Read.UnreadableScanned();
    };
  }

  private Event unlessRecalled(Product product, Event event) {
    return recalls.calledBack(product.code(), Optional.empty())
        ? new Read.GoodsRefused(product, Read.Refusal.RECALLED)
        : event;
  }

  private Event event(Gs1Message message) {
    Optional<String> gtin = message.gtin();
    if (gtin.isEmpty()) {
      return message
          .coupon()
          .<Event>map(Read.CouponScanned::new)
          .orElseGet(Read.UnreadableScanned::new);
    }
    Optional<Product> product = prices.product(gtin.get());
    if (product.isEmpty()) {
      return event(PriceBook.unknown(gtin.get()));
    }
    LocalDate day = today.get();
    if (message.expired(new Gs1Date(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))) {
      return new Read.GoodsRefused(product.get(), Read.Refusal.EXPIRED);
    }
    if (recalls.calledBack(product.get().code(), Optional.of(message))) {
      return new Read.GoodsRefused(product.get(), Read.Refusal.RECALLED);
    }
    Event event = event(measured(product.get(), message));
    return event instanceof Read.ItemScanned(var p, var quantity, String supplement, _)
        ? new Read.ItemScanned(p, quantity, supplement, until(message, day))
        : event;
  }

  /** The last day it may be kept, as far as it says so. */
  private static String until(Gs1Message message, LocalDate day) {
    return message
        .useBy(day.getYear())
        .or(() -> message.sellBy(day.getYear()))
        .or(() -> message.bestBefore(day.getYear()))
        .map(date -> date.date().toString())
        .orElse("");
  }

  /** The pack's own price before its weight; goods sold by weight need one of the two. */
  private PriceBook.Found measured(Product product, Gs1Message message) {
    boolean byWeight = product.unit() == Product.Unit.KILOGRAM;
    OptionalLong weight = message.netWeightMilligrams();
    if (byWeight && weight.isPresent() && weight.getAsLong() < MILLIGRAMS_PER_GRAM) {
      return PriceBook.label(product, Optional.empty());
    }
    OptionalLong price =
        message.price("%03d".formatted(currency.getNumericCode())).stream()
            .map(p -> p.minor(currency.getDefaultFractionDigits()))
            .findFirst()
            .orElse(OptionalLong.empty());
    if (price.isPresent()) {
      return PriceBook.label(product, Optional.of(new Quantity.Pack(price.getAsLong())));
    }
    if (!byWeight) {
      return new PriceBook.Found.Item(product, new Quantity.Pieces(1), "");
    }
    return weight.isPresent()
        ? PriceBook.label(product, Quantity.Grams.of(weight.getAsLong() / MILLIGRAMS_PER_GRAM))
        : new PriceBook.Found.NotFound(product.code());
  }
}
