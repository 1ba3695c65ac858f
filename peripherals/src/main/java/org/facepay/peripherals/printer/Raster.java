package org.facepay.peripherals.printer;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A black and white picture: rows from the top, each of {@code (width + 7) / 8} bytes, the highest
 * bit leftmost, 1 is black; the layout of the printers' {@code GS v 0}. Unchangeable.
 */
public final class Raster {
  private final int width;
  private final int height;
  private final byte[] bits;

  private Raster(int width, int height, byte[] bits) {
    this.width = width;
    this.height = height;
    this.bits = bits;
  }

  /**
   * Takes a copy of the bits.
   *
   * @param width dots, 1 to 4096
   * @param height dots, 1 to 4096
   * @throws IllegalArgumentException if the sizes are out of range or do not fit the bits
   */
  public static Raster of(int width, int height, byte[] bits) {
    if (width < 1 || width > 4096 || height < 1 || height > 4096) {
      throw new IllegalArgumentException(
          "a raster is 1..4096 dots a side, not " + width + "x" + height);
    }
    if (bits.length != (width + 7) / 8 * height) {
      throw new IllegalArgumentException(
          width
              + "x"
              + height
              + " dots need "
              + (width + 7) / 8 * height
              + " bytes, not "
              + bits.length);
    }
    return new Raster(width, height, bits.clone());
  }

  /** Black where the picture is darker than half, transparent counts as paper. */
  public static Raster from(BufferedImage image) {
    int rowBytes = (image.getWidth() + 7) / 8;
    byte[] bits = new byte[rowBytes * image.getHeight()];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (dark(image.getRGB(x, y))) {
          bits[y * rowBytes + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return of(image.getWidth(), image.getHeight(), bits);
  }

  /** Dots. */
  public int width() {
    return width;
  }

  /** Dots. */
  public int height() {
    return height;
  }

  /** Bytes of one row. */
  public int rowBytes() {
    return (width + 7) / 8;
  }

  /** A copy of rows {@code from} (inclusive) to {@code to} (exclusive). */
  public byte[] rows(int from, int to) {
    return Arrays.copyOfRange(bits, from * rowBytes(), to * rowBytes());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Raster r && r.width == width && Arrays.equals(r.bits, bits);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(bits);
  }

  @Override
  public String toString() {
    return "Raster[" + width + "x" + height + "]";
  }

  private static boolean dark(int argb) {
    int alpha = argb >>> 24;
    int luma =
        (((argb >> 16) & 0xFF) * 299 + ((argb >> 8) & 0xFF) * 587 + (argb & 0xFF) * 114) / 1000;
    return alpha >= 128 && luma < 128;
  }
}
