package org.facepay.terminal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where SQLite's driver unpacks its library at every start. A program that is killed cannot delete
 * it, so a folder of its own is cleared first, and power cuts do not fill the disk. Where the disk
 * is full or cannot be written it is unpacked in memory: without it not even that could be said.
 */
public final class NativeFolder {
  private static final Logger LOG = LoggerFactory.getLogger(NativeFolder.class);

  /** The library is smaller than this. */
  private static final int ROOM = 4 << 20;

  private static final String PROPERTY = "org.sqlite.tmpdir";

  private NativeFolder() {}

  /**
   * Takes the first folder that has room; the driver's own choice when none has.
   *
   * @param data the terminal's data folder
   */
  public static void choose(Path data) {
    for (Path folder :
        List.of(data.resolve("natives"), Path.of("/dev/shm", "facepay-natives-" + user()))) {
      try {
        clear(folder);
        Path probe = folder.resolve("probe");
        Files.write(probe, new byte[ROOM]);
        Files.delete(probe);
        System.setProperty(PROPERTY, folder.toString());
        return;
      } catch (IOException e) {
        LOG.warn("SQLite's library cannot be unpacked in {}: {}", folder, e.toString());
      }
    }
  }

  private static String user() {
    return System.getProperty("user.name", "terminal");
  }

  private static void clear(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
  }
}
