package org.facepay.peripherals.printer.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.facepay.peripherals.printer.paper.PrintCommand.Barcode;
import org.facepay.peripherals.printer.paper.PrintCommand.Bold;
import org.facepay.peripherals.printer.paper.PrintCommand.CharacterSize;
import org.facepay.peripherals.printer.paper.PrintCommand.CharacterSpacing;
import org.facepay.peripherals.printer.paper.PrintCommand.ChineseSize;
import org.facepay.peripherals.printer.paper.PrintCommand.ColumnPicture;
import org.facepay.peripherals.printer.paper.PrintCommand.Cut;
import org.facepay.peripherals.printer.paper.PrintCommand.FeedDots;
import org.facepay.peripherals.printer.paper.PrintCommand.FeedLines;
import org.facepay.peripherals.printer.paper.PrintCommand.FontB;
import org.facepay.peripherals.printer.paper.PrintCommand.Glyph;
import org.facepay.peripherals.printer.paper.PrintCommand.GraphicsPrint;
import org.facepay.peripherals.printer.paper.PrintCommand.GraphicsStore;
import org.facepay.peripherals.printer.paper.PrintCommand.Initialize;
import org.facepay.peripherals.printer.paper.PrintCommand.Inverse;
import org.facepay.peripherals.printer.paper.PrintCommand.Justify;
import org.facepay.peripherals.printer.paper.PrintCommand.LeftMargin;
import org.facepay.peripherals.printer.paper.PrintCommand.LineFeed;
import org.facepay.peripherals.printer.paper.PrintCommand.LineSpacing;
import org.facepay.peripherals.printer.paper.PrintCommand.MotionUnits;
import org.facepay.peripherals.printer.paper.PrintCommand.MoveBy;
import org.facepay.peripherals.printer.paper.PrintCommand.MoveTo;
import org.facepay.peripherals.printer.paper.PrintCommand.Picture;
import org.facepay.peripherals.printer.paper.PrintCommand.PrintArea;
import org.facepay.peripherals.printer.paper.PrintCommand.PrintMode;
import org.facepay.peripherals.printer.paper.PrintCommand.QrPrint;
import org.facepay.peripherals.printer.paper.PrintCommand.Tab;
import org.facepay.peripherals.printer.paper.PrintCommand.Underline;
import org.facepay.peripherals.printer.paper.RollModel.Cuts;
import org.jspecify.annotations.Nullable;

/**
 * The paper under the print head: draws commands at 203 dpi on the width of a {@link RollModel} and
 * gives a picture of each piece that is cut off. Not safe for several threads.
 */
public final class PaperRoll {
  /** Dots across 80 mm paper. */
  public static final int WIDTH = 576;

  /** White edge in the pictures: the roll is 640 dots wide, the head 576. */
  public static final int MARGIN = 32;

  /** Two metres; a longer receipt goes on at its last dot, as paper does in a jam. */
  private static final int LONGEST = 16_000;

  /** Dots per inch of every receipt printer's head. */
  private static final int DPI = 203;

  private static final int DEFAULT_SPACING = 30;

  private final RollModel model;
  private final Symbols symbols = new Symbols();
  private BufferedImage image;
  private Graphics2D pen;
  private int y;
  private TextRow row = new TextRow();
  private int spacing;
  private int justify;
  private TextRow.Look look = plain();
  private ChineseSize chineseSize = new ChineseSize(1, 1);
  private int unitsAcross;
  private int unitsAlong;
  private int leftMargin;
  private int area;
  private boolean afterPicture;
  private @Nullable Picture graphics;

  /** 80 mm paper. */
  public PaperRoll() {
    this(RollModel.USUAL);
  }

  /** The paper of that printer. */
  public PaperRoll(RollModel model) {
    this.model = model;
    this.image = blank(1024);
    this.pen = penOn(image);
    initialize();
  }

  /** Loads the fonts, which takes a moment, so that the first receipt does not have to. */
  public static void loadFonts() {
    PaperRoll roll = new PaperRoll();
    roll.glyph('A', false);
    roll.glyph('中', true);
    roll.apply(new Bold(true));
    roll.glyph('文', true);
    Optional<BufferedImage> ignored = roll.apply(new Cut(0, true, true));
  }

