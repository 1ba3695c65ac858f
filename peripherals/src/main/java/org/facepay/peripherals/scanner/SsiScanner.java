package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;

/**
 * A Zebra scanner in SSI mode: every code is acknowledged, so a code that was damaged on the line
 * comes again. Asked for its revision every few seconds, so that a dead one is noticed.
 */
public final class SsiScanner implements Scanner {
  private static final Duration WRITE = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** Codes kept while a revision is awaited. */
  private static final int MOST_WAITING = 16;

  private final Link link;
  private final SsiSession session = new SsiSession();
  private final Deque<ScanResult> waiting = new ArrayDeque<>();
  private final byte[] buffer = new byte[1024];
  private long heardNanos = System.nanoTime();

  public SsiScanner(Link link) {
    this.link = link;
  }

  @Override
  public String checkHealth() throws DeviceException {
    link.write(SsiPacket.fromHost(SsiPacket.REQUEST_REVISION).encode(), WRITE);
    long deadline = System.nanoTime() + ANSWER.toNanos();
    long left = ANSWER.toNanos();
    while (left > 0) {
      Optional<String> revision = listen(Duration.ofNanos(left));
      if (revision.isPresent()) {
        return "Zebra SSI scanner, " + revision.get();
      }
      left = deadline - System.nanoTime();
    }
    throw new DeviceException(
        "open, but no SSI scanner answers: check its power, cable, baud rate and host type SSI");
  }

  @Override
  public List<ScanResult> scanData(Duration timeout) throws DeviceException {
    if (waiting.isEmpty()) {
      Optional<String> ignored = listen(timeout);
    }
    if (System.nanoTime() - heardNanos > HEARTBEAT.toNanos()) {
      String ignored = checkHealth();
    }
    List<ScanResult> results = new ArrayList<>(waiting);
    waiting.clear();
    return results;
  }

  @Override
  public boolean trigger(boolean on) throws DeviceException {
    int opcode = on ? SsiPacket.START_SESSION : SsiPacket.STOP_SESSION;
    link.write(SsiPacket.fromHost(opcode).encode(), WRITE);
    return true;
  }

  @Override
  public void close() {
    link.close();
  }

  private Optional<String> listen(Duration timeout) throws DeviceException {
    int count = link.read(buffer, timeout);
    if (count == 0) {
      return Optional.empty();
    }
    SsiSession.Heard heard = session.accept(buffer, count, System.nanoTime());
    if (heard.answer().length > 0) {
      link.write(heard.answer(), WRITE);
    }
    if (heard.revision().isPresent() || !heard.results().isEmpty()) {
      heardNanos = System.nanoTime();
    }
    for (ScanResult result : heard.results()) {
      if (waiting.size() == MOST_WAITING) {
        waiting.removeFirst();
      }
      waiting.addLast(result);
    }
    return heard.revision();
  }
}
