package org.facepay.vision.camera;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.facepay.vision.camera.CameraException.Reason;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * Reads a camera on a thread of its own and keeps the newest picture only: who asks seldom gets a
 * fresh picture, and a driver that hangs holds nobody but that thread.
 */
final class LiveSource implements FrameSource {
  private static final int MISSES = 5;

  private final String name;
  private final Grabber grabber;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Frame newest;
  private @Nullable CameraException failure;
  private volatile boolean closed;

  LiveSource(String name, Grabber grabber, InstantSource clock) {
    this.name = name;
    this.grabber = grabber;
    this.clock = clock;
    Thread.ofPlatform().name("camera " + name).daemon().start(this::run);
  }

  @Override
  public Optional<Frame> next(Duration wait) throws CameraException {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (newest == null && failure == null && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      Frame frame = newest;
      newest = null;
      if (frame == null && failure != null) {
        throw new CameraException(failure.reason(), String.valueOf(failure.getMessage()), failure);
      }
      return Optional.ofNullable(frame);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns at once; the device is released when its driver returns from the picture under way. */
  @Override
  public void close() {
    closed = true;
    offer(null, null);
  }

  private void run() {
    int misses = 0;
    try (grabber) {
      while (!closed && misses < MISSES) {
        Mat picture = new Mat();
        if (grabber.read(picture) && !picture.empty()) {
          misses = 0;
          offer(new Frame(picture, clock.instant()), null);
        } else {
          picture.release();
          misses = grabber.plugged() ? misses + 1 : MISSES;
        }
      }
      if (!closed) {
        offer(
            null,
            grabber.plugged()
                ? new CameraException(Reason.SILENT, name + " has stopped sending pictures")
                : new CameraException(Reason.UNPLUGGED, name + " was pulled out"));
      }
    }
  }

  /** Replaces the newest picture; none is kept once the source is closed. */
  private void offer(@Nullable Frame frame, @Nullable CameraException problem) {
    lock.lock();
    try {
      if (newest != null) {
        newest.close();
      }
      newest = frame;
      if (closed && frame != null) {
        frame.close();
        newest = null;
      }
      if (problem != null) {
        failure = problem;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
