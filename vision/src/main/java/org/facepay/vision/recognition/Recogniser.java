package org.facepay.vision.recognition;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.facepay.vision.camera.Frame;
import org.facepay.vision.face.Box;
import org.facepay.vision.face.Challenge;
import org.facepay.vision.face.Evidence;
import org.facepay.vision.face.EvidencePolicy;
import org.facepay.vision.face.FaceCrop;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.Guidance;
import org.facepay.vision.face.Observation;
import org.facepay.vision.face.Orientation;
import org.facepay.vision.face.Quality;
import org.facepay.vision.face.Verdict;
import org.facepay.vision.gallery.Candidate;
import org.facepay.vision.gallery.Gallery;
import org.jspecify.annotations.Nullable;

/**
 * One shopper before one camera, frame after frame: looks the face up, adds up the evidence and
 * asks for a movement when the passive network is not sure. Somebody else's frames never count: a
 * new track starts with nothing.
 *
 * <p>Not thread-safe; keeps neither pictures nor templates.
 */
public final class Recogniser implements Looker {
  private static final Duration CHALLENGE_TIME = Duration.ofSeconds(6);

  /** Movements a face may be asked for before it counts as an attack. */
  private static final int CHALLENGES = 3;

  private final FaceEngine engine;
  private final Gallery gallery;
  private final RandomGenerator random;
  private final boolean strangersToo;
  private Evidence evidence;
  private @Nullable Challenge challenge;
  private int challenges;
  private long challengedTrack = -1;

  /**
   * @param engine used by the caller's thread only
   * @param gallery may change meanwhile
   * @param random where it cannot be foreseen what is asked, e.g. SecureRandom
   */
  public Recogniser(
      FaceEngine engine, Gallery gallery, EvidencePolicy policy, RandomGenerator random) {
    this(engine, gallery, policy, random, false);
  }

  private Recogniser(
      FaceEngine engine,
      Gallery gallery,
      EvidencePolicy policy,
      RandomGenerator random,
      boolean strangersToo) {
    this.engine = engine;
    this.gallery = gallery;
    this.random = random;
    this.strangersToo = strangersToo;
    this.evidence = Evidence.none(policy);
  }

  /** One who calls nobody a stranger whose liveness is not sure either. */
  static Recogniser ofStrangersToo(
      FaceEngine engine, Gallery gallery, EvidencePolicy policy, RandomGenerator random) {
    return new Recogniser(engine, gallery, policy, random, true);
  }

  @Override
  public void reset() {
    engine.opened();
    evidence = Evidence.none(evidence.policy());
    challenge = null;
    challenges = 0;
    challengedTrack = -1;
  }

  @Override
  public Look look(Frame frame) {
    return switch (engine.observe(frame)) {
      case Observation.NoFace _ -> interrupted(Optional.empty());
      case Observation.SeveralFaces _ -> interrupted(Optional.of(Guidance.ONE_FACE_ONLY));
      case Observation.Poor(long track, Box box, Guidance advice, Quality quality) -> {
        move(track, quality, frame);
        yield Look.at(box, asked().or(() -> Optional.of(advice)), new Verdict.Undecided());
      }
      case Observation.Turned(Box box, Orientation orientation) -> {
        Look nothing = interrupted(Optional.of(Guidance.LOOK_HERE));
        yield new Look(
            Optional.of(box), nothing.guidance(), nothing.verdict(), Optional.of(orientation));
      }
      case Observation.Seen seen -> seen(seen, frame);
    };
  }

  private Look interrupted(Optional<Guidance> guidance) {
    challenge = challenge == null ? null : challenge.interrupted();
    return Look.without(guidance);
  }

  private Look seen(Observation.Seen seen, Frame frame) {
    if (seen.track() != challengedTrack) {
      challengedTrack = seen.track();
      challenge = null;
      challenges = 0;
    }
    evidence = evidence.plus(sample(seen));
    move(seen.track(), seen.quality(), frame);
    Verdict verdict = evidence.verdict();
    if (verdict instanceof Verdict.ChallengeNeeded(float liveness)) {
      verdict = challenged(seen, frame, liveness);
    } else if (strangersToo
        && verdict instanceof Verdict.Unknown(float _, float liveness)
        && liveness < evidence.policy().live()) {
      verdict = challenged(seen, frame, liveness);
    }
    return Look.at(seen.box(), asked(), verdict);
  }

  private Verdict challenged(Observation.Seen seen, Frame frame, float liveness) {
    if (challenge != null && challenge.phase() == Challenge.Phase.PASSED) {
      return evidence.verdictOfTheLiving();
    }
    if (challenge == null || challenge.over()) {
      if (challenges == CHALLENGES) {
        return new Verdict.Attack(liveness);
      }
      challenges++;
      challenge =
          Challenge.random(random, seen.track(), seen.quality(), frame.at(), CHALLENGE_TIME);
    }
    return new Verdict.ChallengeNeeded(liveness);
  }

  private void move(long track, Quality quality, Frame frame) {
    challenge = challenge == null ? null : challenge.step(track, quality, frame.at());
  }

  private Optional<Guidance> asked() {
    return Optional.ofNullable(challenge).filter(c -> !c.over()).map(c -> c.kind().guidance());
  }

  private Evidence.Sample sample(Observation.Seen seen) {
    FaceCrop crop = seen.crop();
    float[] probe = engine.probe(crop);
    crop.wipe();
    List<Candidate> found = gallery.searchCompressed(probe, 2);
    Arrays.fill(probe, 0);
    float best = found.isEmpty() ? -1 : found.getFirst().similarity();
    float second = found.size() < 2 ? -1 : found.get(1).similarity();
    return new Evidence.Sample(
        seen.track(),
        found.stream().findFirst().map(Candidate::member),
        best,
        best - second,
        seen.livenessScore());
  }
}
