package org.facepay.terminal.provider.card;

import java.time.Duration;
import java.util.Optional;

/**
 * A till's access to its card terminal, with their key.
 *
 * @param key of the messages; empty: they travel in the clear
 */
public record CardSettings(Till till, Optional<NexoKey> key) {

  /**
   * The till at its terminal.
   *
   * @param saleId the till, as the terminal knows it
   * @param poiId the terminal: model and serial number
   * @param dialogue longest time from the request to the card's removal
   * @param answer longest time for everything that needs no shopper
   */
  public record Till(String saleId, String poiId, Duration dialogue, Duration answer) {}

  public CardSettings {
    if (!till.saleId().matches("[A-Za-z0-9-]{1,16}")
        || !till.poiId().matches("[A-Za-z0-9-]{1,32}")) {
      throw new IllegalArgumentException("a till " + till.saleId() + " of " + till.poiId());
    }
  }

  public CardSettings(
      String saleId, String poiId, Optional<NexoKey> key, Duration dialogue, Duration answer) {
    this(new Till(saleId, poiId, dialogue, answer), key);
  }
}
