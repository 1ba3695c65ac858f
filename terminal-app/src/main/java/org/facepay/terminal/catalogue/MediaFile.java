package org.facepay.terminal.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Whether a picture or a film can be one, by what stands in it: what its name promises, whole, and
 * not larger than a small device bears. PNG (W3C), JPEG (ITU-T T.81), WebP (RFC 9649), MP4 (ISO/IEC
 * 14496-12), WebM (RFC 8794).
 */
final class MediaFile {
  /** Bytes of a picture. */
  static final int LARGEST_PICTURE = 4 << 20;

  /** Bytes of a film. */
  static final int LARGEST_FILM = 32 << 20;

  /** Pixels of a side. */
  private static final int LONGEST_SIDE = 4_096;

  private static final int MOST_BOXES = 4_096;
  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final long PNG_END = 0x49454E44AE426082L;
  private static final int EBML = 0x1A45DFA3;
  private static final int HEADER = 8;
  private static final int WEBM_HEADER = 64;

  private MediaFile() {}

  /** What is wrong with it; empty when nothing is. */
  static Optional<String> problem(Path file) {
    String name = file.toString();
    boolean film = name.endsWith(".mp4") || name.endsWith(".webm");
    try (FileChannel in = FileChannel.open(file)) {
      if (in.size() > (film ? LARGEST_FILM : LARGEST_PICTURE)) {
        return Optional.of(film ? "larger than 32 MiB" : "larger than 4 MiB");
      }
      if (in.size() < 2 * HEADER || !isWhole(name.substring(name.lastIndexOf('.') + 1), in)) {
        return Optional.of("broken, or not what its name says");
      }
      return film || name.endsWith(".webp") ? Optional.empty() : sides(file);
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }

  private static boolean isWhole(String ending, FileChannel in) throws IOException {
    long size = in.size();
    return switch (ending) {
      case "png" ->
          at(in, 0, HEADER).getLong() == PNG && at(in, size - HEADER, HEADER).getLong() == PNG_END;
      case "webp" -> isWebp(in);
      case "mp4" -> isMp4(in);
      case "webm" -> isWebm(in);
      default ->
          at(in, 0, 2).getShort() == (short) 0xFFD8
              && at(in, size - 2, 2).getShort() == (short) 0xFFD9;
    };
  }

  private static boolean isWebp(FileChannel in) throws IOException {
    ByteBuffer head = at(in, 0, 12);
    long length = Integer.toUnsignedLong(Integer.reverseBytes(head.getInt(4)));
    return text(head, 0).equals("RIFF")
        && text(head, 8).equals("WEBP")
        && length + HEADER <= in.size()
        && length + HEADER + 1 >= in.size();
  }

  /** Boxes behind each other, the file's kind first, up to its very end, with a film in it. */
  private static boolean isMp4(FileChannel in) throws IOException {
    long place = 0;
    boolean film = false;
    boolean data = false;
    for (int boxes = 0; place < in.size(); boxes++) {
      ByteBuffer head = at(in, place, HEADER);
      String kind = text(head, 4);
      if (head.remaining() < HEADER || boxes > MOST_BOXES || (boxes == 0 && !kind.equals("ftyp"))) {
        return false;
      }
      long length = Integer.toUnsignedLong(head.getInt(0));
      if (length == 1) {
        ByteBuffer large = at(in, place + HEADER, HEADER);
        length = large.remaining() < HEADER ? 0 : large.getLong(0);
      } else if (length == 0) {
        length = in.size() - place;
      }
      if (length < HEADER || length > in.size() - place) {
        return false;
      }
      film |= kind.equals("moov");
      data |= kind.equals("mdat");
      place += length;
    }
    return film && data;
  }

  private static boolean isWebm(FileChannel in) throws IOException {
    ByteBuffer head = at(in, 0, WEBM_HEADER);
    byte[] bytes = new byte[head.remaining()];
    head.get(0, bytes);
    return head.getInt(0) == EBML
        && new String(bytes, StandardCharsets.ISO_8859_1).contains("webm");
  }

  private static Optional<String> sides(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.of("broken, or not what its name says");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        boolean fits = Math.max(reader.getWidth(0), reader.getHeight(0)) <= LONGEST_SIDE;
        return fits ? Optional.empty() : Optional.of("a side of more than 4096 pixels");
      } catch (RuntimeException e) {
        return Optional.of("broken: " + e.getMessage());
      } finally {
        reader.dispose();
      }
    }
  }

  private static ByteBuffer at(FileChannel in, long place, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && in.read(bytes, place + bytes.position()) >= 0) {
      // Reads on.
    }
    return bytes.flip();
  }

  private static String text(ByteBuffer head, int from) {
    byte[] letters = new byte[4];
    if (head.remaining() >= from + letters.length) {
      head.get(from, letters);
    }
    return new String(letters, StandardCharsets.ISO_8859_1);
  }
}
