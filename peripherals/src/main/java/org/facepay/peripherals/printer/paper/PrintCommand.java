package org.facepay.peripherals.printer.paper;

/** What the bytes sent to a receipt printer mean, as far as paper or host can notice. */
public sealed interface PrintCommand {
  /** {@code ESC @}: everything back to how it was at power on. */
  record Initialize() implements PrintCommand {}

  /** A character; beyond ASCII only in Chinese mode. */
  record Glyph(int codePoint, boolean wide) implements PrintCommand {}

  /** LF: prints the line and moves on. */
  record LineFeed() implements PrintCommand {}

  /** Prints the line and feeds: {@code ESC d} in lines, {@code ESC J} in motion units. */
  record FeedLines(int lines) implements PrintCommand {}

  /** See {@link FeedLines}. */
  record FeedDots(int units) implements PrintCommand {}

  /** {@code ESC 3} in motion units; {@code ESC 2}, the default, is -1. */
  record LineSpacing(int units) implements PrintCommand {}

  /** {@code ESC a}: 0 left, 1 centre, 2 right. */
  record Justify(int where) implements PrintCommand {}

  /** {@code ESC E} and {@code ESC G}. */
  record Bold(boolean on) implements PrintCommand {}

  /** {@code ESC -}. */
  record Underline(boolean on) implements PrintCommand {}

  /** {@code GS B}: white on black. */
  record Inverse(boolean on) implements PrintCommand {}

  /** {@code GS !} and {@code ESC !}: multiples of the character's size, 1 to 8. */
  record CharacterSize(int width, int height) implements PrintCommand {}

  /** {@code FS !}: size of the Chinese characters where it was set apart from the others'. */
  record ChineseSize(int width, int height) implements PrintCommand {}

  /** {@code ESC M} and {@code ESC !}: font B is 9x17, font A 12x24. */
  record FontB(boolean on) implements PrintCommand {}

  /** {@code ESC !}: several at once. */
  record PrintMode(boolean fontB, boolean bold, boolean underline, CharacterSize size)
      implements PrintCommand {}

  /** {@code ESC SP}: motion units of white after each character. */
  record CharacterSpacing(int units) implements PrintCommand {}

  /** {@code GS L}: motion units. */
  record LeftMargin(int units) implements PrintCommand {}

  /** {@code GS W}: width of the print area in motion units. */
  record PrintArea(int units) implements PrintCommand {}

  /** {@code GS P}: motion units per inch, across and along; 0 for the dots themselves. */
  record MotionUnits(int across, int along) implements PrintCommand {}

  /** {@code ESC \}: motion units from here, also to the left. */
  record MoveBy(int units) implements PrintCommand {}

  /** HT: to the next tab stop, every eight characters. */
  record Tab() implements PrintCommand {}

  /** {@code ESC *}: columns of {@code height} dots from the top, most significant bit first. */
  record ColumnPicture(int height, int columns, byte[] bits, int xScale) implements PrintCommand {}

  /** {@code GS ( L} function 112: a picture for the graphics buffer. */
  record GraphicsStore(Picture picture) implements PrintCommand {}

  /** {@code GS ( L} function 50: prints the graphics buffer. */
  record GraphicsPrint() implements PrintCommand {}

  /** {@code GS h}: dots. */
  record BarcodeHeight(int dots) implements PrintCommand {}

  /** {@code GS w}: dots of the narrow bar. */
  record BarcodeModule(int dots) implements PrintCommand {}

  /** {@code GS H}: digits 1 above, 2 below, 3 both. */
  record BarcodeText(int where) implements PrintCommand {}

  /** {@code GS k}: by the systems of function B, 65 for UPC-A to 73 for Code 128. */
  record Barcode(int system, String data) implements PrintCommand {}

  /** {@code ESC $}: motion units from the left margin. */
  record MoveTo(int units) implements PrintCommand {}

  /** {@code GS v 0}: rows of bytes, each dot magnified. */
  record Picture(int rowBytes, int rows, byte[] bits, int xScale, int yScale)
      implements PrintCommand {}

  /** {@code GS ( k} function 167. */
  record QrModule(int dots) implements PrintCommand {}

  /** {@code GS ( k} function 169: 48 L, 49 M, 50 Q, 51 H. */
  record QrLevel(int level) implements PrintCommand {}

  /** {@code GS ( k} function 180. */
  record QrStore(byte[] data) implements PrintCommand {}

  /** {@code GS ( k} function 181. */
  record QrPrint() implements PrintCommand {}

  /**
   * {@code GS V}: feeds the motion units past the cutter's distance, then cuts.
   *
   * @param partial whether a bridge is left
   * @param toCutter whether it feeds the cutter's distance first (function B)
   */
  record Cut(int feedUnits, boolean partial, boolean toCutter) implements PrintCommand {}

  /** {@code ESC p}: opens the cash drawer on pin 0 or 1. */
  record DrawerPulse(int pin) implements PrintCommand {}

  /** {@code GS r n}: to be answered in turn. */
  record Report(int what) implements PrintCommand {}

  /** {@code GS I n}: to be answered in turn. */
  record Identify(int what) implements PrintCommand {}

  /** {@code GS a n}: the status is sent now and at every change of these items; 0 ends it. */
  record AutomaticStatus(int items) implements PrintCommand {}

  /** Understood as far as its length, and left out. */
  record Skipped(String name) implements PrintCommand {}
}
