package org.facepay.sync.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a technician brings to a new terminal, as a QR code or typed: where its collector is, by
 * what it is known, and a word that counts once. As text {@code
 * https://HOST:PORT/#TOKEN.AUTHORITY}: nothing behind the # is ever sent to anybody who is not
 * known by it.
 *
 * @param collector address without a path
 * @param token 32 random bytes, base64url
 * @param authority SHA-256 of the authority's certificate, base64url
 */
public record Ticket(URI collector, String token, String authority) {
  private static final Pattern FORM =
      Pattern.compile("(https://[^/?#@\\s]{1,255}/)#([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

  /** A new one. */
  public static Ticket fresh(URI collector, String authority, SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return new Ticket(
        collector, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), authority);
  }

  /** From its text; empty when it is none. */
  public static Optional<Ticket> of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      URI collector = new URI(form.group(1));
      return collector.getHost() == null
          ? Optional.empty()
          : Optional.of(new Ticket(collector, form.group(2), form.group(3)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** As a QR code holds it. */
  public String text() {
    return collector + "#" + token + "." + authority;
  }

  @Override
  public String toString() {
    return "Ticket[" + collector + ", [REDACTED]]";
  }
}
