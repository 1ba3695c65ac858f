package org.facepay.vision.face;

import java.util.Optional;

/**
 * What a frame must reach before a template is made of it; pure. The defaults leave room: the
 * embedder itself still works at a quarter of the light and with 15 degrees of roll.
 *
 * @param eyeDistance least distance of the eyes in pixels
 * @param mostEyeDistance largest, as part of the frame's shorter side
 * @param sharpness least {@link Quality#sharpness}
 * @param darkest least {@link Quality#brightness}
 * @param brightest largest {@link Quality#brightness}
 * @param contrast least {@link Quality#contrast}
 * @param yaw largest turn to either side, degrees
 * @param pitch largest turn up or down, degrees
 */
public record QualityLimits(
    float eyeDistance,
    float mostEyeDistance,
    float sharpness,
    float darkest,
    float brightest,
    float contrast,
    float yaw,
    float pitch) {

  /** Limits for a shopper one step in front of a terminal. */
  public static QualityLimits standard() {
    return new QualityLimits(26, 0.45f, 5, 30, 230, 12, 25, 28);
  }

  /** The first thing the shopper should change, the one that hides the others first. */
  public Optional<Guidance> advice(Quality quality, Box box, int width, int height) {
    float cutOff = 1 - box.visible(width, height);
    if (quality.eyeDistance() > mostEyeDistance * Math.min(width, height)) {
      return Optional.of(Guidance.MOVE_BACK);
    }
    if (cutOff > 0.2f) {
      return Optional.of(box.width() > 0.7f * width ? Guidance.MOVE_BACK : Guidance.MOVE_TO_CENTRE);
    }
    if (quality.eyeDistance() < eyeDistance) {
      return Optional.of(Guidance.COME_CLOSER);
    }
    return light(quality).or(() -> posture(quality));
  }

  private Optional<Guidance> light(Quality quality) {
    if (quality.brightness() < darkest) {
      return Optional.of(Guidance.MORE_LIGHT);
    }
    if (quality.brightness() > brightest || quality.contrast() < contrast) {
      return Optional.of(Guidance.LESS_LIGHT);
    }
    return Optional.empty();
  }

  private Optional<Guidance> posture(Quality quality) {
    if (Math.abs(quality.pose().yaw()) > yaw || Math.abs(quality.pose().pitch()) > pitch) {
      return Optional.of(Guidance.LOOK_HERE);
    }
    if (quality.sharpness() < sharpness) {
      return Optional.of(Guidance.HOLD_STILL);
    }
    return Optional.empty();
  }
}
