package org.facepay.vision.face;

/** What the shopper should do so that the next frame is better; the screen words it. */
public enum Guidance {
  /** The face is too small in the picture. */
  COME_CLOSER,
  /** The face is too large or cut off because it is near. */
  MOVE_BACK,
  /** The face leaves the picture at one side. */
  MOVE_TO_CENTRE,
  /** Too dark to see. */
  MORE_LIGHT,
  /** Overexposed or no contrast: light behind the shopper or into the camera. */
  LESS_LIGHT,
  /** The head is turned away from the camera. */
  LOOK_HERE,
  /** Blurred by movement. */
  HOLD_STILL,
  /** More than one face of about the same size. */
  ONE_FACE_ONLY,
  /** Challenge: close and open the eyes. */
  BLINK,
  /** Challenge: turn the head to the shopper's own left. */
  TURN_LEFT,
  /** Challenge: turn the head to the shopper's own right. */
  TURN_RIGHT
}
