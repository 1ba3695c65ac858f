package org.facepay.sync.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one step makes durable, all of it in one transaction or none of it.
 *
 * @param closesSession whether the session ends here and need not be replayed any more
 */
public record Append(
    long stamp,
    long session,
    Instant at,
    String type,
    byte[] body,
    Optional<Sale> sale,
    List<Outgoing> outgoing,
    boolean closesSession) {

  /**
   * A finished sale.
   *
   * @param id unique for this terminal
   * @param totalMinor what was paid, in minor units
   * @param body the sale, UTF-8 JSON
   */
  public record Sale(String id, Instant at, long totalMinor, String currency, byte[] body) {}
}
