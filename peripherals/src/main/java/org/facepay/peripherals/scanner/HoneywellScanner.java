package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.problem.Identity;

/**
 * A Honeywell serial scanner: codes as lines, and a trigger by command ({@code SYN T CR} starts,
 * {@code SYN U CR} stops, Honeywell's serial trigger commands).
 */
public final class HoneywellScanner implements Scanner {
  private static final byte[] START = {0x16, 'T', 0x0D};
  private static final byte[] STOP = {0x16, 'U', 0x0D};
  private static final Duration WRITE = Duration.ofMillis(500);

  private final Link link;
  private final LineScanner lines;

  private HoneywellScanner(Link link, ScanLines lines) {
    this.link = link;
    this.lines = new LineScanner(link, lines);
  }

  /** The driver of one scanner. */
  static Function<Link, Scanner> remembering() {
    ScanLines lines = new ScanLines();
    return link -> new HoneywellScanner(link, lines);
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    Identity ignored = lines.checkHealth();
    return Identity.of(Identity.Kind.LISTENING, "Honeywell scanner");
  }

  @Override
  public List<ScanResult> scanData(Duration timeout) throws DeviceException {
    return lines.scanData(timeout);
  }

  @Override
  public boolean trigger(boolean on) throws DeviceException {
    link.write(on ? START : STOP, WRITE);
    return true;
  }

  @Override
  public void close() {
    lines.close();
  }
}
