package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;

/**
 * A USB scanner in keyboard mode, read from its input device, which it is best grabbed for. It
 * knows across its links which layout the scanner is set to, and how it ends its codes.
 */
public final class EvdevScanner implements Scanner {
  private final Link link;
  private final KeyEvents keys;
  private final byte[] buffer = new byte[KeyEvents.EVENT_BYTES * 64];

  private EvdevScanner(Link link, KeyEvents keys) {
    this.link = link;
    this.keys = keys;
    keys.linked();
  }

  /** The driver of one scanner. */
  static Function<Link, Scanner> remembering() {
    KeyEvents keys = new KeyEvents();
    return link -> new EvdevScanner(link, keys);
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    int ignored = link.available();
    return Identity.of(Identity.Kind.LISTENING, "keyboard scanner");
  }

  @Override
  public Optional<Problem> remark() {
    return keys.layout() == KeyLayout.FRENCH
        ? Optional.of(Problem.of(Problem.Kind.FRENCH_KEYBOARD))
        : Optional.empty();
  }

  @Override
  public List<ScanResult> scanData(Duration timeout) throws DeviceException {
    int count = link.read(buffer, timeout);
    long now = System.nanoTime();
    return count == 0 ? keys.quiet(now) : keys.accept(buffer, count, now);
  }

  @Override
  public void close() {
    link.close();
  }
}
