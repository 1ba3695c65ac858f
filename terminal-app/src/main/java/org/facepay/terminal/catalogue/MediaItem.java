package org.facepay.terminal.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something of the shop's own that plays while nobody is there.
 *
 * @param name of its file
 * @param version changes with the file
 * @param lasts how long it plays at a time
 * @param from not before; empty: always
 * @param until not from then on; empty: always
 */
public record MediaItem(
    String name, String version, Duration lasts, Optional<Instant> from, Optional<Instant> until) {

  /** Whether it may play at that moment. */
  public boolean validAt(Instant now) {
    return from.filter(now::isBefore).isEmpty()
        && until.filter(end -> !now.isBefore(end)).isEmpty();
  }

  /** Whether it is a film. */
  public boolean isVideo() {
    return name.endsWith(".mp4") || name.endsWith(".webm");
  }
}
