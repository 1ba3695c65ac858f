package org.facepay.vision.face;

/** What a still picture is worth as the picture somebody joins with. */
public sealed interface Portrait {
  /**
   * One face alone, seen as well as a camera would ask for.
   *
   * @param crop its aligned pixels; the caller wipes them
   */
  record Good(FaceCrop crop) implements Portrait {}

  /** No face can be made out. */
  record Faceless() implements Portrait {}

  /**
   * More than one face, of whatever size: whose it is to be, the picture does not say.
   *
   * @param faces how many
   */
  record Several(int faces) implements Portrait {}

  /** The picture lies on its side or stands on its head. */
  record Turned(Orientation orientation) implements Portrait {}

  /**
   * The face is not seen well enough.
   *
   * @param guidance what would help
   */
  record Unclear(Guidance guidance) implements Portrait {}
}
