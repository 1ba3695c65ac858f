package org.facepay.peripherals.printer;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.TreeMap;

/**
 * What differs from one ESC/POS printer to the next.
 *
 * @param widthDots dots across the paper, a multiple of 8: 576 on 80 mm, 384 on 58 mm
 * @param characters how text beyond ASCII is sent
 * @param cutter what ends a receipt
 * @param raster the command for pictures
 * @param nativeQr false if the printer draws no QR codes itself; they are then sent as pictures
 */
public record PrinterProfile(
    int widthDots, Characters characters, Cutter cutter, RasterCommand raster, boolean nativeQr) {

  /** What the printer cuts with. */
  public enum Cutter {
    NONE,
    PARTIAL,
    FULL
  }

  /** The commands that draw pictures, from the newest printers' to the oldest's. */
  public enum RasterCommand {
    /** {@code GS 8 L} and {@code GS ( L}: graphics buffer. */
    GRAPHICS,
    /** {@code GS v 0}: almost every printer. */
    RASTER,
    /** {@code ESC *} mode 33: columns of 24 dots. */
    COLUMNS
  }

  /**
   * A character set.
   *
   * @param charset what text is encoded in
   * @param codePage the number for {@code ESC t}, or {@link #MULTI_BYTE} for Chinese between {@code
   *     FS &} and {@code FS .}
   */
  public record Characters(Charset charset, int codePage) {
    public static final int MULTI_BYTE = -1;

    /** Chinese, by GB 18030. */
    public static Characters gb18030() {
      return new Characters(Charset.forName("GB18030"), MULTI_BYTE);
    }

    /** Western European with the euro sign: code page 858, table 19. */
    public static Characters western() {
      return new Characters(Charset.forName("IBM00858"), 19);
    }

    boolean multiByte() {
      return codePage == MULTI_BYTE;
    }
  }

  /** 80 mm paper, Chinese, partial cut. */
  public static final PrinterProfile WIDE =
      new PrinterProfile(576, Characters.gb18030(), Cutter.PARTIAL, RasterCommand.RASTER, true);

  /** 58 mm paper, Chinese, torn off by hand. */
  public static final PrinterProfile NARROW =
      new PrinterProfile(384, Characters.gb18030(), Cutter.NONE, RasterCommand.RASTER, true);

  private static final Map<String, PrinterProfile> NAMED =
      new TreeMap<>(
          Map.of(
              "80mm",
              WIDE,
              "58mm",
              NARROW,
              "80mm-western",
              new PrinterProfile(
                  576, Characters.western(), Cutter.FULL, RasterCommand.GRAPHICS, true),
              "58mm-basic",
              new PrinterProfile(
                  384, Characters.gb18030(), Cutter.NONE, RasterCommand.COLUMNS, false)));

  public PrinterProfile {
    if (widthDots < 192 || widthDots > 832 || widthDots % 8 != 0) {
      throw new IllegalArgumentException(
          "a printer is 192..832 dots wide, in eights, not " + widthDots);
    }
  }

  /** The profiles by the names used in the configuration. */
  public static Map<String, PrinterProfile> named() {
    return Map.copyOf(NAMED);
  }

  /** Characters across the paper at single size: font A is 12 dots wide. */
  public int columns() {
    return widthDots / 12;
  }
}
