package org.facepay.vision.face;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The active part of liveness: the shopper blinks or turns the head when asked. A pure state
 * machine over frames:
 *
 * <pre>
 * NEUTRAL --eyes open, head straight--> MOVE --asked movement seen--> BACK --neutral again--> PASSED
 *    any --time over, other track, two faces at once--> FAILED
 * </pre>
 *
 * @param kind what was asked
 * @param phase how far it got
 * @param track the face that was asked; any other one fails
 * @param deadline when it is too late
 * @param movedAt when the movement was first seen
 */
public record Challenge(Kind kind, Phase phase, long track, Instant deadline, Instant movedAt) {
  private static final Duration LONGEST_BLINK = Duration.ofMillis(1200);
  private static final float EYES_OPEN = 0.7f;
  private static final float EYES_CLOSED = 0.3f;
  private static final float TURNED_DEGREES = 18;
  private static final float STRAIGHT_DEGREES = 9;

  /** What is asked of the shopper. */
  public enum Kind {
    /** Close and open the eyes. */
    BLINK(Guidance.BLINK),
    /** To the shopper's own left. */
    TURN_LEFT(Guidance.TURN_LEFT),
    /** To the shopper's own right. */
    TURN_RIGHT(Guidance.TURN_RIGHT);

    private final Guidance guidance;

    Kind(Guidance guidance) {
      this.guidance = guidance;
    }

    /** What the screen says. */
    public Guidance guidance() {
      return guidance;
    }
  }

  /** How far the challenge got. */
  public enum Phase {
    /** Waiting for open eyes and a straight head. */
    NEUTRAL,
    /** Waiting for the movement. */
    MOVE,
    /** Waiting for the face to come back to neutral. */
    BACK,
    /** Done. */
    PASSED,
    /** Not done, too late, or by somebody else. */
    FAILED
  }

  /**
   * Asks for something the shopper cannot foresee; for a blink only where open eyes are seen as
   * open.
   */
  public static Challenge random(
      RandomGenerator random, long track, Quality quality, Instant now, Duration allowed) {
    Kind[] kinds = Kind.values();
    int skip = quality.eyesOpen() >= EYES_OPEN ? 0 : 1;
    return of(kinds[skip + random.nextInt(kinds.length - skip)], track, now, allowed);
  }

  /** Asks for one movement. */
  public static Challenge of(Kind kind, long track, Instant now, Duration allowed) {
    return new Challenge(kind, Phase.NEUTRAL, track, now.plus(allowed), now);
  }

  /** Whether it is passed or failed. */
  public boolean over() {
    return phase == Phase.PASSED || phase == Phase.FAILED;
  }

  /**
   * After a frame.
   *
   * @param seenTrack the frame's track
   * @param quality what was measured; also of frames whose pose is too far off for a template
   */
  public Challenge step(long seenTrack, Quality quality, Instant now) {
    if (over()) {
      return this;
    }
    if (seenTrack != track || now.isAfter(deadline)) {
      return in(Phase.FAILED, now);
    }
    return switch (phase) {
      case NEUTRAL -> neutral(quality) ? in(Phase.MOVE, now) : this;
      case MOVE -> moved(quality) ? in(Phase.BACK, now) : this;
      case BACK -> back(quality, now);
      case PASSED, FAILED -> this;
    };
  }

  /** After a frame with no face or several: a face that leaves the picture ends the challenge. */
  public Challenge interrupted() {
    return over() ? this : in(Phase.FAILED, movedAt);
  }

  private Challenge back(Quality quality, Instant now) {
    boolean slow = Duration.between(movedAt, now).compareTo(LONGEST_BLINK) > 0;
    if (kind == Kind.BLINK && slow) {
      return in(Phase.NEUTRAL, now);
    }
    return neutral(quality) ? in(Phase.PASSED, now) : this;
  }

  private boolean neutral(Quality quality) {
    boolean open = kind != Kind.BLINK || quality.eyesOpen() >= EYES_OPEN;
    return open && Math.abs(quality.pose().yaw()) < STRAIGHT_DEGREES;
  }

  private boolean moved(Quality quality) {
    float yaw = quality.pose().yaw();
    return switch (kind) {
      case BLINK -> quality.eyesOpen() <= EYES_CLOSED && Math.abs(yaw) < TURNED_DEGREES;
      case TURN_LEFT -> yaw >= TURNED_DEGREES;
      case TURN_RIGHT -> yaw <= -TURNED_DEGREES;
    };
  }

  private Challenge in(Phase next, Instant now) {
    return new Challenge(kind, next, track, deadline, next == Phase.BACK ? now : movedAt);
  }
}
