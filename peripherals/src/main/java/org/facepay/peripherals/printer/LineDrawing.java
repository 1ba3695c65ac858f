package org.facepay.peripherals.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.text.Bidi;
import org.facepay.peripherals.printer.paper.ReceiptFont;

/**
 * A line of text as a picture, with this machine's fonts: for characters that the printer's own
 * font lacks. Text that is read from the right stands in its visual order (UAX #9), Arabic letters
 * are joined. Everything is squeezed into the columns it was given, so that amounts stay whole.
 */
final class LineDrawing {
  /** A column of the printer's font A. */
  private static final int COLUMN_DOTS = 12;

  private static final int HEIGHT_DOTS = 24;
  private static final int BASELINE_DOTS = 20;
  private static final float FONT_DOTS = 22;
  private static final FontRenderContext DOTS = new FontRenderContext(null, false, false);

  private final boolean rightToLeft;
  private final boolean bold;
  private final int size;

  /**
   * For lines of one look.
   *
   * @param rightToLeft whether their paragraph begins with a letter that is read from the right
   * @param size 1, or 2 for double width and height
   */
  LineDrawing(boolean rightToLeft, boolean bold, int size) {
    this.rightToLeft = rightToLeft;
    this.bold = bold;
    this.size = size;
  }

  /** Whether a font of this machine has the character. */
  static boolean canDraw(int codePoint) {
    return ReceiptFont.having(codePoint).isPresent();
  }

  /** Whether a paragraph begins with a letter that is read from the right. */
  static boolean rightToLeft(String paragraph) {
    return !new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }

  /**
   * The line, as wide as its text; as wide as all its columns if it has two ends.
   *
   * @param columns across the paper, at this size
   */
  Raster draw(Typesetting.Line line, int columns) {
    int room = columns * COLUMN_DOTS;
    int right = line.rightColumns() * COLUMN_DOTS;
    int left = right == 0 ? room : room - right - COLUMN_DOTS;
    int width = right > 0 ? room : Math.clamp((long) Math.ceil(advance(line.left())), 1, room);
    BufferedImage image =
        new BufferedImage(
            (width * size + 7) / 8 * 8, HEIGHT_DOTS * size, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(Color.BLACK);
    pen.scale(size, size);
    write(pen, line.left(), rightToLeft, 0, left);
    if (right > 0) {
      boolean fromTheRight = rightToLeft(line.right()); // an amount never is, whatever its name
      double end = Math.min(right, laidOut(line.right(), fromTheRight).getAdvance());
      write(pen, line.right(), fromTheRight, room - end, right);
    }
    pen.dispose();
    return Raster.from(image);
  }

  private double advance(String text) {
    return text.isBlank() ? 0 : laidOut(text, rightToLeft).getAdvance();
  }

  private void write(Graphics2D pen, String text, boolean fromTheRight, double x, int room) {
    if (text.isBlank()) {
      return;
    }
    Graphics2D here = (Graphics2D) pen.create();
    TextLayout layout = laidOut(text, fromTheRight);
    here.translate(x, 0);
    here.scale(Math.min(1, room / (double) layout.getAdvance()), 1);
    layout.draw(here, 0, BASELINE_DOTS);
    here.dispose();
  }

  /** Each character in a font that has it; one that only shapes others in theirs. */
  private TextLayout laidOut(String text, boolean fromTheRight) {
    AttributedString styled = new AttributedString(text);
    styled.addAttribute(
        TextAttribute.RUN_DIRECTION,
        fromTheRight ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    Font font = fontOf(' ');
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int c = text.codePointAt(i);
      next = i + Character.charCount(c);
      font = c == ' ' || Transliteration.shapesOthers(c) ? font : fontOf(c);
      styled.addAttribute(TextAttribute.FONT, font, i, next);
    }
    return new TextLayout(styled.getIterator(), DOTS);
  }

  private Font fontOf(int c) {
    Font found = ReceiptFont.having(c).or(() -> ReceiptFont.having('0')).orElseThrow();
    return found.deriveFont(bold ? Font.BOLD : Font.PLAIN, FONT_DOTS);
  }
}
