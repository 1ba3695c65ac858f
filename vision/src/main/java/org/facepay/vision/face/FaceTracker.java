package org.facepay.vision.face;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps to one face over the frames of a session, so that evidence of two people is never added up.
 * The largest face is followed; a face that does not overlap the last one, or comes back after a
 * gap, is a new track. A plain value: {@link #next} returns the tracker after a frame.
 *
 * @param track number of the track; counts up and never restarts
 * @param box where the face was last, if it was seen
 * @param at when it was last seen
 * @param shake how far the face moved since the frame before, in face widths per second
 */
public record FaceTracker(long track, Optional<Box> box, Instant at, float shake) {
  /** A face that was away longer than this is a new one. */
  static final Duration LONGEST_GAP = Duration.ofMillis(700);

  private static final float SAME_FACE_OVERLAP = 0.3f;

  /** Another face of at least this part of the largest one's area may be a second shopper. */
  private static final float RIVAL_AREA = 0.45f;

  /** Nothing seen yet. */
  public static FaceTracker start() {
    return new FaceTracker(0, Optional.empty(), Instant.EPOCH, 0);
  }

  /** After a frame in which the face was where the box says. */
  public FaceTracker next(Box seen, Instant now) {
    Optional<Box> last = box.filter(b -> fresh(now));
    if (last.isEmpty() || last.get().overlap(seen) < SAME_FACE_OVERLAP) {
      return new FaceTracker(track + 1, Optional.of(seen), now, 0);
    }
    double seconds = Math.max(1e-3, Duration.between(at, now).toNanos() / 1e9);
    double moved =
        Math.hypot(seen.centreX() - last.get().centreX(), seen.centreY() - last.get().centreY());
    return new FaceTracker(
        track, Optional.of(seen), now, (float) (moved / Math.max(1, seen.width()) / seconds));
  }

  private boolean fresh(Instant now) {
    return Duration.between(at, now).abs().compareTo(LONGEST_GAP) <= 0;
  }

  /** The face to follow: the largest. */
  static Optional<Detection> largest(List<Detection> faces) {
    Detection best = null;
    for (Detection face : faces) {
      if (best == null || face.box().area() > best.box().area()) {
        best = face;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Faces large enough that it is unclear who is meant, the followed one included. */
  static int rivals(List<Detection> faces, Box largest) {
    return (int) faces.stream().filter(f -> f.box().area() >= RIVAL_AREA * largest.area()).count();
  }
}
