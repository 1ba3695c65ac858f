package org.facepay.terminal.lab.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.facepay.terminal.command.Count;
import org.facepay.terminal.lab.shop.CabinetTorture;
import org.facepay.terminal.lab.shop.DemoShop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Visits to a smart container where everything fails. */
@Command(
    name = "torture",
    description =
        "Visits a simulated smart container while wallet, network, bolt, cells and power fail; what"
            + " left it is compared with the wallet's books.")
final class CabinetTortureCommand implements Callable<Integer> {
  @Option(
      names = "--visits",
      converter = Count.class,
      defaultValue = "300",
      description = "how many visits (default ${DEFAULT-VALUE})")
  private int visits = 300;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "fixes what is random (default ${DEFAULT-VALUE})")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    return Trial.atLength(
        "facepay-cabinet",
        new DemoShop.Settings(
            0, Duration.ofMillis(700), true, false, true, DemoShop.Form.CONTAINER),
        (shop, folder) ->
            new CabinetTorture(shop, Trial.log(folder), System.out, seed).run(visits));
  }
}
