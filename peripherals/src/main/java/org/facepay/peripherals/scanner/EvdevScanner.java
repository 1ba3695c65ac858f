package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.List;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;

/** A USB scanner in keyboard mode, read from its input device, which it is best grabbed for. */
public final class EvdevScanner implements Scanner {
  private final Link link;
  private final KeyEvents keys = new KeyEvents();
  private final byte[] buffer = new byte[KeyEvents.EVENT_BYTES * 64];

  public EvdevScanner(Link link) {
    this.link = link;
  }

  @Override
  public String checkHealth() throws DeviceException {
    int ignored = link.available();
    return "keyboard scanner, listening";
  }

  @Override
  public List<ScanResult> scanData(Duration timeout) throws DeviceException {
    int count = link.read(buffer, timeout);
    return count == 0 ? List.of() : keys.accept(buffer, count, System.nanoTime());
  }

  @Override
  public void close() {
    link.close();
  }
}
