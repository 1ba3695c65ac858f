package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;

/**
 * A Zebra scanner in SSI mode: every code is acknowledged, so a code that was damaged on the line
 * comes again. Asked for its revision every few seconds, so that a dead one is noticed. A code that
 * was heard is handed on before a fault is told: its scanner may already have forgotten it.
 */
public final class SsiScanner implements Scanner {
  private static final String MODEL = "Zebra SSI scanner";
  private static final Duration WRITE = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** Codes heard while a revision is awaited, after which they come first. */
  private static final int MOST_WAITING = 16;

  private final Link link;
  private final SsiSession session;
  private final Deque<ScanResult> waiting = new ArrayDeque<>();
  private final byte[] buffer = new byte[1024];
  private long heardNanos = System.nanoTime();

  private SsiScanner(Link link, SsiSession session) {
    this.link = link;
    this.session = session;
    session.linked();
  }

  /** The driver of one scanner, which knows across its links what it has handed on. */
  static Function<Link, Scanner> remembering() {
    SsiSession session = new SsiSession();
    return link -> new SsiScanner(link, session);
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    try {
      return Identity.of(Identity.Kind.REVISION, MODEL, revision());
    } catch (DeviceException e) {
      throwUnlessHeard(e);
      return Identity.of(Identity.Kind.READING, MODEL);
    }
  }

  @Override
  public List<ScanResult> scanData(Duration timeout) throws DeviceException {
    try {
      if (waiting.isEmpty()) {
        Optional<String> ignored = listen(timeout);
      }
      if (System.nanoTime() - heardNanos > HEARTBEAT.toNanos()) {
        String ignored = revision();
      }
    } catch (DeviceException e) {
      throwUnlessHeard(e);
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

  private void throwUnlessHeard(DeviceException e) throws DeviceException {
    if (waiting.isEmpty()) {
      throw e;
    }
  }

  private String revision() throws DeviceException {
    link.write(SsiPacket.fromHost(SsiPacket.REQUEST_REVISION).encode(), WRITE);
    long deadline = System.nanoTime() + ANSWER.toNanos();
    long left = ANSWER.toNanos();
    while (left > 0 && waiting.size() < MOST_WAITING) {
      Optional<String> revision = listen(Duration.ofNanos(left));
      if (revision.isPresent()) {
        return revision.get();
      }
      left = deadline - System.nanoTime();
    }
    throw new DeviceException(Problem.Kind.SSI_SILENT);
  }

  private Optional<String> listen(Duration timeout) throws DeviceException {
    int count = link.read(buffer, timeout);
    if (count == 0) {
      return Optional.empty();
    }
    SsiSession.Heard heard = session.accept(buffer, count, System.nanoTime());
    if (heard.revision().isPresent() || !heard.results().isEmpty()) {
      heardNanos = System.nanoTime();
    }
    waiting.addAll(heard.results());
    if (heard.answer().length > 0) {
      link.write(heard.answer(), WRITE);
    }
    return heard.revision();
  }
}
