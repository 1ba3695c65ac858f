package org.facepay.terminal.checkout;

import java.time.Duration;

/**
 * What a shop lets its staff do at the terminal, behind their badge.
 *
 * @param attended without use after which the terminal is the shopper's again
 */
public record AssistanceSettings(Duration attended) {
  /** As the reference of the page has it. */
  public static final AssistanceSettings USUAL = new AssistanceSettings(Duration.ofSeconds(60));
}
