package org.facepay.peripherals.printer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Commands for a printer one after the other, and where one ends and the next has not begun. */
final class CommandBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
  private final List<Integer> ends = new ArrayList<>();

  void put(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
  }

  void write(byte[] more) {
    bytes.writeBytes(more);
  }

  /** Here something else may stand in between. */
  void endCommand() {
    ends.add(bytes.size());
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /** Pieces of at most so many bytes that end where commands do; a longer command is one piece. */
  List<byte[]> pieces(int most) {
    byte[] all = toByteArray();
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    int to = 0;
    for (int end : ends) {
      if (end - from > most && to > from) {
        pieces.add(Arrays.copyOfRange(all, from, to));
        from = to;
      }
      to = end;
    }
    if (all.length > from) {
      pieces.add(Arrays.copyOfRange(all, from, all.length));
    }
    return pieces;
  }
}
