package org.facepay.sync.carried;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files on a stick: {@code 0001.events} of a terminal, and {@code 0001.answer} of the collector
 * beside it.
 */
public final class CarriedFile {
  public static final String EVENTS = ".events";
  public static final String ANSWER = ".answer";

  /** Most bytes of a file's content, before and after it is unpacked. */
  public static final int MOST = 8 << 20;

  /** A signature and its certificate come to less. */
  private static final int AROUND = 1 << 16;

  private static final int DEPTH = 3;

  private CarriedFile() {}

  /** The files of a kind in a folder and those in it, by their names. */
  public static List<Path> in(Path folder, String kind) throws IOException {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files
          .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(kind))
          .sorted()
          .toList();
    }
  }

  /**
   * Reads one.
   *
   * @throws IOException when it is larger than any that was written
   */
  public static byte[] read(Path file) throws IOException {
    if (Files.size(file) > MOST + AROUND) {
      throw new IOException("too large for such a file");
    }
    return Files.readAllBytes(file);
  }

  /** Writes one, whole or not at all, and on the disk when this returns: a stick is pulled. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The answer's place beside what it answers. */
  public static Path answerTo(Path events) {
    String name = events.getFileName().toString();
    return events.resolveSibling(name.substring(0, name.length() - EVENTS.length()) + ANSWER);
  }
}
