package org.facepay.peripherals.link;

import java.io.IOException;
import java.util.random.RandomGenerator;

/** What a simulated device does; called on its peer's thread only. */
public interface Firmware {
  /** How it answers. */
  @FunctionalInterface
  interface Wire {
    /** Sends one frame, with whatever fault is on; false if it did not go out as it was. */
    boolean send(byte[] frame) throws IOException;
  }

  /** Bytes came from the terminal. */
  void received(byte[] bytes, int count, Wire wire) throws IOException;

  /** Called about every ten milliseconds, also while nothing comes; less often while quiet. */
  default void tick(Wire wire) throws IOException {}

  /** Whether it only answers, just now: nothing happens in it before bytes come. */
  default boolean quiet() {
    return true;
  }

  /** Whether it takes no bytes for now, because its buffer is full. */
  default boolean full() {
    return false;
  }

  /** It was switched on: forget what was half done. */
  default void powered() {}

  /**
   * A frame as a disturbed line brings it. One flipped bit where the protocol has a checksum; a
   * protocol that relies on parity loses the character.
   */
  default byte[] damaged(byte[] frame, RandomGenerator random) {
    byte[] copy = frame.clone();
    copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    return copy;
  }

  /** A frame that lost one character, as a receiver drops one of wrong parity. */
  static byte[] withoutOne(byte[] frame, RandomGenerator random) {
    int lost = random.nextInt(frame.length);
    byte[] copy = new byte[frame.length - 1];
    System.arraycopy(frame, 0, copy, 0, lost);
    System.arraycopy(frame, lost + 1, copy, lost, copy.length - lost);
    return copy;
  }

  /** Bytes that mean nothing, as at a wrong baud rate, in the pieces its wire can deliver. */
  default byte[] noise(RandomGenerator random) {
    byte[] noise = new byte[1 + random.nextInt(24)];
    random.nextBytes(noise);
    return noise;
  }
}
