package org.facepay.terminal.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.facepay.terminal.files.SharedSecret;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.KeptBasket;
import org.facepay.terminal.sale.KeptBasket.KeptLine;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;

/**
 * Suspended baskets as the text of a QR code, which any terminal of the shop reads: what is in it,
 * until when it counts, and an HMAC-SHA-256 under the shop's key, cut to 128 bits.
 *
 * <pre>
 * FPB1|K3_7F3K_94XQ1C0B_17|1764500000|18|6900123400074,p2,,0;2100001,g486,,20|MAC
 * </pre>
 */
public final class BasketCodes {
  private static final String START = "FPB1|";
  private static final int MAC_BYTES = 16;

  private final SecretKeySpec key;

  /** A code whose signature is right. */
  public record Read(KeptBasket basket, Instant until) {}

  /**
   * @param key at least 16 secret bytes
   */
  public BasketCodes(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /**
   * Those of a shop that has a key for them.
   *
   * @throws IOException when the key cannot be used
   */
  public static Optional<BasketCodes> under(Optional<Path> key) throws IOException {
    return key.isPresent()
        ? Optional.of(new BasketCodes(SharedSecret.read(key.get())))
        : Optional.empty();
  }

  /** Whether a scan can only be one, ours or not. */
  public static boolean looksLikeOne(String code) {
    return code.startsWith(START);
  }

  /** The text. */
  public String text(KeptBasket basket, Instant until) {
    List<String> lines = new ArrayList<>();
    for (KeptLine line : basket.lines()) {
      lines.add(
          line.product().code()
              + ","
              + quantity(line.quantity())
              + ","
              + line.supplement()
              + ","
              + line.percentOff());
    }
    String body =
        START
            + String.join(
                "|",
                basket.id(),
                Long.toString(until.getEpochSecond()),
                Integer.toString(basket.seen().years()),
                String.join(";", lines));
    return body + "|" + mac(body);
  }

  /**
   * Reads one back; empty for one that nobody of the shop has signed, or whose goods are not sold
   * here.
   */
  public Optional<Read> read(String code, Function<String, Optional<Product>> goods) {
    int last = code.lastIndexOf('|');
    String body = code.substring(0, Math.max(0, last));
    byte[] signed = mac(body).getBytes(StandardCharsets.UTF_8);
    byte[] claimed = code.substring(last + 1).getBytes(StandardCharsets.UTF_8);
    String[] parts = body.split("\\|", -1);
    if (!MessageDigest.isEqual(signed, claimed) || parts.length != 5) {
      return Optional.empty();
    }
    List<KeptLine> lines = new ArrayList<>();
    for (String line : parts[4].split(";", -1)) {
      String[] cells = line.split(",", -1);
      Optional<Product> product = goods.apply(cells[0]);
      if (product.isEmpty()) {
        return Optional.empty();
      }
      lines.add(
          new KeptLine(product.get(), quantity(cells[1]), cells[2], Integer.parseInt(cells[3])));
    }
    AgeLimit seen = new AgeLimit(Integer.parseInt(parts[3]));
    return Optional.of(
        new Read(
            new KeptBasket(parts[1], seen, lines),
            Instant.ofEpochSecond(Long.parseLong(parts[2]))));
  }

  private static String quantity(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Pieces(int count) -> "p" + count;
      case Quantity.Grams(int grams) -> "g" + grams;
      case Quantity.Pack(long minor) -> "m" + minor;
    };
  }

  private static Quantity quantity(String text) {
    long much = Long.parseLong(text.substring(1));
    return switch (text.charAt(0)) {
      case 'g' -> new Quantity.Grams(Math.toIntExact(much));
      case 'm' -> new Quantity.Pack(much);
      default -> new Quantity.Pieces(Math.toIntExact(much));
    };
  }

  private String mac(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] tag = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(tag, MAC_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
