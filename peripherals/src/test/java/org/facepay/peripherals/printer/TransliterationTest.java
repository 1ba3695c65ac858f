package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.facepay.peripherals.printer.ReceiptDocument.Align;
import org.facepay.peripherals.printer.ReceiptDocument.Columns;
import org.facepay.peripherals.printer.ReceiptDocument.Style;
import org.facepay.peripherals.printer.ReceiptDocument.Text;
import org.facepay.peripherals.printer.paper.EscPosParser;
import org.facepay.peripherals.printer.paper.PrintCommand;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a printer's font lacks, read back by a printer that has that font and no other. */
class TransliterationTest {
  private static final PrinterProfile WESTERN = PrinterProfile.named().get("80mm-western");

  @ParameterizedTest
  @CsvSource({
    "Häagen-Dazs, Haagen-Dazs",
    "Große Würstchen, Grosse Würstchen",
    "Smørrebrød, Smorrebrod",
    "Crème brûlée, Crème brulée",
    "Jalapeño Łódź, Jalapeno Lódz",
    "Coca-Cola® ™ ½, Coca-Cola(R) TM 1/2",
    "€2.50 £3 ¥4, EUR2.50 GBP3 ￥4",
    "ﬁne ﾐﾙｸ, fine ミルク",
    "¿Qué? «Sí», ?Qué? <<Sí>>",
    "三元牛奶 900 mℓ, 三元牛奶 900 ml",
    "e\u0301clair q\u0308, éclair q",
    "caf\u200Be\uFE0F\u00AD, cafe",
    "a\u00A0b\u2028c\tX, a b c X",
    "\uE5E5 \uD800 \uFFFF, ? ? ?"
  })
  void isWrittenWithWhatTheFontHas(String text, String expected) {
    assertEquals(expected, read(text, PrinterProfile.WIDE).strip());
  }

  @ParameterizedTest
  @CsvSource({
    "Käse Ñandú €, Käse Ñandú €",
    "Ångström Œuvre, Ångström OEuvre",
    "‘a’ – b…, 'a' - b..."
  })
  void westernPrintersKeepTheirs(String text, String expected) {
    assertEquals(expected, read(text, WESTERN).strip());
  }

  /** Hebrew, Arabic, an emoji, rare and western-unknown Chinese: the whole line is a picture. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "חלב 3%",
        "حليب",
        "Milk \uD83D\uDE00",
        "㐀牛奶",
        "नमस्ते",
        "\uD842\uDFB7野家",
        "ნატახტარი"
      })
  void isDrawnOrAQuestionMark(String name) {
    List<PrintCommand> line = parse(new Columns(name, "3.50"), PrinterProfile.WIDE);
    boolean drawable =
        name.codePoints()
            .filter(c -> Characters.gbk().columns(c) == 0 && !Transliteration.shapesOthers(c))
            .anyMatch(LineDrawing::canDraw);
    assertEquals(drawable, line.stream().anyMatch(c -> c instanceof PrintCommand.Picture));
    String text = glyphs(line);
    assertTrue(drawable ? text.isBlank() : text.contains("?") && text.strip().endsWith("3.50"));
  }

  @Test
  void chineseOnAWesternPrinterIsDrawnAtTheHeightOfALine() {
    List<PrintCommand> line = parse(new Text("牛奶"), WESTERN);
    int dots =
        line.stream()
            .mapToInt(
                c ->
                    switch (c) {
                      case PrintCommand.GraphicsStore(PrintCommand.Picture p) -> p.rows();
                      case PrintCommand.FeedDots(int units) -> units;
                      default -> 0;
                    })
            .sum();
    assertEquals(EscPosEncoder.LINE_DOTS, dots);
  }

  /** The first letter of a Hebrew name is the rightmost; its amount stays as it is. */
  @Test
  void namesThatAreReadFromTheRight() {
    LineDrawing hebrew = new LineDrawing(LineDrawing.rightToLeft("אב"), false, 1);
    Raster first = hebrew.draw(line("א"), 48);
    Raster both = hebrew.draw(line("אב"), 48);
    assertArrayEquals(ink(first, true), Arrays.copyOf(ink(both, true), ink(first, true).length));
    Raster priced = hebrew.draw(new Typesetting.Line("אב 5", 30, "-8.50", 5), 48);
    Raster amount = new LineDrawing(false, false, 1).draw(line("-8.50"), 48);
    assertArrayEquals(
        ink(amount, true), Arrays.copyOf(ink(priced, true), ink(amount, true).length));
  }

  /**
   * 20,000 random texts on both kinds of printer: never a byte that the font has no picture for,
   * never a command.
   */
  @Test
  @Slow("sets 20,000 random texts")
  void nothingGoesOutThatTheFontLacks() {
    SplittableRandom random = new SplittableRandom(20);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x3000 : 0x110000));
      }
      PrinterProfile profile = random.nextBoolean() ? PrinterProfile.WIDE : WESTERN;
      String wanted = Transliteration.of(text.toString().replace('\n', ' '), profile.characters());
      List<PrintCommand> commands = parse(new Text(text.toString().replace('\n', ' ')), profile);
      boolean drawn =
          commands.stream()
              .anyMatch(
                  c ->
                      c instanceof PrintCommand.Picture || c instanceof PrintCommand.GraphicsStore);
      StringBuilder known = new StringBuilder();
      wanted
          .codePoints()
          .filter(c -> profile.characters().columns(c) > 0)
          .forEach(known::appendCodePoint);
      if (!drawn) {
        assertEquals(known.toString().replace(" ", ""), glyphs(commands).replace(" ", ""));
      }
      assertTrue(commands.stream().noneMatch(c -> c instanceof PrintCommand.DrawerPulse));
    }
  }

  private static Typesetting.Line line(String text) {
    return new Typesetting.Line(text, 0, "", 0);
  }

  /** Columns of ink without the white around them, from the right or the left. */
  private static int[] ink(Raster raster, boolean fromTheRight) {
    byte[] bits = raster.rows(0, raster.height());
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < raster.width(); i++) {
      int x = fromTheRight ? raster.width() - 1 - i : i;
      int column = 0;
      for (int y = 0; y < raster.height(); y++) {
        boolean black = (bits[y * raster.rowBytes() + x / 8] & (0x80 >> (x % 8))) != 0;
        column = column << 1 | (black ? 1 : 0);
      }
      columns.add(column);
    }
    while (!columns.isEmpty() && columns.getFirst() == 0) {
      columns.removeFirst();
    }
    while (!columns.isEmpty() && columns.getLast() == 0) {
      columns.removeLast();
    }
    return columns.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String read(String text, PrinterProfile profile) {
    return glyphs(parse(new Text(text, new Style(Align.LEFT, false, 1)), profile));
  }

  private static String glyphs(List<PrintCommand> commands) {
    StringBuilder text = new StringBuilder();
    for (PrintCommand command : commands) {
      if (command instanceof PrintCommand.Glyph(int codePoint, boolean wide)) {
        text.appendCodePoint(codePoint);
      }
    }
    return text.toString();
  }

  private static List<PrintCommand> parse(ReceiptDocument.Element element, PrinterProfile profile) {
    byte[] bytes = EscPosEncoder.encode(ReceiptDocument.of(element), profile);
    EscPosParser parser = new EscPosParser();
    parser.add(bytes, bytes.length);
    List<PrintCommand> commands = new ArrayList<>();
    for (PrintCommand c = parser.next(); c != null; c = parser.next()) {
      commands.add(c);
    }
    assertEquals(0, parser.waiting());
    return commands;
  }
}
