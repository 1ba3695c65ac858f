package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;

class TypesettingTest {
  private static final Typesetting SETTING = new Typesetting(Characters.gbk());

  @Test
  void amountsStandAtTheRightMargin() {
    assertEquals(List.of("Milk            3.50"), columns("Milk", "3.50", 20));
    assertEquals(List.of("牛奶            3.50"), columns("牛奶", "3.50", 20));
  }

  @Test
  void longNamesWrapClearOfTheAmount() {
    assertEquals(List.of("三元高品质低脂 17.80", "鲜牛奶"), columns("三元高品质低脂鲜牛奶", "17.80", 20));
    assertEquals(
        List.of("Dark chocolate  8.50", "with hazelnuts"),
        columns("Dark chocolate with hazelnuts", "8.50", 20));
  }

  @Test
  void anAmountTooWideForTheLineGetsItsOwn() {
    assertEquals(
        List.of("Total", "123456789012345.00"), columns("Total", "123456789012345.00", 18));
  }

  @Test
  void punctuationDoesNotBeginALine() {
    assertEquals(List.of("谢谢惠", "顾，再见"), texts(SETTING.wrap("谢谢惠顾，再见", 8)));
  }

  @Test
  void controlCharactersBecomeSpaces() {
    assertEquals("a  b ￥5", printed("a\u001B\u0010b\u007F¥5"));
  }

  /**
   * Any text, any width: no line is too wide, no character but spaces is lost, amounts stay whole.
   */
  @Test
  @Slow("sets 200,000 random texts")
  void randomTexts() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 200_000; i++) {
      int columns = 12 + random.nextInt(37);
      String left = text(random, random.nextInt(60));
      String right = "%d.%02d".formatted(random.nextInt(1_000_000), random.nextInt(100));
      List<String> lines = columns(left, right, columns);
      assertTrue(lines.stream().allMatch(line -> SETTING.width(line) <= columns));
      assertTrue(lines.stream().anyMatch(line -> line.endsWith(right)), () -> lines + " " + right);
      String all = String.join("", lines).replace(" ", "");
      assertEquals(left.replace(" ", "").length() + right.length(), all.length());
    }
  }

  private static List<String> columns(String left, String right, int columns) {
    return texts(SETTING.columns(left, right, columns));
  }

  private static List<String> texts(List<Typesetting.Line> lines) {
    return lines.stream().map(Typesetting.Line::text).toList();
  }

  private static String printed(String text) {
    return Transliteration.of(text, Characters.gbk());
  }

  private static String text(SplittableRandom random, int length) {
    String alphabet = "abc XYZ 012.,-牛奶饼干水果，。（）好";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
