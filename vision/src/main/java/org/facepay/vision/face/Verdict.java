package org.facepay.vision.face;

/** What {@link Evidence} says about the face in front of the camera. */
public sealed interface Verdict {

  /** More frames are needed. */
  record Undecided() implements Verdict {}

  /**
   * A member of the gallery, live.
   *
   * @param candidate who
   * @param similarity mean over the frames, -1..1
   * @param margin to the second-best person
   * @param thin whether the margin calls for a second factor
   * @param liveness fused, 0..1
   */
  record Recognised(String candidate, float similarity, float margin, boolean thin, float liveness)
      implements Verdict {}

  /**
   * Somebody the gallery does not know.
   *
   * @param similarity mean over the frames to whoever was nearest, -1..1
   * @param liveness fused, 0..1
   */
  record Unknown(float similarity, float liveness) implements Verdict {}

  /**
   * The passive network is not sure that this is a person: blink or turn first.
   *
   * @param liveness fused, 0..1
   */
  record ChallengeNeeded(float liveness) implements Verdict {}

  /**
   * Taken for a presentation attack (ISO/IEC 30107-3), for example a printed photograph.
   *
   * @param liveness fused, 0..1
   */
  record Attack(float liveness) implements Verdict {}
}
