package org.facepay.peripherals.printer.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.facepay.peripherals.printer.paper.PrintCommand.Bold;
import org.facepay.peripherals.printer.paper.PrintCommand.CharacterSize;
import org.facepay.peripherals.printer.paper.PrintCommand.ChineseSize;
import org.facepay.peripherals.printer.paper.PrintCommand.Cut;
import org.facepay.peripherals.printer.paper.PrintCommand.FeedDots;
import org.facepay.peripherals.printer.paper.PrintCommand.FeedLines;
import org.facepay.peripherals.printer.paper.PrintCommand.Glyph;
import org.facepay.peripherals.printer.paper.PrintCommand.Initialize;
import org.facepay.peripherals.printer.paper.PrintCommand.Inverse;
import org.facepay.peripherals.printer.paper.PrintCommand.Justify;
import org.facepay.peripherals.printer.paper.PrintCommand.LineFeed;
import org.facepay.peripherals.printer.paper.PrintCommand.LineSpacing;
import org.facepay.peripherals.printer.paper.PrintCommand.MoveTo;
import org.facepay.peripherals.printer.paper.PrintCommand.Picture;
import org.facepay.peripherals.printer.paper.PrintCommand.QrLevel;
import org.facepay.peripherals.printer.paper.PrintCommand.QrModule;
import org.facepay.peripherals.printer.paper.PrintCommand.QrPrint;
import org.facepay.peripherals.printer.paper.PrintCommand.QrStore;
import org.facepay.peripherals.printer.paper.PrintCommand.Underline;

/**
 * The paper under the print head: draws commands on 576 dots of width (80 mm paper at 203 dpi) and
 * gives a picture of each piece that is cut off. Not safe for several threads.
 */
public final class PaperRoll {
  /** Dots across. */
  public static final int WIDTH = 576;

  /** White edge in the pictures: the roll is 640 dots wide, the head 576. */
  public static final int MARGIN = 32;

  /** From the head to the cutter; what {@code GS V 66} feeds before it cuts. */
  private static final int CUTTER_DOTS = 64;

  /** Two metres; a longer receipt goes on at its last dot, as paper does in a jam. */
  private static final int LONGEST = 16_000;

  private BufferedImage image = new BufferedImage(WIDTH, 1024, BufferedImage.TYPE_BYTE_GRAY);
  private Graphics2D pen;
  private int y;
  private TextRow row = new TextRow();
  private int spacing;
  private int justify;
  private boolean bold;
  private boolean underline;
  private boolean inverse;
  private CharacterSize size = new CharacterSize(1, 1);
  private ChineseSize chineseSize = new ChineseSize(1, 1);
  private int qrModule = 3;
  private int qrLevel = 48;
  private byte[] qrData = {};

  public PaperRoll() {
    pen = penOn(image);
    initialize();
  }

  /** Loads the fonts, which takes a moment, so that the first receipt does not have to. */
  public static void loadFonts() {
    PaperRoll roll = new PaperRoll();
    roll.glyph('A', false);
    roll.glyph('中', true);
    roll.apply(new Bold(true));
    roll.glyph('文', true);
    Optional<BufferedImage> ignored = roll.apply(new Cut(0));
  }

  /** Draws a command; the receipt's picture if it was a cut. */
  public Optional<BufferedImage> apply(PrintCommand command) {
    switch (command) {
      case Initialize() -> initialize();
      case Glyph(int codePoint, boolean wide) -> glyph(codePoint, wide);
      case LineFeed() -> endRow(spacing);
      case FeedLines(int lines) -> endRow(lines * spacing);
      case FeedDots(int dots) -> endRow(dots);
      case LineSpacing(int dots) -> spacing = dots;
      case Justify(int where) -> justify = row.isEmpty() ? where : justify;
      case Bold(boolean on) -> bold = on;
      case Underline(boolean on) -> underline = on;
      case Inverse(boolean on) -> inverse = on;
      case CharacterSize chosen -> size = chosen;
      case ChineseSize chosen -> chineseSize = chosen;
      case MoveTo(int dots) -> row.moveTo(Math.min(dots, WIDTH));
      case Picture picture -> picture(picture);
      case QrModule(int dots) -> qrModule = Math.clamp(dots, 1, 16);
      case QrLevel(int level) -> qrLevel = level;
      case QrStore(byte[] data) -> qrData = data;
      case QrPrint() -> qrCode();
      case Cut(int feedDots) -> {
        return Optional.of(cut(feedDots));
      }
      default -> {}
    }
    return Optional.empty();
  }

