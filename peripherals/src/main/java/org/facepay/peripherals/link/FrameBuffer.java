package org.facepay.peripherals.link;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into frames, however the wire split it. Bounded: when it is full and holds no whole
 * frame, its oldest byte gives way, so that noise can neither grow it nor hold it up. Pure; not
 * safe for several threads.
 */
public final class FrameBuffer {
  private final Framing framing;
  private final byte[] bytes;
  private int count;

  /** For frames of at most {@code largest} bytes. */
  public FrameBuffer(Framing framing, int largest) {
    this.framing = framing;
    this.bytes = new byte[largest];
  }

  /** The next whole frame, or null until more bytes come. */
  public byte @Nullable [] next() {
    while (count > 0) {
      int measured = framing.measure(bytes, count);
      if (measured > 0 && measured <= count) {
        byte[] frame = Arrays.copyOf(bytes, measured);
        drop(measured);
        return frame;
      }
      if (measured < 0) {
        drop(Math.min(-measured, count));
      } else if (count == bytes.length) {
        drop(1);
      } else {
        return null;
      }
    }
    return null;
  }

  /**
   * Takes bytes, as many as there is room for; then ask {@link #next} until it is null.
   *
   * @return how many were taken, at least 1 if {@code length} is
   */
  public int add(byte[] from, int offset, int length) {
    int taken = Math.min(length, bytes.length - count);
    System.arraycopy(from, offset, bytes, count, taken);
    count += taken;
    return taken;
  }

  /** Forgets what has come. */
  public void clear() {
    count = 0;
  }

  /** Bytes that wait for the rest of their frame. */
  public int waiting() {
    return count;
  }

  private void drop(int length) {
    System.arraycopy(bytes, length, bytes, 0, count - length);
    count -= length;
  }
}
