package org.facepay.vision.recognition;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.facepay.vision.camera.CameraException;
import org.facepay.vision.camera.CameraException.Reason;
import org.facepay.vision.camera.Frame;
import org.facepay.vision.camera.FrameSource;
import org.facepay.vision.camera.JpegPreview;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a camera on a thread of its own from {@link #start} to {@link #close}: opens it, opens it
 * again after it was pulled out, shows the shopper the picture and tells who is there. The camera
 * is on only while a watch is open, which is only after consent.
 */
public final class FaceWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FaceWatch.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration PREVIEW_PERIOD = Duration.ofMillis(66);
  private static final JpegPreview PREVIEW = new JpegPreview(640, 80);

  /** A sensor's noise never repeats: so many equal pictures are a driver that has hung. */
  private static final int FROZEN = 15;

  /** Looks in a row that find a turned face until the camera is to blame for it. */
  private static final int TURNED = 5;

  /** Opens the camera anew; closed by the watch. */
  @FunctionalInterface
  public interface Camera {
    FrameSource open() throws CameraException;
  }

  /** Told on the watch's thread; must return soon. */
  public interface Listener {
    /** A JPEG of at most 640 pixels width, at most 15 a second. */
    void preview(byte[] jpeg);

    /** After every frame that was looked at. */
    void look(Look look);

    /**
     * The camera works, or not and why; at the start and whenever it changes. While it does not, no
     * earlier look counts.
     */
    void camera(Optional<CameraException> problem);
  }

  private final Camera camera;
  private final Looker looker;
  private final Listener listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private Optional<Reason> problem = Optional.empty();
  private boolean told;
  private long lastPreview = System.nanoTime() - PREVIEW_PERIOD.toNanos();

  private FaceWatch(Camera camera, Looker looker, Listener listener) {
    this.camera = camera;
    this.looker = looker;
    this.listener = listener;
    this.thread = Thread.ofPlatform().name("faces").daemon().unstarted(this::run);
  }

  /**
   * Starts watching; everything else is told to the listener.
   *
   * @param looker used by the watch's thread alone until {@link #close} has returned
   */
  public static FaceWatch start(Camera camera, Looker looker, Listener listener) {
    FaceWatch watch = new FaceWatch(camera, looker, listener);
    watch.thread.start();
    return watch;
  }

  /** Turns the camera off; nothing is told any more when this has returned. */
  @Override
  public void close() {
    closed.countDown();
    boolean interrupted = false;
    while (thread.isAlive() && !Thread.currentThread().equals(thread)) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean open() {
    return closed.getCount() > 0;
  }

  private void run() {
    Duration wait = FIRST_WAIT;
    while (open()) {
      try (FrameSource source = camera.open()) {
        looker.reset();
        if (watch(source)) {
          wait = FIRST_WAIT;
        }
      } catch (CameraException e) {
        tell(Optional.of(e));
      }
      pause(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
    looker.reset();
  }

  /** Looks at frames until the source fails; true when there was at least one. */
  private boolean watch(FrameSource source) {
    long before = 0;
    int equal = 0;
    int turned = 0;
    boolean any = false;
    while (open()) {
      try (Frame frame = source.next(PATIENCE).orElse(null)) {
        if (frame == null) {
          continue;
        }
        any = true;
        long now = checksum(frame);
        equal = now == before ? equal + 1 : 0;
        before = now;
        if (equal >= FROZEN) {
          throw new CameraException(Reason.SILENT, source.name() + " repeats one picture");
        }
        preview(frame);
        Look look = looker.look(frame);
        turned = look.turned().isPresent() ? turned + 1 : 0;
        if (turned >= TURNED) {
          throw CameraException.turned(source.name(), look.turned().orElseThrow().degrees());
        }
        if (turned == 0) {
          tell(Optional.empty());
        }
        listener.look(look);
      } catch (CameraException e) {
        if (e.reason() == Reason.DAMAGED) {
          LOG.debug("one picture was lost", e);
          continue;
        }
        looker.reset();
        tell(Optional.of(e));
        return any;
      }
    }
    return any;
  }

  private void preview(Frame frame) {
    long now = System.nanoTime();
    if (now - lastPreview >= PREVIEW_PERIOD.toNanos()) {
      lastPreview = now;
      listener.preview(PREVIEW.of(frame));
    }
  }

  private static long checksum(Frame frame) {
    byte[] pixels = frame.bgr();
    CRC32C crc = new CRC32C();
    crc.update(pixels);
    Arrays.fill(pixels, (byte) 0);
    return crc.getValue();
  }

  private void tell(Optional<CameraException> now) {
    Optional<Reason> reason = now.map(CameraException::reason);
    if (!told || !reason.equals(problem)) {
      now.ifPresentOrElse(
          e -> LOG.warn("no face recognition: {}", e.getMessage()),
          () -> LOG.info("the camera works"));
      told = true;
      problem = reason;
      listener.camera(now);
    }
  }

  private void pause(Duration wait) {
    try {
      if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("closed");
      }
    } catch (InterruptedException e) {
      closed.countDown();
    }
  }
}
