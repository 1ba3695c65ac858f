package org.facepay.terminal.technician;

import org.facepay.kiosk.screen.Screen.Guidance;
import org.facepay.terminal.language.Phrase;

/** What the page of the shopper's camera says. */
final class CameraWords {
  static final Phrase CAMERA = new Phrase("摄像头", "Camera");
  static final Phrase LIVE =
      new Phrase(
          "摄像头现在看到的。画面只在这里显示，不保存。",
          "What the camera sees now. The picture is shown here only and not kept.");
  static final Phrase NO_PICTURE = new Phrase("还没有画面", "No picture yet");
  static final Phrase IN_USE =
      new Phrase(
          "有顾客正在用摄像头，等一下就有画面。",
          "A shopper is being looked at; the picture comes when that is over.");
  static final Phrase NO_FACE =
      new Phrase("画面里没有脸。站到顾客的位置试试。", "No face is in the picture. Stand where a shopper stands.");
  static final Phrase GOOD = new Phrase("脸够大，也在中间。", "The face is large enough and in the middle.");
  static final Phrase TOO_SMALL =
      new Phrase(
          "脸太小：摄像头离得太远，或视角太宽。", "The face is too small: the camera is too far away, or too wide.");
  static final Phrase TOO_LARGE =
      new Phrase("脸太大：离得太近。", "The face is too large: it is too close.");
  static final Phrase ASIDE =
      new Phrase("脸不在中间：请转动或移动摄像头。", "The face is not in the middle: turn or move the camera.");
  static final Phrase DARK = new Phrase("太暗：脸上要有光。", "Too dark: the face needs light.");
  static final Phrase BRIGHT =
      new Phrase("太亮：脸后面有窗或灯。", "Too bright: a window or a lamp is behind or on the face.");
  static final Phrase SEVERAL = new Phrase("画面里不止一张脸。", "More than one face is in the picture.");
  static final Phrase LOOK = new Phrase("请正对摄像头，站稳。", "Look into the camera and keep still.");
  static final Phrase TURN = new Phrase("画面方向", "Turn the picture");
  static final Phrase TURN_HOW =
      new Phrase(
          "人要头朝上。选好后马上生效，重启后也一样。",
          "People must stand upright. It holds at once, and after a restart.");
  static final Phrase DEGREES = new Phrase("转 %s°", "%s°");
  static final Phrase NOW = new Phrase("转 %s°（现在）", "%s° (now)");
  static final Phrase TURNED = new Phrase("画面改成转 %s° 了。", "The picture is turned by %s° now.");
  static final Phrase NO_TURN =
      new Phrase("没有改：只能转 0、90、180 或 270 度。", "Not changed: it can be 0, 90, 180 or 270 degrees.");
  static final Phrase NOT_WRITTEN =
      new Phrase("没有改：写不进去，原因在日志里。", "Not changed: it cannot be written; the log says why.");

  private CameraWords() {}

  /** What is to be done about a face that is not seen well. */
  static Phrase of(Guidance guidance) {
    return switch (guidance) {
      case COME_CLOSER -> TOO_SMALL;
      case MOVE_BACK -> TOO_LARGE;
      case MOVE_TO_CENTRE -> ASIDE;
      case MORE_LIGHT -> DARK;
      case LESS_LIGHT -> BRIGHT;
      case ONE_FACE_ONLY -> SEVERAL;
      case STARTING -> NO_PICTURE;
      case LOOKING -> GOOD;
      case LOOK_HERE, HOLD_STILL, BLINK, TURN_LEFT, TURN_RIGHT -> LOOK;
    };
  }
}
