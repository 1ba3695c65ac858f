package org.facepay.terminal.technician;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.facepay.terminal.files.OwnerOnly;

/**
 * The console's PIN: read from a file that only the terminal's user may read, soon tired of
 * guesses.
 */
public final class Pin {
  private static final String FORM = "[0-9]{6,12}";
  private static final int TRIES = 5;
  private static final Duration REST = Duration.ofMinutes(1);
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path file;
  private byte[] digits;
  private int wrong;
  private Instant restUntil = Instant.MIN;

  private Pin(Path file, byte[] digits) {
    this.file = file;
    this.digits = digits;
  }

  /**
   * Reads the file.
   *
   * @throws IOException when it is missing, readable by others, or holds no PIN
   */
  public static Pin read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(
          "the technician's PIN is missing; write 6 to 12 digits into "
              + file
              + " and chmod 600 it");
    }
    refuseOthers(file);
    String text = Files.readString(file).strip();
    if (!isOne(text)) {
      throw new IOException("expected 6 to 12 digits in " + file);
    }
    return new Pin(file, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether a text can be a PIN. */
  static boolean isOne(String text) {
    return text.matches(FORM);
  }

  /** What opens the console is its user's alone. */
  static void refuseOthers(Path file) throws IOException {
    if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
      throw new IOException("others can read the technician's PIN; run: chmod 600 " + file);
    }
  }

  /** Whether this is the PIN; after five wrong tries nothing is, for a minute. */
  boolean accepts(String tried, Instant now) {
    return accepts(
        () -> MessageDigest.isEqual(digits, tried.getBytes(StandardCharsets.UTF_8)), now);
  }

  /** As above, whoever's PIN it is: guesses at one rest all. */
  synchronized boolean accepts(BooleanSupplier is, Instant now) {
    if (now.isBefore(restUntil)) {
      return false;
    }
    boolean right = is.getAsBoolean();
    wrong = right ? 0 : wrong + 1;
    if (wrong >= TRIES) {
      wrong = 0;
      restUntil = now.plus(REST);
    }
    return right;
  }

  /**
   * Takes another PIN from now on, and keeps it in the file.
   *
   * @return false, and nothing is changed, when the old one is wrong or the new one is none
   * @throws IOException when it cannot be kept; the old one stays
   */
  synchronized boolean change(String old, String fresh, Instant now) throws IOException {
    if (!isOne(fresh) || !accepts(old, now)) {
      return false;
    }
    OwnerOnly.replace(file, fresh.getBytes(StandardCharsets.US_ASCII));
    digits = fresh.getBytes(StandardCharsets.US_ASCII);
    return true;
  }

  @Override
  public String toString() {
    return "Pin[REDACTED]";
  }
}
