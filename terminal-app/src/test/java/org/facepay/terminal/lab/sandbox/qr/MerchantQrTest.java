package org.facepay.terminal.lab.sandbox.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facepay.tags.Slow;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;

/**
 * Merchant-presented codes, by the specification's own example and by what is wrong with others.
 */
class MerchantQrTest {
  /** EMVCo, annex A of the specification. */
  private static final String EXAMPLE =
      "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN"
          + "5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***"
          + "0708A60086670902ME91320016A0112233449988770708123456786304A13A";

  private static final MerchantQr.Merchant SHOP =
      new MerchantQr.Merchant("5411", "CN", "店 No. 1", "BEIJING");

  private static List<DataObject> account() {
    return List.of(
        new DataObject(29, "0012D156000000000510A93FO3230Q"),
        new DataObject(2, "4000123456789012"));
  }

  private static String withSum(String text) {
    return text + "6304" + Crc16.of(text + "6304");
  }

  @Test
  void readsTheSpecificationsExample() throws Exception {
    MerchantQr qr = MerchantQr.decode(EXAMPLE);
    assertEquals(Optional.of(Money.of(2372, "CNY")), qr.amount());
    assertEquals(Optional.of("BEST TRANSPORT"), qr.text(59));
    assertEquals(Optional.of("最佳运输"), qr.text(64, 1));
    assertEquals(Optional.of("1234"), qr.text(62, 3));
    assertEquals(Optional.of("A6008667"), qr.text(62, 7));
    assertEquals(Optional.empty(), qr.text(62, 1));
    assertEquals(List.of(29, 31), qr.accounts().stream().map(DataObject::id).toList());
    assertEquals(EXAMPLE, qr.encode());
  }

  @Test
  void writesWhatItReads() throws Exception {
    for (Money amount :
        List.of(Money.of(1, "CNY"), Money.of(999_999_999, "CNY"), Money.of(500, "JPY"))) {
      MerchantQr qr = MerchantQr.of(account(), SHOP, amount, "B-1", "T1");
      MerchantQr read = MerchantQr.decode(qr.encode());
      assertEquals(qr, read);
      assertEquals(Optional.of(amount), read.amount());
      assertEquals(Optional.of("12"), read.text(1));
      assertEquals(Optional.of("B-1"), read.text(62, 1));
    }
  }

  @Test
  void aWrongChecksumIsNotRead() {
    for (int i = 0; i < EXAMPLE.length(); i++) {
      char c = EXAMPLE.charAt(i);
      String changed = EXAMPLE.substring(0, i) + (char) (c + 1) + EXAMPLE.substring(i + 1);
      assertThrows(QrException.class, () -> MerchantQr.decode(changed), changed);
    }
  }

  @Test
  void whatIsMissingTwiceOrMalformedIsNotRead() throws Exception {
    String good =
        "000201" + "0216400012345678901252045411" + "5303156" + "5802CN" + "5901N" + "6001C";
    MerchantQr.decode(withSum(good));
    for (String bad :
        List.of(
            good.replace("000201", "000202"),
            good.replace("000201", ""),
            good.replace("02164000123456789012", ""),
            good.replace("52045411", ""),
            good.replace("52045411", "52035411".replace("5411", "541")),
            good.replace("5303156", ""),
            good.replace("5303156", "5303000"),
            good.replace("5802CN", "5802cn"),
            good.replace("5901N", ""),
            good.replace("5901N", "5926" + "N".repeat(26)),
            good.replace("6001C", ""),
            good + "6001C",
            good + "5403-10",
            good + "5405 1.00",
            good + "54061.2345",
            good + "54010".replace("0", "") + "x",
            good + "0102" + "13",
            good + "5502" + "04",
            good + "6204" + "0101",
            good + "62100101X0101X",
            good + "6304ABCD")) {
      assertThrows(QrException.class, () -> MerchantQr.decode(withSum(bad)), bad);
    }
    assertThrows(QrException.class, () -> MerchantQr.decode(""));
    assertThrows(QrException.class, () -> MerchantQr.decode("9".repeat(600)));
    Money one = Money.of(1, "CNY");
    assertThrows(
        QrException.class, () -> MerchantQr.of(List.of(), SHOP, one, "B", "T"), "no account");
    assertThrows(QrException.class, () -> MerchantQr.of(account(), SHOP, one, "", "T"));
    MerchantQr.Merchant noCity = new MerchantQr.Merchant("5411", "CN", "N", "");
    assertThrows(QrException.class, () -> MerchantQr.of(account(), noCity, one, "B", "T"));
  }

  @Test
  @Slow("reads 100,000 changed codes")
  void anyTextIsReadOrRefused() {
    Random random = new Random(41);
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder(EXAMPLE.substring(0, EXAMPLE.length() - 8));
      for (int n = random.nextInt(3); n >= 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.setCharAt(at, (char) ('0' + random.nextInt(75)));
          default -> text.setLength(Math.max(9, at));
        }
      }
      String code = random.nextBoolean() ? withSum(text.toString()) : text.toString();
      try {
        assertTrue(MerchantQr.decode(code).encode().startsWith("000201"));
        read++;
      } catch (QrException e) {
        assertTrue(e.getMessage() != null);
      }
    }
    assertTrue(read > 100, "read " + read);
  }
}
