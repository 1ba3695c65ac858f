package org.facepay.terminal.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The text of a bill as it is downloaded: plain, compressed (WeChat Pay's {@code tar_type=GZIP}) or
 * in an archive of several files (Alipay's), in UTF-8 with or without a byte order mark, or GBK.
 * What a file is, is told by its first bytes, not by its name.
 *
 * @param name in the archive; empty for a file that is none
 */
record BillText(String name, String text) {
  private static final Charset GBK = Charset.forName("GB18030");
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_FILES = 100;

  /**
   * Reads a file or all files of an archive.
   *
   * @throws IOException when it is damaged, or larger than any daily bill
   */
  static List<BillText> read(Path file) throws IOException {
    byte[] bytes = bounded(Files.newInputStream(file), MOST_BYTES);
    if (begins(bytes, 'P', 'K')) {
      return archive(file);
    }
    return List.of(of("", begins(bytes, 0x1f, 0x8b) ? inflated(bytes) : bytes));
  }

  static BillText of(String name, byte[] bytes) {
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    String text = utf8.contains(Bill.ORDER) ? utf8 : new String(bytes, GBK);
    return new BillText(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** Where a line is, for people. */
  String place(int line) {
    return (name.isEmpty() ? "" : name + ", ") + "line " + line;
  }

  private static byte[] inflated(byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return bounded(in, MOST_BYTES);
    }
  }

  private static List<BillText> archive(Path file) throws IOException {
    List<BillText> texts = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile(), GBK)) {
      int left = MOST_BYTES;
      for (ZipEntry entry : zip.stream().limit(MOST_FILES).toList()) {
        if (!entry.isDirectory()) {
          byte[] bytes = bounded(zip.getInputStream(entry), left);
          left -= bytes.length;
          texts.add(of(entry.getName(), bytes));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("no archive that can be read: " + e.getMessage(), e);
    }
    return texts;
  }

  private static byte[] bounded(InputStream stream, int most) throws IOException {
    try (InputStream in = stream) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException("larger than any daily bill");
      }
      return bytes;
    }
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }
}
