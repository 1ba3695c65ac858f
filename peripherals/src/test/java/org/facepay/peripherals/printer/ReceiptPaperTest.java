package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.facepay.peripherals.printer.ReceiptDocument.Cut;
import org.facepay.peripherals.printer.ReceiptDocument.Text;
import org.facepay.peripherals.printer.paper.EscPosParser;
import org.facepay.peripherals.printer.paper.PaperRoll;
import org.facepay.peripherals.printer.paper.PrintCommand;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsNatives
class ReceiptPaperTest {
  @TempDir Path folder;

  @Test
  void theSampleReceiptComesOutThroughTheSerialLine() throws Exception {
    try (PrinterSimulator simulator =
            PrinterSimulator.start(folder.resolve("printer"), folder.resolve("paper"));
        PrinterWorker worker = PrinterWorker.start("printer", simulator.path(), health -> {})) {
      CompletableFuture<PrintResult> result = new CompletableFuture<>();
      worker.print(SampleReceipt.document(), "sample", result::complete);
      assertEquals(new PrintResult.Printed(), result.get(10, TimeUnit.SECONDS));
      assertEquals(1, simulator.receipts());
      BufferedImage paper = ImageIO.read(simulator.paper().getFirst().toFile());
      ImageIO.write(paper, "png", new File("target/sample-receipt.png"));
      assertEquals(PaperRoll.WIDTH + 2 * PaperRoll.MARGIN, paper.getWidth());
      assertEquals(SampleReceipt.QR, decodeQr(paper));
      assertTrue(ink(paper, 0, paper.getHeight()) > 20_000);
    }
  }

  @Test
  void chineseIsDrawnAsItselfNotAsBoxes() {
    long first = fingerprint(print(new Text("晴里便利")));
    long second = fingerprint(print(new Text("谢谢惠顾")));
    long tofu = fingerprint(print(new Text("\uE000\uE001\uE002\uE003")));
    assertNotEquals(first, second);
    assertNotEquals(first, tofu);
    BufferedImage paper = print(new Text("晴里便利"));
    assertTrue(ink(paper, PaperRoll.MARGIN, PaperRoll.MARGIN + 34) > 400);
  }

  @Test
  void amountsOfAllLinesEndAtTheSameDot() {
    int right = rightmostInk(print(new ReceiptDocument.Columns("牛奶", "8.88")));
    assertEquals(right, rightmostInk(print(new ReceiptDocument.Columns("Oreo 奥利奥", "128.88"))));
  }

  @Test
  void doubleSizeIsTwiceAsLarge() {
    long one = ink(print(new Text("合计")), 0, 200);
    long two = ink(print(new Text("合计", ReceiptDocument.Style.PLAIN.doubled())), 0, 200);
    assertTrue(two > 3 * one && two < 5 * one, one + " " + two);
  }

  @Test
  void boldHasMoreInk() {
    long plain = ink(print(new Text("金额 Total")), 0, 200);
    long bold = ink(print(new Text("金额 Total", ReceiptDocument.Style.PLAIN.inBold())), 0, 200);
    assertTrue(bold > plain * 1.15, plain + " " + bold);
  }

  private static BufferedImage print(ReceiptDocument.Element element) {
    byte[] bytes = EscPosEncoder.encode(ReceiptDocument.of(element, new Cut()));
    EscPosParser parser = new EscPosParser();
    PaperRoll roll = new PaperRoll();
    parser.add(bytes, bytes.length);
    for (PrintCommand c = parser.next(); c != null; c = parser.next()) {
      var cut = roll.apply(c);
      if (cut.isPresent()) {
        return cut.get();
      }
    }
    throw new AssertionError("not cut");
  }

  private static String decodeQr(BufferedImage paper) throws Exception {
    int[] rgb = paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
    var source = new RGBLuminanceSource(paper.getWidth(), paper.getHeight(), rgb);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  private static boolean black(BufferedImage paper, int x, int y) {
    return (paper.getRGB(x, y) & 0xFF) < 128;
  }

  /** Darkness in whole black dots. */
  private static long ink(BufferedImage paper, int top, int bottom) {
    long darkness = 0;
    for (int y = top; y < Math.min(bottom, paper.getHeight()); y++) {
      for (int x = 0; x < paper.getWidth(); x++) {
        darkness += 255 - (paper.getRGB(x, y) & 0xFF);
      }
    }
    return darkness / 255;
  }

  private static int rightmostInk(BufferedImage paper) {
    for (int x = paper.getWidth() - 1; x >= 0; x--) {
      for (int y = 0; y < paper.getHeight(); y++) {
        if (black(paper, x, y)) {
          return x;
        }
      }
    }
    return -1;
  }

  private static long fingerprint(BufferedImage paper) {
    long sum = 17;
    for (int y = 0; y < paper.getHeight(); y++) {
      for (int x = 0; x < paper.getWidth(); x++) {
        sum = sum * 31 + (black(paper, x, y) ? 1 : 0);
      }
    }
    return sum;
  }
}
