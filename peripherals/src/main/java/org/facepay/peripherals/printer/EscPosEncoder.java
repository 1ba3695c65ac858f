package org.facepay.peripherals.printer;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.facepay.peripherals.printer.PrinterProfile.RasterCommand;
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
 * A receipt as ESC/POS bytes for the printer of a {@link PrinterProfile}: font A is 12x24 dots,
 * Chinese 24x24. Pure. Commands by their names in Epson's ESC/POS application programming guide;
 * Chinese in GB18030 between {@code FS &} and {@code FS .}, as GB 18030 printers expect.
 */
public final class EscPosEncoder {
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;
  private static final byte[] CHINESE = {FS, '&'};
  private static final byte[] CHINESE_END = {FS, '.'};

  /** Dots from line to line: a 24-dot character and room to breathe. */
  private static final int LINE_DOTS = 34;

  /** White above and below a picture or code, dots. */
  private static final int GAP_DOTS = 16;

  /** Rows per raster command; small bands suit small receive buffers. */
  private static final int BAND_ROWS = 128;

  /** Rows of {@code ESC *} mode 33. */
  private static final int COLUMN_ROWS = 24;

  /** Lines that a receipt without a cutter needs to come out from under the tear bar. */
  private static final int TEAR_LINES = 4;

  /** What QR codes of version 1, 2, ... hold at level M, ISO/IEC 18004 table 7. */
  private static final int[] LEVEL_M_BYTES = {
    14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
    711, 779, 857, 911, 997, 1059
  };

