package org.facepay.terminal.wiring;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.facepay.terminal.payment.offline.OfflineProvider;
import org.facepay.terminal.payment.offline.OfflineQueue;
import org.facepay.terminal.payment.offline.OfflineSale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards the sales that were made offline, now and then, on a thread of its own, and tells of
 * each that came to nothing. Who is told has it for good when the call returns; only then is it off
 * the queue.
 */
final class OfflineWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OfflineWorker.class);

  private final OfflineProvider provider;
  private final OfflineQueue queue;
  private final Consumer<OfflineSale> report;
  private final Set<String> complained = new HashSet<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("offline-sales").daemon().factory());

  OfflineWorker(OfflineProvider provider, OfflineQueue queue, Consumer<OfflineSale> report) {
    this.provider = provider;
    this.queue = queue;
    this.report = report;
  }

  /** Begins. */
  OfflineWorker every(Duration pause) {
    var _ =
        thread.scheduleWithFixedDelay(this::forward, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /** One round; a queue that cannot be used is complained of once for each reason. */
  void forward() {
    try {
      List<OfflineSale> declined = provider.forward();
      for (OfflineSale sale : declined) {
        report.accept(sale);
        queue.reported(sale.order().outTradeNo());
      }
    } catch (IOException e) {
      if (complained.add(String.valueOf(e.getMessage()))) {
        LOG.error("{}", e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
