package org.facepay.sync.desk;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A whole request.
 *
 * @param path decoded, without the query
 * @param query as it was sent, without the question mark; empty when there was none
 * @param headers by their names in small letters; the first where one came twice
 * @param body as it was sent, not decoded
 * @param peer what the peer has proved itself with; empty where it was not asked or had nothing
 */
public record Request(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body,
    Optional<X509Certificate> peer) {

  /** Of a peer that has proved nothing. */
  public Request(
      String method, String path, String query, Map<String, String> headers, byte[] body) {
    this(method, path, query, headers, body, Optional.empty());
  }

  /** A request to a target (RFC 9112, 3.2); empty when that is none. */
  static Optional<Request> of(
      String method, String target, Map<String, String> headers, byte[] body) {
    try {
      URI uri = new URI(target);
      String query = uri.getRawQuery();
      return Optional.ofNullable(uri.getPath())
          .map(path -> new Request(method, path, query == null ? "" : query, headers, body));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The same of a peer that has proved itself. */
  Request by(Optional<X509Certificate> proved) {
    return new Request(method, path, query, headers, body, proved);
  }

  /** A header's value, whatever letters its name is written in. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What the query says, by name. */
  public Map<String, String> parameters() {
    return fields(query);
  }

  /** The body as a form that was filled in. */
  public Map<String, String> form() {
    return fields(new String(body, StandardCharsets.UTF_8));
  }

  /**
   * Fields of application/x-www-form-urlencoded (WHATWG URL, 5.1). What is no text is passed over;
   * the last counts where a name comes twice.
   */
  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      try {
        fields.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      } catch (IllegalArgumentException e) {
        // no text
      }
    }
    fields.remove("");
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Paths name e-receipts, headers sessions, bodies PINs. */
  @Override
  public String toString() {
    return "Request[" + method + ", " + body.length + " bytes, [REDACTED]]";
  }
}
