package org.facepay.vision.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.facepay.tags.NeedsNatives;
import org.facepay.vision.camera.CameraException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsNatives
class ClipSourceTest {
  @TempDir Path folder;
  private final Clips.Clock clock = new Clips.Clock();

  @Test
  void playsEveryPictureInOrderAtItsRate() throws Exception {
    Path clip = folder.resolve("clip.avi");
    Clips.avi(clip, 12, 25, 320, 240);
    Instant start = clock.instant();
    try (ClipSource source = ClipSource.open(clip, 0, false, clock)) {
      for (int i = 0; i < 12; i++) {
        try (Frame frame = source.next(Duration.ZERO).orElseThrow()) {
          assertEquals(i, Clips.number(frame));
          assertEquals(320, frame.width());
          assertEquals(240, frame.height());
          assertEquals(320 * 240 * 3, frame.bgr().length);
          assertEquals(start.plusMillis(40L * i), frame.at());
        }
        if (i < 11) {
          assertEquals(Optional.empty(), source.next(Duration.ZERO), "it is not yet due");
          clock.pass(Duration.ofMillis(40));
        }
      }
      for (int again = 0; again < 2; again++) {
        assertEquals(Reason.ENDED, failure(source));
      }
    }
  }

  @Test
  void beginsAgain() throws Exception {
    Path clip = folder.resolve("clip.avi");
    Clips.avi(clip, 3, 10, 64, 48);
    try (ClipSource source = ClipSource.open(clip, 0, true, clock)) {
      for (int i = 0; i < 20; i++) {
        try (Frame frame = source.next(Duration.ZERO).orElseThrow()) {
          assertEquals(i % 3, Clips.number(frame));
        }
        clock.pass(Duration.ofMillis(100));
      }
    }
  }

  @Test
  void aSlowReaderMissesNothing() throws Exception {
    Path clip = folder.resolve("clip.avi");
    Clips.avi(clip, 5, 10, 64, 48);
    try (ClipSource source = ClipSource.open(clip, 0, false, clock)) {
      clock.pass(Duration.ofHours(1));
      for (int i = 0; i < 5; i++) {
        try (Frame frame = source.next(Duration.ZERO).orElseThrow()) {
          assertEquals(i, Clips.number(frame));
        }
      }
    }
  }

  @Test
  void waitsForThePictureButNotLongerThanItMay() throws Exception {
    Path clip = folder.resolve("clip.avi");
    Clips.avi(clip, 4, 10, 64, 48);
    try (ClipSource source = ClipSource.open(clip, 10, false, InstantSource.system())) {
      long start = System.nanoTime();
      for (int i = 0; i < 4; i++) {
        source.next(Duration.ofSeconds(10)).orElseThrow().close();
      }
      assertTrue(System.nanoTime() - start >= 290_000_000L, "three tenths of a second");
    }
    try (ClipSource source = ClipSource.open(clip, 0.1, false, InstantSource.system())) {
      source.next(Duration.ZERO).orElseThrow().close();
      long start = System.nanoTime();
      assertEquals(Optional.empty(), source.next(Duration.ofMillis(30)));
      assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }
  }

  @Test
  void playsNumberedPictures() throws Exception {
    for (int i = 0; i < 4; i++) {
      Clips.still(folder.resolve("frame%04d.png".formatted(i)), i, 64, 48);
    }
    try (ClipSource source = ClipSource.open(folder.resolve("frame%04d.png"), 5, false, clock)) {
      for (int i = 0; i < 4; i++) {
        try (Frame frame = source.next(Duration.ZERO).orElseThrow()) {
          assertEquals(i, Clips.number(frame));
        }
        clock.pass(Duration.ofMillis(200));
      }
      assertEquals(Reason.ENDED, failure(source));
    }
    assertEquals(Reason.UNUSABLE, refusal(folder.resolve("none%02d.png")));
  }

  @Test
  void aTruncatedClipNeverPassesForAWholeOne() throws Exception {
    Path clip = folder.resolve("clip.avi");
    Clips.avi(clip, 20, 25, 320, 240);
    byte[] whole = Files.readAllBytes(clip);
    for (double part : new double[] {0, 0.01, 0.1, 0.5, 0.9, 0.99}) {
      Files.write(clip, Arrays.copyOf(whole, (int) (whole.length * part)));
      int played = 0;
      try (ClipSource source = ClipSource.open(clip, 0, false, clock)) {
        while (true) {
          source.next(Duration.ZERO).orElseThrow().close();
          clock.pass(Duration.ofMillis(40));
          played++;
        }
      } catch (CameraException e) {
        assertTrue(
            e.reason() == Reason.UNUSABLE || e.reason() == Reason.DAMAGED,
            part + ": " + e.getMessage() + " after " + played);
      }
      assertTrue(played < 20);
    }
  }

  @Test
  void whatIsNoClipIsSaidSo() throws Exception {
    assertEquals(Reason.NOT_FOUND, refusal(folder.resolve("none.avi")));
    Path text = folder.resolve("text.avi");
    Files.writeString(text, "RIFF but not really ".repeat(1_000));
    assertEquals(Reason.UNUSABLE, refusal(text));
  }

  @Test
  void aClosedSourceIsOver() throws Exception {
    Path clip = folder.resolve("clip.avi");
    Clips.avi(clip, 3, 10, 64, 48);
    ClipSource source = ClipSource.open(clip, 0, true, clock);
    assertEquals(clip.toString(), source.name());
    source.close();
    source.close();
    assertEquals(Reason.ENDED, failure(source));
  }

  /** Bounded memory over many large frames, whether or not a collector of garbage runs. */
  @Test
  void aThousandFramesLeaveNothingBehind() throws Exception {
    Path clip = folder.resolve("clip.avi");
    Clips.avi(clip, 10, 100, 1280, 720);
    try (ClipSource source = ClipSource.open(clip, 0, true, clock)) {
      play(source, 100);
      long before = resident();
      play(source, 1_000);
      long grown = resident() - before;
      assertTrue(grown < 150L << 20, "grew by " + (grown >> 20) + " MB of 2,600 MB passed");
    }
  }

  private void play(ClipSource source, int frames) throws CameraException {
    for (int i = 0; i < frames; i++) {
      source.next(Duration.ZERO).orElseThrow().close();
      clock.pass(Duration.ofMillis(10));
    }
  }

  private static long resident() throws Exception {
    String pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[1];
    return Long.parseLong(pages) * 4096;
  }

  private Reason refusal(Path clip) {
    return assertThrows(CameraException.class, () -> ClipSource.open(clip, 0, false, clock))
        .reason();
  }

  private static Reason failure(FrameSource source) {
    return assertThrows(CameraException.class, () -> source.next(Duration.ZERO)).reason();
  }
}
