package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.link.UsbTree;
import org.facepay.terminal.devices.DeviceEntry;
import org.facepay.terminal.devices.Inspection;
import org.facepay.terminal.devices.Inspection.Finding;
import org.facepay.terminal.devices.Inspection.Grade;
import org.facepay.terminal.devices.Torture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Devices without a till, for technicians. Stop the terminal first: a port has one user. */
@Command(
    name = "devices",
    description = "Lists, probes, watches and tests devices.",
    subcommands = {
      DevicesCommand.ListCommand.class,
      DevicesCommand.ProbeCommand.class,
      DevicesCommand.WatchCommand.class,
      DevicesCommand.SelftestCommand.class,
      DevicesCommand.TortureCommand.class
    })
final class DevicesCommand {
  private static final String CONFIG = "the terminal's YAML file";

  /** What is configured, plugged in, and could be. */
  @Command(
      name = "list",
      description = "Lists the configured devices, what is plugged in by USB, and the drivers.")
  static final class ListCommand implements Callable<Integer> {
    @Option(names = "--config", description = CONFIG)
    private Path config = Path.of("");

    @Override
    public Integer call() throws IOException {
      if (!config.toString().isEmpty()) {
        for (DeviceEntry e : DeviceEntry.read(config)) {
          System.out.println(
              e.name() + " role=" + e.role() + " driver=" + e.driver() + " port=" + e.port());
        }
      }
      for (UsbTree.Kind kind : UsbTree.Kind.values()) {
        for (UsbTree.Found f : UsbTree.system().list(kind)) {
          System.out.println(
              "usb:"
                  + f.vendor()
                  + ":"
                  + f.product()
                  + (f.serial().isEmpty() ? "" : ":")
                  + f.serial()
                  + " "
                  + f.file()
                  + " "
                  + f.name());
        }
      }
      for (String role : Inspection.roles()) {
        Inspection.role(role)
            .ifPresent(drivers -> System.out.println("drivers " + role + " " + drivers.names()));
      }
      return 0;
    }
  }

  /** One device once. */
  @Command(name = "probe", description = "Opens a device, asks it how it is, and closes it.")
  static final class ProbeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "the device's name in the configuration")
    private String name = "";

    @Option(names = "--config", required = true, description = CONFIG)
    private Path config = Path.of("");

    @Override
    public Integer call() throws IOException {
      Finding finding = Inspection.inspect(named(config, name));
      System.out.println(name + " " + finding.grade() + " " + finding.detail());
      return finding.grade() == Grade.OK ? 0 : 1;
    }
  }

  /** One device again and again. */
  @Command(
      name = "watch",
      description = "Asks a device how it is every second and prints what changes.")
  static final class WatchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "the device's name in the configuration")
    private String name = "";

    @Option(names = "--config", required = true, description = CONFIG)
    private Path config = Path.of("");

    @Option(names = "--seconds", defaultValue = "60", description = "how long; at most 3600")
    private int seconds;

    @Override
    public Integer call() throws Exception {
      DeviceEntry entry = named(config, name);
      Finding before = null;
      for (int i = 0; i < Math.min(seconds, 3600); i++) {
        Finding now = Inspection.inspect(entry);
        if (!now.equals(before)) {
          System.out.println(name + " " + now.grade() + " " + now.detail());
        }
        before = now;
        TimeUnit.SECONDS.sleep(1);
      }
      return 0;
    }
  }

  /** All devices once. */
  @Command(name = "selftest", description = "Asks every configured device how it is.")
  static final class SelftestCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, description = CONFIG)
    private Path config = Path.of("");

    @Option(names = "--all", description = "prints the healthy ones, too")
    private boolean all;

    @Override
    public Integer call() throws IOException {
      Map<Grade, Integer> counts = new EnumMap<>(Grade.class);
      List<DeviceEntry> entries = DeviceEntry.read(config);
      for (DeviceEntry entry : entries) {
        Finding finding = Inspection.inspect(entry);
        counts.merge(finding.grade(), 1, Integer::sum);
        if (all || finding.grade() != Grade.OK) {
          System.out.println(entry.name() + " " + finding.grade() + " " + finding.detail());
        }
      }
      int ok = counts.getOrDefault(Grade.OK, 0);
      System.out.println(
          "SELFTEST devices="
              + entries.size()
              + " ok="
              + ok
              + " degraded="
              + counts.getOrDefault(Grade.DEGRADED, 0)
              + " failed="
              + counts.getOrDefault(Grade.FAILED, 0));
      return ok == entries.size() ? 0 : 1;
    }
  }

  /** Faults on every simulated device. */
  @Command(
      name = "torture",
      description = "Random faults on every simulated device while sales go on.")
  static final class TortureCommand implements Callable<Integer> {
    @Option(names = "--runs", defaultValue = "200", description = "faults, one after the other")
    private int runs;

    @Option(names = "--seed", defaultValue = "1", description = "fixes the faults")
    private long seed;

    @Override
    public Integer call() throws Exception {
      Path folder = Files.createTempDirectory("facepay-torture");
      return new Torture(runs, seed, System.out).run(folder) ? 0 : 1;
    }
  }

  private static DeviceEntry named(Path config, String name) throws IOException {
    List<DeviceEntry> entries = DeviceEntry.read(config);
    return entries.stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "no device '"
                        + name
                        + "'; there are "
                        + entries.stream().map(DeviceEntry::name).toList()));
  }
}
