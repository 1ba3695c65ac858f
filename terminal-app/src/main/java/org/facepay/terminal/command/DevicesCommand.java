package org.facepay.terminal.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.link.UsbTree;
import org.facepay.terminal.config.ConfigException;
import org.facepay.terminal.devices.ConsoleTechnician;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.Finding;
import org.facepay.terminal.devices.Finding.Grade;
import org.facepay.terminal.devices.Roles;
import org.facepay.terminal.devices.SelfTest;
import org.facepay.terminal.devices.SelfTest.Level;
import org.facepay.terminal.devices.Technician;
import org.facepay.terminal.devices.Watch;
import org.facepay.terminal.wiring.Program;
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
      DevicesCommand.SelftestCommand.class
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
    public Integer call() throws ConfigException {
      if (!config.toString().isEmpty()) {
        for (Device d : devices(config)) {
          System.out.println(
              d.name() + " role=" + d.role() + " driver=" + d.driver() + " port=" + d.port());
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
      Roles.ALL
          .keys()
          .forEach((role, keys) -> System.out.println("drivers " + role + " " + keys.drivers()));
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
    public Integer call() throws ConfigException, IOException {
      List<Device> all = devices(config);
      SelfTest test = new SelfTest(all, Technician.NOBODY, System.out);
      Finding finding = test.probe(named(all, name));
      System.out.println(name + " " + finding.grade() + " " + finding.english());
      return finding.grade() == Grade.OK ? 0 : 1;
    }
  }

  /** One device, live. */
  @Command(
      name = "watch",
      description =
          "Prints live what a device says: codes, weights, doors, shelves, tags, and how it is.")
  static final class WatchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "the device's name in the configuration")
    private String name = "";

    @Option(names = "--config", required = true, description = CONFIG)
    private Path config = Path.of("");

    @Option(names = "--seconds", defaultValue = "60", description = "how long; at most 3600")
    private int seconds;

    @Override
    public Integer call() throws Exception {
      List<Device> all = devices(config);
      Device device = named(all, name);
      CountDownLatch interrupted = new CountDownLatch(1);
      CountDownLatch closed = new CountDownLatch(1);
      Thread hook =
          new Thread(
              () -> {
                interrupted.countDown();
                await(closed);
              },
              "interrupted");
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        Duration time = Duration.ofSeconds(Math.clamp(seconds, 1, 3_600));
        new Watch(System.out).run(device, all, time, interrupted);
      } finally {
        closed.countDown();
      }
      return 0;
    }

    /** Ctrl-C ends the program only when the device is closed. */
    private static void await(CountDownLatch closed) {
      try {
        boolean ignored = closed.await(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** All devices once. */
  @Command(
      name = "selftest",
      description =
          "Asks every configured device how it is; with --all each does something, too, and you are asked what you see.")
  static final class SelftestCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, description = CONFIG)
    private Path config = Path.of("");

    @Option(
        names = "--all",
        description =
            "prints a slip, moves bolts, kicks drawers …, then asks you to scan, weigh and look")
    private boolean all;

    @Option(
        names = "--patience",
        defaultValue = "30",
        description = "seconds you have for each thing you are asked (default ${DEFAULT-VALUE})")
    private int patience;

    @Override
    public Integer call() throws ConfigException {
      List<Device> devices = devices(config);
      SelfTest test = new SelfTest(devices, technician(), System.out);
      return test.run(devices, all ? Level.INTERACTIVE : Level.INTERNAL) ? 0 : 1;
    }

    private Technician technician() {
      return Optional.ofNullable(System.console())
          .filter(Console::isTerminal)
          .<Technician>map(
              console ->
                  new ConsoleTechnician(
                      console.reader(),
                      System.out,
                      Duration.ofSeconds(Math.clamp(patience, 1, 600))))
          .orElse(Technician.NOBODY);
    }
  }

  private static List<Device> devices(Path config) throws ConfigException {
    return Program.reader().devices(config);
  }

  private static Device named(List<Device> all, String name) throws IOException {
    return all.stream()
        .filter(d -> d.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "no device '"
                        + name
                        + "'; there are "
                        + all.stream().map(Device::name).toList()));
  }
}
