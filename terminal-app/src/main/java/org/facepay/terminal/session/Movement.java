package org.facepay.terminal.session;

import java.util.Optional;

/**
 * Pieces that came into a machine, or went, by hand.
 *
 * @param before pieces that lay there; empty when nobody knew
 * @param now pieces that lie there
 */
public record Movement(Place place, Optional<Integer> before, int now) {

  /**
   * Where an article lies.
   *
   * @param slot as the machine counts them
   * @param code of the article
   * @param capacity pieces it has room for; 0 when nobody has said
   */
  public record Place(int slot, String code, int capacity) {}
}