  private final PrinterProfile profile;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);

  /** For the whole receipt: making one for every line takes longer than encoding it. */
  private final CharsetEncoder encoder;

  private Align aligned = Align.LEFT;

  private EscPosEncoder(PrinterProfile profile) {
    this.profile = profile;
    this.encoder =
        profile
            .characters()
            .charset()
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  /** The bytes that print the document on 80 mm paper, from {@code ESC @} on. */
  public static byte[] encode(ReceiptDocument document) {
    return encode(document, PrinterProfile.WIDE);
  }

  /** The bytes that print the document on that kind of printer. */
  public static byte[] encode(ReceiptDocument document, PrinterProfile profile) {
    EscPosEncoder receipt = new EscPosEncoder(profile);
    receipt.put(ESC, '@');
    if (!profile.characters().multiByte()) {
      receipt.put(ESC, 't', profile.characters().codePage());
    }
    receipt.put(ESC, '3', LINE_DOTS);
    document.elements().forEach(receipt::element);
    return receipt.out.toByteArray();
  }

  private void element(Element element) {
    switch (element) {
      case Text text -> text(text);
      case Columns columns -> columns(columns);
      case Rule() -> rule();
      case Logo(Raster image) -> logo(image);
      case QrCode code -> qrCode(code);
      case Feed(int lines) -> put(ESC, 'd', lines);
      case Cut() -> cut();
    }
  }

  private void text(Text text) {
    Style style = text.style();
    align(style.align());
    for (String line : Typesetting.wrap(text.text(), profile.columns() / style.size())) {
      line(line, style.bold(), style.size());
    }
    align(Align.LEFT);
  }

  private void columns(Columns columns) {
    int width = profile.columns() / columns.size();
    for (String line : Typesetting.columns(columns.left(), columns.right(), width)) {
      line(line, columns.bold(), columns.size());
    }
  }

  private void line(String line, boolean bold, int size) {
    if (size == 2) {
      put(ESC, '3', 2 * LINE_DOTS - 8);
      put(GS, '!', 0x11);
      chineseSize(0x0C);
    }
    if (bold) {
      put(ESC, 'E', 1);
    }
    characters(line);
    out.write('\n');
    if (bold) {
      put(ESC, 'E', 0);
    }
    if (size == 2) {
      chineseSize(0);
      put(GS, '!', 0);
      put(ESC, '3', LINE_DOTS);
    }
  }

  private void characters(String line) {
    boolean multiByte = profile.characters().multiByte();
    CharBuffer characters = CharBuffer.wrap((multiByte ? line : western(line)).toCharArray());
    int most = (int) (characters.length() * encoder.maxBytesPerChar());
    ByteBuffer bytes = ByteBuffer.allocate(most);
    encoder.reset().encode(characters, bytes, true);
    boolean chinese = multiByte && bytes.position() > line.length(); // else all ASCII
    if (chinese) {
      out.writeBytes(CHINESE);
    }
    out.write(bytes.array(), 0, bytes.position());
    if (chinese) {
      out.writeBytes(CHINESE_END);
    }
  }

  private void chineseSize(int size) {
    if (profile.characters().multiByte()) {
      put(FS, '!', size);
    }
  }

  /** A character that a code page does not have takes the room it was given. */
  private String western(String line) {
    CharsetEncoder page = profile.characters().charset().newEncoder();
    StringBuilder text = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              String one = Character.toString(c);
              String known = c == 0xFFE5 ? "\u00A5 " : one;
              boolean there = page.canEncode(known);
              text.append(there ? known : "?".repeat(Math.max(1, Typesetting.width(one))));
            });
    return text.toString();
  }

  private void cut() {
    switch (profile.cutter()) {
      case NONE -> put(ESC, 'd', TEAR_LINES);
      case PARTIAL -> put(GS, 'V', 66, 0);
      case FULL -> put(GS, 'V', 65, 0);
    }
  }

  /** A dotted line drawn as a picture: the same on every font. */
  private void rule() {
    int rows = 18;
    byte[] bits = new byte[profile.widthDots() / 8 * rows];
    for (int row = 8; row < 10; row++) {
      for (int i = 0; i < profile.widthDots() / 8; i++) {
        bits[row * profile.widthDots() / 8 + i] = (byte) 0xFC;
      }
    }
    picture(Raster.of(profile.widthDots(), rows, bits));
  }

  private void logo(Raster image) {
    align(Align.CENTER);
    picture(image);
    put(ESC, 'J', GAP_DOTS);
    align(Align.LEFT);
  }

  /** At most the paper's width, in bands. */
  private void picture(Raster image) {
    int rowBytes = Math.min(image.rowBytes(), profile.widthDots() / 8);
    boolean columns = profile.raster() == RasterCommand.COLUMNS;
    int most = columns ? COLUMN_ROWS : BAND_ROWS;
    if (columns) {
      put(ESC, '3', COLUMN_ROWS);
    }
    for (int top = 0; top < image.height(); top += most) {
      int rows = Math.min(most, image.height() - top);
      byte[] band = cropped(image, top, rows, rowBytes);
      switch (profile.raster()) {
        case RASTER -> {
          put(GS, 'v', '0', 0, rowBytes, 0, rows & 0xFF, rows >> 8);
          out.writeBytes(band);
        }
        case GRAPHICS -> graphics(band, rowBytes, rows);
        case COLUMNS -> columns(band, rowBytes, rows);
      }
    }
    if (columns) {
      put(ESC, '3', LINE_DOTS);
    }
  }

  private static byte[] cropped(Raster image, int top, int rows, int rowBytes) {
    byte[] whole = image.rows(top, top + rows);
    if (rowBytes == image.rowBytes()) {
      return whole;
    }
    byte[] band = new byte[rows * rowBytes];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(whole, row * image.rowBytes(), band, row * rowBytes, rowBytes);
    }
    return band;
  }

  /** {@code GS ( L} functions 112 (store) and 50 (print). */
  private void graphics(byte[] band, int rowBytes, int rows) {
    int length = 10 + band.length;
    put(GS, '8', 'L', length, length >> 8, length >> 16, 0);
    int width = rowBytes * 8;
    put(48, 112, 48, 1, 1, 49, width, width >> 8, rows, rows >> 8);
    out.writeBytes(band);
    put(GS, '(', 'L', 2, 0, 48, 50);
  }

  /** {@code ESC *} 33: columns from the left, each three bytes from the top. */
  private void columns(byte[] band, int rowBytes, int rows) {
    int width = rowBytes * 8;
    put(ESC, '*', 33, width & 0xFF, width >> 8);
    for (int x = 0; x < width; x++) {
      int column = 0;
      for (int y = 0; y < rows; y++) {
        boolean black = (band[y * rowBytes + x / 8] & (0x80 >> (x % 8))) != 0;
        column |= black ? 1 << (COLUMN_ROWS - 1 - y) : 0;
      }
      put(column >> 16, column >> 8, column);
    }
    put('\n');
  }

  /** {@code GS ( k} functions 165, 167, 169, 180 and 181: model 2, size, level M, store, print. */
  private void qrCode(QrCode code) {
    align(Align.CENTER);
    put(ESC, 'J', GAP_DOTS);
    if (profile.nativeQr()) {
      symbol(code);
    } else {
      picture(drawn(code));
    }
    put(ESC, 'J', GAP_DOTS);
    align(Align.LEFT);
  }

  private void symbol(QrCode code) {
    byte[] data = code.text().getBytes(StandardCharsets.UTF_8);
    int stored = data.length + 3;
    put(GS, '(', 'k', 4, 0, 0x31, 0x41, 0x32, 0);
    put(GS, '(', 'k', 3, 0, 0x31, 0x43, fittingModule(code));
    put(GS, '(', 'k', 3, 0, 0x31, 0x45, 0x31);
    put(GS, '(', 'k', stored & 0xFF, stored >> 8, 0x31, 0x50, 0x30);
    out.writeBytes(data);
    put(GS, '(', 'k', 3, 0, 0x31, 0x51, 0x30);
  }

  private Raster drawn(QrCode code) {
    ByteMatrix matrix = matrix(code);
    int module = fittingModule(code);
    int side = matrix.getWidth() * module;
    int rowBytes = (side + 7) / 8;
    byte[] bits = new byte[rowBytes * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (matrix.get(x / module, y / module) == 1) {
          bits[y * rowBytes + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return Raster.of(side, side, bits);
  }

  /** By the length in bytes, without drawing the code; digits alone would need fewer modules. */
  private int fittingModule(QrCode code) {
    int bytes = code.text().getBytes(StandardCharsets.UTF_8).length;
    int version = 1;
    while (version < LEVEL_M_BYTES.length && LEVEL_M_BYTES[version - 1] < bytes) {
      version++;
    }
    int modules = 17 + 4 * version + 8;
    return Math.max(1, Math.min(code.moduleSize(), profile.widthDots() / modules));
  }

  private static ByteMatrix matrix(QrCode code) {
    try {
      return Encoder.encode(code.text(), ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("not a QR text: " + e.getMessage(), e);
    }
  }

  /** Only where it changes; {@code ESC @} left it at the left. */
  private void align(Align align) {
    if (align == aligned) {
      return;
    }
    aligned = align;
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
