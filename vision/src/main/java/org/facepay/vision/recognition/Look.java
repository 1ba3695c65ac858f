package org.facepay.vision.recognition;

import java.util.Optional;
import org.facepay.vision.face.Box;
import org.facepay.vision.face.Guidance;
import org.facepay.vision.face.Orientation;
import org.facepay.vision.face.Verdict;

/**
 * What one frame adds to what is known. A verdict holds for the face in this very frame: with no
 * face, several, or one seen badly it is undecided, whatever was known before.
 *
 * @param face where the face is, in pixels of the frame
 * @param guidance what the shopper should do
 * @param verdict about the face
 * @param turned how the picture would have to be turned, if the face is not upright
 */
public record Look(
    Optional<Box> face,
    Optional<Guidance> guidance,
    Verdict verdict,
    Optional<Orientation> turned) {
  /** Of an upright picture. */
  public Look(Optional<Box> face, Optional<Guidance> guidance, Verdict verdict) {
    this(face, guidance, verdict, Optional.empty());
  }

  static Look at(Box face, Optional<Guidance> guidance, Verdict verdict) {
    return new Look(Optional.of(face), guidance, verdict);
  }

  static Look without(Optional<Guidance> guidance) {
    return new Look(Optional.empty(), guidance, new Verdict.Undecided());
  }
}
