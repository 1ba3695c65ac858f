package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.scanner.ScanLines.Framed;

/**
 * Any serial scanner that sends each code as a line, which is how they all are delivered or can be
 * set. It never speaks unasked, so an open line is all that can be checked. It knows across its
 * links how its scanner ends a code.
 */
public final class LineScanner implements Scanner {
  private final Link link;
  private final ScanLines lines;
  private final byte[] buffer = new byte[4096];

  LineScanner(Link link, ScanLines lines) {
    this.link = link;
    this.lines = lines;
    lines.linked();
  }

  /** The driver of one scanner, with the framing it is set to. */
  static Function<Link, Scanner> remembering(Framed framed) {
    ScanLines lines = new ScanLines(framed);
    return link -> new LineScanner(link, lines);
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    int ignored = link.available();
    return Identity.of(Identity.Kind.LISTENING, "line scanner");
  }

  @Override
  public List<ScanResult> scanData(Duration timeout) throws DeviceException {
    int count = link.read(buffer, timeout);
    long now = System.nanoTime();
    return count == 0 ? lines.quiet(now) : lines.accept(buffer, count, now);
  }

  @Override
  public void close() {
    link.close();
  }
}