  /** Dots printed and fed since the last cut. */
  public int length() {
    return y;
  }

  private void initialize() {
    row = new TextRow();
    spacing = 30;
    justify = 0;
    bold = false;
    underline = false;
    inverse = false;
    size = new CharacterSize(1, 1);
    chineseSize = new ChineseSize(1, 1);
  }

  private void glyph(int codePoint, boolean wide) {
    int width = wide ? Math.max(size.width(), chineseSize.width()) : size.width();
    int height = wide ? Math.max(size.height(), chineseSize.height()) : size.height();
    TextRow.Look look = new TextRow.Look(bold, underline, inverse, width, height);
    if (!row.fits(wide, look, WIDTH)) {
      endRow(spacing);
    }
    row.add(codePoint, wide, look);
  }

  /** Prints what was gathered and moves the paper by at least {@code dots}. */
  private void endRow(int dots) {
    int feed = Math.max(dots, row.height());
    room(feed + 4);
    if (!row.isEmpty()) {
      row.draw(pen, left(row.width()), y + Math.max(0, feed - row.height()) / 2);
      row = new TextRow();
    }
    y = Math.min(y + feed, LONGEST);
  }

  private int left(int width) {
    return switch (justify) {
      case 1 -> Math.max(0, (WIDTH - width) / 2);
      case 2 -> Math.max(0, WIDTH - width);
      default -> 0;
    };
  }

  private void picture(Picture p) {
    flush();
    int width = p.rowBytes() * 8 * p.xScale();
    int height = p.rows() * p.yScale();
    room(height);
    int x0 = left(width);
    for (int dy = 0; dy < height; dy++) {
      for (int dx = 0; dx < Math.min(width, WIDTH - x0); dx++) {
        int bit = dx / p.xScale();
        int at = p.bits()[dy / p.yScale() * p.rowBytes() + bit / 8];
        if ((at & (0x80 >> (bit % 8))) != 0 && y + dy < image.getHeight()) {
          image.setRGB(x0 + dx, y + dy, 0);
        }
      }
    }
    y = Math.min(y + height, LONGEST);
  }

  private void qrCode() {
    flush();
    ByteMatrix matrix;
    try {
      matrix =
          Encoder.encode(
                  new String(qrData, StandardCharsets.UTF_8),
                  level(),
                  Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
    } catch (WriterException | IllegalArgumentException e) {
      return; // a real printer prints nothing either
    }
    int dots = matrix.getWidth() * qrModule;
    room(dots);
    pen.setColor(Color.BLACK);
    for (int row = 0; row < matrix.getHeight(); row++) {
      for (int column = 0; column < matrix.getWidth(); column++) {
        if (matrix.get(column, row) == 1) {
          int x = left(dots) + column * qrModule;
          pen.fillRect(x, y + row * qrModule, qrModule, qrModule);
        }
      }
    }
    y = Math.min(y + dots, LONGEST);
  }

  private ErrorCorrectionLevel level() {
    return switch (qrLevel) {
      case 49 -> ErrorCorrectionLevel.M;
      case 50 -> ErrorCorrectionLevel.Q;
      case 51 -> ErrorCorrectionLevel.H;
      default -> ErrorCorrectionLevel.L;
    };
  }

  private BufferedImage cut(int feedDots) {
    flush();
    y = Math.min(y + CUTTER_DOTS + feedDots, LONGEST);
    room(1);
    BufferedImage piece =
        new BufferedImage(WIDTH + 2 * MARGIN, y + MARGIN, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D onto = penOn(piece);
    onto.drawImage(image.getSubimage(0, 0, WIDTH, y), MARGIN, MARGIN, null);
    onto.dispose();
    pen.dispose();
    image = new BufferedImage(WIDTH, 1024, BufferedImage.TYPE_BYTE_GRAY);
    pen = penOn(image);
    y = 0;
    return piece;
  }

  private void flush() {
    if (!row.isEmpty()) {
      endRow(spacing);
    }
  }

  /** Unrolls more paper if the next {@code dots} need it. */
  private void room(int dots) {
    int wanted = Math.min(y + dots, LONGEST);
    if (wanted <= image.getHeight()) {
      return;
    }
    int height = Math.min(LONGEST, Math.max(wanted, image.getHeight() * 2));
    BufferedImage longer = new BufferedImage(WIDTH, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D onto = penOn(longer);
    onto.drawImage(image, 0, 0, null);
    pen.dispose();
    image = longer;
    pen = onto;
  }

  private static Graphics2D penOn(BufferedImage paper) {
    Graphics2D pen = paper.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    return pen;
  }
}
