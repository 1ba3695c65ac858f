package org.facepay.peripherals.printer.paper;

/** What the bytes sent to a receipt printer mean, as far as paper or host can notice. */
public sealed interface PrintCommand {
  /** {@code ESC @}: everything back to how it was at power on. */
  record Initialize() implements PrintCommand {}

  /** A character; beyond ASCII only in Chinese mode. */
  record Glyph(int codePoint, boolean wide) implements PrintCommand {}

  /** LF: prints the line and moves on. */
  record LineFeed() implements PrintCommand {}

  /** Prints the line and feeds: {@code ESC d} in lines, {@code ESC J} in dots. */
  record FeedLines(int lines) implements PrintCommand {}

  /** See {@link FeedLines}. */
  record FeedDots(int dots) implements PrintCommand {}

  /** {@code ESC 3} and {@code ESC 2}: dots from line to line. */
  record LineSpacing(int dots) implements PrintCommand {}

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

  /** {@code ESC $}: dots from the left margin. */
  record MoveTo(int dots) implements PrintCommand {}

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

  /** {@code GS V}: feeds the dots past the cutter's distance, then cuts. */
  record Cut(int feedDots) implements PrintCommand {}

  /** {@code ESC p}: opens the cash drawer on pin 0 or 1. */
  record DrawerPulse(int pin) implements PrintCommand {}

  /** {@code GS r n}: to be answered in turn. */
  record Report(int what) implements PrintCommand {}

  /** Understood as far as its length, and left out. */
  record Skipped(String name) implements PrintCommand {}
}
