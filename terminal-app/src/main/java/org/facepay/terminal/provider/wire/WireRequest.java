package org.facepay.terminal.provider.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One request over HTTP/1.1.
 *
 * @param headers beside Host and Content-Length, in their order
 * @param body empty for none
 */
public record WireRequest(String method, URI uri, Map<String, String> headers, byte[] body) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");

  public WireRequest {
    headers.forEach(
        (name, value) -> {
          if (!NAME.matcher(name).matches() || value.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("header " + name);
          }
        });
    headers = new LinkedHashMap<>(headers);
  }

  /** A request with a text, as UTF-8. */
  public static WireRequest post(URI uri, Map<String, String> headers, String body) {
    return new WireRequest("POST", uri, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A request without a body. */
  public static WireRequest get(URI uri, Map<String, String> headers) {
    return new WireRequest("GET", uri, headers, new byte[0]);
  }

  /**
   * The bytes that are sent.
   *
   * @param proxied whether a proxy has to be told the whole address
   */
  byte[] bytes(boolean proxied) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    StringBuilder head = new StringBuilder(512);
    head.append(method).append(' ');
    if (proxied) {
      head.append(uri.getScheme()).append("://").append(uri.getRawAuthority());
    }
    head.append(path).append(query).append(" HTTP/1.1\r\nHost: ").append(uri.getRawAuthority());
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    if (body.length > 0 || !method.equals("GET")) {
      head.append("\r\nContent-Length: ").append(body.length);
    }
    byte[] top = head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[top.length + body.length];
    System.arraycopy(top, 0, all, 0, top.length);
    System.arraycopy(body, 0, all, top.length, body.length);
    return all;
  }

  /** Addresses and headers may hold what is secret. */
  @Override
  public String toString() {
    return "WireRequest[" + method + " " + uri.getHost() + ", [REDACTED]]";
  }
}
