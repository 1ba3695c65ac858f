package org.facepay.terminal.provider.card;

import java.time.Duration;
import java.util.Optional;

/**
 * A till's access to its card terminal.
 *
 * @param saleId the till, as the terminal knows it
 * @param poiId the terminal: model and serial number
 * @param key of the messages; empty: they travel in the clear
 * @param dialogue longest time from the request to the card's removal
 * @param answer longest time for everything that needs no shopper
 */
public record CardSettings(
    String saleId, String poiId, Optional<NexoKey> key, Duration dialogue, Duration answer) {

  public CardSettings {
    if (!saleId.matches("[A-Za-z0-9-]{1,16}") || !poiId.matches("[A-Za-z0-9-]{1,32}")) {
      throw new IllegalArgumentException("a till " + saleId + " of terminal " + poiId);
    }
  }
}
