package org.facepay.terminal.lab.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.facepay.terminal.command.Count;
import org.facepay.terminal.lab.shop.CrashTrips;
import org.facepay.terminal.lab.shop.DemoShop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shoppers whose terminal is killed. */
@Command(
    name = "trip",
    description =
        "Kills the terminal at random moments of shopping trips and checks that no sale is lost or doubled.")
final class TripCommand implements Callable<Integer> {
  @Option(
      names = "--crash",
      required = true,
      description = "kill the terminal process (SIGKILL) in every trip")
  private boolean crash;

  @Option(
      names = "--runs",
      converter = Count.class,
      defaultValue = "50",
      description = "how many trips (default ${DEFAULT-VALUE})")
  private int runs = 50;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "fixes what is random (default ${DEFAULT-VALUE})")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    if (!crash) {
      throw new IllegalArgumentException(
          "expected --crash; a trip without faults is `facepay demo --trip`");
    }
    return Trial.atLength(
        "facepay-crash",
        new DemoShop.Settings(0, Duration.ofMillis(700), true),
        (shop, folder) -> new CrashTrips(shop, Trial.log(folder), System.out, seed).run(runs));
  }
}
