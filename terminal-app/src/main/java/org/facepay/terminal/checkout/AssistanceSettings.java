package org.facepay.terminal.checkout;

import java.time.Duration;

/**
 * What a shop lets its staff do at the terminal, behind their badge.
 *
 * @param attended without use after which the terminal is the shopper's again
 * @param mostDiscount per cent that staff may take off a line
 */
public record AssistanceSettings(Duration attended, int mostDiscount) {
  /** Where the file says nothing. */
  public static final AssistanceSettings USUAL = new AssistanceSettings(Duration.ofSeconds(60), 30);
}
