package org.facepay.vision.recognition;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.facepay.vision.camera.Frame;
import org.facepay.vision.face.Detection;
import org.facepay.vision.face.EvidencePolicy;
import org.facepay.vision.face.FaceCrop;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.Verdict;
import org.facepay.vision.gallery.Gallery;
import org.jspecify.annotations.Nullable;

/**
 * Takes the template of somebody who joins: live beyond doubt, seen well, and not yet a member. Not
 * thread-safe; the picture is kept by nobody, the template only until it is taken or wiped.
 */
public final class Enroller implements Looker {
  /** A stranger need not be looked at as long as somebody who may still be recognised. */
  private static final int FRAMES = 8;

  private final FaceEngine engine;
  private final Recogniser recogniser;
  private float @Nullable [] template;

  /**
   * @param engine used by the caller's thread only
   * @param gallery who is a member already
   * @param random where it cannot be foreseen what movement is asked for
   */
  public Enroller(
      FaceEngine engine, Gallery gallery, EvidencePolicy policy, RandomGenerator random) {
    this.engine = engine;
    EvidencePolicy quick =
        new EvidencePolicy(
            policy.leastFrames(),
            Math.max(FRAMES, policy.leastFrames()),
            policy.window(),
            policy.live(),
            policy.attack(),
            policy.same(),
            policy.thinMargin());
    this.recogniser = Recogniser.ofStrangersToo(engine, gallery, quick, random);
  }

  @Override
  public Look look(Frame frame) {
    Look look = recogniser.look(frame);
    if (template == null && look.verdict() instanceof Verdict.Unknown && look.face().isPresent()) {
      FaceCrop crop = engine.crop(frame.mat(), new Detection(look.face().get(), 1));
      template = engine.template(crop);
      crop.wipe();
    }
    return look;
  }

  /** The template, once there is one; the caller wipes it after use. */
  public Optional<float[]> take() {
    Optional<float[]> taken = Optional.ofNullable(template);
    template = null;
    return taken;
  }

  @Override
  public void reset() {
    recogniser.reset();
    take().ifPresent(unused -> Arrays.fill(unused, 0));
  }
}
