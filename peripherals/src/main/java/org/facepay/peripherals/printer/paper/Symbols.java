package org.facepay.peripherals.printer.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.oned.CodaBarWriter;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.Code39Writer;
import com.google.zxing.oned.Code93Writer;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.oned.EAN8Writer;
import com.google.zxing.oned.ITFWriter;
import com.google.zxing.oned.OneDimensionalCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.facepay.peripherals.printer.paper.PrintCommand.Barcode;
import org.facepay.peripherals.printer.paper.PrintCommand.BarcodeHeight;
import org.facepay.peripherals.printer.paper.PrintCommand.BarcodeModule;
import org.facepay.peripherals.printer.paper.PrintCommand.BarcodeText;
import org.facepay.peripherals.printer.paper.PrintCommand.QrLevel;
import org.facepay.peripherals.printer.paper.PrintCommand.QrModule;
import org.facepay.peripherals.printer.paper.PrintCommand.QrStore;
import org.jspecify.annotations.Nullable;

/** Barcodes and QR codes as a printer draws them; nothing where a real one prints nothing. */
final class Symbols {
  private int height;
  private int module;
  private int textWhere;
  private int qrModule;
  private int qrLevel;
  private byte[] qrData = {};

  Symbols() {
    initialize();
  }

  void initialize() {
    height = 162;
    module = 3;
    textWhere = 0;
    qrModule = 3;
    qrLevel = 48;
    qrData = new byte[0];
  }

  void setting(PrintCommand command) {
    switch (command) {
      case BarcodeHeight(int dots) -> height = Math.max(1, dots);
      case BarcodeModule(int dots) -> module = Math.clamp(dots, 1, 6);
      case BarcodeText(int where) -> textWhere = where;
      case QrModule(int dots) -> qrModule = Math.clamp(dots, 1, 16);
      case QrLevel(int level) -> qrLevel = level;
      case QrStore(byte[] data) -> qrData = data;
      default -> {}
    }
  }

  Optional<BufferedImage> barcode(Barcode barcode) {
    OneDimensionalCodeWriter writer = writer(barcode.system());
    String data = payload(barcode);
    if (writer == null || data.isEmpty()) {
      return Optional.empty();
    }
    boolean[] modules;
    try {
      modules = writer.encode(data);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String text = text(barcode.system(), data);
    int above = (textWhere & 1) != 0 ? 24 : 0;
    int below = (textWhere & 2) != 0 ? 24 : 0;
    int width = Math.max(modules.length * module, text.length() * (above + below > 0 ? 12 : 0));
    BufferedImage image = white(width, above + height + below);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLACK);
    int left = (width - modules.length * module) / 2;
    for (int i = 0; i < modules.length; i++) {
      if (modules[i]) {
        pen.fillRect(left + i * module, above, module, height);
      }
    }
    if (above + below > 0) {
      digits(pen, text, width, above > 0, below > 0 ? above + height : -1);
    }
    pen.dispose();
    return Optional.of(image);
  }

  Optional<BufferedImage> qrCode() {
    ByteMatrix matrix;
    try {
      matrix =
          Encoder.encode(
                  new String(qrData, StandardCharsets.UTF_8),
                  level(),
                  Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
    } catch (WriterException | IllegalArgumentException e) {
      return Optional.empty();
    }
    int dots = matrix.getWidth() * qrModule;
    BufferedImage image = white(dots, dots);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLACK);
    for (int row = 0; row < matrix.getHeight(); row++) {
      for (int column = 0; column < matrix.getWidth(); column++) {
        if (matrix.get(column, row) == 1) {
          pen.fillRect(column * qrModule, row * qrModule, qrModule, qrModule);
        }
      }
    }
    pen.dispose();
    return Optional.of(image);
  }

  private static void digits(Graphics2D pen, String text, int width, boolean above, int below) {
    TextRow row = new TextRow();
    TextRow.Look look = new TextRow.Look(false, false, false, false, 1, 1, 0);
    text.chars().forEach(c -> row.add(c, false, look));
    int x = Math.max(0, (width - row.width()) / 2);
    if (above) {
      row.draw(pen, x, 0);
    }
    if (below >= 0) {
      row.draw(pen, x, below);
    }
  }

  private static @Nullable OneDimensionalCodeWriter writer(int system) {
    return switch (system) {
      case 65, 67 -> new EAN13Writer();
      case 68 -> new EAN8Writer();
      case 69 -> new Code39Writer();
      case 70 -> new ITFWriter();
      case 71 -> new CodaBarWriter();
      case 72 -> new Code93Writer();
      case 73 -> new Code128Writer();
      default -> null;
    };
  }

  /** What the writers want: UPC-A as EAN-13, Code 128 without the code-set marks. */
  private static String payload(Barcode barcode) {
    return switch (barcode.system()) {
      case 65 -> "0" + barcode.data();
      case 73 -> barcode.data().replaceAll("\\{[ABC]", "");
      default -> barcode.data();
    };
  }

  private static String text(int system, String data) {
    boolean ean = system == 65 || system == 67;
    if (ean && data.length() == 12 && data.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int sum = 0;
      for (int i = 0; i < 12; i++) {
        sum += (data.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
      }
      return data + (10 - sum % 10) % 10;
    }
    return data;
  }

  private ErrorCorrectionLevel level() {
    return switch (qrLevel) {
      case 49 -> ErrorCorrectionLevel.M;
      case 50 -> ErrorCorrectionLevel.Q;
      case 51 -> ErrorCorrectionLevel.H;
      default -> ErrorCorrectionLevel.L;
    };
  }

  private static BufferedImage white(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return image;
  }
}
