package org.facepay.terminal.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process and those it has started hold of the machine's memory: the proportional set size,
 * in which a page that several share counts once among them (Linux, Documentation/filesystems/proc:
 * smaps_rollup).
 */
final class Memory {
  private static final Pattern PSS = Pattern.compile("(?m)^Pss: +(\\d+) kB");

  private Memory() {}

  /** Bytes; those of a process that has just ended count as none. */
  static long of(Process process) {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .mapToLong(Memory::of)
        .sum();
  }

  private static long of(ProcessHandle process) {
    try {
      return read(Files.readString(Path.of("/proc/" + process.pid() + "/smaps_rollup")));
    } catch (IOException _) {
      return 0;
    }
  }

  static long read(String rollup) {
    Matcher pss = PSS.matcher(rollup);
    return pss.find() ? Long.parseLong(pss.group(1)) << 10 : 0;
  }
}
