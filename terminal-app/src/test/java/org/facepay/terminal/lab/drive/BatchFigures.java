package org.facepay.terminal.lab.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.facepay.terminal.lab.bench.PaymentsBench;
import org.facepay.terminal.lab.sandbox.Behaviour;

/** How long each fault of a wallet takes until it is resolved, and orders a second of one lane. */
public final class BatchFigures {
  /** Of the trial configuration; certainty about a lost order cannot come earlier. */
  private static final double WINDOW_MS = 900;

  private static final int ORDERS = 200;

  private BatchFigures() {}

  public static void print() throws Exception {
    for (Wallet.Kind kind : Wallet.Kind.values()) {
      for (Behaviour behaviour : Behaviour.values()) {
        String name = kind.provider() + "_" + behaviour.name().toLowerCase(Locale.ROOT);
        double millis = millis(kind, behaviour, 1);
        PaymentsBench.print(name, millis, "ms", "in-flight window", WINDOW_MS);
      }
      double perSecond = ORDERS * 1000.0 / millis(kind, Behaviour.APPROVE, ORDERS);
      PaymentsBench.print(
          kind.provider() + "_orders", perSecond, "orders/s", "one lane; no peer", perSecond);
    }
  }

  /** From the first request to the last line told. */
  private static double millis(Wallet.Kind kind, Behaviour behaviour, int baskets)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bench");
    Path config = folder.resolve("batch.properties");
    try (TrialGateway gateway =
        TrialGateway.start(kind, config, Duration.ofMillis(300), Duration.ofSeconds(30))) {
      gateway.sandbox().otherwise(Behaviour.APPROVE);
      new PaymentBatch(kind.provider(), config, "1", folder.resolve("warm"), folder.resolve("w"))
          .run(new PaymentBatch.Size(0, 20, 1, 1, 0, 0));
      gateway.sandbox().otherwise(behaviour);
      PaymentBatch batch =
          new PaymentBatch(
              kind.provider(), config, "2", folder.resolve("export"), folder.resolve("journal"));
      long start = System.nanoTime();
      batch.run(new PaymentBatch.Size(0, baskets, 1, 1, 0, 0));
      return (System.nanoTime() - start) / 1e6;
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(BatchFigures::delete);
      }
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      System.err.println(path + " stays");
    }
  }
}
