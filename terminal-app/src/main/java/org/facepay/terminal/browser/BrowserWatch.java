package org.facepay.terminal.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.facepay.sync.retry.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the browser running: starts it again when it has ended, when its page has stopped painting
 * what it is shown, and when it has grown too large and nobody is shopping. Each time with a new
 * profile, so that nothing of before is in its way.
 */
public final class BrowserWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BrowserWatch.class);
  private static final Duration END = Duration.ofSeconds(5);

  /** Adding up what its processes hold costs the kernel milliseconds: once a minute is enough. */
  private static final int LOOKS_A_WEIGHING = 30;

  private final Function<Path, List<String>> command;
  private final Page page;
  private final Limits limits;
  private final Thread thread = new Thread(this::run, "browser");
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What the watch asks of the page. */
  public interface Page {
    /** How long the newest snapshot has waited to be painted; zero when it has been. */
    Duration behind();

    /** Whether nobody is shopping. */
    boolean idle();
  }

  /**
   * When it is too long, and too much.
   *
   * @param look between two looks at it
   * @param start from the start of the browser to the first page, at most
   * @param silence of a page that is shown something, at most
   * @param bytes of memory that browser and all of its processes share out among them, at most
   * @param again between two starts
   */
  public record Limits(Duration look, Duration start, Duration silence, long bytes, Backoff again) {
    /** A browser of one page on a device with 2 GB. */
    public static final Limits USUAL =
        new Limits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(90),
            Duration.ofSeconds(20),
            700L << 20,
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)));
  }

  /**
   * @param command for a profile's folder
   */
  public BrowserWatch(Function<Path, List<String>> command, Page page, Limits limits) {
    this.command = command;
    this.page = page;
    this.limits = limits;
  }

  /** Starts it. */
  public void start() {
    thread.start();
  }

  private void run() {
    int failures = 0;
    try {
      while (closing.getCount() > 0) {
        long started = System.nanoTime();
        try {
          String ended = watched();
          if (closing.getCount() > 0) {
            LOG.warn("the browser is started again: {}", ended);
          }
        } catch (IOException e) {
          LOG.error("the browser does not start: {}", e.toString());
        }
        boolean lasted = System.nanoTime() - started > limits.start().toNanos();
        failures = lasted ? 0 : failures + 1;
        var _ = closed(limits.again().after(Math.max(0, failures - 1)));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** One browser from its start to its end. */
  private String watched() throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory("facepay-browser");
    Process process =
        new ProcessBuilder(command.apply(profile))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      boolean seen = false;
      int looks = 0;
      while (!closed(limits.look())) {
        Duration behind = page.behind();
        seen = seen || behind.isZero();
        Duration patience = seen ? limits.silence() : limits.start();
        if (!process.isAlive()) {
          return "it ended with " + process.exitValue();
        }
        if (behind.compareTo(patience) > 0) {
          return "its page has not painted for " + behind.toSeconds() + " s";
        }
        looks++;
        long bytes = looks % LOOKS_A_WEIGHING == 0 ? Memory.of(process) : 0;
        if (bytes > limits.bytes() && page.idle()) {
          return "it has grown to " + (bytes >> 20) + " MiB";
        }
      }
      return "the terminal ends";
    } finally {
      end(process);
      delete(profile);
    }
  }

  private boolean closed(Duration after) throws InterruptedException {
    return closing.await(after.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void end(Process process) throws InterruptedException {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("the browser did not end by itself");
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.info("left behind: {} ({})", folder, e.toString());
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(END.multipliedBy(2).toMillis());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
