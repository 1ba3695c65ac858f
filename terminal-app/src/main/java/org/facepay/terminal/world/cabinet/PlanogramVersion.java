package org.facepay.terminal.world.cabinet;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a cabinet's planogram, as the name of its file says it.
 *
 * @param number from 1
 * @param from when it is valid
 * @param digest of the configured files
 */
record PlanogramVersion(int number, Instant from, String digest, Path file) {
  private static final Pattern NAME =
      Pattern.compile("(\\d{6})-(\\d{8}T\\d{9}Z)-([0-9a-f]{12})\\.json");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Empty where the name is none. */
  static Optional<PlanogramVersion> of(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    try {
      return name.matches()
          ? Optional.of(
              new PlanogramVersion(
                  Integer.parseInt(name.group(1)),
                  Instant.from(TIME.parse(name.group(2))),
                  name.group(3),
                  file))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** One that is yet to be written into this folder. */
  static PlanogramVersion in(Path folder, int number, Instant from, String digest) {
    String name = String.format(Locale.ROOT, "%06d-%s-%s.json", number, TIME.format(from), digest);
    return new PlanogramVersion(number, from, digest, folder.resolve(name));
  }
}
