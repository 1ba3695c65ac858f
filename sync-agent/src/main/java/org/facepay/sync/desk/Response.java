package org.facepay.sync.desk;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A whole answer.
 *
 * @param status of HTTP
 * @param type of the body, with its charset
 * @param headers beside those every answer has
 */
public record Response(int status, String type, byte[] body, Map<String, String> headers) {
  public Response {
    headers = Map.copyOf(headers);
  }

  /** Bytes of a type. */
  public static Response of(int status, String type, byte[] body) {
    return new Response(status, type, body, Map.of());
  }

  /** Text of a type, in UTF-8. */
  public static Response of(int status, String type, String body) {
    return of(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A sentence. */
  public static Response text(int status, String said) {
    return of(status, "text/plain; charset=utf-8", said);
  }

  /** A page. */
  public static Response html(int status, String page) {
    return of(status, "text/html; charset=utf-8", page);
  }

  /** A JSON value. */
  public static Response json(int status, String value) {
    return of(status, "application/json", value);
  }

  /** With another header. */
  public Response with(String name, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(name, value);
    return new Response(status, type, body, all);
  }

  /** Bodies show members, headers sessions. */
  @Override
  public String toString() {
    return "Response[" + status + ", " + type + ", " + body.length + " bytes, [REDACTED]]";
  }
}
