package org.facepay.terminal.provider.wechat;

import java.net.URI;

/**
 * Which text WECHATPAY2-SHA256-RSA2048 signs: lines that each end in a line feed (API v3, "building
 * the signature" and "verifying the signature").
 */
public final class V3Signature {
  public static final String SCHEME = "WECHATPAY2-SHA256-RSA2048";

  private V3Signature() {}

  /** The text of a request; the body is empty for GET. */
  public static String ofRequest(
      String method, URI uri, String timestamp, String nonce, String body) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return method + "\n" + uri.getRawPath() + query + "\n" + ofAnswer(timestamp, nonce, body);
  }

  /** The text of an answer, or the end of that of a request. */
  public static String ofAnswer(String timestamp, String nonce, String body) {
    return timestamp + "\n" + nonce + "\n" + body + "\n";
  }

  /** The value of the Authorization header. */
  static String authorization(
      WechatSettings settings, String timestamp, String nonce, String signature) {
    return SCHEME
        + " mchid=\"%s\",nonce_str=\"%s\",signature=\"%s\",timestamp=\"%s\",serial_no=\"%s\""
            .formatted(
                settings.merchant().mchId(),
                nonce,
                signature,
                timestamp,
                settings.merchant().serial());
  }
}
