package org.facepay.kiosk.web;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code as one SVG path, because the page has no encoder: modules are unit squares, runs of a
 * row are one rectangle, the quiet zone is left to the page (ISO/IEC 18004 asks for 4 modules).
 *
 * @param size modules per side
 * @param path SVG path data in modules
 */
record QrModules(int size, String path) {

  /**
   * Encodes at level M.
   *
   * @throws IllegalArgumentException if the text does not fit into a QR code
   */
  static QrModules of(String text) {
    ByteMatrix modules;
    try {
      modules = Encoder.encode(text, ErrorCorrectionLevel.M, hints(text)).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code for a text of " + text.length(), e);
    }
    StringBuilder path = new StringBuilder(4096);
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int end = x;
        while (end < modules.getWidth() && modules.get(end, y) == 1) {
          end++;
        }
        if (end > x) {
          path.append('M').append(x).append(' ').append(y).append('h').append(end - x);
          path.append("v1h").append(x - end).append('z');
        }
        x = end + 1;
      }
    }
    return new QrModules(modules.getWidth(), path.toString());
  }

  /** Names the character set only where it matters; some readers stumble over the mark. */
  private static Map<EncodeHintType, Object> hints(String text) {
    return text.chars().allMatch(c -> c < 128)
        ? Map.of()
        : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
  }
}
