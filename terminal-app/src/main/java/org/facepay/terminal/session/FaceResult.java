package org.facepay.terminal.session;

/** What one look of the camera came to. */
public sealed interface FaceResult {
  /** A member, live. */
  record Recognised(KnownMember member) implements FaceResult {}

  /** Nobody who is a member, or taken for a photograph: a shopper is told the same of both. */
  record NotRecognised() implements FaceResult {}

  /** There is no picture to look at. */
  record CameraFailed() implements FaceResult {}

  /** The face is kept now, with the member's consent. */
  record Joined(KnownMember member) implements FaceResult {}

  /** The phone or the face already belongs to a member. */
  record AlreadyMember() implements FaceResult {}
}
