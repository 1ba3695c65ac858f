package org.facepay.peripherals;

import java.util.SplittableRandom;

/**
 * Random, truncated and slightly wrong frames for decoders of outside bytes; counted, not timed.
 */
public final class Fuzz {
  /** Frames per codec. */
  public static final int FRAMES = 1_000_000;

  /** Takes a frame; it must not throw, and checks what came of it. */
  @FunctionalInterface
  public interface Decoder {
    void decode(byte[] frame);
  }

  private Fuzz() {}

  /**
   * Feeds {@link #FRAMES} frames: noise, beginnings of genuine frames, genuine frames with bytes
   * replaced.
   */
  public static void frames(long seed, byte[][] genuine, int longest, Decoder decoder) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < FRAMES; i++) {
      byte[] model = genuine[random.nextInt(genuine.length)];
      decoder.decode(
          switch (random.nextInt(4)) {
            case 0 -> noise(random, longest);
            case 1 -> java.util.Arrays.copyOf(model, random.nextInt(model.length + 1));
            case 2 -> replaced(random, model, 1);
            default -> replaced(random, model, 1 + random.nextInt(4));
          });
    }
  }

  private static byte[] noise(SplittableRandom random, int longest) {
    byte[] bytes = new byte[random.nextInt(longest + 1)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] replaced(SplittableRandom random, byte[] model, int times) {
    byte[] copy = model.clone();
    for (int i = 0; i < times && copy.length > 0; i++) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }
}
