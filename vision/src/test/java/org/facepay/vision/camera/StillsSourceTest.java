package org.facepay.vision.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.facepay.tags.NeedsNatives;
import org.facepay.vision.camera.CameraException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsNatives
class StillsSourceTest {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  @TempDir Path folder;
  private final Clips.Clock clock = new Clips.Clock();

  @Test
  void showsTheFolderInTheOrderOfItsNames() throws Exception {
    Clips.still(folder.resolve("b.png"), 1, 64, 48);
    Clips.still(folder.resolve("a.JPG"), 0, 32, 24);
    Clips.still(folder.resolve("c.bmp"), 2, 16, 16);
    Files.writeString(folder.resolve("readme.txt"), "no picture");
    Files.writeString(folder.resolve(".hidden.jpg"), "no picture");
    Files.createDirectory(folder.resolve("d.jpg"));
    try (StillsSource source = StillsSource.open(folder, PERIOD, false, clock)) {
      for (int i = 0; i < 3; i++) {
        try (Frame frame = source.next(Duration.ZERO).orElseThrow()) {
          assertEquals(i, Clips.number(frame));
        }
        assertEquals(Optional.empty(), i < 2 ? source.next(Duration.ZERO) : Optional.empty());
        clock.pass(PERIOD);
      }
      assertEquals(Reason.ENDED, failure(source).reason());
    }
    try (StillsSource source = StillsSource.open(folder, Duration.ZERO, true, clock)) {
      for (int i = 0; i < 10; i++) {
        try (Frame frame = source.next(Duration.ZERO).orElseThrow()) {
          assertEquals(i % 3, Clips.number(frame));
        }
      }
    }
  }

  @Test
  void aBrokenPictureIsNamedAndTheNextOneFollows() throws Exception {
    Clips.still(folder.resolve("a.jpg"), 0, 640, 480);
    byte[] whole = Files.readAllBytes(folder.resolve("a.jpg"));
    Files.write(folder.resolve("b.jpg"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("c.jpg"), new byte[0]);
    Files.writeString(folder.resolve("d.jpg"), "<html>");
    Files.write(folder.resolve("e.png"), Arrays.copyOf(whole, 3));
    Files.write(folder.resolve("f.jpg"), Arrays.copyOf(whole, whole.length + 100));
    try (StillsSource source = StillsSource.open(folder, Duration.ZERO, false, clock)) {
      source.next(Duration.ZERO).orElseThrow().close();
      for (String name : new String[] {"b.jpg", "c.jpg", "d.jpg", "e.png"}) {
        CameraException e = failure(source);
        assertEquals(Reason.DAMAGED, e.reason());
        assertTrue(e.getMessage().contains(name), e.getMessage());
      }
      source.next(Duration.ZERO).orElseThrow().close();
    }
  }

  @Test
  void takesAPictureOfFourThousandPixels() throws Exception {
    Clips.still(folder.resolve("4k.jpg"), 3, 3840, 2160);
    try (StillsSource source = StillsSource.open(folder, PERIOD, false, clock);
        Frame frame = source.next(Duration.ZERO).orElseThrow()) {
      assertEquals(3840, frame.width());
      assertEquals(2160, frame.height());
      assertEquals(3, Clips.number(frame));
    }
  }

  @Test
  void anEmptyOrMissingFolderIsSaidSo() {
    CameraException empty =
        assertThrows(CameraException.class, () -> StillsSource.open(folder, PERIOD, false, clock));
    assertEquals(Reason.UNUSABLE, empty.reason());
    assertTrue(empty.getMessage().contains("no pictures"), empty.getMessage());
    assertEquals(
        Reason.NOT_FOUND,
        assertThrows(
                CameraException.class,
                () -> StillsSource.open(folder.resolve("none"), PERIOD, false, clock))
            .reason());
  }

  private static CameraException failure(FrameSource source) {
    return assertThrows(CameraException.class, () -> source.next(Duration.ZERO));
  }
}
