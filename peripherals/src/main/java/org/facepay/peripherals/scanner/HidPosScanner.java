package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.FrameBuffer;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.problem.Identity;

/** A USB scanner in HID-POS mode, read as raw reports: no keyboard layout can spoil its codes. */
public final class HidPosScanner implements Scanner {
  private final Link link;
  private final FrameBuffer frames = new FrameBuffer(HidPosReport.FRAMING, HidPosReport.LENGTH);
  private final ScanPieces pieces = new ScanPieces();
  private final byte[] buffer = new byte[HidPosReport.LENGTH * 16];

  public HidPosScanner(Link link) {
    this.link = link;
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    int ignored = link.available();
    return Identity.of(Identity.Kind.LISTENING, "HID-POS scanner");
  }

  @Override
  public List<ScanResult> scanData(Duration timeout) throws DeviceException {
    int count = link.read(buffer, timeout);
    List<ScanResult> results = new ArrayList<>(1);
    int taken = 0;
    while (taken < count) {
      taken += frames.add(buffer, taken, count - taken);
      for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
        Optional<HidPosReport> report = HidPosReport.decode(frame);
        if (report.isPresent()) {
          accept(report.get(), results);
        } else {
          pieces.breakOff(results);
          results.add(new Unreadable("a report that makes no sense: is it set to HID-POS?"));
        }
      }
    }
    return results;
  }

  @Override
  public void close() {
    link.close();
  }

  private void accept(HidPosReport report, List<ScanResult> results) {
    byte[] aim = report.aim()[0] == ']' ? report.aim() : new byte[0];
    pieces.add(aim, report.data(), !report.continued(), System.nanoTime(), results);
  }
}
