package org.facepay.peripherals.link;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Questions and answers over a link, and frames that come unasked: the part that is the same for
 * every framed protocol. One thread, as the link.
 */
public final class Exchange implements AutoCloseable {
  /** Frames kept for later; a device that sends more than this unasked loses its oldest. */
  private static final int MOST_WAITING = 64;

  private final Link link;
  private final FrameBuffer frames;
  private final Duration write;
  private final byte[] chunk = new byte[1024];
  private final Deque<byte[]> waiting = new ArrayDeque<>();

  /**
   * @param largest bytes of the largest frame
   * @param write how long the wire may take to accept a question
   */
  public Exchange(Link link, Framing framing, int largest, Duration write) {
    this.link = link;
    this.frames = new FrameBuffer(framing, largest);
    this.write = write;
  }

  /**
   * Sends a question and waits for the next frame; whatever had come before it is thrown away.
   *
   * @return the frame; empty if none came in time
   * @throws DeviceException if the device hung up or takes no bytes
   */
  public Optional<byte[]> ask(byte[] question, Duration timeout) throws DeviceException {
    discard();
    send(question);
    return receive(timeout);
  }

  /** The next frame of a device that sends unasked; whatever had come before is thrown away. */
  public Optional<byte[]> fresh(Duration timeout) throws DeviceException {
    discard();
    return receive(timeout);
  }

  /** Sends without waiting for an answer. */
  public void send(byte[] bytes) throws DeviceException {
    link.write(bytes, write);
  }

  /** The next frame, asked for or not; empty if none came in time. */
  public Optional<byte[]> receive(Duration timeout) throws DeviceException {
    long deadline = System.nanoTime() + timeout.toNanos();
    byte[] frame = poll();
    while (frame == null) {
      long left = Math.max(0, deadline - System.nanoTime());
      int count = link.read(chunk, Duration.ofNanos(left));
      take(count);
      frame = poll();
      if (frame == null && (count == 0 || System.nanoTime() - deadline >= 0)) {
        return Optional.empty(); // silent, or it talks but never to the point
      }
    }
    return Optional.of(frame);
  }

  /** Notices cheaply that the wire is dead. */
  public void checkWire() throws DeviceException {
    int ignored = link.available();
  }

  @Override
  public void close() {
    link.close();
  }

  /** At most so much that a babbling device cannot hold us. */
  private void discard() throws DeviceException {
    for (int i = 0; i < 64 && link.available() > 0; i++) {
      int ignored = link.read(chunk, Duration.ZERO);
    }
    frames.clear();
    waiting.clear();
  }

  private void take(int count) {
    int taken = 0;
    while (taken < count) {
      taken += frames.add(chunk, taken, count - taken);
      for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
        if (waiting.size() == MOST_WAITING) {
          waiting.removeFirst();
        }
        waiting.addLast(frame);
      }
    }
  }

  private byte @Nullable [] poll() {
    return waiting.pollFirst();
  }
}
