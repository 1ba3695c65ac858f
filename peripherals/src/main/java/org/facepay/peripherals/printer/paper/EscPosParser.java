package org.facepay.peripherals.printer.paper;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.facepay.peripherals.printer.paper.PrintCommand.AutomaticStatus;
import org.facepay.peripherals.printer.paper.PrintCommand.Barcode;
import org.facepay.peripherals.printer.paper.PrintCommand.BarcodeHeight;
import org.facepay.peripherals.printer.paper.PrintCommand.BarcodeModule;
import org.facepay.peripherals.printer.paper.PrintCommand.BarcodeText;
import org.facepay.peripherals.printer.paper.PrintCommand.Bold;
import org.facepay.peripherals.printer.paper.PrintCommand.CharacterSize;
import org.facepay.peripherals.printer.paper.PrintCommand.CharacterSpacing;
import org.facepay.peripherals.printer.paper.PrintCommand.ChineseSize;
import org.facepay.peripherals.printer.paper.PrintCommand.ColumnPicture;
import org.facepay.peripherals.printer.paper.PrintCommand.Cut;
import org.facepay.peripherals.printer.paper.PrintCommand.DrawerPulse;
import org.facepay.peripherals.printer.paper.PrintCommand.FeedDots;
import org.facepay.peripherals.printer.paper.PrintCommand.FeedLines;
import org.facepay.peripherals.printer.paper.PrintCommand.FontB;
import org.facepay.peripherals.printer.paper.PrintCommand.Glyph;
import org.facepay.peripherals.printer.paper.PrintCommand.GraphicsPrint;
import org.facepay.peripherals.printer.paper.PrintCommand.GraphicsStore;
import org.facepay.peripherals.printer.paper.PrintCommand.Identify;
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
import org.facepay.peripherals.printer.paper.PrintCommand.QrLevel;
import org.facepay.peripherals.printer.paper.PrintCommand.QrModule;
import org.facepay.peripherals.printer.paper.PrintCommand.QrPrint;
import org.facepay.peripherals.printer.paper.PrintCommand.QrStore;
import org.facepay.peripherals.printer.paper.PrintCommand.Report;
import org.facepay.peripherals.printer.paper.PrintCommand.Skipped;
import org.facepay.peripherals.printer.paper.PrintCommand.Tab;
import org.facepay.peripherals.printer.paper.PrintCommand.Underline;
import org.jspecify.annotations.Nullable;

/**
 * ESC/POS as a printer reads it: bytes in, commands out one at a time. Commands it does not draw it
 * skips by their length, so that the text after them stays right. No bytes make it throw or stand
 * still. By Epson's ESC/POS command reference and the Chinese models' {@code FS} commands.
 */
public final class EscPosParser {
  /** Pictures larger than this are skipped; no paper roll is that long. */
  private static final long LARGEST_PICTURE = 1 << 20;

  /** Table 19 of {@code ESC t}; of the others it has no font. */
  private static final Charset WESTERN = Charset.forName("IBM00858");

  private static final int WESTERN_TABLE = 19;

  /** Columns of {@code ESC *}; more than any paper is wide. */
  private static final int WIDEST_COLUMNS = 2400;

  /** What the fonts of receipt printers have: GBK 1.0, without the four-byte characters. */
  private static final Charset GBK = Charset.forName("GBK");

  private final ByteQueue in = new ByteQueue();
  private boolean chinese;
  private boolean western;
  private long skip;

  /** Bytes that wait to be parsed. */
  public int waiting() {
    return in.size();
  }

  /** Takes bytes as they come off the wire. */
  public void add(byte[] bytes, int count) {
    in.add(bytes, count);
  }

