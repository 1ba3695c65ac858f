package org.facepay.terminal.world.faces;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.facepay.terminal.files.SmallFile;
import org.facepay.terminal.technician.CameraDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the camera is mounted: what the technician last said at the console, in a file of the data
 * folder, and before that what the configuration says. Thread-safe.
 */
public final class CameraMount {
  private static final Logger LOG = LoggerFactory.getLogger(CameraMount.class);

  private static final int MOST_BYTES = 16;

  private final Path file;
  private volatile int degrees;

  private CameraMount(Path file, int degrees) {
    this.file = file;
    this.degrees = degrees;
  }

  /**
   * Reads the file; one that holds no rotation is logged and passed over.
   *
   * @param configured degrees clockwise
   */
  public static CameraMount in(Path data, int configured) {
    Path file = data.resolve("camera-rotation");
    int degrees = configured;
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        String kept = new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII).strip();
        Optional<Integer> turn =
            CameraDesk.TURNS.stream().filter(t -> t.toString().equals(kept)).findFirst();
        if (turn.isPresent()) {
          degrees = turn.get();
        } else {
          LOG.error(
              "{}: expected 0, 90, 180 or 270; the configuration's {} is used", file, degrees);
        }
      } catch (IOException e) {
        LOG.error("{} cannot be read; the configuration's {} is used: {}", file, degrees, e);
      }
    }
    return new CameraMount(file, degrees);
  }

  /** Degrees clockwise that set its pictures upright. */
  int degrees() {
    return degrees;
  }

  /**
   * From now on.
   *
   * @return false, and nothing is changed, when a picture cannot be turned so
   */
  boolean turn(int now) throws IOException {
    if (!CameraDesk.TURNS.contains(now)) {
      return false;
    }
    SmallFile.write(file, now + "\n");
    degrees = now;
    return true;
  }
}
