package org.facepay.terminal.world.faces;

import java.io.IOException;
import java.nio.file.Path;
import org.facepay.vision.camera.CameraException;
import org.facepay.vision.camera.PictureFile;
import org.facepay.vision.face.FaceCrop;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.Guidance;
import org.facepay.vision.face.ModelException;
import org.facepay.vision.face.Orientation;
import org.facepay.vision.face.Portrait;
import org.opencv.core.Mat;

/** The picture somebody joins with at the counter: held to what the camera asks for, or refused. */
final class EnrolmentPicture {
  private EnrolmentPicture() {}

  /**
   * The template of the one face on it; the caller wipes it.
   *
   * @throws IOException saying what is wrong with the picture and what to do
   */
  static float[] template(Path file) throws IOException {
    try (FaceEngine engine = FaceEngine.load()) {
      Mat picture = PictureFile.read(file);
      try {
        return template(file, engine, engine.portrait(picture));
      } finally {
        picture.release();
      }
    } catch (CameraException | ModelException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static float[] template(Path file, FaceEngine engine, Portrait portrait)
      throws IOException {
    return switch (portrait) {
      case Portrait.Good(FaceCrop crop) -> {
        float[] template = engine.template(crop);
        crop.wipe();
        yield template;
      }
      case Portrait.Faceless() ->
          throw new IOException(
              "no face in " + file + "; take a picture from the front with more light");
      case Portrait.Several(int faces) ->
          throw new IOException(
              faces + " faces in " + file + "; take a picture of the member alone, or cut it out");
      case Portrait.Turned(Orientation orientation) ->
          throw new IOException(
              file + " is turned; turn it by " + orientation.degrees() + " degrees clockwise");
      case Portrait.Unclear(Guidance guidance) ->
          throw new IOException("the face in " + file + " " + problem(guidance));
    };
  }

  private static String problem(Guidance guidance) {
    return switch (guidance) {
      case COME_CLOSER -> "is too small; take a picture from nearer or of more pixels";
      case MOVE_BACK -> "is too near or cut off; take a picture with the whole head";
      case MOVE_TO_CENTRE -> "is cut off at the edge; take a picture with the whole head";
      case MORE_LIGHT -> "is too dark; take a picture with more light";
      case LESS_LIGHT -> "is too bright or without contrast; take a picture without light behind";
      case LOOK_HERE -> "looks aside; take a picture from the front";
      case HOLD_STILL -> "is blurred; take a sharp picture";
      case ONE_FACE_ONLY -> "is not alone; take a picture of the member alone";
      case BLINK, TURN_LEFT, TURN_RIGHT -> "cannot be judged; take another picture";
    };
  }
}
