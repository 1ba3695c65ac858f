package org.facepay.terminal.lab.sandbox.qr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facepay.terminal.sale.Money;

/**
 * A merchant-presented code, checked: its checksum, what it must hold, and the form of each object
 * (tables 3.3 to 3.9). The checksum itself is not among the objects.
 *
 * @param objects in the code's order, without the checksum
 */
public record MerchantQr(List<DataObject> objects) {
  private static final int FORMAT = 0;
  private static final int INITIATION = 1;
  private static final int FIRST_ACCOUNT = 2;
  private static final int LAST_ACCOUNT = 51;
  private static final int CATEGORY = 52;
  private static final int CURRENCY = 53;
  private static final int AMOUNT = 54;
  private static final int COUNTRY = 58;
  private static final int NAME = 59;
  private static final int CITY = 60;
  private static final int POSTAL_CODE = 61;
  private static final int ADDITIONAL = 62;
  private static final int CHECKSUM = 63;
  private static final int LANGUAGE = 64;
  private static final int FIRST_TEMPLATE_ACCOUNT = 26;
  private static final int LONGEST_TEXT = 512;

  public MerchantQr {
    objects = List.copyOf(objects);
  }

  /**
   * Reads a code.
   *
   * @throws QrException when the checksum is wrong, something is missing, twice, or malformed
   */
  public static MerchantQr decode(String text) throws QrException {
    if (text.length() > LONGEST_TEXT) {
      throw new QrException("longer than " + LONGEST_TEXT);
    }
    List<DataObject> all = DataObject.read(text);
    if (all.isEmpty() || all.getFirst().id() != FORMAT || all.getLast().id() != CHECKSUM) {
      throw new QrException("has to begin with the format and end with the checksum");
    }
    String sum = all.getLast().value();
    String expected = Crc16.of(text.substring(0, text.length() - sum.length()));
    if (!sum.equalsIgnoreCase(expected)) {
      throw new QrException("checksum " + sum + ", expected " + expected);
    }
    MerchantQr qr = new MerchantQr(all.subList(0, all.size() - 1));
    qr.check();
    return qr;
  }

  /** Writes the code, with its checksum. */
  public String encode() {
    String text = DataObject.write(objects) + "%02d04".formatted(CHECKSUM);
    return text + Crc16.of(text);
  }

  private void check() throws QrException {
    unique(objects);
    require(FORMAT, "01");
    require(CATEGORY, "\\d{4}");
    require(CURRENCY, "(?!000)\\d{3}");
    require(COUNTRY, "[A-Z]{2}");
    require(NAME, ".{1,25}");
    require(CITY, ".{1,15}");
    allow(INITIATION, "1[12]");
    allow(AMOUNT, "(?=.{1,13}$)\\d+(\\.\\d*)?");
    allow(POSTAL_CODE, ".{1,10}");
    allow(55, "0[123]");
    allow(56, "(?=.{1,13}$)\\d+(\\.\\d*)?");
    allow(57, "\\d{1,2}(\\.\\d{1,2})?");
    if (accounts().isEmpty()) {
      throw new QrException("no merchant account");
    }
    for (DataObject object : objects) {
      if (isTemplate(object.id())) {
        unique(DataObject.read(object.value()));
      }
      if (object.id() == CHECKSUM) {
        throw new QrException("a checksum in the middle");
      }
    }
    currencyOf(text(CURRENCY).orElse(""));
    if (text(AMOUNT).isPresent()) {
      amount();
    }
  }

  private static boolean isTemplate(int id) {
    return (id >= FIRST_TEMPLATE_ACCOUNT && id <= LAST_ACCOUNT)
        || id == ADDITIONAL
        || id == LANGUAGE
        || id >= 80;
  }

  private static void unique(List<DataObject> all) throws QrException {
    Set<Integer> seen = new HashSet<>();
    for (DataObject object : all) {
      if (!seen.add(object.id())) {
        throw new QrException("object %02d twice".formatted(object.id()));
      }
    }
  }

  private void require(int id, String form) throws QrException {
    if (text(id).isEmpty()) {
      throw new QrException("no object %02d".formatted(id));
    }
    allow(id, form);
  }

  private void allow(int id, String form) throws QrException {
    if (text(id).isPresent() && !text(id).get().matches(form)) {
      throw new QrException("object %02d is %s".formatted(id, text(id).get()));
    }
  }

  private static Currency currencyOf(String numeric) throws QrException {
    return Currency.getAvailableCurrencies().stream()
        .filter(c -> c.getNumericCodeAsString().equals(numeric))
        .min(Comparator.comparing(Currency::getCurrencyCode))
        .orElseThrow(() -> new QrException("no currency " + numeric));
  }

  /** An object's value. */
  public Optional<String> text(int id) {
    return objects.stream().filter(o -> o.id() == id).map(DataObject::value).findFirst();
  }

  /** A value inside a template, e.g. the bill number 62-01. */
  public Optional<String> text(int template, int id) {
    try {
      for (DataObject object : DataObject.read(text(template).orElse(""))) {
        if (object.id() == id) {
          return Optional.of(object.value());
        }
      }
    } catch (QrException e) {
      return Optional.empty(); // no template
    }
    return Optional.empty();
  }

  /** The networks the merchant can be paid through. */
  public List<DataObject> accounts() {
    return objects.stream().filter(o -> o.id() >= FIRST_ACCOUNT && o.id() <= LAST_ACCOUNT).toList();
  }

  /** What is to be paid; empty when the shopper enters it. */
  public Optional<Money> amount() throws QrException {
    Optional<String> text = text(AMOUNT);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Currency currency = currencyOf(text(CURRENCY).orElse(""));
    try {
      long minor =
          new BigDecimal(text.get().replaceFirst("\\.$", ""))
              .movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
              .longValueExact();
      return Optional.of(Money.of(minor, currency.getCurrencyCode()));
    } catch (ArithmeticException e) {
      throw new QrException("amount " + text.get() + " in " + currency);
    }
  }

  /** Who is to be paid. */
  public record Merchant(String category, String country, String name, String city) {}

  /**
   * Makes a code for one payment.
   *
   * @param accounts at least one, IDs 2 to 51
   * @param bill number of the bill and label of the terminal are shown to the merchant with the
   *     payment
   * @throws QrException when something does not fit, e.g. a name of more than 25 characters
   */
  public static MerchantQr of(
      List<DataObject> accounts, Merchant merchant, Money amount, String bill, String terminal)
      throws QrException {
    List<DataObject> all = new ArrayList<>();
    try {
      all.add(new DataObject(FORMAT, "01"));
      all.add(new DataObject(INITIATION, "12"));
      all.addAll(accounts);
      all.add(new DataObject(CATEGORY, merchant.category()));
      all.add(new DataObject(CURRENCY, amount.currency().getNumericCodeAsString()));
      all.add(new DataObject(AMOUNT, amount.figures()));
      all.add(new DataObject(COUNTRY, merchant.country()));
      all.add(new DataObject(NAME, merchant.name()));
      all.add(new DataObject(CITY, merchant.city()));
      List<DataObject> more = List.of(new DataObject(1, bill), new DataObject(7, terminal));
      all.add(new DataObject(ADDITIONAL, DataObject.write(more)));
    } catch (IllegalArgumentException e) {
      throw new QrException(String.valueOf(e.getMessage()));
    }
    MerchantQr qr = new MerchantQr(all);
    qr.check();
    return qr;
  }
}
