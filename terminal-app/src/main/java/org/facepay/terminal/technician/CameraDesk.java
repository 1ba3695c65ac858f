package org.facepay.terminal.technician;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.peripherals.problem.HealthText;

/** The shopper's camera while a technician points it. Nothing of what it sees is kept. */
public interface CameraDesk {
  /** How far its pictures can be turned, degrees clockwise. */
  List<Integer> TURNS = List.of(0, 90, 180, 270);

  /**
   * What it sees.
   *
   * @param jpeg the newest picture, upright; empty while there is none
   * @param face whether there is one face or more in it
   * @param guidance what is wrong with the face; empty where nothing is
   * @param problem why there are no pictures
   */
  record Sight(
      Optional<byte[]> jpeg,
      boolean face,
      Optional<Screen.Guidance> guidance,
      Optional<HealthText> problem) {
    @Override
    public String toString() {
      return "Sight[REDACTED]";
    }
  }

  /** Turns the camera on for a few seconds; empty while a shopper is looked at. */
  Optional<Sight> sight();

  /** Degrees clockwise that set its pictures upright. */
  int rotation();

  /**
   * Sets them upright so from now on, over restarts.
   *
   * @param by who does it
   * @return false, and nothing is changed, for none of {@link #TURNS}
   * @throws IOException when it cannot be kept; nothing is changed then
   */
  boolean turn(int degrees, String by) throws IOException;
}
