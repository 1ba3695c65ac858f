package org.facepay.terminal.lab.drive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Weather;

/**
 * A batch in a process of its own against a wallet's sandbox that fails at random, killed at random
 * and started again until it is done. Afterwards its words are compared with the wallet's books.
 */
public final class Chaos {
  private static final Duration ANSWER = Duration.ofMillis(300);
  private static final Duration RESOLVE = Duration.ofSeconds(60);
  private static final int PRESENTATIONS = 3;
  private static final int REFUND_EVERY = 7;
  private static final int MOST_STARTS = 500;

  /** Part of the queries, cancellations and refunds that something happens to. */
  private static final double BAD_WEATHER = 0.15;

  private static final int BEFORE_ITS_FIRST_REQUEST = 8;

  private final Wallet.Kind kind;
  private final List<String> program;
  private final Path folder;
  private final PrintStream out;
  private final Duration longestLife;

  /**
   * @param provider alipay or wechat
   * @param program the words that start this program, up to its own arguments
   * @param folder for the batch's files, empty
   * @param longestLife of the process from its first request on; half as long on average. One in
   *     eight is killed before that, if it is slow to begin
   */
  public Chaos(
      String provider, List<String> program, Path folder, PrintStream out, Duration longestLife) {
    this.kind = Wallet.Kind.of(provider);
    this.program = List.copyOf(program);
    this.folder = folder;
    this.out = out;
    this.longestLife = longestLife;
  }

  /**
   * Runs a batch to its end.
   *
   * @param parallel checkouts at once
   * @return whether every word was true
   */
  public boolean run(int baskets, long seed, int parallel)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path config = folder.resolve("batch.properties");
    Customers customers = new Customers(Long.toString(seed), kind.prefix());
    try (TrialGateway gateway = TrialGateway.start(kind, config, ANSWER, RESOLVE)) {
      gateway.sandbox().onCodes(code -> behaviour(seed, code));
      gateway.sandbox().weather(new Weather(new SplittableRandom(seed), BAD_WEATHER));
      int starts = drive(gateway, command(config, baskets, seed, parallel), new Random(seed));
      var audit =
          new ChaosAudit(gateway.sandbox().trades(), gateway.sandbox().violations(), customers);
      ChaosAudit.Result result =
          audit.of(export(), baskets, out, order -> tell(order, gateway.sandbox().story(order)));
      if (gateway.sandbox().stalls() > 0) {
        out.printf(
            "%d payments waited too long in the sandbox and were dropped%n",
            gateway.sandbox().stalls());
      }
      out.printf(
          "%d starts, %s%n", starts, payable(baskets, seed, customers, audit.told(export())));
      out.println(result);
      return result.good();
    }
  }

  /** All that is known of an order: what the wallet did, and what the terminal heard. */
  private void tell(String order, List<String> wallet) {
    out.printf("the whole story of %s; journals and log are kept in %s%n", order, folder);
    wallet.forEach(line -> out.println("  wallet   " + line));
    try (Stream<String> lines = Files.lines(log())) {
      lines.filter(line -> line.contains(order)).forEach(l -> out.println("  terminal " + l));
    } catch (IOException e) {
      out.println("  the terminal's log cannot be read: " + e.getMessage());
    }
  }

  private Path log() {
    return folder.resolve("drive.log");
  }

  private Path export() {
    return folder.resolve("export.jsonl");
  }

  private List<String> command(Path config, int baskets, long seed, int parallel) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("payments", "drive", "--provider", kind.provider()));
    command.addAll(List.of("--config", config.toString(), "--seed", Long.toString(seed)));
    command.addAll(List.of("--baskets", Integer.toString(baskets)));
    command.addAll(List.of("--parallel", Integer.toString(parallel)));
    command.addAll(List.of("--presentations", Integer.toString(PRESENTATIONS)));
    command.addAll(List.of("--refund-every", Integer.toString(REFUND_EVERY)));
    command.addAll(List.of("--export", export().toString()));
    command.addAll(List.of("--journal", folder.resolve("journal").toString()));
    return command;
  }

  /** Starts the batch again and again until it ends by itself. */
  private int drive(TrialGateway gateway, List<String> command, Random random)
      throws IOException, InterruptedException {
    for (int start = 1; start <= MOST_STARTS; start++) {
      CountDownLatch asked = gateway.sandbox().nextRequest();
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
      Thread last = Thread.ofPlatform().unstarted(process::destroyForcibly);
      Runtime.getRuntime().addShutdownHook(last); // nothing is left behind when this is stopped
      try {
        int life = random.nextInt((int) longestLife.toMillis());
        if (random.nextInt(BEFORE_ITS_FIRST_REQUEST) > 0) {
          awaitWork(process, asked);
        }
        boolean ended = process.waitFor(life / 2, TimeUnit.MILLISECONDS);
        gateway.rotate();
        ended = ended || process.waitFor(life - life / 2, TimeUnit.MILLISECONDS);
        if (ended && process.exitValue() == 0) {
          return start;
        }
        if (ended) {
          throw new IOException(
              "the batch ended with " + process.exitValue() + ", see " + folder + "/drive.log");
        }
        out.printf("start %d: killed after %d ms%n", start, life);
      } finally {
        process.destroyForcibly().waitFor();
        Runtime.getRuntime().removeShutdownHook(last);
      }
    }
    throw new IOException("the batch never ends");
  }

  /** On a busy machine a program starts for longer than most of them live. */
  private static void awaitWork(Process process, CountDownLatch asked) throws InterruptedException {
    boolean works = false;
    while (!works && process.isAlive()) {
      works = asked.await(50, TimeUnit.MILLISECONDS);
    }
  }

  /** What the wallet does with a code: honest answers are the most frequent. */
  static Behaviour behaviour(long seed, String code) {
    SplittableRandom random = new SplittableRandom(seed ^ Long.parseLong(code));
    Behaviour[] all = Behaviour.values();
    return random.nextInt(100) < 40 ? Behaviour.APPROVE : all[random.nextInt(all.length)];
  }

  private static String payable(int baskets, long seed, Customers customers, Set<Integer> paid) {
    int payable = 0;
    int done = 0;
    for (int basket = 0; basket < baskets; basket++) {
      boolean can = false;
      for (int k = 0; k < PRESENTATIONS; k++) {
        can |= ChaosAudit.pays(behaviour(seed, customers.code(basket, k).digits()));
      }
      payable += can ? 1 : 0;
      done += can && paid.contains(basket) ? 1 : 0;
    }
    return "%d of %d payable baskets paid (%.1f %%)"
        .formatted(done, payable, 100.0 * done / Math.max(1, payable));
  }
}
