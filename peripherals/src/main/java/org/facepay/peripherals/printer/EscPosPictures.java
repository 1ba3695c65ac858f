package org.facepay.peripherals.printer;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import org.facepay.peripherals.printer.ReceiptDocument.QrCode;

/**
 * Pictures and codes in the commands that a {@link PrinterProfile} has for them, cut into bands and
 * columns so that no command is longer than a printer's buffer.
 */
final class EscPosPictures {
  private static final int ESC = 0x1B;
  private static final int GS = 0x1D;

  /** Rows per raster command; small bands suit small receive buffers. */
  private static final int BAND_ROWS = 32;

  /** Rows of {@code ESC *} mode 33. */
  private static final int COLUMN_ROWS = 24;

  /** Bytes around a picture's in the longest of its commands, {@code GS 8 L} and its print. */
  private static final int COMMAND_BYTES = 24;

  /** The longest text of a code and the bytes around it. */
  private static final int SYMBOL_BYTES = 1_008;

  /** What QR codes of version 1, 2, ... hold at level M, ISO/IEC 18004 table 7. */
  private static final int[] LEVEL_M_BYTES = {
    14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
    711, 779, 857, 911, 997, 1059
  };

  private final PrinterProfile profile;
  private final CommandBytes out;
  private final int largest;

  /**
   * Writes to {@code out}.
   *
   * @param largest bytes of a command, at most
   */
  EscPosPictures(PrinterProfile profile, CommandBytes out, int largest) {
    this.profile = profile;
    this.out = out;
    this.largest = Math.min(largest, longestCommand(profile));
  }

  /** The bytes of the longest command that any receipt on such a printer has. */
  static int longestCommand(PrinterProfile profile) {
    return Math.max(SYMBOL_BYTES, profile.widthDots() / 8 * BAND_ROWS + COMMAND_BYTES);
  }

  /** A dotted line drawn as a picture: the same on every font. */
  void rule() {
    int rows = 18;
    byte[] bits = new byte[profile.widthDots() / 8 * rows];
    for (int row = 8; row < 10; row++) {
      for (int i = 0; i < profile.widthDots() / 8; i++) {
        bits[row * profile.widthDots() / 8 + i] = (byte) 0xFC;
      }
    }
    picture(Raster.of(profile.widthDots(), rows, bits));
  }

  /** At most the paper's width, in bands. */
  void picture(Raster image) {
    int rowBytes = Math.min(image.rowBytes(), profile.widthDots() / 8);
    boolean columns = profile.pictures().command() == PrinterProfile.RasterCommand.COLUMNS;
    int fitting = Math.max(1, (largest - COMMAND_BYTES) / rowBytes);
    int most = columns ? COLUMN_ROWS : Math.min(BAND_ROWS, fitting);
    out.endCommand();
    if (columns) {
      out.put(ESC, '3', COLUMN_ROWS);
      out.endCommand();
    }
    for (int top = 0; top < image.height(); top += most) {
      int rows = Math.min(most, image.height() - top);
      byte[] band = cropped(image, top, rows, rowBytes);
      switch (profile.pictures().command()) {
        case RASTER -> {
          out.put(GS, 'v', '0', 0, rowBytes, 0, rows & 0xFF, rows >> 8);
          out.write(band);
        }
        case GRAPHICS -> graphics(band, rowBytes, rows);
        case COLUMNS -> columns(band, rowBytes, rows);
      }
      out.endCommand();
    }
    if (columns) {
      out.put(ESC, '3', EscPosEncoder.LINE_DOTS);
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
    out.put(GS, '8', 'L', length, length >> 8, length >> 16, 0);
    int width = rowBytes * 8;
    out.put(48, 112, 48, 1, 1, 49, width, width >> 8, rows, rows >> 8);
    out.write(band);
    out.put(GS, '(', 'L', 2, 0, 48, 50);
  }

  /** {@code ESC *} 33: columns from the left, each three bytes from the top. */
  private void columns(byte[] band, int rowBytes, int rows) {
    int width = rowBytes * 8;
    int most = Math.max(1, (largest - COMMAND_BYTES) / 3);
    for (int left = 0; left < width; left += most) {
      int count = Math.min(most, width - left);
      out.put(ESC, '*', 33, count & 0xFF, count >> 8);
      for (int x = left; x < left + count; x++) {
        int column = 0;
        for (int y = 0; y < rows; y++) {
          boolean black = (band[y * rowBytes + x / 8] & (0x80 >> (x % 8))) != 0;
          column |= black ? 1 << (COLUMN_ROWS - 1 - y) : 0;
        }
        out.put(column >> 16, column >> 8, column);
      }
      out.endCommand();
    }
    out.put('\n');
  }

  /** By the printer where it can and the code fits a command, else as a picture. */
  void qrCode(QrCode code) {
    byte[] data = code.text().getBytes(StandardCharsets.UTF_8);
    if (profile.pictures().qrCodes() && data.length + 8 <= largest) {
      symbol(data, fittingModule(code));
    } else {
      picture(drawn(code));
    }
  }

  /** {@code GS ( k} functions 165, 167, 169, 180 and 181: model 2, size, level M, store, print. */
  private void symbol(byte[] data, int module) {
    out.endCommand();
    int stored = data.length + 3;
    out.put(GS, '(', 'k', 4, 0, 0x31, 0x41, 0x32, 0);
    out.put(GS, '(', 'k', 3, 0, 0x31, 0x43, module);
    out.put(GS, '(', 'k', 3, 0, 0x31, 0x45, 0x31);
    out.endCommand();
    out.put(GS, '(', 'k', stored & 0xFF, stored >> 8, 0x31, 0x50, 0x30);
    out.write(data);
    out.endCommand();
    out.put(GS, '(', 'k', 3, 0, 0x31, 0x51, 0x30);
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
}
