package org.facepay.terminal.technician;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.OwnerOnly;
import org.facepay.terminal.files.TextFile;

/**
 * The PINs of those who have a badge, each with a PIN of their own, so that what is done at the
 * console has a name. They lie beside the shared PIN, derived by PBKDF2 (RFC 8018), and count for
 * as long as the badge does. Thread-safe.
 */
final class HolderPins {
  private static final Pattern LINE =
      Pattern.compile("(\\S.{0,39}?)\\t([0-9]{4,7})\\t([0-9a-f]{32})\\t([0-9a-f]{64})");

  /** Whoever has none is answered no sooner than others. */
  private static final String NOBODYS = "000000";

  private static final int ROUNDS = 120_000;
  private static final int SALT_BYTES = 16;
  private static final int BITS = 256;

  private final Path file;
  private final Supplier<Optional<Set<String>>> badges;
  private final Map<String, Derived> pins;

  /** What is kept of one. */
  private record Derived(int rounds, byte[] salt, byte[] hash) {
    static Derived of(String pin) {
      byte[] salt = new byte[SALT_BYTES];
      new SecureRandom().nextBytes(salt);
      return new Derived(ROUNDS, salt, hash(pin, ROUNDS, salt));
    }

    boolean is(String pin) {
      return MessageDigest.isEqual(hash, hash(pin, rounds, salt));
    }

    private static byte[] hash(String pin, int rounds, byte[] salt) {
      try {
        PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, rounds, BITS);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(spec)
            .getEncoded();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK derives by PBKDF2", e);
      }
    }

    @Override
    public String toString() {
      return "Derived[REDACTED]";
    }
  }

  private HolderPins(Path file, Supplier<Optional<Set<String>>> badges, Map<String, Derived> pins) {
    this.file = file;
    this.badges = badges;
    this.pins = pins;
  }

  /**
   * Reads those beside the shared PIN; there need be none.
   *
   * @param badges who has a badge now; empty while nobody knows, as of a terminal that cannot start
   * @throws IOException naming the line that is none
   */
  static HolderPins beside(Path shared, Supplier<Optional<Set<String>>> badges) throws IOException {
    Path file = shared.resolveSibling(shared.getFileName() + ".holders");
    Map<String, Derived> pins = new LinkedHashMap<>();
    if (Files.exists(file)) {
      Pin.refuseOthers(file);
      List<String> lines = TextFile.lines(file);
      for (int n = 0; n < lines.size(); n++) {
        Matcher line = LINE.matcher(lines.get(n));
        if (!line.matches()) {
          throw new ExplainedException(file, PinWords.HOLDER_LINE, n + 1);
        }
        HexFormat hex = HexFormat.of();
        pins.put(
            line.group(1),
            new Derived(
                Integer.parseInt(line.group(2)),
                hex.parseHex(line.group(3)),
                hex.parseHex(line.group(4))));
      }
    }
    return new HolderPins(file, badges, pins);
  }

  /** Whether a name belongs to a PIN here: if it does for anybody, the shared PIN opens nothing. */
  synchronized boolean any() {
    return pins.keySet().stream().anyMatch(this::holds);
  }

  /** Whether somebody has a PIN that counts. */
  synchronized boolean has(String name) {
    return pins.containsKey(name) && holds(name);
  }

  /** A badge that was taken back takes its PIN along. */
  private boolean holds(String name) {
    return badges.get().map(names -> names.contains(name)).orElse(true);
  }

  /** Whether this is the PIN of that person; it takes some time, also for nobody. */
  boolean accepts(String name, String tried) {
    Optional<Derived> pin;
    synchronized (this) {
      pin = has(name) ? Optional.ofNullable(pins.get(name)) : Optional.empty();
    }
    return pin.orElseGet(() -> Derived.of(NOBODYS)).is(tried) && pin.isPresent();
  }

  /**
   * Gives somebody a PIN, in place of another they may have.
   *
   * @return false, and nothing is changed, when it is none
   * @throws IOException when it cannot be kept; nothing is changed then
   */
  boolean give(String name, String fresh) throws IOException {
    if (!Pin.isOne(fresh)) {
      return false;
    }
    Derived derived = Derived.of(fresh);
    synchronized (this) {
      Map<String, Derived> more = new LinkedHashMap<>(pins);
      more.put(name, derived);
      write(more);
    }
    return true;
  }

  /** Nobody of that name has a badge any more. */
  synchronized void forget(String name) throws IOException {
    if (pins.containsKey(name)) {
      Map<String, Derived> fewer = new LinkedHashMap<>(pins);
      fewer.remove(name);
      write(fewer);
    }
  }

  private void write(Map<String, Derived> now) throws IOException {
    HexFormat hex = HexFormat.of();
    List<String> lines = new ArrayList<>();
    now.forEach(
        (name, pin) ->
            lines.add(
                String.join(
                    "\t",
                    name,
                    Integer.toString(pin.rounds()),
                    hex.formatHex(pin.salt()),
                    hex.formatHex(pin.hash()))));
    String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    OwnerOnly.replace(file, text.getBytes(StandardCharsets.UTF_8));
    pins.clear();
    pins.putAll(now);
  }

  @Override
  public String toString() {
    return "HolderPins[REDACTED]";
  }
}
