package org.facepay.vision.face;

/**
 * When frames are enough to decide.
 *
 * @param leastFrames frames of one track before anything is decided
 * @param mostFrames frames after which an uncertain face counts as unknown
 * @param window frames that are remembered
 * @param live fused liveness from which no challenge is needed, 0..1
 * @param attack fused liveness below which the face is taken for a presentation attack
 * @param same mean similarity from which a candidate is recognised
 * @param thinMargin distance to the second-best person below which a second factor is wanted
 */
public record EvidencePolicy(
    int leastFrames,
    int mostFrames,
    int window,
    float live,
    float attack,
    float same,
    float thinMargin) {

  /** Checks the numbers. */
  public EvidencePolicy {
    if (leastFrames < 1 || window < leastFrames || mostFrames < leastFrames || attack > live) {
      throw new IllegalArgumentException(
          "evidence: 1 <= leastFrames <= window, leastFrames <= mostFrames, attack <= live");
    }
  }

  /** Three frames, a quarter of a second at 12 frames a second; stricter than one picture. */
  public static EvidencePolicy standard() {
    return new EvidencePolicy(3, 24, 8, 0.2f, 0.05f, 0.42f, 0.08f);
  }
}
