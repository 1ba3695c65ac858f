package org.facepay.terminal.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.facepay.kiosk.web.Panel;
import org.facepay.sync.retry.Backoff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A browser that ends, hangs or grows is started again; one that works is left alone. */
@Timeout(60)
class BrowserWatchTest {
  private static final Backoff SOON = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20));
  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir Path folder;

  private volatile Duration behind = Duration.ZERO;
  private volatile boolean idle = true;
  private final AtomicInteger looks = new AtomicInteger();

  private final BrowserWatch.Page page =
      new BrowserWatch.Page() {
        @Override
        public Duration behind() {
          return behind;
        }

        @Override
        public boolean idle() {
          looks.incrementAndGet();
          return idle;
        }
      };

  private static BrowserWatch.Limits limits(Duration start, long bytes) {
    return new BrowserWatch.Limits(
        Duration.ofMillis(1), start, Duration.ofSeconds(20), bytes, SOON);
  }

  /** A program that notes its start and its profile, then does this. */
  private BrowserWatch watching(String then, BrowserWatch.Limits limits) {
    String script = "echo $1 >> " + folder.resolve("starts") + "; " + then;
    BrowserWatch watch =
        new BrowserWatch(
            profile -> List.of("bash", "-c", script, "browser", profile.toString()), page, limits);
    watch.start();
    return watch;
  }

  private List<String> starts() {
    try {
      Path file = folder.resolve("starts");
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void until(BooleanSupplier what) throws InterruptedException {
    while (!what.getAsBoolean()) {
      Thread.sleep(5);
    }
  }

  @Test
  void oneThatEndsIsStartedAgainWithANewProfile() throws Exception {
    try (BrowserWatch _ = watching("exit 3", limits(LONG, Long.MAX_VALUE))) {
      until(() -> starts().size() >= 3);
    }
    List<String> profiles = starts();
    assertEquals(profiles.size(), Set.copyOf(profiles).size());
    for (String profile : profiles) {
      assertFalse(Files.exists(Path.of(profile)), "thrown away with it");
    }
  }

  @Test
  void oneWhosePageHangsIsStartedAgain() throws Exception {
    try (BrowserWatch _ = watching("sleep 600", limits(Duration.ZERO, Long.MAX_VALUE))) {
      until(() -> starts().size() == 1);
      behind = Duration.ofSeconds(21);
      until(() -> starts().size() >= 2);
    }
  }

  @Test
  void oneThatIsStillStartingHasLonger() throws Exception {
    behind = Duration.ofSeconds(21);
    try (BrowserWatch _ = watching("sleep 0.3; exit 0", limits(LONG, Long.MAX_VALUE))) {
      long began = System.nanoTime();
      until(() -> starts().size() >= 2);
      assertTrue(System.nanoTime() - began > Duration.ofMillis(290).toNanos(), "it was left alone");
    }
  }

  @Test
  void oneThatGrowsIsStartedAgainWhenNobodyShops() throws Exception {
    idle = false;
    try (BrowserWatch _ = watching("sleep 600", limits(LONG, 1))) {
      until(() -> starts().size() == 1);
      until(() -> looks.get() >= 20);
      assertEquals(1, starts().size(), "somebody is shopping");
      idle = true;
      until(() -> starts().size() >= 2);
    }
  }

  @Test
  void withTheTerminalItAndItsChildrenEnd() throws Exception {
    Path child = folder.resolve("child");
    try (BrowserWatch _ =
        watching("sleep 600 & echo $! > " + child + "; wait", limits(LONG, Long.MAX_VALUE))) {
      until(() -> Files.exists(child));
      until(() -> !read(child).isBlank());
    }
    long pid = Long.parseLong(read(child).strip());
    until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theCommandSaysWhatIsMissingAndShowsThePageAlone() {
    BrowserCommand bare = new BrowserCommand("chromium", false, Optional.of(Panel.L7), false);
    assertEquals(2, bare.missing(_ -> false).size());
    assertEquals(List.of(), bare.missing(_ -> true));
    assertEquals(
        1, new BrowserCommand("chromium", true, Optional.empty(), true).missing(_ -> true).size());
    URI url = URI.create("http://127.0.0.1:8480/?token=x");
    List<String> command = bare.of(url, Path.of("/tmp/p"));
    assertEquals("cage", command.getFirst());
    assertEquals("--app=" + url, command.getLast());
    assertTrue(command.containsAll(List.of("--kiosk", "--window-size=800,480")));
    assertEquals(
        "chromium",
        new BrowserCommand("chromium", true, Optional.empty(), false)
            .of(url, Path.of("/p"))
            .getFirst());
  }

  @Test
  void memoryIsReadFromTheRollupOrIsNone() {
    assertEquals(
        3 << 10,
        Memory.read("55d0-7ff [rollup]\nRss:      9 kB\nPss:      3 kB\nPss_Anon: 1 kB\n"));
    assertEquals(0, Memory.read(""));
    assertEquals(0, Memory.read("Pss: many kB"));
  }
}
