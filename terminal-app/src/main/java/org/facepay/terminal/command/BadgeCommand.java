package org.facepay.terminal.command;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.facepay.terminal.world.reading.Badges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A badge for somebody who may agree to refunds. */
@Command(
    name = "badge",
    description =
        "Makes a badge for a member of staff: adds the name to the badge file and writes the QR code to be printed. Remove the line to take it back; the terminal reads the file when it starts.")
final class BadgeCommand implements Callable<Integer> {
  private static final int PIXELS = 480;

  @Parameters(paramLabel = "NAME", description = "as it is to stand on refund slips")
  private String name = "";

  @Option(names = "--file", required = true, description = "the terminal's refunds.badges")
  private Path file = Path.of("");

  @Option(
      names = "--png",
      required = true,
      description = "where the QR code goes; print, then delete")
  private Path png = Path.of("");

  @Override
  public Integer call() throws Exception {
    String code = Badges.code();
    draw(code); // first: a badge nobody can print must not be in the file
    try {
      Badges.add(file, name, code);
    } catch (IOException e) {
      Files.deleteIfExists(png);
      throw e;
    }
    System.out.println("BADGE name=" + name + " file=" + file + " png=" + png);
    return 0;
  }

  private void draw(String code) throws IOException, WriterException {
    BitMatrix bits = new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, PIXELS, PIXELS);
    BufferedImage image =
        new BufferedImage(bits.getWidth(), bits.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < bits.getHeight(); y++) {
      for (int x = 0; x < bits.getWidth(); x++) {
        image.setRGB(x, y, bits.get(x, y) ? 0 : 0xffffff);
      }
    }
    try (OutputStream out = Files.newOutputStream(png)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new IOException("the picture cannot be written to " + png + ": " + e, e);
    }
  }
}
