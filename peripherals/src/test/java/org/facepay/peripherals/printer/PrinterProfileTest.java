package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.facepay.peripherals.printer.PrinterProfile.Pictures;
import org.facepay.peripherals.printer.ReceiptDocument.Columns;
import org.facepay.peripherals.printer.ReceiptDocument.Cut;
import org.facepay.peripherals.printer.ReceiptDocument.Logo;
import org.facepay.peripherals.printer.ReceiptDocument.Text;
import org.facepay.peripherals.printer.paper.EscPosParser;
import org.facepay.peripherals.printer.paper.PaperRoll;
import org.facepay.peripherals.printer.paper.PrintCommand;
import org.facepay.peripherals.printer.paper.RollModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterProfileTest {
  @ParameterizedTest
  @ValueSource(strings = {"80mm", "58mm", "80mm-western", "58mm-western", "58mm-basic"})
  void theSampleReceiptFitsEveryProfileAndItsCodeIsRead(String name) throws Exception {
    PrinterProfile profile = PrinterProfile.named().get(name);
    BufferedImage paper = print(SampleReceipt.document(), profile);
    assertEquals(profile.widthDots() + 2 * PaperRoll.MARGIN, paper.getWidth());
    int[] rgb = paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
    var source = new RGBLuminanceSource(paper.getWidth(), paper.getHeight(), rgb);
    String code =
        new QRCodeReader()
            .decode(
                new BinaryBitmap(new HybridBinarizer(source)),
                Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true))
            .getText();
    assertEquals(SampleReceipt.QR, code);
  }

  /** The same picture by all three commands comes out dot for dot. */
  @Test
  void everyRasterCommandDrawsTheSame() {
    byte[] bits = new byte[9 * 50];
    new java.util.SplittableRandom(1).nextBytes(bits);
    ReceiptDocument document = ReceiptDocument.of(new Logo(Raster.of(72, 50, bits)), new Cut());
    byte[] expected = null;
    for (PrinterProfile.RasterCommand command : PrinterProfile.RasterCommand.values()) {
      PrinterProfile profile =
          new PrinterProfile(
              384,
              Characters.gbk(),
              PrinterProfile.Cutter.PARTIAL,
              new Pictures(command, true),
              Answers.PAPER_REPORT);
      byte[] drawn = dots(print(document, profile), 72, 50);
      expected = expected == null ? drawn : expected;
      assertArrayEquals(expected, drawn, command.name());
    }
  }

  @Test
  void westernPrintersGetTheirCodePage() {
    PrinterProfile western = PrinterProfile.named().get("80mm-western");
    byte[] bytes = EscPosEncoder.encode(ReceiptDocument.of(new Text("Käse 2,50 €")), western);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("\u001Bt\u0013"), "ESC t 19");
    assertTrue(text.contains("K\u0084se 2,50 \u00D5"));
    assertTrue(!text.contains("\u001C"), "no FS commands");
    bytes = EscPosEncoder.encode(ReceiptDocument.of(new Columns("牛奶", "¥8.88")), western);
    text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("\u001D8L") && !text.contains("????"), "Chinese is drawn");
    bytes = EscPosEncoder.encode(ReceiptDocument.of(new Columns("Käse", "¥8.88")), western);
    text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("K\u0084se" + " ".repeat(39) + "\u00BE8.88"), text);
  }

  @Test
  void refusesWidthsThatNoPrinterHas() {
    for (int width : new int[] {0, 100, 577, 900}) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new PrinterProfile(
                  width,
                  Characters.gbk(),
                  PrinterProfile.Cutter.NONE,
                  PrinterProfile.WIDE.pictures(),
                  Answers.PAPER_REPORT));
    }
  }

  private static BufferedImage print(ReceiptDocument document, PrinterProfile profile) {
    byte[] bytes = EscPosEncoder.encode(document, profile);
    EscPosParser parser = new EscPosParser();
    RollModel usual = profile.widthDots() == 576 ? RollModel.USUAL : RollModel.NARROW;
    PaperRoll roll = new PaperRoll(usual);
    parser.add(bytes, bytes.length);
    for (PrintCommand c = parser.next(); c != null; c = parser.next()) {
      assertTrue(!(c instanceof PrintCommand.Skipped s) || !s.name().equals("GS L"), c.toString());
      var cut = roll.apply(c);
      if (cut.isPresent()) {
        return cut.get();
      }
    }
    return roll.tear();
  }

  /** The dots around the middle of the paper, from its top. */
  private static byte[] dots(BufferedImage paper, int width, int height) {
    byte[] dots = new byte[width * height];
    int left = (paper.getWidth() - width) / 2;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = paper.getRGB(left + x, PaperRoll.MARGIN + y);
        dots[y * width + x] = (byte) ((rgb & 0xFF) < 128 ? 1 : 0);
      }
    }
    return dots;
  }
}
