package org.facepay.terminal.lab.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code strace} saw of a process (strace(1), options {@link #OPTIONS}): every call that
 * changes a file of one folder, and what the process said into the file {@link #TOLD} of it.
 */
final class WriteLog {
  /** The file into which the process writes what it has told the world; a line each. */
  static final String TOLD = "told";

  /** All threads, names of files and texts in hexadecimal, every call that changes a file. */
  static final List<String> OPTIONS =
      List.of(
          "-f",
          "--seccomp-bpf",
          "-y",
          "-xx",
          "-s",
          "100000000",
          "-e",
          "trace=openat,creat,unlink,unlinkat,rename,renameat,renameat2,truncate,ftruncate,"
              + "pwrite64,write,writev,pwritev,pwritev2,fallocate,fsync,fdatasync");

  private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
  private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");
  private static final String UNFINISHED = " <unfinished ...>";

  /** A call of one file by its descriptor: name, path, what else it was given, what came back. */
  private static final Pattern OF_FILE =
      Pattern.compile(
          "(\\w+)\\(\\d+<((?:\\\\x[0-9a-f]{2})*)>(?:\\(deleted\\))?(.*)\\) += (-?\\d{1,9}).*");

  private static final Pattern OPENED =
      Pattern.compile("openat\\(.*, ([A-Z_|]+)(?:, \\d+)?\\) += \\d+<((?:\\\\x[0-9a-f]{2})*)>.*");
  private static final Pattern REMOVED =
      Pattern.compile("unlink(?:at)?\\((?:.*, )?\"((?:\\\\x[0-9a-f]{2})*)\"(?:, 0)?\\) += 0.*");
  private static final Pattern TEXT =
      Pattern.compile(", \"((?:\\\\x[0-9a-f]{2})*)\", \\d+(?:, (\\d{1,9}))?");

  private static final Pattern SIZE = Pattern.compile(", (\\d{1,9})");

  private final Path folder;
  private final List<DiskWrite> writes = new ArrayList<>();

  /** What calls of other threads came between the beginning and the end of. */
  private final Map<String, String> begun = new HashMap<>();

  private WriteLog(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a log.
   *
   * @param folder whose files matter, an absolute path
   * @throws IOException when a file of it was changed in a way that is not understood
   */
  static List<DiskWrite> read(Path log, Path folder) throws IOException {
    WriteLog read = new WriteLog(folder);
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher of = LINE.matcher(line);
        if (of.matches()) {
          read.line(of.group(1), of.group(2));
        }
      }
    }
    return read.writes;
  }

  private void line(String thread, String call) throws IOException {
    Matcher resumed = RESUMED.matcher(call);
    if (call.endsWith(UNFINISHED)) {
      begun.put(thread, call.substring(0, call.length() - UNFINISHED.length()));
    } else if (resumed.matches()) {
      String beginning = begun.remove(thread);
      whole((beginning == null ? "" : beginning) + resumed.group(1));
    } else {
      whole(call);
    }
  }

  private void whole(String call) throws IOException {
    Matcher opened = OPENED.matcher(call);
    Matcher removed = REMOVED.matcher(call);
    Matcher ofFile = OF_FILE.matcher(call);
    if (opened.matches()) {
      Optional<String> file = file(opened.group(2));
      if (file.isPresent() && opened.group(1).contains("O_CREAT") && !file.get().equals(TOLD)) {
        writes.add(new DiskWrite.Made(file.get()));
        if (opened.group(1).contains("O_TRUNC")) {
          writes.add(new DiskWrite.Size(file.get(), 0));
        }
      }
    } else if (removed.matches()) {
      file(removed.group(1)).map(DiskWrite.Removed::new).ifPresent(writes::add);
    } else if (ofFile.matches()) {
      ofFile(ofFile.group(1), ofFile.group(2), ofFile.group(3), Long.parseLong(ofFile.group(4)));
    } else if (call.startsWith("rename") && call.contains(hex(folder.toString()))) {
      throw new IOException("not understood: " + call);
    }
  }

  private void ofFile(String call, String path, String rest, long came) throws IOException {
    boolean sync = call.equals("fsync") || call.equals("fdatasync");
    if (sync && text(path).equals(folder.toString())) {
      writes.add(new DiskWrite.FolderSynced());
    }
    Optional<String> file = file(path);
    if (file.isEmpty() || came < 0) {
      return;
    }
    if (sync) {
      writes.add(new DiskWrite.Synced(file.get()));
    } else if (call.equals("ftruncate")) {
      writes.add(new DiskWrite.Size(file.get(), size(rest)));
    } else {
      bytes(call, file.get(), rest, (int) came);
    }
  }

  private static long size(String rest) throws IOException {
    Matcher size = SIZE.matcher(rest);
    if (!size.matches()) {
      throw new IOException("not understood: a file's size" + rest);
    }
    return Long.parseLong(size.group(1));
  }

  private void bytes(String call, String file, String rest, int written) throws IOException {
    Matcher given = TEXT.matcher(rest);
    boolean known = call.equals("pwrite64") || call.equals("write");
    if (!known || !given.matches()) {
      throw new IOException(
          "not understood: " + call + rest.substring(0, Math.min(40, rest.length())));
    }
    byte[] bytes = Arrays.copyOf(unhex(given.group(1)), written);
    if (file.equals(TOLD)) {
      writes.add(new DiskWrite.Told(new String(bytes, StandardCharsets.UTF_8).strip()));
    } else if (given.group(2) != null) {
      writes.add(new DiskWrite.Bytes(file, Long.parseLong(given.group(2)), bytes));
    } else {
      writes.add(new DiskWrite.Bytes(file, end(file), bytes));
    }
  }

  /** Where a file that is written from its beginning to its end has come to. */
  private long end(String file) {
    long end = 0;
    for (DiskWrite write : writes) {
      switch (write) {
        case DiskWrite.Size(String of, long size) when of.equals(file) -> end = size;
        case DiskWrite.Bytes(String of, long at, byte[] more) when of.equals(file) ->
            end = at + more.length;
        default -> {
          // Of another file.
        }
      }
    }
    return end;
  }

  /** The name of a file of the folder. */
  private Optional<String> file(String path) {
    Path named = Path.of(text(path));
    return folder.equals(named.getParent())
        ? Optional.of(named.getFileName().toString())
        : Optional.empty();
  }

  private static String text(String hex) {
    return new String(unhex(hex), StandardCharsets.UTF_8);
  }

  private static byte[] unhex(String text) {
    return HexFormat.of().parseHex(text.replace("\\x", ""));
  }

  private static String hex(String text) {
    return HexFormat.ofDelimiter("\\x").formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
