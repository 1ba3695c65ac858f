package org.facepay.peripherals.printer.paper;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** The line that a printer gathers before it moves the paper: glyphs in cells of 12 or 24 dots. */
final class TextRow {
  /** Cell sizes of font A and of Chinese characters, dots. */
  static final int NARROW = 12;

  static final int HEIGHT = 24;

  private static final double BASELINE = 20.0;

  /** How a glyph looks; sizes are multiples. */
  record Look(boolean bold, boolean underline, boolean inverse, int width, int height) {}

  private record Cell(int x, int codePoint, boolean wide, Look look) {
    int dots() {
      return (wide ? 2 : 1) * NARROW * look.width();
    }
  }

  private final List<Cell> cells = new ArrayList<>();
  private int end;

  boolean isEmpty() {
    return cells.isEmpty();
  }

  int width() {
    return end;
  }

  /** Dots from the top of the tallest glyph to its bottom; 0 if there is none. */
  int height() {
    return cells.stream().mapToInt(cell -> cell.look().height() * HEIGHT).max().orElse(0);
  }

  /** Whether another glyph would still be on the paper. */
  boolean fits(boolean wide, Look look, int paperDots) {
    return end + (wide ? 2 : 1) * NARROW * look.width() <= paperDots;
  }

  void add(int codePoint, boolean wide, Look look) {
    Cell cell = new Cell(end, codePoint, wide, look);
    cells.add(cell);
    end += cell.dots();
  }

  void moveTo(int x) {
    end = x;
  }

  /** Draws all glyphs on one baseline, the row's left edge at x, its top at y. */
  void draw(Graphics2D paper, int x, int y) {
    int tallest = height();
    for (Cell cell : cells) {
      int top = y + tallest - cell.look().height() * HEIGHT;
      drawCell(paper, cell, x + cell.x(), top);
    }
  }

  private static void drawCell(Graphics2D paper, Cell cell, int x, int y) {
    Look look = cell.look();
    paper.setColor(look.inverse() ? Color.WHITE : Color.BLACK);
    if (look.inverse()) {
      paper.setColor(Color.BLACK);
      paper.fillRect(x, y, cell.dots(), HEIGHT * look.height());
      paper.setColor(Color.WHITE);
    }
    String glyph = Character.toString(cell.codePoint());
    Font font = ReceiptFont.sized(23f, look.bold());
    double cellDots = cell.wide() ? 2.0 * NARROW : NARROW;
    double natural =
        Math.max(1.0, font.getStringBounds(glyph, paper.getFontRenderContext()).getWidth());
    double squeeze = Math.min(1.0, cellDots / natural);
    AffineTransform before = paper.getTransform();
    paper.translate(x, y);
    paper.scale(look.width(), look.height());
    paper.translate((cellDots - natural * squeeze) / 2, BASELINE);
    paper.scale(squeeze, 1);
    paper.setFont(font);
    paper.drawString(glyph, 0, 0);
    paper.setTransform(before);
    if (look.underline()) {
      paper.fillRect(x, y + HEIGHT * look.height() + 1, cell.dots(), 2);
    }
  }
}