  /** Draws a command; the receipt's picture if it was a cut. */
  public Optional<BufferedImage> apply(PrintCommand command) {
    boolean feedSwallowed =
        afterPicture && command instanceof LineFeed && !model.feedsAfterPicture();
    afterPicture &= !(command instanceof LineFeed || command instanceof Glyph);
    switch (command) {
      case Initialize() -> initialize();
      case Glyph(int codePoint, boolean wide) -> glyph(codePoint, wide);
      case LineFeed() -> endRow(feedSwallowed && row.isEmpty() ? 0 : spacing);
      case FeedLines(int lines) -> endRow(lines * spacing);
      case FeedDots(int units) -> endRow(model.feedsByDots() ? along(units) : 0);
      case LineSpacing(int units) -> spacing = units < 0 ? DEFAULT_SPACING : along(units);
      case Justify(int where) -> justify = row.isEmpty() ? where : justify;
      case Picture picture -> picture(picture);
      case GraphicsStore(Picture picture) -> graphics = picture;
      case GraphicsPrint() -> printGraphics();
      case ColumnPicture columns -> row.add(drawn(columns));
      case Barcode barcode -> symbol(symbols.barcode(barcode));
      case QrPrint() -> symbol(symbols.qrCode());
      case Cut cut -> {
        return cut(cut);
      }
      default -> setting(command);
    }
    return Optional.empty();
  }

  private void setting(PrintCommand command) {
    switch (command) {
      case Bold(boolean on) -> look = styled(look.fontB(), on, look.underline(), look.inverse());
      case Underline(boolean on) -> look = styled(look.fontB(), look.bold(), on, look.inverse());
      case Inverse(boolean on) -> look = styled(look.fontB(), look.bold(), look.underline(), on);
      case FontB(boolean on) -> look = styled(on, look.bold(), look.underline(), look.inverse());
      case PrintMode(boolean fontB, boolean bold, boolean underline, CharacterSize size) -> {
        look = styled(fontB, bold, underline, look.inverse());
        look = sized(size.width(), size.height());
      }
      case CharacterSize(int width, int height) -> look = sized(width, height);
      case ChineseSize chosen -> chineseSize = chosen;
      case CharacterSpacing(int units) -> look = spaced(across(units));
      case MotionUnits(int across, int along) -> {
        unitsAcross = across;
        unitsAlong = along;
      }
      case LeftMargin(int units) -> leftMargin = row.isEmpty() ? across(units) : leftMargin;
      case PrintArea(int units) -> area = row.isEmpty() ? Math.max(24, across(units)) : area;
      case MoveTo(int units) -> moveTo(across(units));
      case MoveBy(int units) -> moveTo(row.end() + across(units));
      case Tab() -> moveTo((row.end() / 96 + 1) * 96);
      default -> symbols.setting(command);
    }
  }

  /** Dots printed and fed since the last cut. */
  public int length() {
    return y;
  }

  private void initialize() {
    row = new TextRow();
    spacing = DEFAULT_SPACING;
    justify = 0;
    look = plain();
    chineseSize = new ChineseSize(1, 1);
    unitsAcross = 0;
    unitsAlong = 0;
    leftMargin = 0;
    area = model.widthDots();
    symbols.initialize();
  }

  private static TextRow.Look plain() {
    return new TextRow.Look(false, false, false, false, 1, 1, 0);
  }

  private TextRow.Look styled(boolean fontB, boolean bold, boolean underline, boolean inverse) {
    return new TextRow.Look(
        fontB, bold, underline, inverse, look.width(), look.height(), look.spacing());
  }

  private TextRow.Look sized(int width, int height) {
    return new TextRow.Look(
        look.fontB(), look.bold(), look.underline(), look.inverse(), width, height, look.spacing());
  }

  private TextRow.Look spaced(int spacing) {
    return new TextRow.Look(
        look.fontB(),
        look.bold(),
        look.underline(),
        look.inverse(),
        look.width(),
        look.height(),
        spacing);
  }

  private int across(int units) {
    return unitsAcross == 0 ? units : Math.round((float) units * DPI / unitsAcross);
  }

  private int along(int units) {
    return unitsAlong == 0 ? units : Math.round((float) units * DPI / unitsAlong);
  }

  private int areaDots() {
    return Math.min(area, model.widthDots() - leftMargin);
  }

  private void moveTo(int x) {
    boolean allowed = model.movesBack() || row.isEmpty() || x >= row.end();
    if (allowed && x >= 0 && x <= areaDots()) {
      row.moveTo(x);
    }
  }

