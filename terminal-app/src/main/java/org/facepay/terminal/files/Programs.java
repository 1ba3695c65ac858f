package org.facepay.terminal.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs of the machine that the terminal starts. */
public final class Programs {
  private Programs() {}

  /** Whether one of this name is on the path. */
  public static boolean installed(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(name)));
  }
}
