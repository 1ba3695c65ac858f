package org.facepay.terminal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.facepay.terminal.batch.Chaos;
import org.facepay.terminal.batch.PaymentBatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The payment flow without a till. */
@Command(
    name = "payments",
    description = "Runs the payment flow headless; reports of a day; sales made offline.",
    subcommands = {
      PaymentsCommand.Drive.class,
      PaymentsCommand.ChaosRun.class,
      PaymentReports.Z.class,
      PaymentReports.Match.class,
      OfflineCommand.class
    })
final class PaymentsCommand {

  /** Many baskets against a wallet's gateway. */
  @Command(
      name = "drive",
      description =
          "Takes payment for a batch of baskets with the till's own flow; may be killed and started again.")
  static final class Drive implements Callable<Integer> {
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

  /** A batch under faults and kills, audited. */
  @Command(
      name = "chaos",
      description =
          "Drives a batch against a sandbox that fails at random, kills it at random, and compares its words with the wallet's books.")
  static final class ChaosRun implements Callable<Integer> {
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(40);

    @Option(names = "--provider", required = true, description = "alipay or wechat")
    private String provider = "";

    @Option(
        names = "--baskets",
        converter = Count.class,
        defaultValue = "2000",
        description = "how many")
    private int baskets;

    @Option(names = "--seed", defaultValue = "1", description = "fixes faults, amounts and codes")
    private long seed;

    @Option(
        names = "--parallel",
        converter = Count.class,
        defaultValue = "16",
        description = "checkouts at once")
    private int parallel;

    @Option(names = "--folder", description = "keeps the batch's files here, an empty folder")
    private @Nullable Path folder;

    @Override
    public Integer call() throws Exception {
      Path files = folder == null ? Files.createTempDirectory("chaos") : folder;
      List<String> program =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx192m",
              "-XX:+UseSerialGC",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "-cp",
              System.getProperty("java.class.path"),
              Main.class.getName());
      var chaos = new Chaos(provider, program, files, System.out, LONGEST_LIFE);
      return chaos.run(baskets, seed, parallel) ? 0 : 1;
    }
  }
}
