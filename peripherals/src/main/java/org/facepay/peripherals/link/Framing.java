package org.facepay.peripherals.link;

/**
 * Where a protocol's frames end; pure, so that every protocol's framing can be tested on bytes
 * alone. See {@link FrameBuffer}, which applies it to a stream.
 */
@FunctionalInterface
public interface Framing {
  /** What {@link #measure} says while the frame is not whole. */
  int INCOMPLETE = 0;

  /**
   * Looks at the start of what has come.
   *
   * @param bytes holds the stream from its first unconsumed byte on
   * @param count how many bytes of it there are, at least 1
   * @return the first frame's length; or {@link #INCOMPLETE}; or minus the number of leading bytes
   *     that belong to no frame and are to be dropped
   */
  int measure(byte[] bytes, int count);

  /** Frames that end with this byte, which is part of them. */
  static Framing until(int end) {
    return (bytes, count) -> {
      for (int i = 0; i < count; i++) {
        if (bytes[i] == (byte) end) {
          return i + 1;
        }
      }
      return INCOMPLETE;
    };
  }

  /** Frames that begin with one byte and end with another; what stands before is dropped. */
  static Framing between(int start, int end) {
    Framing ending = until(end);
    return (bytes, count) -> {
      int first = indexOf(bytes, count, start);
      return first > 0 ? -first : first < 0 ? -count : ending.measure(bytes, count);
    };
  }

  /** Frames of one length that begin with one byte; what stands before is dropped. */
  static Framing fixed(int start, int length) {
    return (bytes, count) -> {
      int first = indexOf(bytes, count, start);
      if (first != 0) {
        return first > 0 ? -first : -count;
      }
      return count >= length ? length : INCOMPLETE;
    };
  }

  /** The place of a byte among the first {@code count}; -1 if it is not there. */
  static int indexOf(byte[] bytes, int count, int wanted) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] == (byte) wanted) {
        return i;
      }
    }
    return -1;
  }
}
