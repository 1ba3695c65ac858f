package org.facepay.terminal.provider.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A whole answer over HTTP.
 *
 * @param headers by their names in small letters; of several with one name, the first
 */
public record WireAnswer(int status, Map<String, String> headers, byte[] body) {

  /** A header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "WireAnswer[" + status + ", " + body.length + " bytes]";
  }
}
