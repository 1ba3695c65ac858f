package org.facepay.vision.gallery;

import java.util.List;

/**
 * What an open-set search comes to (ISO/IEC 19795-1: identification with the possibility that the
 * person is not enrolled).
 */
public sealed interface Identity {

  /** Recognised. */
  record Known(String member, float similarity, float margin) implements Identity {}

  /** Similar enough, but another member is nearly as similar: a second factor has to decide. */
  record Thin(String member, float similarity, float margin) implements Identity {}

  /** Nobody here. */
  record Unknown(float best) implements Identity {}

  /**
   * The rule.
   *
   * @param threshold least similarity of the best candidate; fixes the false-positive
   *     identification rate
   * @param margin least distance to the second best member
   */
  record OpenSet(float threshold, float margin) {
    /** Judges candidates, best first, each member once. */
    public Identity decide(List<Candidate> candidates) {
      if (candidates.isEmpty()) {
        return new Unknown(-1);
      }
      Candidate best = candidates.getFirst();
      if (best.similarity() < threshold) {
        return new Unknown(best.similarity());
      }
      float second = candidates.size() > 1 ? candidates.get(1).similarity() : -1;
      float distance = best.similarity() - second;
      return distance < margin
          ? new Thin(best.member(), best.similarity(), distance)
          : new Known(best.member(), best.similarity(), distance);
    }
  }
}
