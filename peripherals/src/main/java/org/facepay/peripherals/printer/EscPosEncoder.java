package org.facepay.peripherals.printer;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.facepay.peripherals.printer.ReceiptDocument.Align;
import org.facepay.peripherals.printer.ReceiptDocument.Columns;
import org.facepay.peripherals.printer.ReceiptDocument.Cut;
import org.facepay.peripherals.printer.ReceiptDocument.Element;
import org.facepay.peripherals.printer.ReceiptDocument.Feed;
import org.facepay.peripherals.printer.ReceiptDocument.Logo;
import org.facepay.peripherals.printer.ReceiptDocument.QrCode;
import org.facepay.peripherals.printer.ReceiptDocument.Rule;
import org.facepay.peripherals.printer.ReceiptDocument.Style;
import org.facepay.peripherals.printer.ReceiptDocument.Text;

/**
 * A receipt as ESC/POS bytes for 80 mm paper: 576 dots, 48 columns of font A (12x24), Chinese
 * 24x24. Pure. Commands by their names in Epson's ESC/POS application programming guide; Chinese in
 * GB18030 between {@code FS &} and {@code FS .}, as GB 18030 printers expect.
 */
public final class EscPosEncoder {
  /** Dots across the paper. */
  public static final int WIDTH_DOTS = 576;

  /** Characters across the paper at single size. */
  public static final int COLUMNS = 48;

  static final Charset GB18030 = Charset.forName("GB18030");

  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;

  /** Dots from line to line: a 24-dot character and room to breathe. */
  private static final int LINE_DOTS = 34;

  /** White above and below a picture or code, dots. */
  private static final int GAP_DOTS = 16;

  /** Rows per raster command; small bands suit small receive buffers. */
  private static final int BAND_ROWS = 128;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);

  private EscPosEncoder() {}

  /** The bytes that print the document, from {@code ESC @} on. */
  public static byte[] encode(ReceiptDocument document) {
    EscPosEncoder encoder = new EscPosEncoder();
    encoder.put(ESC, '@');
    encoder.put(ESC, '3', LINE_DOTS);
    document.elements().forEach(encoder::element);
    return encoder.out.toByteArray();
  }

  private void element(Element element) {
    switch (element) {
      case Text text -> text(text);
      case Columns columns -> columns(columns);
      case Rule() -> rule();
      case Logo(Raster image) -> logo(image);
      case QrCode code -> qrCode(code);
      case Feed(int lines) -> put(ESC, 'd', lines);
      case Cut() -> put(GS, 'V', 66, 0);
    }
  }

  private void text(Text text) {
    Style style = text.style();
    align(style.align());
    for (String line : Typesetting.wrap(text.text(), COLUMNS / style.size())) {
      line(line, style.bold(), style.size());
    }
    align(Align.LEFT);
  }

  private void columns(Columns columns) {
    int width = COLUMNS / columns.size();
    for (String line : Typesetting.columns(columns.left(), columns.right(), width)) {
      line(line, columns.bold(), columns.size());
    }
  }

  private void line(String line, boolean bold, int size) {
    if (size == 2) {
      put(ESC, '3', 2 * LINE_DOTS - 8);
      put(GS, '!', 0x11);
      put(FS, '!', 0x0C);
    }
    if (bold) {
      put(ESC, 'E', 1);
    }
    characters(line);
    put('\n');
    if (bold) {
      put(ESC, 'E', 0);
    }
    if (size == 2) {
      put(FS, '!', 0);
      put(GS, '!', 0);
      put(ESC, '3', LINE_DOTS);
    }
  }

  private void characters(String line) {
    byte[] bytes = line.getBytes(GB18030);
    boolean chinese = bytes.length != line.length() || line.chars().anyMatch(c -> c >= 0x80);
    if (chinese) {
      put(FS, '&');
    }
    out.writeBytes(bytes);
    if (chinese) {
      put(FS, '.');
    }
  }

  /** A dotted line drawn as a picture: the same on every font. */
  private void rule() {
    int rows = 18;
    byte[] bits = new byte[WIDTH_DOTS / 8 * rows];
    for (int row = 8; row < 10; row++) {
      for (int i = 0; i < WIDTH_DOTS / 8; i++) {
        bits[row * WIDTH_DOTS / 8 + i] = (byte) 0xFC;
      }
    }
    picture(Raster.of(WIDTH_DOTS, rows, bits));
  }

  private void logo(Raster image) {
    align(Align.CENTER);
    picture(image);
    put(ESC, 'J', GAP_DOTS);
    align(Align.LEFT);
  }

  /** {@code GS v 0}: at most the paper's width, in bands. */
  private void picture(Raster image) {
    int rowBytes = Math.min(image.rowBytes(), WIDTH_DOTS / 8);
    for (int top = 0; top < image.height(); top += BAND_ROWS) {
      int rows = Math.min(BAND_ROWS, image.height() - top);
      byte[] band = image.rows(top, top + rows);
      put(GS, 'v', '0', 0, rowBytes, 0, rows & 0xFF, rows >> 8);
      for (int row = 0; row < rows; row++) {
        out.write(band, row * image.rowBytes(), rowBytes);
      }
    }
  }

  /** {@code GS ( k} functions 165, 167, 169, 180 and 181: model 2, size, level M, store, print. */
  private void qrCode(QrCode code) {
    byte[] data = code.text().getBytes(StandardCharsets.UTF_8);
    int stored = data.length + 3;
    align(Align.CENTER);
    put(ESC, 'J', GAP_DOTS);
    put(GS, '(', 'k', 4, 0, 0x31, 0x41, 0x32, 0);
    put(GS, '(', 'k', 3, 0, 0x31, 0x43, fittingModule(code));
    put(GS, '(', 'k', 3, 0, 0x31, 0x45, 0x31);
    put(GS, '(', 'k', stored & 0xFF, stored >> 8, 0x31, 0x50, 0x30);
    out.writeBytes(data);
    put(GS, '(', 'k', 3, 0, 0x31, 0x51, 0x30);
    put(ESC, 'J', GAP_DOTS);
    align(Align.LEFT);
  }

  private static int fittingModule(QrCode code) {
    try {
      int modules = Encoder.encode(code.text(), ErrorCorrectionLevel.M).getMatrix().getWidth() + 8;
      return Math.max(1, Math.min(code.moduleSize(), WIDTH_DOTS / modules));
    } catch (WriterException e) {
      throw new IllegalArgumentException("not a QR text: " + e.getMessage(), e);
    }
  }

  private void align(Align align) {
    int where =
        switch (align) {
          case LEFT -> 0;
          case CENTER -> 1;
          case RIGHT -> 2;
        };
    put(ESC, 'a', where);
  }

  private void put(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
  }
}
