package org.facepay.terminal.checkout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a shop lets its staff do at the terminal, behind their badge.
 *
 * @param attended without use after which the terminal is the shopper's again
 * @param mostDiscount per cent that staff may take off a line
 * @param key file with the shop's key that signs suspended baskets; empty: none are
 */
public record AssistanceSettings(Duration attended, int mostDiscount, Optional<Path> key) {
  /** How long a suspended basket counts. */
  public static final Duration KEPT = Duration.ofHours(2);

  /** Where the file says nothing. */
  public static final AssistanceSettings USUAL =
      new AssistanceSettings(Duration.ofSeconds(60), 30, Optional.empty());
}
