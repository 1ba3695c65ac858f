package org.facepay.vision.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.facepay.tags.NeedsNatives;
import org.facepay.vision.camera.CameraException.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;

/** A camera that is not there, is pulled out, hangs; the driver is a fake, the rest is real. */
@NeedsNatives
class CameraTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final Clips.Clock clock = new Clips.Clock();

  @BeforeAll
  static void load() throws Exception {
    NativeLibrary.load();
  }

  /** Hands out the pictures it is given; -1 is a picture that does not come. */
  private static final class FakeDriver implements Grabber {
    final SynchronousQueue<Integer> pictures = new SynchronousQueue<>();
    final CountDownLatch closed = new CountDownLatch(1);
    volatile boolean plugged = true;

    @Override
    public boolean read(Mat into) {
      try {
        int number = pictures.take();
        if (number >= 0) {
          Mat picture = Clips.picture(number, 32, 24);
          picture.copyTo(into);
          picture.release();
        }
        return number >= 0;
      } catch (InterruptedException e) {
        return false;
      }
    }

    void deliver(int... numbers) throws InterruptedException {
      for (int number : numbers) {
        assertTrue(pictures.offer(number, 20, TimeUnit.SECONDS), "nobody reads");
      }
    }

    @Override
    public boolean plugged() {
      return plugged;
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  @Test
  void deliversTheNewestPicture() throws Exception {
    FakeDriver driver = new FakeDriver();
    try (LiveSource source = new LiveSource("fake", driver, clock)) {
      assertEquals(Optional.empty(), source.next(Duration.ofMillis(20)), "a driver that hangs");
      driver.deliver(1, 2, 3, -1); // when the miss is taken, the third picture is there
      try (Frame frame = source.next(PATIENCE).orElseThrow()) {
        assertEquals(3, Clips.number(frame));
        assertEquals(clock.instant(), frame.at());
      }
      assertEquals(Optional.empty(), source.next(Duration.ZERO));
      driver.deliver(4);
      try (Frame frame = source.next(PATIENCE).orElseThrow()) {
        assertEquals(4, Clips.number(frame));
      }
    }
    // The camera's thread is in a read, or was about to begin one: it gets a picture if it asks.
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!driver.closed.await(1, TimeUnit.MILLISECONDS)) {
      driver.pictures.offer(5, 1, TimeUnit.MILLISECONDS);
      assertTrue(System.nanoTime() < end, "the device is released");
    }
  }

  @Test
  void aPulledPlugIsTold() throws Exception {
    FakeDriver driver = new FakeDriver();
    try (LiveSource source = new LiveSource("fake", driver, clock)) {
      driver.deliver(1);
      source.next(PATIENCE).orElseThrow().close();
      driver.plugged = false;
      driver.deliver(-1);
      CameraException e = assertThrows(CameraException.class, () -> source.next(PATIENCE));
      assertEquals(Reason.UNPLUGGED, e.reason());
      assertTrue(e.getMessage().contains("fake was pulled out"), e.getMessage());
      assertThrows(CameraException.class, () -> source.next(Duration.ZERO));
      assertTrue(driver.closed.await(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void aCameraThatFallsSilentIsTold() throws Exception {
    FakeDriver driver = new FakeDriver();
    try (LiveSource source = new LiveSource("fake", driver, clock)) {
      driver.deliver(-1, -1, 1, -1, -1, -1, -1);
      source.next(PATIENCE).orElseThrow().close();
      driver.deliver(-1);
      assertEquals(
          Reason.SILENT, assertThrows(CameraException.class, () -> source.next(PATIENCE)).reason());
    }
  }

  @Test
  void noSuchDevice() {
    CameraException e = refusal(folder.resolve("video7"));
    assertEquals(Reason.NOT_FOUND, e.reason());
    assertTrue(e.getMessage().contains("check its cable"), e.getMessage());
  }

  @Test
  void aDeviceThatIsNoCamera() throws Exception {
    Path file = folder.resolve("video0");
    Files.writeString(file, "no camera");
    assertEquals(Reason.UNUSABLE, refusal(file).reason());
    assertEquals(Reason.UNUSABLE, refusal(Path.of("/dev/null")).reason());
  }

  @Test
  void aDeniedDeviceNamesTheGroup() {
    CameraException e = V4l2Camera.denied(Path.of("/dev/video0"), "kiosk");
    assertEquals(Reason.DENIED, e.reason());
    assertTrue(e.getMessage().contains("usermod -aG video kiosk"), e.getMessage());
  }

  /** Loads the library in a process of its own and says how that went. */
  static final class Loading {
    private Loading() {}

    public static void main(String[] args) {
      try {
        NativeLibrary.load();
        System.out.println("LOADED");
      } catch (CameraException e) {
        System.out.println(e.reason() + " " + e.getMessage());
      }
    }
  }

  @Test
  void aTemporaryFolderThatCannotHoldTheLibraryIsSaidSo() throws Exception {
    String said = load(folder.resolve("none"));
    assertTrue(said.contains("NO_LIBRARY") && said.contains("-Djava.io.tmpdir="), said);
  }

  /** Where this machine has a folder mounted noexec. */
  @Test
  void aFolderMountedNoexecIsSaidSo() throws Exception {
    Path shared = Path.of("/dev/shm");
    String mounts = Files.readString(Path.of("/proc/self/mounts"));
    assumeTrue(mounts.lines().anyMatch(m -> m.contains(" /dev/shm ") && m.contains("noexec")));
    Path made = Files.createTempDirectory(shared, "noexec");
    try {
      String said = load(made);
      assertTrue(said.contains("NO_LIBRARY") && said.contains("noexec"), said);
    } finally {
      try (Stream<Path> left = Files.walk(made)) {
        for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static String load(Path temporary) throws Exception {
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.io.tmpdir=" + temporary,
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Loading.class.getName()))
            .redirectErrorStream(true)
            .start();
    return new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private CameraException refusal(Path device) {
    return assertThrows(
        CameraException.class,
        () ->
            V4l2Camera.open(
                new V4l2Camera.Settings(device, 640, 480, 30, Optional.empty()), clock));
  }
}
