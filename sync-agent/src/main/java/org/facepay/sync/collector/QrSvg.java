package org.facepay.sync.collector;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code (ISO/IEC 18004, level M) as an SVG with its quiet zone, for pages without a script. */
final class QrSvg {
  private static final int QUIET = 4;

  private QrSvg() {}

  /** Markup; empty for a text that fits into no code. */
  static String of(String text) {
    ByteMatrix modules;
    try {
      modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      return "";
    }
    int side = modules.getWidth() + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    return "<svg viewBox=\"0 0 %d %1$d\" role=img shape-rendering=crispEdges>".formatted(side)
        + "<path fill=\"#fff\" d=\"M0 0h%dv%1$dH0z\"/><path d=\"%s\"/></svg>".formatted(side, path);
  }
}