  private void glyph(int codePoint, boolean wide) {
    int width = wide ? Math.max(look.width(), chineseSize.width()) : look.width();
    int height = wide ? Math.max(look.height(), chineseSize.height()) : look.height();
    TextRow.Look now =
        new TextRow.Look(
            look.fontB(),
            look.bold(),
            look.underline(),
            look.inverse(),
            width,
            height,
            look.spacing());
    if (!row.fits(wide, now, areaDots())) {
      endRow(spacing);
    }
    row.add(codePoint, wide, now);
  }

  /** Prints what was gathered and moves the paper by at least {@code dots}. */
  private void endRow(int dots) {
    int feed = Math.max(dots, row.height());
    room(feed + 4);
    if (!row.isEmpty()) {
      row.draw(pen, left(row.width()), y);
      row = new TextRow();
    }
    y = Math.min(y + feed, LONGEST);
  }

  private int left(int width) {
    int room = Math.max(0, areaDots() - width);
    return leftMargin
        + switch (justify) {
          case 1 -> room / 2;
          case 2 -> room;
          default -> 0;
        };
  }

  private void printGraphics() {
    Picture stored = graphics;
    if (stored != null) {
      graphics = null;
      picture(stored);
    }
  }

  private void picture(Picture p) {
    int width = p.rowBytes() * 8 * p.xScale();
    int height = Math.min(p.rows() * p.yScale(), LONGEST);
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    for (int dy = 0; dy < height; dy++) {
      for (int dx = 0; dx < width; dx++) {
        int bit = dx / p.xScale();
        int at = p.bits()[dy / p.yScale() * p.rowBytes() + bit / 8];
        drawn.setRGB(dx, dy, (at & (0x80 >> (bit % 8))) != 0 ? 0 : 0xFFFFFF);
      }
    }
    symbol(Optional.of(drawn));
    afterPicture = true;
  }

  private BufferedImage drawn(ColumnPicture p) {
    int pitch = p.height() == 8 ? model.smallPitch() : 1;
    int width = Math.min(p.columns() * p.xScale(), Math.max(1, areaDots() - row.end()));
    BufferedImage drawn =
        new BufferedImage(width, p.height() * pitch, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < p.height() * pitch; y++) {
      for (int x = 0; x < width; x++) {
        int bit = y / pitch;
        int at = p.bits()[x / p.xScale() * p.height() / 8 + bit / 8];
        boolean black = y % pitch == 0 && (at & (0x80 >> (bit % 8))) != 0;
        drawn.setRGB(x, y, black ? 0 : 0xFFFFFF);
      }
    }
    return drawn;
  }

  /** A picture on lines of its own; nothing if there is none. */
  private void symbol(Optional<BufferedImage> symbol) {
    flush();
    if (symbol.isPresent()) {
      BufferedImage s = symbol.get();
      room(s.getHeight());
      pen.drawImage(s, left(Math.min(s.getWidth(), areaDots())), y, null);
      y = Math.min(y + s.getHeight(), LONGEST);
    }
  }

  private Optional<BufferedImage> cut(Cut cut) {
    flush();
    boolean made = model.cuts() == Cuts.ALL || (model.cuts() == Cuts.FULL && !cut.partial());
    if (!made) {
      return Optional.empty();
    }
    int toCutter = cut.toCutter() ? model.cutterDots() : 0;
    y = Math.min(y + toCutter + along(cut.feedUnits()), LONGEST);
    return Optional.of(tear());
  }

  /** The paper up to here, with the white edges of the roll; the rest of it is fresh. */
  public BufferedImage tear() {
    flush();
    int width = model.widthDots();
    int height = Math.max(1, y);
    room(1);
    BufferedImage piece =
        new BufferedImage(width + 2 * MARGIN, height + MARGIN, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D onto = penOn(piece);
    onto.drawImage(image.getSubimage(0, 0, width, height), MARGIN, MARGIN, null);
    onto.dispose();
    pen.dispose();
    image = blank(1024);
    pen = penOn(image);
    y = 0;
    return piece;
  }

  private BufferedImage blank(int height) {
    return new BufferedImage(model.widthDots(), height, BufferedImage.TYPE_BYTE_GRAY);
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
    BufferedImage longer = blank(height);
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
