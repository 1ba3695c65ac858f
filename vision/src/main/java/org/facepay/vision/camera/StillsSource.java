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
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * The pictures of a folder (JPEG, PNG, BMP) in the order of their names, one each period. A picture
 * that cannot be read is said so, and the next one follows.
 */
public final class StillsSource implements FrameSource {
  private static final long MAX_BYTES = 64 << 20;

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
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new CameraException(Reason.DAMAGED, file + " is larger than any picture");
      }
      byte[] bytes = Files.readAllBytes(file);
      if (isCutJpeg(bytes)) {
        throw new CameraException(Reason.DAMAGED, file + " is cut short");
      }
      return new Frame(decode(file, bytes), at);
    } catch (IOException e) {
      throw new CameraException(Reason.DAMAGED, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The decoder fills a cut picture up with grey and says nothing: look for the end marker. */
  private static boolean isCutJpeg(byte[] bytes) {
    if (bytes.length < 4 || bytes[0] != (byte) 0xff || bytes[1] != (byte) 0xd8) {
      return false;
    }
    int end = bytes.length;
    while (end > 2 && bytes[end - 1] == 0) {
      end--; // some cameras pad
    }
    return bytes[end - 2] != (byte) 0xff || bytes[end - 1] != (byte) 0xd9;
  }

  private static Mat decode(Path file, byte[] bytes) throws CameraException {
    if (bytes.length == 0) {
      throw new CameraException(Reason.DAMAGED, file + " is empty");
    }
    MatOfByte encoded = new MatOfByte(bytes);
    try {
      Mat picture = Imgcodecs.imdecode(encoded, Imgcodecs.IMREAD_COLOR);
      if (picture.empty()) {
        throw new CameraException(Reason.DAMAGED, file + " is no picture");
      }
      return picture;
    } catch (CvException e) {
      throw new CameraException(Reason.DAMAGED, file + " is no picture: " + e.getMessage(), e);
    } finally {
      encoded.release();
    }
  }
}
