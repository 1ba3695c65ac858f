package org.facepay.terminal.lab.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facepay.terminal.command.Count;
import org.facepay.terminal.lab.drive.PaymentBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many baskets against a wallet's gateway. */
@Command(
    name = "drive",
    description =
        "Takes payment for a batch of baskets with the till's own flow; may be killed and started again.")
final class DriveCommand implements Callable<Integer> {
  @Option(names = "--provider", required = true, description = "alipay or wechat")
  private String provider = "";

  @Option(names = "--config", required = true, description = "properties file of the gateway")
  private Path config = Path.of("");

  @Option(names = "--baskets", converter = Count.class, required = true, description = "how many")
  private int baskets;

  @Option(names = "--seed", required = true, description = "fixes amounts and codes")
  private String seed = "";

  @Option(names = "--export", required = true, description = "outcomes are appended here")
  private Path export = Path.of("");

  @Option(
      names = "--journal",
      required = true,
      description = "folder for the record of open payments")
  private Path journal = Path.of("");

  @Option(names = "--from", defaultValue = "0", description = "number of the first basket")
  private int from;

  @Option(
      names = "--presentations",
      converter = Count.class,
      defaultValue = "2",
      description = "codes a customer offers per basket")
  private int presentations = 2;

  @Option(
      names = "--parallel",
      converter = Count.class,
      defaultValue = "1",
      description = "checkouts at once")
  private int parallel = 1;

  @Option(
      names = "--refund-every",
      defaultValue = "0",
      description = "refund baskets whose number this divides")
  private int refundEvery;

  @Option(
      names = "--crash-after",
      defaultValue = "0",
      description = "end at once after so many payment requests")
  private int crashAfter;

  @Override
  public Integer call() throws Exception {
    int opened =
        new PaymentBatch(provider, config, seed, export, journal)
            .run(
                new PaymentBatch.Size(
                    from, baskets, parallel, presentations, refundEvery, crashAfter));
    System.out.println("DRIVE baskets=" + baskets + " opened=" + opened);
    return 0;
  }
}
