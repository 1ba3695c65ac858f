package org.facepay.terminal.sale.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gs1Test {
  private static final String GS = "\u001D";

  @Test
  void theTableIsWhole() {
    assertTrue(ApplicationIdentifiers.count() > 500);
    ApplicationIdentifier gtin = ApplicationIdentifiers.of("01").orElseThrow();
    assertEquals("GTIN", gtin.title());
    assertEquals(2, gtin.qualifiers().orElseThrow().size());
    assertTrue(ApplicationIdentifiers.of("3103").orElseThrow().predefined());
    assertTrue(ApplicationIdentifiers.of("3109").isEmpty());
    assertFalse(ApplicationIdentifiers.of("10").orElseThrow().predefined());
  }

  @Test
  void readsWhatACheckoutNeeds() {
    Gs1Message m =
        message(
            "]d20106901234567892"
                + "3103001250"
                + "3922"
                + "1999"
                + GS
                + "17260930"
                + "10AB-1"
                + GS
                + "21S7");
    assertEquals(Optional.of("06901234567892"), m.gtin());
    assertEquals(OptionalLong.of(1_250_000), m.netWeightMilligrams());
    assertEquals(new Gs1Message.Amount(1999, 2), m.price("156").orElseThrow());
    assertEquals(Optional.of("AB-1"), m.batch());
    assertEquals(Optional.of("S7"), m.serial());
    assertEquals(new Gs1Date(2026, 9, 30), m.useBy(2026).orElseThrow());
    assertFalse(m.expired(new Gs1Date(2026, 9, 30)));
    assertTrue(m.expired(new Gs1Date(2026, 10, 1)));
  }

  @Test
  void aPriceIsOneInTheShopsCurrency() {
    Gs1Message both = message("(01)06901234567892(3930)84017(3932)1561999");
    assertEquals(new Gs1Message.Amount(1999, 2), both.price("156").orElseThrow());
    assertEquals(new Gs1Message.Amount(17, 0), both.price("840").orElseThrow());
    assertEquals(Optional.empty(), both.price("978"));
    assertEquals(OptionalLong.of(1999), new Gs1Message.Amount(19990, 3).minor(2));
    assertEquals(OptionalLong.of(1900), new Gs1Message.Amount(19, 0).minor(2));
    assertEquals(OptionalLong.empty(), new Gs1Message.Amount(19995, 3).minor(2));
  }

  @Test
  void separatorsAtItsEndsSayNothing() {
    String elements = "0107035620052163" + "15280807" + "10230710";
    for (String text : List.of(GS + elements, elements + GS, GS + GS + elements + GS + GS)) {
      Gs1Message read = assertInstanceOf(Gs1Message.class, ElementString.parse(text));
      assertEquals(Optional.of("230710"), read.batch());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "260200, 2026, 2026-2-28",
    "280200, 2026, 2028-2-29",
    "760101, 2026, 2076-1-1",
    "770101, 2026, 1977-1-1",
    "000101, 2096, 2100-1-1",
  })
  void datesHaveTheNearestCenturyAndDayZeroIsTheLast(String yymmdd, int present, String expected) {
    Gs1Date date = Gs1Date.of(yymmdd, present);
    assertEquals(expected, date.year() + "-" + date.month() + "-" + date.day());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01",
        "0106901234567893",
        "010690123456789",
        "0106901234567892" + "17261301",
        "0106901234567892" + "17260230",
        "0106901234567892" + "310312345",
        "99",
        "(01)0690123456789",
        "(01)06901234567892(17)ABCDEF",
        "05",
        "0106901234567892\u001D0106901234567885",
        "010690123456789210AB{C",
        "https://id.gs1.org/01/06901234567892"
      })
  void refuses(String data) {
    assertInstanceOf(Gs1Reading.Refused.class, ElementString.parse(data), data);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/", "https://id.gs1.org/01", "https://id.gs1.org/01/06901234567893",
        "https://id.gs1.org/01/06901234567892/10", "https://id.gs1.org/01/%zz",
            "ftp://id.gs1.org/01/1",
        "https://id.gs1.org/01/06901234567892?17=269999"
      })
  void refusesLinks(String uri) {
    assertInstanceOf(Gs1Reading.Refused.class, DigitalLink.parse(uri), uri);
  }

  @Test
  void linksAndStringsSayTheSame() {
    Gs1Message m =
        (Gs1Message)
            DigitalLink.parse(
                "https://shop.example/goods/01/6901234567892/10/A%2FB/21/7?17=260930&x=y#top");
    assertEquals("(01)06901234567892(10)A/B(21)7(17)260930", ElementString.bracketed(m));
    assertEquals(
        Optional.of("https://id.gs1.org/01/06901234567892/10/A%2FB/21/7?17=260930"),
        DigitalLink.write(m, DigitalLink.CANONICAL_STEM));
    assertEquals("0106901234567892" + "17260930" + "10A/B" + GS + "217", ElementString.write(m));
    assertEquals(Optional.empty(), DigitalLink.write(message("10A"), DigitalLink.CANONICAL_STEM));
  }

  /** A million strings and links, random and nearly right: nothing throws, messages come back. */
  @Test
  void randomCodes() {
    SplittableRandom random = new SplittableRandom(17);
    String[] genuine = {
      "0106901234567892" + "3103001250" + "17260930" + "10AB-1" + GS + "21S7",
      "(01)06901234567892(10)A(B(21)7",
      "https://id.gs1.org/01/06901234567892/10/A%2FB?17=260930",
    };
    String letters = "0123456789()%/?&=\u001DAZaz.\u00e9";
    int messages = 0;
    for (int i = 0; i < 1_000_000; i++) {
      StringBuilder text = new StringBuilder(genuine[random.nextInt(genuine.length)]);
      for (int change = random.nextInt(3); change > 0; change--) {
        text.setCharAt(
            random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
      }
      text.setLength(random.nextInt(4) == 0 ? random.nextInt(text.length()) : text.length());
      Gs1Reading plain = ElementString.parse(text.toString());
      Gs1Reading link = DigitalLink.parse(text.toString());
      for (Gs1Reading reading : new Gs1Reading[] {plain, link}) {
        if (reading instanceof Gs1Message m) {
          messages++;
          Gs1Message back = message(ElementString.write(m));
          assertTrue(back.elements().containsAll(m.elements()), text.toString());
        }
      }
    }
    assertTrue(messages > 100_000, messages + " messages");
  }

  private static Gs1Message message(String data) {
    return assertInstanceOf(Gs1Message.class, ElementString.parse(data), data);
  }
}
