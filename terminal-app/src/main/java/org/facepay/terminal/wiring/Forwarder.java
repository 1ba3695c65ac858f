package org.facepay.terminal.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.JournalException;
import org.facepay.sync.journal.Outgoing;
import org.facepay.terminal.payment.offline.OfflineProvider;
import org.facepay.terminal.payment.offline.OfflineQueue;
import org.facepay.terminal.payment.offline.OfflineSale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards what was sold while the provider could not be reached, and tells the collector of every
 * sale that came to nothing: the goods are gone, somebody has to see to it.
 */
final class Forwarder implements AutoCloseable {
  /** The CloudEvents type. */
  static final String TYPE = "org.facepay.sale.offline-declined";

  private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OfflineProvider provider;
  private final OfflineQueue queue;
  private final Journal journal;
  private final String terminal;
  private final Set<String> complained = new HashSet<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("offline-sales").daemon().factory());

  Forwarder(
      OfflineProvider provider,
      OfflineQueue queue,
      Journal journal,
      String terminal,
      Duration every) {
    this.provider = provider;
    this.queue = queue;
    this.journal = journal;
    this.terminal = terminal;
    var _ =
        thread.scheduleWithFixedDelay(this::forward, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void forward() {
    try {
      for (OfflineSale sale : provider.forward()) {
        tell(sale);
        queue.reported(sale.order().outTradeNo());
      }
    } catch (IOException | JournalException e) {
      if (complained.add(String.valueOf(e.getMessage()))) {
        LOG.error("sales made offline cannot be forwarded now: {}", e.getMessage());
      }
    }
  }

  private void tell(OfflineSale sale) throws JournalException {
    String number = sale.order().outTradeNo();
    ObjectNode json = JSON.createObjectNode().put("terminal", terminal).put("saleId", number);
    json.put("provider", sale.order().provider()).put("member", sale.member());
    json.put("amountMinor", sale.order().amount().minor())
        .put("currency", sale.order().amount().currency().getCurrencyCode());
    json.put("accepted", sale.acceptedAt().toString());
    OfflineSale.Decline decline = sale.decline().orElseThrow();
    json.put("reason", decline.reason().name()).put("code", decline.code());
    LOG.error("{} was sold offline and is not paid: {}", number, decline.code());
    journal.send(
        new Outgoing(
            "offline-declined-" + number,
            TYPE,
            decline.at(),
            json.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
