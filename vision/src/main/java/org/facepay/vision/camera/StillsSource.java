package org.facepay.vision.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.vision.camera.CameraException.Reason;

/**
 * The pictures of a folder (JPEG, PNG, BMP) in the order of their names, one each period. A picture
 * that cannot be read is said so, and the next one follows.
 */
public final class StillsSource implements FrameSource {
  private final Path folder;
  private final List<Path> pictures;
  private final boolean loop;
  private final Playback playback;
  private int position;

  private StillsSource(
      Path folder, List<Path> pictures, Duration period, boolean loop, InstantSource clock) {
    this.folder = folder;
    this.pictures = pictures;
    this.loop = loop;
    this.playback = new Playback(clock, period);
  }

  /**
   * Opens a folder.
   *
   * @param period from one picture to the next
   * @param loop whether the first follows the last
   */
  public static StillsSource open(Path folder, Duration period, boolean loop, InstantSource clock)
      throws CameraException {
    NativeLibrary.load();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pictures = files.filter(StillsSource::isPicture).sorted().toList();
      if (pictures.isEmpty()) {
        throw new CameraException(
            Reason.UNUSABLE, folder + " holds no pictures (.jpg, .jpeg, .png, .bmp)");
      }
      return new StillsSource(folder, pictures, period, loop, clock);
    } catch (IOException e) {
      throw new CameraException(Reason.NOT_FOUND, "there is no folder " + folder, e);
    }
  }

  @Override
  public Optional<Frame> next(Duration wait) throws CameraException {
    if (position == pictures.size() && !loop) {
      throw new CameraException(Reason.ENDED, "all pictures of " + folder + " were shown");
    }
    if (!playback.due(wait)) {
      return Optional.empty();
    }
    position %= pictures.size();
    Path file = pictures.get(position++);
    return Optional.of(read(file, playback.shown()));
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public void close() {
    position = pictures.size();
  }

  private static boolean isPicture(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && name.matches(".*\\.(jpe?g|png|bmp)")
        && Files.isRegularFile(file);
  }

  private static Frame read(Path file, Instant at) throws CameraException {
    return new Frame(PictureFile.read(file), at);
  }
}
