package org.facepay.vision.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the frames of one track say together; a pure value. Liveness scores are fused as the mean of
 * their log-odds, similarities as the mean per candidate, and nothing is decided on one frame.
 *
 * @param policy when to decide
 * @param track the track the samples belong to; a sample of another track starts afresh
 * @param samples the last frames, oldest first, bounded by {@link EvidencePolicy#window}
 * @param seen frames of this track so far
 */
public record Evidence(EvidencePolicy policy, long track, List<Sample> samples, int seen) {
  private static final double SUREST = 1e-3;

  /**
   * One frame.
   *
   * @param track from the tracker
   * @param candidate best match of the gallery, empty when it is empty
   * @param similarity of that match, fused with the second opinion if there was one
   * @param margin how much less similar the second-best person is
   * @param liveness passive score, 0..1
   */
  public record Sample(
      long track, Optional<String> candidate, float similarity, float margin, float liveness) {}

  /** Copies the samples. */
  public Evidence {
    samples = List.copyOf(samples);
  }

  /** No frames yet. */
  public static Evidence none(EvidencePolicy policy) {
    return new Evidence(policy, -1, List.of(), 0);
  }

  /** With one more frame. */
  public Evidence plus(Sample sample) {
    boolean same = sample.track() == track;
    List<Sample> next = new ArrayList<>(same ? samples : List.of());
    next.add(sample);
    if (next.size() > policy.window()) {
      next.removeFirst();
    }
    return new Evidence(policy, sample.track(), next, same ? seen + 1 : 1);
  }

  /** What the frames say so far. */
  public Verdict verdict() {
    Verdict who = verdictOfTheLiving();
    float liveness = liveness();
    return who instanceof Verdict.Recognised && liveness < policy.live()
        ? new Verdict.ChallengeNeeded(liveness)
        : who;
  }

  /** The same of a face that has passed a challenge; what looks like an attack stays one. */
  public Verdict verdictOfTheLiving() {
    if (samples.size() < policy.leastFrames()) {
      return new Verdict.Undecided();
    }
    float liveness = liveness();
    return liveness < policy.attack() ? new Verdict.Attack(liveness) : identity(liveness);
  }

  private Verdict identity(float liveness) {
    Optional<String> best = agreed();
    boolean late = seen >= policy.mostFrames();
    if (best.isEmpty()) {
      return late ? unknown(liveness) : new Verdict.Undecided();
    }
    List<Sample> own = samples.stream().filter(s -> s.candidate().equals(best)).toList();
    float similarity = mean(own.stream().map(Sample::similarity).toList());
    float margin = mean(own.stream().map(Sample::margin).toList());
    if (similarity < policy.same()) {
      return late ? unknown(liveness) : new Verdict.Undecided();
    }
    return new Verdict.Recognised(
        best.get(), similarity, margin, margin < policy.thinMargin(), liveness);
  }

  private Verdict.Unknown unknown(float liveness) {
    return new Verdict.Unknown(mean(samples.stream().map(Sample::similarity).toList()), liveness);
  }

  /** The candidate of at least three quarters of the frames. */
  private Optional<String> agreed() {
    return samples.stream()
        .map(Sample::candidate)
        .flatMap(Optional::stream)
        .distinct()
        .filter(c -> 4 * count(c) >= 3L * samples.size())
        .findFirst();
  }

  private long count(String candidate) {
    return samples.stream()
        .filter(s -> Objects.equals(s.candidate().orElse(null), candidate))
        .count();
  }

  /** All frames' liveness together, 0..1; one very sure frame cannot outvote the others. */
  public float liveness() {
    double sum = 0;
    for (Sample s : samples) {
      double p = Math.clamp(s.liveness(), SUREST, 1 - SUREST);
      sum += Math.log(p / (1 - p));
    }
    return samples.isEmpty() ? 0 : (float) (1 / (1 + Math.exp(-sum / samples.size())));
  }

  private static float mean(List<Float> values) {
    float sum = 0;
    for (float v : values) {
      sum += v;
    }
    return values.isEmpty() ? 0 : sum / values.size();
  }
}
