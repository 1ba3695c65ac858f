package org.facepay.peripherals.printer;

import java.util.Map;
import java.util.TreeMap;

/**
 * What differs from one ESC/POS printer to the next.
 *
 * @param widthDots dots across the paper, a multiple of 8: 576 on 80 mm, 384 on 58 mm
 * @param characters what its font has
 * @param cutter what ends a receipt
 * @param pictures how pictures and codes are sent
 * @param answers what it tells
 */
public record PrinterProfile(
    int widthDots, Characters characters, Cutter cutter, Pictures pictures, Answers answers) {

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
   * How pictures and codes are sent.
   *
   * @param qrCodes false if the printer draws no QR codes itself; they are then sent as pictures
   */
  public record Pictures(RasterCommand command, boolean qrCodes) {}

  /** 80 mm paper, Chinese, partial cut. */
  public static final PrinterProfile WIDE =
      new PrinterProfile(
          576,
          Characters.gbk(),
          Cutter.PARTIAL,
          new Pictures(RasterCommand.RASTER, true),
          Answers.PAPER_REPORT);

  /** 58 mm paper, Chinese, torn off by hand. */
  public static final PrinterProfile NARROW =
      new PrinterProfile(384, Characters.gbk(), Cutter.NONE, WIDE.pictures(), Answers.PAPER_REPORT);

  private static final Map<String, PrinterProfile> NAMED =
      new TreeMap<>(
          Map.of(
              "80mm",
              WIDE,
              "58mm",
              NARROW,
              "80mm-western",
              new PrinterProfile(
                  576,
                  Characters.western(),
                  Cutter.FULL,
                  new Pictures(RasterCommand.GRAPHICS, true),
                  Answers.PAPER_REPORT),
              "58mm-western",
              new PrinterProfile(
                  384, Characters.western(), Cutter.NONE, WIDE.pictures(), Answers.PAPER_REPORT),
              "58mm-basic",
              new PrinterProfile(
                  384,
                  Characters.gbk(),
                  Cutter.NONE,
                  new Pictures(RasterCommand.COLUMNS, false),
                  Answers.PAPER_REPORT)));

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

  /** The same printer, with other answers. */
  public PrinterProfile answering(Answers otherAnswers) {
    return new PrinterProfile(widthDots, characters, cutter, pictures, otherAnswers);
  }

  /** Characters across the paper at single size: font A is 12 dots wide. */
  public int columns() {
    return widthDots / 12;
  }
}
