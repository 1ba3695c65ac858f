package org.facepay.peripherals.printer.paper;

import java.util.Arrays;

/** A printer's receive buffer: bytes in at the end, looked at and taken from the start. */
public final class ByteQueue {
  private byte[] bytes = new byte[8192];
  private int start;
  private int end;

  /** Bytes that wait. */
  public int size() {
    return end - start;
  }

  /** Puts the first {@code count} of them at the end. */
  public void add(byte[] more, int count) {
    if (end + count > bytes.length) {
      int size = size();
      byte[] into = size + count > bytes.length ? new byte[(size + count) * 2] : bytes;
      System.arraycopy(bytes, start, into, 0, size);
      bytes = into;
      start = 0;
      end = size;
    }
    System.arraycopy(more, 0, bytes, end, count);
    end += count;
  }

  /** The unsigned byte {@code at} places from the start; 0 past the end. */
  int peek(int at) {
    return at < size() ? bytes[start + at] & 0xFF : 0;
  }

  byte[] copy(int from, int count) {
    return Arrays.copyOfRange(bytes, start + from, start + from + count);
  }

  /** Takes at most so many; how many were put at the start of {@code into}. */
  public int take(byte[] into, int most) {
    int count = Math.min(most, size());
    System.arraycopy(bytes, start, into, 0, count);
    drop(count);
    return count;
  }

  void drop(int count) {
    start += Math.min(count, size());
  }
}
