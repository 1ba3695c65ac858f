package org.facepay.peripherals.printer;

import java.util.List;
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
 * Chinese between {@code FS &} and {@code FS .}; a line with characters that the printer's font
 * lacks is a picture.
 */
public final class EscPosEncoder {
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;
  private static final byte[] CHINESE = {FS, '&'};
  private static final byte[] CHINESE_END = {FS, '.'};

  /** Dots from line to line: a 24-dot character and room to breathe. */
  static final int LINE_DOTS = 34;

  private static final int CHARACTER_DOTS = 24;

  /** White above and below a picture or code, dots. */
  private static final int GAP_DOTS = 16;

  /** Lines that a receipt without a cutter needs to come out from under the tear bar. */
  private static final int TEAR_LINES = 4;

  private final PrinterProfile profile;
  private final Typesetting typesetting;
  private final CommandBytes out = new CommandBytes();
  private final EscPosPictures pictures;
  private Align aligned = Align.LEFT;

  private EscPosEncoder(PrinterProfile profile, int largestCommand) {
    this.profile = profile;
    this.typesetting = new Typesetting(profile.characters());
    this.pictures = new EscPosPictures(profile, out, largestCommand);
  }

  /** The bytes that print the document on 80 mm paper, from {@code ESC @} on. */
  public static byte[] encode(ReceiptDocument document) {
    return encode(document, PrinterProfile.WIDE);
  }

  /** The bytes that print the document on that kind of printer. */
  public static byte[] encode(ReceiptDocument document, PrinterProfile profile) {
    return encoded(document, profile, Integer.MAX_VALUE).toByteArray();
  }

  /**
   * The same in pieces of at most so many bytes, for a printer that cannot say when its buffer is
   * full; between two pieces it waits for a command.
   */
  static List<byte[]> pieces(ReceiptDocument document, PrinterProfile profile, int most) {
    return encoded(document, profile, most).pieces(most);
  }

  /** Bytes of the longest command in any receipt on such a printer. */
  static int longestCommand(PrinterProfile profile) {
    return EscPosPictures.longestCommand(profile);
  }

  /** Cuts what came out of a receipt that was broken off. */
  static byte[] cutOff(PrinterProfile profile) {
    CommandBytes out = new CommandBytes();
    out.put(ESC, '@');
    cut(out, profile);
    return out.toByteArray();
  }

  private static CommandBytes encoded(ReceiptDocument document, PrinterProfile profile, int most) {
    EscPosEncoder receipt = new EscPosEncoder(profile, most);
    receipt.out.put(ESC, '@');
    if (!profile.characters().multiByte()) {
      receipt.out.put(ESC, 't', profile.characters().codePage());
    }
    receipt.out.put(ESC, '3', LINE_DOTS);
    document.elements().forEach(receipt::element);
    receipt.out.endCommand();
    return receipt.out;
  }

  private void element(Element element) {
    switch (element) {
      case Text text -> text(text);
      case Columns columns -> columns(columns);
      case Rule() -> pictures.rule();
      case Logo(Raster image) -> logo(image);
      case QrCode code -> qrCode(code);
      case Feed(int lines) -> out.put(ESC, 'd', lines);
      case Cut() -> cut(out, profile);
    }
    out.endCommand();
  }

  private void text(Text text) {
    Style style = text.style();
    align(style.align());
    int width = profile.columns() / style.size();
    for (String paragraph : text.text().split("\n", -1)) {
      for (Typesetting.Line line : typesetting.wrap(paragraph, width)) {
        line(line, paragraph, style.bold(), style.size());
      }
    }
    align(Align.LEFT);
  }

  private void columns(Columns columns) {
    int width = profile.columns() / columns.size();
    for (Typesetting.Line line : typesetting.columns(columns.left(), columns.right(), width)) {
      line(line, columns.left(), columns.bold(), columns.size());
    }
  }

  private void line(Typesetting.Line line, String paragraph, boolean bold, int size) {
    String text = line.text();
    if (printable(text)) {
      characters(text, bold, size);
    } else {
      LineDrawing drawing = new LineDrawing(LineDrawing.rightToLeft(paragraph), bold, size);
      pictures.picture(drawing.draw(line, profile.columns() / size));
      out.put(ESC, 'J', (size == 2 ? doubled() : LINE_DOTS) - CHARACTER_DOTS * size);
    }
    out.endCommand();
  }

  /** Whether the printer's own font has all of it. */
  private boolean printable(String text) {
    Characters font = profile.characters();
    return text.codePoints().allMatch(c -> font.columns(c) > 0 || Transliteration.shapesOthers(c));
  }

  private static int doubled() {
    return 2 * LINE_DOTS - 8;
  }

  private void characters(String text, boolean bold, int size) {
    if (size == 2) {
      out.put(ESC, '3', doubled());
      out.put(GS, '!', 0x11);
      chineseSize(0x0C);
    }
    if (bold) {
      out.put(ESC, 'E', 1);
    }
    characters(text);
    out.put('\n');
    if (bold) {
      out.put(ESC, 'E', 0);
    }
    if (size == 2) {
      chineseSize(0);
      out.put(GS, '!', 0);
      out.put(ESC, '3', LINE_DOTS);
    }
  }

  private void characters(String text) {
    byte[] bytes = profile.characters().bytes(text);
    boolean chinese = profile.characters().multiByte() && !ascii(bytes);
    if (chinese) {
      out.write(CHINESE);
    }
    out.write(bytes);
    if (chinese) {
      out.write(CHINESE_END);
    }
  }

  private static boolean ascii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private void chineseSize(int size) {
    if (profile.characters().multiByte()) {
      out.put(FS, '!', size);
    }
  }

  private static void cut(CommandBytes out, PrinterProfile profile) {
    switch (profile.cutter()) {
      case NONE -> out.put(ESC, 'd', TEAR_LINES);
      case PARTIAL -> out.put(GS, 'V', 66, 0);
      case FULL -> out.put(GS, 'V', 65, 0);
    }
  }

  private void logo(Raster image) {
    align(Align.CENTER);
    pictures.picture(image);
    out.put(ESC, 'J', GAP_DOTS);
    align(Align.LEFT);
  }

  private void qrCode(QrCode code) {
    align(Align.CENTER);
    out.put(ESC, 'J', GAP_DOTS);
    pictures.qrCode(code);
    out.put(ESC, 'J', GAP_DOTS);
    align(Align.LEFT);
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
    out.put(ESC, 'a', where);
  }
}
