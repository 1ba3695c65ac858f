package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.List;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.scanner.ScanLines.Framed;

/**
 * Any serial scanner that sends each code as a line, which is how they all are delivered or can be
 * set. It never speaks unasked, so an open line is all that can be checked.
 */
public final class LineScanner implements Scanner {
  private final Link link;
  private final ScanLines lines;
  private final byte[] buffer = new byte[4096];

  public LineScanner(Link link) {
    this(link, Framed.BY_LINE_END);
  }

  /** With the framing it is set to. */
  public LineScanner(Link link, Framed framed) {
    this.link = link;
    this.lines = new ScanLines(framed);
  }

  @Override
  public String checkHealth() throws DeviceException {
    int ignored = link.available();
    return "line scanner, listening";
  }

  @Override
  public List<ScanResult> scanData(Duration timeout) throws DeviceException {
    int count = link.read(buffer, timeout);
    return count == 0 ? List.of() : lines.accept(buffer, count, System.nanoTime());
  }

  @Override
  public void close() {
    link.close();
  }
}
