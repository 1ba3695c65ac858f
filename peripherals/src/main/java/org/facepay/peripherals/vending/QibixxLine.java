package org.facepay.peripherals.vending;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line of a Qibixx MDB adapter (MDB-USB, Pi HAT) for its cashless slave: {@code c,STATUS,...},
 * {@code c,VEND,SUCCESS}, {@code c,ERR,...}, {@code v,...}. By Qibixx' API documentation. Pure.
 */
sealed interface QibixxLine {
  /** Longest line taken. */
  int LARGEST = 128;

  /** A state without a product. */
  record Status(CashlessState state) implements QibixxLine {}

  /** A product was chosen. */
  record Request(long priceMinor, int item) implements QibixxLine {}

  /** The product was dispensed. */
  record Success() implements QibixxLine {}

  /** It was not. */
  record Failure(String reason) implements QibixxLine {}

  /** The adapter's firmware. */
  record Version(String text) implements QibixxLine {}

  /** Known not to matter here, such as {@code r,ACK}. */
  record Other() implements QibixxLine {}

  /**
   * Reads a line with its end.
   *
   * @param decimals of the machine's currency
   * @return empty if it is not one of the adapter's
   */
  static Optional<QibixxLine> decode(byte[] bytes, int decimals) {
    if (bytes.length > LARGEST) {
      return Optional.empty();
    }
    for (byte b : bytes) {
      if ((b < 0x20 && b != '\r' && b != '\n') || b == 0x7F) {
        return Optional.empty(); // control characters, and all beyond ASCII
      }
    }
    String line = new String(bytes, StandardCharsets.US_ASCII).strip();
    String[] parts = line.split(",", -1);
    if (parts.length >= 2 && parts[0].equals("v")) {
      return Optional.of(new Version(line.substring(2)));
    }
    if (!parts[0].equals("c")) {
      return line.matches("[a-zA-Z](,[ -~]*)?") ? Optional.of(new Other()) : Optional.empty();
    }
    return parts.length < 2 ? Optional.empty() : cashless(parts, decimals);
  }

  private static Optional<QibixxLine> cashless(String[] parts, int decimals) {
    return switch (parts[1]) {
      case "STATUS" -> parts.length < 3 ? Optional.empty() : status(parts, decimals);
      case "VEND" ->
          parts.length == 3
              ? Optional.of(
                  parts[2].equals("SUCCESS")
                      ? new Success()
                      : new Failure("the machine reports " + parts[2]))
              : Optional.empty();
      case "ERR" -> Optional.of(error(parts));
      default -> Optional.of(new Other());
    };
  }

  /** VEND FAILURE is told as {@code VEND 3}; other errors say nothing about a product. */
  private static QibixxLine error(String[] parts) {
    return parts.length > 2 && parts[2].startsWith("VEND")
        ? new Failure("the adapter reports " + parts[2])
        : new Other();
  }

  private static Optional<QibixxLine> status(String[] parts, int decimals) {
    if (parts[2].equals("VEND")) {
      return parts.length == 5 ? request(parts[3], parts[4], decimals) : Optional.empty();
    }
    return switch (parts[2]) {
      case "INACTIVE", "RESET" -> Optional.of(new Status(CashlessState.INACTIVE));
      case "DISABLED" -> Optional.of(new Status(CashlessState.DISABLED));
      case "ENABLED" -> Optional.of(new Status(CashlessState.ENABLED));
      case "IDLE" -> Optional.of(new Status(CashlessState.IDLE));
      case "REVALUE" -> Optional.of(new Status(CashlessState.REVALUE));
      case "NEGATIVE VEND", "NEGVEND" -> Optional.of(new Status(CashlessState.NEGATIVE_VEND));
      default -> Optional.empty();
    };
  }

  private static Optional<QibixxLine> request(String price, String item, int decimals) {
    boolean readable = price.matches("\\d{1,7}(\\.\\d{1,4})?") && item.matches("\\d{1,5}");
    if (!readable) {
      return Optional.empty();
    }
    BigDecimal minor = new BigDecimal(price).movePointRight(decimals).stripTrailingZeros();
    return minor.scale() <= 0
        ? Optional.of(new Request(minor.longValueExact(), Integer.parseInt(item)))
        : Optional.empty();
  }

  /** A price as the adapter takes it. */
  static String price(long minor, int decimals) {
    return BigDecimal.valueOf(minor, decimals).toPlainString();
  }
}
