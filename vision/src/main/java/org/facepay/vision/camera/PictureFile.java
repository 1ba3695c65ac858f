package org.facepay.vision.camera;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facepay.vision.camera.CameraException.Reason;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * One picture file, whole or not at all: decoders fill a cut picture up with grey and say nothing,
 * so its end is looked for first.
 */
public final class PictureFile {
  private static final long MAX_BYTES = 64 << 20;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  private PictureFile() {}

  /**
   * Reads a JPEG, PNG or BMP file as 8-bit BGR, turned as its EXIF orientation says.
   *
   * @throws CameraException ({@link Reason#DAMAGED}) if it cannot be read, is empty, cut short, or
   *     no such picture; HEIC and AVIF, which phones take, are named
   */
  public static Mat read(Path file) throws CameraException {
    NativeLibrary.load();
    byte[] bytes = bytes(file);
    if (bytes.length == 0) {
      throw damaged(file + " is empty");
    }
    String phone = phoneFormat(bytes);
    if (!phone.isEmpty()) {
      throw damaged(
          file + " is " + phone + ", which is not read here: save it as JPEG or PNG first");
    }
    if (cut(bytes)) {
      throw damaged(file + " is cut short: copy it again");
    }
    MatOfByte encoded = new MatOfByte(bytes);
    try {
      Mat picture = Imgcodecs.imdecode(encoded, Imgcodecs.IMREAD_COLOR);
      if (picture.empty()) {
        throw damaged(file + " is no picture (JPEG, PNG, BMP)");
      }
      return picture;
    } catch (CvException e) {
      throw new CameraException(
          Reason.DAMAGED, file + " is no picture (JPEG, PNG, BMP): " + e.getMessage(), e);
    } finally {
      encoded.release();
    }
  }

  private static byte[] bytes(Path file) throws CameraException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw damaged(file + " is larger than any picture");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CameraException(Reason.DAMAGED, file + " cannot be read: " + e, e);
    }
  }

  private static CameraException damaged(String what) {
    return new CameraException(Reason.DAMAGED, what);
  }

  /** By the brands of its file type box (ISO/IEC 14496-12, 4.3); empty if it has none of them. */
  private static String phoneFormat(byte[] bytes) {
    if (bytes.length < 16 || !text(bytes, 4, 4).equals("ftyp")) {
      return "";
    }
    int end = Math.clamp(number(bytes, 0), 16, bytes.length);
    boolean heic = false;
    for (int at = 8; at + 4 <= end; at += 4) {
      String brand = text(bytes, at, 4);
      if (brand.matches("avi[fs]")) {
        return "AVIF";
      }
      heic |= brand.matches("he[iv][cxms]|m[is]f1");
    }
    return heic ? "HEIC" : "";
  }

  private static boolean cut(byte[] bytes) {
    if (bytes.length >= 4 && at(bytes, 0) == 0xFF && at(bytes, 1) == 0xD8) {
      return !jpegEnds(bytes);
    }
    if (bytes.length >= 8 && text(bytes, 1, 3).equals("PNG") && at(bytes, 0) == 0x89) {
      return !pngEnds(bytes);
    }
    boolean bitmap = bytes.length >= 6 && text(bytes, 0, 2).equals("BM");
    return bitmap && Integer.reverseBytes(number(bytes, 2)) > bytes.length;
  }

  /**
   * Whether the end follows the first scan: in its data FF is always followed by 00. Phones put
   * more behind the end, and a whole small picture into a segment before it (ITU-T T.81, B.1).
   */
  private static boolean jpegEnds(byte[] bytes) {
    int i = 2;
    while (i + 4 <= bytes.length && at(bytes, i + 1) != START_OF_SCAN) {
      boolean segment = at(bytes, i) == 0xFF && at(bytes, i + 1) != 0xFF;
      i += segment ? 2 + (at(bytes, i + 2) << 8 | at(bytes, i + 3)) : 1;
    }
    for (; i + 2 <= bytes.length; i++) {
      if (at(bytes, i) == 0xFF && at(bytes, i + 1) == END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }

  /** From chunk to chunk until the one named IEND (ISO/IEC 15948, 5.3). */
  private static boolean pngEnds(byte[] bytes) {
    long i = 8;
    while (i + 12 <= bytes.length) {
      if (text(bytes, (int) i + 4, 4).equals("IEND")) {
        return true;
      }
      i += 12 + Integer.toUnsignedLong(number(bytes, (int) i));
    }
    return false;
  }

  private static int at(byte[] bytes, int i) {
    return bytes[i] & 0xFF;
  }

  /** Four bytes, the highest first. */
  private static int number(byte[] bytes, int from) {
    return at(bytes, from) << 24
        | at(bytes, from + 1) << 16
        | at(bytes, from + 2) << 8
        | at(bytes, from + 3);
  }

  private static String text(byte[] bytes, int from, int count) {
    return new String(bytes, from, count, StandardCharsets.ISO_8859_1);
  }
}