  /** The next whole command, or null until more bytes come. */
  public @Nullable PrintCommand next() {
    if (skip > 0) {
      int now = (int) Math.min(skip, in.size());
      in.drop(now);
      skip -= now;
    }
    if (in.size() == 0) {
      return null;
    }
    int b = in.peek(0);
    return switch (b) {
      case '\n' -> take(1, new LineFeed());
      case '\t' -> take(1, new Tab());
      case 0x10 -> realTime();
      case 0x1B -> in.size() < 2 ? null : esc(in.peek(1));
      case 0x1C -> in.size() < 2 ? null : fs(in.peek(1));
      case 0x1D -> in.size() < 2 ? null : gs(in.peek(1));
      default -> b < 0x20 || b == 0x7F ? take(1, new Skipped("control")) : glyph(b);
    };
  }

  /** Bytes that are no character of the font leave a blank, and only the first of them. */
  private @Nullable PrintCommand glyph(int b) {
    if (b < 0x80 || !chinese || b == 0x80 || b == 0xFF) {
      return take(1, new Glyph(b < 0x80 ? b : western ? decoded(WESTERN, 1) : ' ', false));
    }
    if (in.size() < 2) {
      return null;
    }
    int second = in.peek(1);
    if (second < 0x40 || second == 0x7F || second == 0xFF) {
      return take(1, new Glyph(' ', false));
    }
    int codePoint = decoded(GBK, 2);
    boolean inFont =
        codePoint != 0xFFFD
            && codePoint != '€'
            && Character.getType(codePoint) != Character.PRIVATE_USE;
    return take(2, new Glyph(inFont ? codePoint : ' ', true));
  }

  private int decoded(Charset charset, int bytes) {
    return new String(in.copy(0, bytes), charset).codePointAt(0);
  }

  /** {@code DLE EOT n} and its kin were answered on arrival; here they only take room. */
  private @Nullable PrintCommand realTime() {
    if (in.size() < 2) {
      return null;
    }
    return switch (in.peek(1)) {
      case 0x04, 0x05 -> plain(3, new Skipped("DLE"));
      case 0x14 -> plain(in.peek(2) == 8 ? 10 : 5, new Skipped("DLE DC4"));
      default -> take(1, new Skipped("DLE"));
    };
  }

  private @Nullable PrintCommand esc(int command) {
    int n = in.peek(2);
    return switch (command) {
      case '@' -> {
        chinese = false;
        western = false;
        yield take(2, new Initialize());
      }
      case 't' -> {
        western = in.size() < 3 ? western : n == WESTERN_TABLE;
        yield plain(3, new Skipped("ESC t"));
      }
      case 'a' -> plain(3, new Justify(n % 48));
      case 'd' -> plain(3, new FeedLines(n));
      case 'J' -> plain(3, new FeedDots(n));
      case '2' -> plain(2, new LineSpacing(-1));
      case '3' -> plain(3, new LineSpacing(n));
      case 'E', 'G' -> plain(3, new Bold((n & 1) == 1));
      case '-' -> plain(3, new Underline(n % 48 != 0));
      case '!' -> plain(3, mode(n));
      case 'M' -> plain(3, new FontB(n % 48 == 1));
      case ' ' -> plain(3, new CharacterSpacing(n));
      case '\\' -> plain(4, new MoveBy((short) (n | in.peek(3) << 8)));
      case '$' -> plain(4, new MoveTo(n + 256 * in.peek(3)));
      case 'p' -> plain(5, new DrawerPulse(n & 1));
      case '*' -> columnPicture();
      case 'D' -> tabStops();
      case 'i', 'm' -> plain(2, new Cut(0, true, false));
      case 'L', 'S', '<', 0x0C, 'v' -> plain(2, new Skipped("ESC"));
      case 'c' -> plain(4, new Skipped("ESC"));
      case 'W' -> plain(10, new Skipped("ESC W"));
      case '(' -> block("ESC (");
      default -> plain(3, new Skipped("ESC"));
    };
  }

  private @Nullable PrintCommand fs(int command) {
    int n = in.peek(2);
    return switch (command) {
      case '&' -> {
        chinese = true;
        yield take(2, new Skipped("FS &"));
      }
      case '.' -> {
        chinese = false;
        yield take(2, new Skipped("FS ."));
      }
      case '!' -> plain(3, new ChineseSize((n & 0x04) != 0 ? 2 : 1, (n & 0x08) != 0 ? 2 : 1));
      case 'S', 'p' -> plain(4, new Skipped("FS"));
      case '2' -> plain(76, new Skipped("FS 2"));
      case '(' -> block("FS (");
      default -> plain(3, new Skipped("FS"));
    };
  }

