package org.facepay.terminal.payment;

import java.util.List;
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

  /** Whether any of those asked may answer, but for this one. */
  public boolean reachesAnyBut(String other) {
    List<String> asked = this.asked.stream().filter(name -> !name.equals(other)).toList();
    return asked.isEmpty() || !lost.containsAll(asked);
  }
}
