package org.facepay.vision.face;

/** What one frame shows. */
public sealed interface Observation {

  /** Nobody, or no face that can be made out; also black, frozen-black and tiny frames. */
  record NoFace() implements Observation {}

  /**
   * More than one face of about the same size; nobody is recognised then.
   *
   * @param faces how many
   */
  record SeveralFaces(int faces) implements Observation {}

  /**
   * A face that is not seen well enough for a template.
   *
   * @param track number of the face's track
   * @param box where it is, in pixels of the frame
   * @param guidance what would help
   * @param quality what was measured; an active challenge goes on with it
   */
  record Poor(long track, Box box, Guidance guidance, Quality quality) implements Observation {}

  /**
   * A face that is not upright: the camera is mounted on its side or upside down, or the picture is
   * held so; nobody is recognised then.
   *
   * @param orientation how the picture would have to be turned
   */
  record Turned(Box box, Orientation orientation) implements Observation {}

  /**
   * A face seen well.
   *
   * @param track number of the face's track; a new number means it may be somebody else
   * @param box where it is, in pixels of the frame
   * @param quality what was measured
   * @param livenessScore passive, of this frame alone, 0..1
   * @param crop the aligned pixels: {@link FaceEngine#template} makes a template of them when one
   *     is wanted
   */
  record Seen(long track, Box box, Quality quality, float livenessScore, FaceCrop crop)
      implements Observation {}
}
