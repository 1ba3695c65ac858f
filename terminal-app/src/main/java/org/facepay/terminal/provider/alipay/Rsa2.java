package org.facepay.terminal.provider.alipay;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which text Alipay's RSA2 signs (open platform, "signing and verifying"). */
public final class Rsa2 {
  private Rsa2() {}

  /**
   * The text that is signed: all parameters that are not blank but {@code sign} as sorted {@code
   * key=value}, joined by ampersands.
   */
  public static String canonical(Map<String, String> parameters) {
    SortedMap<String, String> sorted = new TreeMap<>(parameters);
    sorted.remove("sign");
    StringBuilder text = new StringBuilder();
    sorted.forEach(
        (key, value) -> {
          if (!value.isBlank()) {
            text.append(text.isEmpty() ? "" : "&").append(key).append('=').append(value);
          }
        });
    return text.toString();
  }
}
