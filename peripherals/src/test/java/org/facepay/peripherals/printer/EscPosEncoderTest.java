package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.facepay.peripherals.printer.ReceiptDocument.Align;
import org.facepay.peripherals.printer.ReceiptDocument.Columns;
import org.facepay.peripherals.printer.ReceiptDocument.Cut;
import org.facepay.peripherals.printer.ReceiptDocument.Element;
import org.facepay.peripherals.printer.ReceiptDocument.Feed;
import org.facepay.peripherals.printer.ReceiptDocument.Logo;
import org.facepay.peripherals.printer.ReceiptDocument.QrCode;
import org.facepay.peripherals.printer.ReceiptDocument.Style;
import org.facepay.peripherals.printer.ReceiptDocument.Text;
import org.facepay.peripherals.printer.paper.EscPosParser;
import org.facepay.peripherals.printer.paper.PrintCommand;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;

class EscPosEncoderTest {
  private static final String START = "1b40" + "1b3322";

  @Test
  void asciiGoesPlain() {
    assertEquals("4d696c6b0a", hex(new Text("Milk")));
  }

  @Test
  void chineseGoesAsGbkBetweenFsAndFsDot() {
    assertEquals("1c26" + "c5a3c4cc" + "1c2e" + "0a", hex(new Text("牛奶")));
  }

  @Test
  void boldDoubleAndCentred() {
    assertEquals(
        "1b6101" + "1b333c" + "1d2111" + "1c210c" + "1b4501" + "41420a" + "1b4500" + "1c2100"
            + "1d2100" + "1b3322" + "1b6100",
        hex(new Text("AB", new Style(Align.CENTER, true, 2))));
  }

  @Test
  void picturesGoAsRasterRows() {
    Raster raster = Raster.of(9, 2, new byte[] {(byte) 0xFF, (byte) 0x80, 0x01, 0x00});
    assertEquals(
        "1b6101" + "1d763000" + "0200" + "0200" + "ff800100" + "1b4a10" + "1b6100",
        hex(new Logo(raster)));
  }

  @Test
  void qrCodesGoBySymbolCommands() {
    assertEquals(
        "1b6101"
            + "1b4a10"
            + "1d286b04003141"
            + "3200"
            + "1d286b0300314306"
            + "1d286b0300314531"
            + "1d286b0600315030"
            + "616263"
            + "1d286b0300315130"
            + "1b4a10"
            + "1b6100",
        hex(new QrCode("abc", 6)));
  }

  @Test
  void aQrCodeTooLargeForThePaperGetsSmallerModules() {
    byte[] bytes = EscPosEncoder.encode(ReceiptDocument.of(new QrCode("x".repeat(1000), 16)));
    String module = HexFormat.of().formatHex(bytes).split("1d286b03003143")[1].substring(0, 2);
    assertTrue(Integer.parseInt(module, 16) <= 5, module);
  }

  @Test
  void feedsAndCuts() {
    assertEquals("1b6403" + "1d564200", hex(new Feed(3), new Cut()));
  }

  @Test
  void textCannotBeACommand() {
    String attack = "\u001B@\u001Dp\u0010\u0014\u0001\u001D(kA\u001CpB";
    for (Element element : List.of(new Text(attack), new Columns(attack, attack))) {
      assertEquals(
          List.of(),
          parse(EscPosEncoder.encode(ReceiptDocument.of(element))).stream()
              .skip(1)
              .filter(
                  c ->
                      c instanceof PrintCommand.Initialize || c instanceof PrintCommand.DrawerPulse)
              .toList());
    }
  }

  /**
   * 20,000 random receipts read back: every amount whole on one line, nothing but known commands.
   */
  @Test
  @Slow("sets and reads 20,000 random receipts")
  void randomReceiptsReadBack() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      String name = text(random);
      String amount = "%d.%02d".formatted(random.nextInt(100_000), random.nextInt(100));
      int size = 1 + random.nextInt(2);
      byte[] bytes =
          EscPosEncoder.encode(
              ReceiptDocument.of(new Columns(name, amount, random.nextBoolean(), size)));
      StringBuilder out = new StringBuilder();
      List<PrintCommand> commands = parse(bytes);
      boolean drawn = commands.stream().anyMatch(c -> c instanceof PrintCommand.Picture);
      for (PrintCommand command : commands) {
        switch (command) {
          case PrintCommand.Glyph glyph -> out.appendCodePoint(glyph.codePoint());
          case PrintCommand.LineFeed feed -> out.append('\n');
          case PrintCommand.Skipped s -> assertTrue(s.name().startsWith("FS"), s.name());
          default -> {}
        }
      }
      assertTrue(drawn || out.toString().lines().anyMatch(line -> line.endsWith(amount)));
      assertTrue(
          out.toString()
              .lines()
              .allMatch(l -> new Typesetting(Characters.gbk()).width(l) <= 48 / size));
    }
  }

  @Test
  void documentsRefuseWhatNoPrinterCanDo() {
    assertThrows(IllegalArgumentException.class, () -> new QrCode("", 6));
    assertThrows(IllegalArgumentException.class, () -> new QrCode("x".repeat(1001), 6));
    assertThrows(IllegalArgumentException.class, () -> new QrCode("x", 17));
    assertThrows(IllegalArgumentException.class, () -> new Feed(0));
    assertThrows(IllegalArgumentException.class, () -> new Style(Align.LEFT, false, 3));
    assertThrows(IllegalArgumentException.class, () -> new Columns("a", "b", false, 0));
    assertThrows(IllegalArgumentException.class, () -> Raster.of(9, 2, new byte[3]));
    assertThrows(IllegalArgumentException.class, () -> Raster.of(0, 2, new byte[0]));
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(5)) {
        case 0 -> text.append((char) random.nextInt(128));
        case 1 -> text.appendCodePoint(0x4E00 + random.nextInt(20_000));
        case 2 -> text.appendCodePoint(random.nextInt(0x110000));
        case 3 -> text.append(' ');
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  private static List<PrintCommand> parse(byte[] bytes) {
    EscPosParser parser = new EscPosParser();
    parser.add(bytes, bytes.length);
    List<PrintCommand> commands = new ArrayList<>();
    for (PrintCommand c = parser.next(); c != null; c = parser.next()) {
      commands.add(c);
    }
    assertEquals(0, parser.waiting());
    return commands;
  }

  private static String hex(Element... elements) {
    String all = HexFormat.of().formatHex(EscPosEncoder.encode(ReceiptDocument.of(elements)));
    assertTrue(all.startsWith(START), all);
    return all.substring(START.length());
  }
}
