package org.facepay.terminal.payment;

import java.util.Set;

/**
 * Which providers could not be reached when they were asked last: the request never left.
 *
 * @param asked those that have been asked since the start
 * @param lost of these, those not reached
 */
public record Reach(Set<String> asked, Set<String> lost) {
  /** Nothing is known to be out of reach. */
  public static final Reach FINE = new Reach(Set.of(), Set.of());

  public Reach {
    asked = Set.copyOf(asked);
    lost = Set.copyOf(lost);
  }

  /** Whether the provider may answer. */
  public boolean reaches(String provider) {
    return !lost.contains(provider);
  }

  /** Whether any of those asked may answer. */
  public boolean reachesAny() {
    return asked.isEmpty() || !lost.containsAll(asked);
  }
}
