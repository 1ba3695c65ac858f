package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.rfid.RFIDScanner;
import org.facepay.peripherals.rfid.Tag;
import org.facepay.peripherals.worker.HeartbeatDuty;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;

/** Readers of tags. */
record RfidRole(Catalogue<RFIDScanner> catalogue) implements RoleEntry<RFIDScanner> {
  private static final Duration WATCH = Duration.ofMillis(400);
  private static final Duration LOOK = Duration.ofSeconds(1);

  @Override
  public RoleName name() {
    return new RoleName("rfid", "Tag reader", "电子标签读写器");
  }

  @Override
  public RoleKeys keys() {
    return RoleKeys.of(catalogue.names());
  }

  @Override
  public Source<RFIDScanner> source(Device d) {
    return Sources.wired(catalogue, d);
  }

  @Override
  public RunningDevice start(Device d, Listener listener) {
    HeartbeatDuty.Round<RFIDScanner> round =
        new HeartbeatDuty.Round<>() {
          private Set<Tag> before = Set.of();

          @Override
          public void run(RFIDScanner reader, Duration time) throws DeviceException {
            Set<Tag> now = Set.copyOf(reader.readTags(time));
            if (!now.equals(before)) {
              before = now;
              listener.said().accept(new Said.TagsSeen(now));
            }
          }
        };
    return RunningDevice.kept(d, source(d), round, listener);
  }

  @Override
  public Finding check(RFIDScanner reader, Level level, Technician t) throws DeviceException {
    return switch (level) {
      case INTERNAL -> Finding.answered(reader);
      case EXTERNAL -> inventory(reader);
      case INTERACTIVE -> tag(reader, t);
    };
  }

  private static Finding inventory(RFIDScanner reader) throws DeviceException {
    Set<Tag> tags = reader.readTags(LOOK);
    return Finding.ok(FindingWords.TAGS, new Said.TagsSeen(tags).words(), tags.size());
  }

  private static Finding tag(RFIDScanner reader, Technician t) throws DeviceException {
    t.tell("Hold a tag before the reader");
    Optional<Set<Tag>> seen =
        Checks.await(
            t.patience(),
            () -> Optional.of(reader.readTags(WATCH)).filter(tags -> !tags.isEmpty()));
    return seen.isPresent()
        ? Finding.ok(new Said.TagsSeen(seen.get()).words())
        : Finding.failed("no tag was seen: check the antenna and its cable");
  }
}
