package org.facepay.terminal.lab.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A batch of baskets paid headless through a wallet, in one or more lanes. */
public final class PaymentBatch {
  private final Wallet.Kind kind;
  private final Path config;
  private final String seed;
  private final Path export;
  private final Path journal;

  /**
   * @param provider alipay or wechat
   * @param journal folder of the lanes' journals, made when missing
   * @throws IllegalArgumentException when there is no such provider
   */
  public PaymentBatch(String provider, Path config, String seed, Path export, Path journal) {
    this.kind = Wallet.Kind.of(provider);
    this.config = config;
    this.seed = seed;
    this.export = export;
    this.journal = journal;
  }

  /**
   * How much to do.
   *
   * @param presentations codes a customer offers for one basket
   * @param refundEvery baskets whose number it divides are refunded, 0 for none
   * @param crashAfter the program ends itself after so many payment requests, 0 for never
   */
  public record Size(
      int from, int baskets, int parallel, int presentations, int refundEvery, int crashAfter) {}

  /** Runs until every basket has a line; returns how many were opened in this run. */
  public int run(Size size) throws IOException, InterruptedException {
    BatchConfig read = BatchConfig.read(config, kind);
    Files.createDirectories(journal);
    int parallel = Math.max(1, size.parallel());
    try (Wallet _ = read.wallet();
        Export lines = new Export(export);
        ExecutorService threads = Executors.newFixedThreadPool(parallel)) {
      Lane.Batch batch =
          new Lane.Batch(
              read,
              new Customers(seed, kind.prefix()),
              lines,
              size.presentations(),
              size.refundEvery(),
              size.crashAfter(),
              new AtomicInteger());
      List<Future<Integer>> lanes = new ArrayList<>();
      for (int i = 0; i < parallel; i++) {
        int end = size.from() + size.baskets();
        lanes.add(threads.submit(new Lane(batch, i, journal, size.from() + i, end, parallel)));
      }
      int opened = 0;
      for (Future<Integer> lane : lanes) {
        opened += lane.get();
      }
      return opened;
    } catch (ExecutionException e) {
      throw new IOException("a lane ended: " + e.getCause(), e);
    }
  }
}
