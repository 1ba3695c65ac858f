package org.facepay.terminal.lab.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.facepay.terminal.command.Count;
import org.facepay.terminal.lab.shop.DemoShop;
import org.facepay.terminal.lab.shop.VendingTorture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Faults at every step of a vend. */
@Command(
    name = "torture",
    description =
        "Sells from a vending machine while wallet, line, motors and power fail, and judges each piece by the wallet's books and what fell.")
final class VendingTortureCommand implements Callable<Integer> {
  @Option(
      names = "--vends",
      converter = Count.class,
      defaultValue = "1000",
      description = "pieces that are paid (default ${DEFAULT-VALUE})")
  private int vends = 1000;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "fixes what is random (default ${DEFAULT-VALUE})")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    return Trial.atLength(
        "facepay-vending",
        new DemoShop.Settings(0, Duration.ofMillis(700), true, false, true, DemoShop.Form.VENDING),
        (shop, folder) -> new VendingTorture(shop, Trial.log(folder), System.out, seed).run(vends));
  }
}
