package org.facepay.vision.face;

/** How a picture has to be turned so that the faces on it are upright. */
public enum Orientation {
  /** Not at all. */
  UPRIGHT(0),
  /** Its top is at the left. */
  TOP_LEFT(90),
  /** It is upside down. */
  UPSIDE_DOWN(180),
  /** Its top is at the right. */
  TOP_RIGHT(270);

  private final int degrees;

  Orientation(int degrees) {
    this.degrees = degrees;
  }

  /** Degrees clockwise that set it upright. */
  public int degrees() {
    return degrees;
  }
}