  private @Nullable PrintCommand gs(int command) {
    int n = in.peek(2);
    return switch (command) {
      case '!' -> plain(3, new CharacterSize(((n >> 4) & 7) + 1, (n & 7) + 1));
      case 'B' -> plain(3, new Inverse((n & 1) == 1));
      case 'r' -> plain(3, new Report(n));
      case 'I' -> plain(3, new Identify(n));
      case 'a' -> plain(3, new AutomaticStatus(n));
      case 'v' -> picture();
      case 'V' -> cut(n);
      case 'k' -> barcode(n);
      case '(' -> n == 'k' ? symbol() : n == 'L' ? graphics(2) : block("GS (");
      case '8' -> n == 'L' ? graphics(4) : plain(3, new Skipped("GS 8"));
      case 'L' -> plain(4, new LeftMargin(n + 256 * in.peek(3)));
      case 'W' -> plain(4, new PrintArea(n + 256 * in.peek(3)));
      case 'P' -> plain(4, new MotionUnits(n, in.peek(3)));
      case 'h' -> plain(3, new BarcodeHeight(n));
      case 'w' -> plain(3, new BarcodeModule(n));
      case 'H' -> plain(3, new BarcodeText(n % 48));
      case '$', '\\' -> plain(4, new Skipped("GS"));
      case '*' -> rowsFollow(8L * in.peek(2) * in.peek(3), 4, "GS *");
      case ':', 0x0C -> plain(2, new Skipped("GS"));
      case '^' -> plain(5, new Skipped("GS ^"));
      default -> plain(3, new Skipped("GS"));
    };
  }

  private @Nullable PrintCommand cut(int mode) {
    boolean feeds =
        mode == 65 || mode == 66 || mode == 97 || mode == 98 || mode == 103 || mode == 104;
    boolean partial = mode % 2 == (mode < 65 || mode > 98 ? 1 : 0) && mode != 103;
    return feeds
        ? plain(4, new Cut(in.peek(3), partial || mode == 104, true))
        : plain(3, new Cut(0, partial, false));
  }

  private @Nullable PrintCommand picture() {
    if (in.size() < 8) {
      return null;
    }
    int mode = in.peek(3) % 48;
    int rowBytes = in.peek(4) + 256 * in.peek(5);
    int rows = in.peek(6) + 256 * in.peek(7);
    long bytes = (long) rowBytes * rows;
    if (bytes == 0 || bytes > LARGEST_PICTURE) {
      return rowsFollow(bytes, 8, "GS v 0");
    }
    if (in.size() < 8 + bytes) {
      return null;
    }
    byte[] bits = in.copy(8, (int) bytes);
    return take(
        8 + (int) bytes, new Picture(rowBytes, rows, bits, 1 + (mode & 1), 1 + ((mode >> 1) & 1)));
  }

  /** {@code GS ( k}: QR codes are drawn, other symbols skipped. */
  private @Nullable PrintCommand symbol() {
    int length = in.peek(3) + 256 * in.peek(4);
    if (in.size() < 5 + length || in.size() < 7) {
      return null;
    }
    int function = in.peek(5) == 0x31 && length >= 2 ? in.peek(6) : 0;
    return switch (function) {
      case 0x43 -> take(5 + length, new QrModule(in.peek(7)));
      case 0x45 -> take(5 + length, new QrLevel(in.peek(7)));
      case 0x50 ->
          length > 3
              ? take(5 + length, new QrStore(in.copy(8, length - 3)))
              : take(5 + length, new Skipped("GS ( k"));
      case 0x51 -> take(5 + length, new QrPrint());
      default -> take(5 + length, new Skipped("GS ( k"));
    };
  }

