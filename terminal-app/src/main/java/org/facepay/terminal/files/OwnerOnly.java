package org.facepay.terminal.files;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may read what a terminal keeps: its user, nobody else. Another user of the machine could
 * compute the links of e-receipts from the journal, and open faces with their key.
 */
public final class OwnerOnly {
  private static final int OTHERS = 077;
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> LOOSE =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private OwnerOnly() {}

  /** What this program makes from now on is its owner's only (umask, POSIX.1-2017). */
  @SuppressWarnings("restricted")
  public static void fromNowOn() {
    if (isSo()) {
      return; // whoever started it has seen to it, and needs no foreign function
    }
    try {
      Linker linker = Linker.nativeLinker();
      var umask =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("umask"),
              FunctionDescriptor.of(JAVA_INT, JAVA_INT));
      int ignored = (int) umask.invokeExact(OTHERS);
    } catch (Throwable e) { // method handles throw it
      throw new IllegalStateException("umask is in every libc", e);
    }
  }

  /** Whether the kernel says so (proc_pid_status(5), since Linux 4.7). */
  private static boolean isSo() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines.anyMatch("Umask:\t%04o".formatted(OTHERS)::equals);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Writes a file that nobody else may read in the place of one that may be there; whatever happens
   * meanwhile, one of the two is there, whole.
   *
   * @throws IOException when it cannot be written; what was there stays
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path fresh =
        Files.createTempFile(folder, ".new", "", PosixFilePermissions.asFileAttribute(OWNERS));
    try {
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * What of a folder and all in it somebody else may use; empty when nothing.
   *
   * @return sentences that say what to run
   */
  public static List<String> problems(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> loose = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        if (isLoose(path)) {
          loose.add(path);
        }
      }
    }
    return loose.isEmpty()
        ? List.of()
        : List.of(
            "others may use %s%s; run: chmod -R go= '%s'"
                .formatted(
                    loose.getFirst(),
                    loose.size() == 1 ? "" : " and " + (loose.size() - 1) + " more",
                    folder));
  }

  /** As {@link #problems}, of one secret file. */
  public static List<String> problem(Path secret) throws IOException {
    return Files.isRegularFile(secret) && isLoose(secret)
        ? List.of("others may use %s; run: chmod go= '%s'".formatted(secret, secret))
        : List.of();
  }

  private static boolean isLoose(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return false; // its own bits mean nothing
    }
    return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).stream()
        .anyMatch(LOOSE::contains);
  }
}
