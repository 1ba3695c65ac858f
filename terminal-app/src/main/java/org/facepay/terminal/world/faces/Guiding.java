package org.facepay.terminal.world.faces;

import org.facepay.kiosk.screen.Screen;
import org.facepay.vision.face.Guidance;

/** What the camera wants of the shopper, for the page. */
final class Guiding {
  private Guiding() {}

  static Screen.Guidance shown(Guidance guidance) {
    return switch (guidance) {
      case COME_CLOSER -> Screen.Guidance.COME_CLOSER;
      case MOVE_BACK -> Screen.Guidance.MOVE_BACK;
      case MOVE_TO_CENTRE -> Screen.Guidance.MOVE_TO_CENTRE;
      case MORE_LIGHT -> Screen.Guidance.MORE_LIGHT;
      case LESS_LIGHT -> Screen.Guidance.LESS_LIGHT;
      case LOOK_HERE -> Screen.Guidance.LOOK_HERE;
      case HOLD_STILL -> Screen.Guidance.HOLD_STILL;
      case ONE_FACE_ONLY -> Screen.Guidance.ONE_FACE_ONLY;
      case BLINK -> Screen.Guidance.BLINK;
      case TURN_LEFT -> Screen.Guidance.TURN_LEFT;
      case TURN_RIGHT -> Screen.Guidance.TURN_RIGHT;
    };
  }
}
