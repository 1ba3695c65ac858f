package org.facepay.terminal.lab.shop;

import java.util.List;
import java.util.Random;

/** What the scripted shoppers hold to the scanner. */
public final class Barcodes {
  private Barcodes() {}

  /**
   * Ten scans of the sample basket: tea twice, fruit with the weight in the code, a carrier bag.
   */
  public static final List<String> TEN =
      List.of(
          "6900123400562", // carrier bag
          "6900123400494", // bun
          "6900123400425", // water
          weighed("00001", 732), // apples
          "6900123400357", // toast
          "6900123400289", // crisps
          weighed("00002", 486), // bananas
          "6900123400210", // noodles
          "6900123400142", // milk
          "6900123400074"); // tea

  /** An in-store code of the demo's rule 21IIIIIWWWWWC. */
  static String weighed(String item, int grams) {
    return inStore("21" + item, grams);
  }

  /** An in-store code of the demo's rule 22IIIIIPPPPPC. */
  static String priced(String item, long minor) {
    return inStore("22" + item, minor);
  }

  private static String inStore(String article, long value) {
    String body = article + String.format(java.util.Locale.ROOT, "%05d", value);
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return body + (10 - sum % 10) % 10;
  }

  /** A fresh Alipay pay code: 28 and 16 digits. */
  public static String payCode(Random random) {
    return payCode("28", random);
  }

  /** A fresh WeChat pay code: 13 and 16 digits. */
  public static String wechatCode(Random random) {
    return payCode("13", random);
  }

  private static String payCode(String prefix, Random random) {
    StringBuilder code = new StringBuilder(prefix);
    random.ints(16, 0, 10).forEach(code::append);
    return code.toString();
  }
}
