package org.facepay.terminal.receipt;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses of e-receipts. The token is an HMAC-SHA-256 of the sale's id under the journal's own
 * key, cut to 96 bits: nobody can guess a neighbour's receipt, and the terminal needs not ask
 * anybody for one.
 */
public final class ReceiptLinks {
  private static final int TOKEN_BYTES = 12;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16}");

  private final URI base;
  private final SecretKeySpec key;

  /**
   * @param base what the address begins with, ending in a slash
   * @param key 32 secret bytes
   */
  public ReceiptLinks(URI base, byte[] key) {
    this.base = base;
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  public String token(String saleId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] tag = mac.doFinal(saleId.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(java.util.Arrays.copyOf(tag, TOKEN_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** The token in an address of ours; empty when it is none. */
  public Optional<String> tokenOf(String address) {
    String start = base.toString();
    String token = address.substring(Math.min(start.length(), address.length()));
    String whose = address.substring(0, address.length() - token.length());
    return sameAddress(whose, start) && TOKEN.matcher(token).matches()
        ? Optional.of(token)
        : Optional.empty();
  }

  /** Scheme and host know no case (RFC 3986, 6.2.2.1). */
  private boolean sameAddress(String one, String other) {
    int path = other.length() - base.getRawPath().length();
    return one.equals(other)
        || (one.length() == other.length()
            && one.regionMatches(true, 0, other, 0, path)
            && one.endsWith(base.getRawPath()));
  }

  public URI link(String saleId) {
    return URI.create(base + token(saleId));
  }
}
