package org.facepay.terminal.sale.gs1;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Elements that belong to one article, in the order of the code. Every value has passed its
 * identifier's checks.
 */
public record Gs1Message(List<Element> elements) implements Gs1Reading {
  /** An identifier and its value. */
  public record Element(ApplicationIdentifier identifier, String value) {}

  /** An amount with the decimals that the code states. */
  public record Amount(long value, int decimals) {
    /** In minor units of a currency with so many decimals; empty if it is finer than those. */
    public OptionalLong minor(int minorDecimals) {
      long minor = value;
      for (int n = decimals; n < minorDecimals; n++) {
        minor *= 10;
      }
      for (int n = minorDecimals; n < decimals; n++) {
        if (minor % 10 != 0) {
          return OptionalLong.empty();
        }
        minor /= 10;
      }
      return OptionalLong.of(minor);
    }
  }

  private static final long MILLIGRAMS_PER_KILOGRAM = 1_000_000;

  public Gs1Message {
    elements = List.copyOf(elements);
  }

  /** The value of an identifier. */
  public Optional<String> value(String identifier) {
    return elements.stream()
        .filter(e -> e.identifier().digits().equals(identifier))
        .map(Element::value)
        .findFirst();
  }

  /** The article's number, 14 digits. */
  public Optional<String> gtin() {
    return value("01");
  }

  /** Batch or lot. */
  public Optional<String> batch() {
    return value("10");
  }

  /** Serial number. */
  public Optional<String> serial() {
    return value("21");
  }

  /** Net weight of variable-measure goods, (310n). */
  public OptionalLong netWeightMilligrams() {
    for (int decimals = 0; decimals <= 5; decimals++) {
      Optional<String> value = value("310" + decimals);
      if (value.isPresent()) {
        long unit = MILLIGRAMS_PER_KILOGRAM / power(decimals);
        return OptionalLong.of(Long.parseLong(value.get()) * unit);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Price of this pack of variable-measure goods in the shop's currency: (392n), which names none,
   * or (393n) that names it.
   *
   * @param currency ISO 4217 numeric, three digits
   */
  public Optional<Amount> price(String currency) {
    return amount("392", "").or(() -> amount("393", currency));
  }

  private Optional<Amount> amount(String identifier, String currency) {
    for (int decimals = 0; decimals <= 9; decimals++) {
      Optional<String> value = value(identifier + decimals).filter(v -> v.startsWith(currency));
      if (value.isPresent()) {
        String digits = value.get().substring(currency.length());
        return Optional.of(new Amount(Long.parseLong(digits), decimals));
      }
    }
    return Optional.empty();
  }

  /** Money off: what stands in a coupon of North America (8110 to 8112) or of anywhere (255). */
  public Optional<String> coupon() {
    return List.of("8110", "8111", "8112", "255").stream()
        .flatMap(c -> value(c).stream())
        .findFirst();
  }

  /** The day after which it must not be sold: use-by (17), or that of an expiry time (7003). */
  public Optional<Gs1Date> useBy(int presentYear) {
    return value("17").or(() -> value("7003")).map(v -> Gs1Date.of(v.substring(0, 6), presentYear));
  }

  /** Best before, (15). */
  public Optional<Gs1Date> bestBefore(int presentYear) {
    return value("15").map(v -> Gs1Date.of(v, presentYear));
  }

  /** Sell by, (16). */
  public Optional<Gs1Date> sellBy(int presentYear) {
    return value("16").map(v -> Gs1Date.of(v, presentYear));
  }

  /** Whether it must not be sold on that day any more, by its use-by or sell-by date. */
  public boolean expired(Gs1Date today) {
    return useBy(today.year()).or(() -> sellBy(today.year())).stream()
        .anyMatch(d -> d.compareTo(today) < 0);
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
