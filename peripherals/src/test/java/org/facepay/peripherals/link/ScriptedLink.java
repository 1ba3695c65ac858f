package org.facepay.peripherals.link;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import org.facepay.peripherals.problem.Problem;

/**
 * A wire with a script in place of a device: what is written must be what the script expects next,
 * and is answered as the script says. Reads like a datasheet's dialogue. Time does not pass: where
 * there is nothing to read, a read ends at once.
 */
public final class ScriptedLink implements Link {
  private record Step(byte[] ending, byte[] reply, boolean whole) {}

  private final Deque<Step> script = new ArrayDeque<>();
  private final Deque<byte[]> incoming = new ArrayDeque<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private boolean hungUp;
  private boolean hangUpAtEnd;

  /** The next write is exactly {@code hex}; answered with {@code reply}. */
  public ScriptedLink on(String hex, String reply) {
    script.add(new Step(parse(hex), parse(reply), true));
    return this;
  }

  /** What is written next, in any number of writes, ends with {@code hex}; then answered. */
  public ScriptedLink onEnding(String hex, String reply) {
    script.add(new Step(parse(hex), parse(reply), false));
    return this;
  }

  /** The peer is gone once the script is at its end. */
  public ScriptedLink thenHangUp() {
    hangUpAtEnd = true;
    return this;
  }

  /** Bytes that come unasked, in one piece. */
  public synchronized void push(byte[] bytes) {
    incoming.add(bytes);
  }

  public synchronized void hangUp() {
    hungUp = true;
  }

  /** Whether the whole script was played. */
  public synchronized boolean finished() {
    return script.isEmpty();
  }

  @Override
  public synchronized int read(byte[] into, Duration timeout) throws DeviceException {
    byte[] next = incoming.poll();
    if (next == null) {
      alive();
      return 0;
    }
    int count = Math.min(into.length, next.length);
    System.arraycopy(next, 0, into, 0, count);
    if (count < next.length) {
      incoming.addFirst(Arrays.copyOfRange(next, count, next.length));
    }
    return count;
  }

  @Override
  public synchronized void write(byte[] bytes, Duration timeout) throws DeviceException {
    alive();
    written.writeBytes(bytes);
    Step step = script.peek();
    if (step == null) {
      throw new AssertionError("not in the script: " + HexFormat.of().formatHex(bytes));
    }
    byte[] all = written.toByteArray();
    boolean ends = all.length >= step.ending().length && endsWith(all, step.ending());
    if (step.whole() && !Arrays.equals(all, step.ending())) {
      throw new AssertionError(
          "expected "
              + HexFormat.of().formatHex(step.ending())
              + ", was "
              + HexFormat.of().formatHex(all));
    }
    if (ends) {
      script.remove();
      written.reset();
      if (step.reply().length > 0) {
        incoming.add(step.reply());
      }
    }
  }

  @Override
  public synchronized int available() throws DeviceException {
    alive();
    return incoming.stream().mapToInt(bytes -> bytes.length).sum();
  }

  @Override
  public synchronized void close() {
    hungUp = true;
  }

  private void alive() throws DeviceException {
    if (hungUp || (hangUpAtEnd && script.isEmpty())) {
      throw new DeviceException(Problem.Kind.HUNG_UP, "scripted device");
    }
  }

  private static boolean endsWith(byte[] all, byte[] ending) {
    return Arrays.equals(all, all.length - ending.length, all.length, ending, 0, ending.length);
  }

  private static byte[] parse(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
