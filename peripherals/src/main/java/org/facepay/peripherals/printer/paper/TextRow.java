package org.facepay.peripherals.printer.paper;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The line that a printer gathers before it moves the paper: glyphs in cells of 12x24 dots (font
 * A), 9x17 (font B) or 24x24 (Chinese), and column pictures.
 */
final class TextRow {
  /** How a glyph looks; sizes are multiples. */
  record Look(
      boolean fontB,
      boolean bold,
      boolean underline,
      boolean inverse,
      int width,
      int height,
      int spacing) {
    int cellHeight() {
      return (fontB ? 17 : 24) * height;
    }
  }

  private sealed interface Piece permits Cell, Stamp {
    int height();
  }

  private record Cell(int x, int codePoint, boolean wide, Look look) implements Piece {
    int glyphDots() {
      return wide ? 24 : look.fontB() ? 9 : 12;
    }

    int dots() {
      return (glyphDots() + look.spacing()) * look.width();
    }

    @Override
    public int height() {
      return wide ? 24 * look.height() : look.cellHeight();
    }
  }

  private record Stamp(int x, BufferedImage image) implements Piece {
    @Override
    public int height() {
      return image.getHeight();
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private int end;
  private int rightmost;

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  /** Where the next piece goes. */
  int end() {
    return end;
  }

  /** Dots from the left margin to the rightmost piece's end. */
  int width() {
    return rightmost;
  }

  /** Dots from the top of the tallest piece to its bottom; 0 if there is none. */
  int height() {
    return pieces.stream().mapToInt(Piece::height).max().orElse(0);
  }

  /** Whether another glyph would still be in the print area. */
  boolean fits(boolean wide, Look look, int areaDots) {
    return end + new Cell(end, ' ', wide, look).dots() <= areaDots;
  }

  void add(int codePoint, boolean wide, Look look) {
    Cell cell = new Cell(end, codePoint, wide, look);
    pieces.add(cell);
    advance(cell.dots());
  }

  void add(BufferedImage image) {
    pieces.add(new Stamp(end, image));
    advance(image.getWidth());
  }

  void moveTo(int x) {
    end = Math.max(0, x);
    rightmost = Math.max(rightmost, end);
  }

  private void advance(int dots) {
    end += dots;
    rightmost = Math.max(rightmost, end);
  }

  /** Draws all pieces on one baseline, the row's left edge at x, its top at y. */
  void draw(Graphics2D paper, int x, int y) {
    int tallest = height();
    for (Piece piece : pieces) {
      int top = y + tallest - piece.height();
      switch (piece) {
        case Cell cell -> drawCell(paper, cell, x + cell.x(), top);
        case Stamp stamp -> paper.drawImage(stamp.image(), x + stamp.x(), top, null);
      }
    }
  }

  private static void drawCell(Graphics2D paper, Cell cell, int x, int y) {
    Look look = cell.look();
    paper.setColor(Color.BLACK);
    if (look.inverse()) {
      paper.fillRect(x, y, cell.dots(), cell.height());
      paper.setColor(Color.WHITE);
    }
    double scale = look.fontB() && !cell.wide() ? 17.0 / 24 : 1;
    String glyph = Character.toString(cell.codePoint());
    Font font = ReceiptFont.sized((float) (23 * scale), look.bold());
    double cellDots = cell.glyphDots();
    double natural =
        Math.max(1.0, font.getStringBounds(glyph, paper.getFontRenderContext()).getWidth());
    double squeeze = Math.min(1.0, cellDots / natural);
    AffineTransform before = paper.getTransform();
    paper.translate(x, y);
    paper.scale(look.width(), look.height());
    paper.translate((cellDots - natural * squeeze) / 2, 20.0 * scale);
    paper.scale(squeeze, 1);
    paper.setFont(font);
    paper.drawString(glyph, 0, 0);
    paper.setTransform(before);
    if (look.underline()) {
      paper.fillRect(x, y + cell.height() + 1, cell.dots(), 2);
    }
  }
}
