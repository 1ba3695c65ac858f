package org.facepay.peripherals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Counts what this process holds open, so that a test can see that a device gave it all back. */
public final class Leaks {
  private Leaks() {}

  /** Terminals and pseudo-terminals held open. */
  public static long terminals() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.map(Leaks::target).filter(Leaks::terminal).count();
    }
  }

  /** Everything held open. */
  public static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }

  /** Threads of devices and simulators. */
  public static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("device-") || name.contains("simulator"))
        .count();
  }

  private static boolean terminal(String target) {
    return target.startsWith("/dev/pts/") || target.contains("ptmx") || target.contains("deleted");
  }

  private static String target(Path fd) {
    try {
      return Files.readSymbolicLink(fd).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