  private @Nullable PrintCommand barcode(int system) {
    if (system >= 65) {
      int length = in.peek(3);
      boolean whole = in.size() >= 4 + length;
      return whole ? take(4 + length, new Barcode(system, ascii(4, length))) : null;
    }
    for (int i = 3; i < Math.min(in.size(), 260); i++) {
      if (in.peek(i) == 0) {
        return take(i + 1, new Barcode(system + 65, ascii(3, i - 3)));
      }
    }
    return in.size() < 260 ? null : take(3, new Skipped("GS k"));
  }

  private String ascii(int from, int length) {
    return new String(in.copy(from, length), StandardCharsets.ISO_8859_1);
  }

  private static PrintMode mode(int n) {
    CharacterSize size = new CharacterSize((n & 0x20) != 0 ? 2 : 1, (n & 0x10) != 0 ? 2 : 1);
    return new PrintMode((n & 1) != 0, (n & 8) != 0, (n & 0x80) != 0, size);
  }

  private @Nullable PrintCommand tabStops() {
    for (int i = 2; i < Math.min(in.size(), 35); i++) {
      if (in.peek(i) == 0) {
        return take(i + 1, new Skipped("ESC D"));
      }
    }
    return in.size() < 35 ? null : take(2, new Skipped("ESC D"));
  }

  private @Nullable PrintCommand columnPicture() {
    int mode = in.peek(2);
    int columns = in.peek(3) + 256 * in.peek(4);
    boolean known = mode == 0 || mode == 1 || mode == 32 || mode == 33;
    int height = mode >= 32 ? 24 : 8;
    int bytes = columns * height / 8;
    if (!known || columns == 0 || columns > WIDEST_COLUMNS) {
      return rowsFollow(bytes, 5, "ESC *");
    }
    if (in.size() < 5 + bytes) {
      return null;
    }
    byte[] bits = in.copy(5, bytes);
    return take(5 + bytes, new ColumnPicture(height, columns, bits, mode % 2 == 0 ? 2 : 1));
  }

  /** A family of commands that tell their own length. */
  private @Nullable PrintCommand block(String name) {
    return rowsFollow(in.peek(3) + 256L * in.peek(4), 5, name);
  }

  /** {@code GS ( L} with a length of two bytes, {@code GS 8 L} with one of four. */
  private @Nullable PrintCommand graphics(int lengthBytes) {
    int head = 3 + lengthBytes;
    if (in.size() < head) {
      return null;
    }
    long length = 0;
    for (int i = lengthBytes - 1; i >= 0; i--) {
      length = length << 8 | in.peek(3 + i);
    }
    if (length < 2 || length > LARGEST_PICTURE) {
      return rowsFollow(length, head, "GS L");
    }
    if (in.size() < head + length) {
      return null;
    }
    return take(head + (int) length, graphics(head, (int) length));
  }

  private PrintCommand graphics(int at, int length) {
    int function = in.peek(at + 1);
    if (function == 2 || function == 50) {
      return new GraphicsPrint();
    }
    int rowBytes = (in.peek(at + 6) + 256 * in.peek(at + 7) + 7) / 8;
    int rows = in.peek(at + 8) + 256 * in.peek(at + 9);
    boolean monochrome = in.peek(at + 2) == 48 && length == 10 + (long) rowBytes * rows;
    if (function != 112 || !monochrome || rowBytes == 0 || rows == 0) {
      return new Skipped("GS L");
    }
    byte[] bits = in.copy(at + 10, rowBytes * rows);
    int xScale = Math.clamp(in.peek(at + 3), 1, 2);
    int yScale = Math.clamp(in.peek(at + 4), 1, 2);
    return new GraphicsStore(new Picture(rowBytes, rows, bits, xScale, yScale));
  }

  /** Skips a head now and its data as it comes. */
  private @Nullable PrintCommand rowsFollow(long bytes, int head, String name) {
    if (in.size() < head) {
      return null;
    }
    skip = bytes;
    return take(head, new Skipped(name));
  }

  private @Nullable PrintCommand plain(int size, PrintCommand command) {
    return in.size() < size ? null : take(size, command);
  }

  private PrintCommand take(int size, PrintCommand command) {
    in.drop(size);
    return command;
  }
}
