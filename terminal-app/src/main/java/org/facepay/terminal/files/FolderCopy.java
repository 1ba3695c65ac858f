package org.facepay.terminal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Databases of a folder in a copy that is gone when it is closed, for commands that only look: what
 * opens them may then make tables and side files as it likes.
 */
public record FolderCopy(Path folder) implements AutoCloseable {

  /**
   * Copies.
   *
   * @param names regular expression of the files' names
   */
  public static FolderCopy of(Path original, String names) throws IOException {
    Path copy = Files.createTempDirectory("facepay-look");
    try (Stream<Path> files = Files.list(original)) {
      for (Path file : files.filter(f -> f.getFileName().toString().matches(names)).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return new FolderCopy(copy);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
