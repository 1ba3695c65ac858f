package org.facepay.peripherals.printer;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A receipt as the shop means it, for any printer: what stands on the paper from the top. Texts may
 * hold any characters; control characters are printed as spaces, never taken as commands.
 *
 * @param elements at most 2000
 */
public record ReceiptDocument(List<Element> elements) {
  public ReceiptDocument {
    elements = List.copyOf(elements);
    if (elements.size() > 2000) {
      throw new IllegalArgumentException("a receipt has at most 2000 elements");
    }
  }

  /** A document of these elements. */
  public static ReceiptDocument of(Element... elements) {
    return new ReceiptDocument(List.of(elements));
  }

  /** One thing on the paper. */
  public sealed interface Element permits Text, Columns, Rule, Logo, QrCode, Feed, Cut {}

  /** Where a line stands between the margins. */
  public enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  /**
   * How text looks.
   *
   * @param size 1, or 2 for double width and height
   */
  public record Style(Align align, boolean bold, int size) {
    public static final Style PLAIN = new Style(Align.LEFT, false, 1);

    public Style {
      if (size != 1 && size != 2) {
        throw new IllegalArgumentException("size must be 1 or 2, not " + size);
      }
    }

    /** Centred, plain. */
    public static Style centered() {
      return new Style(Align.CENTER, false, 1);
    }

    /** The same in bold. */
    public Style inBold() {
      return new Style(align, true, size);
    }

    /** The same at double width and height. */
    public Style doubled() {
      return new Style(align, bold, 2);
    }
  }

  /** A paragraph; wrapped at the margin, broken at line feeds. */
  public record Text(String text, Style style) implements Element {
    /** Plain, left-aligned. */
    public Text(String text) {
      this(text, Style.PLAIN);
    }
  }

  /**
   * A line with its two ends at the margins, such as a name and an amount. The left end wraps and
   * keeps clear of the right one; the right one, the amount, is never cut.
   *
   * @param size 1, or 2 for double width and height
   */
  public record Columns(String left, String right, boolean bold, int size) implements Element {
    public Columns {
      if (size != 1 && size != 2) {
        throw new IllegalArgumentException("size must be 1 or 2, not " + size);
      }
    }

    /** Plain. */
    public Columns(String left, String right) {
      this(left, right, false, 1);
    }

    /** Single size. */
    public Columns(String left, String right, boolean bold) {
      this(left, right, bold, 1);
    }
  }

  /** A line across the paper. */
  public record Rule() implements Element {}

  /** A centred picture; wider than the paper, it is cut at the right. */
  public record Logo(Raster image) implements Element {}

  /**
   * A centred QR code (error correction M).
   *
   * @param text 1 to 1000 bytes in UTF-8
   * @param moduleSize dots per module, 1 to 16; made smaller if the code would not fit the paper
   */
  public record QrCode(String text, int moduleSize) implements Element {
    public QrCode {
      int bytes = text.getBytes(StandardCharsets.UTF_8).length;
      if (bytes < 1 || bytes > 1000) {
        throw new IllegalArgumentException("a QR code holds 1..1000 bytes here, not " + bytes);
      }
      if (moduleSize < 1 || moduleSize > 16) {
        throw new IllegalArgumentException("moduleSize must be 1..16, not " + moduleSize);
      }
    }
  }

  /**
   * White space.
   *
   * @param lines 1 to 20 text lines
   */
  public record Feed(int lines) implements Element {
    public Feed {
      if (lines < 1 || lines > 20) {
        throw new IllegalArgumentException("lines must be 1..20, not " + lines);
      }
    }
  }

  /** Feeds to the cutter and cuts, leaving a bridge of paper. */
  public record Cut() implements Element {}
}
