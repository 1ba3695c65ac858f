package org.facepay.terminal.lab.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.facepay.terminal.command.Count;
import org.facepay.terminal.lab.drive.Chaos;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A batch under faults and kills, audited. */
@Command(
    name = "chaos",
    description =
        "Drives a batch against a sandbox that fails at random, kills it at random, and compares its words with the wallet's books.")
final class ChaosCommand implements Callable<Integer> {
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
    Path files = Trial.folder(folder, "chaos");
    var chaos = new Chaos(provider, Laboratory.program(), files, System.out, LONGEST_LIFE);
    return chaos.run(baskets, seed, parallel) ? 0 : 1;
  }
}
