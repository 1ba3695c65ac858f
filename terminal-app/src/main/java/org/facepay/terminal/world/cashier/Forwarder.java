package org.facepay.terminal.world.cashier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.provider.offline.OfflineProvider;
import org.facepay.terminal.provider.offline.OfflineSale;
import org.facepay.terminal.provider.offline.Payer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards what was sold while the provider could not be reached, and tells the collector of every
 * sale that came to nothing, or of which its provider knows nothing any more: the goods are gone,
 * somebody has to see to it.
 */
public final class Forwarder implements AutoCloseable {
  /** The CloudEvents type. */
  static final String TYPE = "org.facepay.sale.offline-declined";

  private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<OfflineProvider> providers;
  private final Journal journal;
  private final String terminal;
  private final Set<String> complained = new HashSet<>();
  private final SideThread thread = new SideThread("offline-sales");

  public Forwarder(
      List<OfflineProvider> providers, Journal journal, String terminal, Duration every) {
    this.providers = List.copyOf(providers);
    this.journal = journal;
    this.terminal = terminal;
    var _ =
        thread.scheduleWithFixedDelay(this::forward, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void forward() {
    providers.forEach(this::forward);
  }

  private void forward(OfflineProvider provider) {
    try {
      for (OfflineSale sale : provider.forward()) {
        tell(sale);
        provider.reported(sale);
      }
    } catch (IOException | StorageException e) {
      if (complained.add(String.valueOf(e.getMessage()))) {
        LOG.error("sales made offline cannot be forwarded now: {}", e.getMessage());
      }
    }
  }

  private void tell(OfflineSale sale) throws StorageException {
    String number = sale.order().outTradeNo();
    ObjectNode json = JSON.createObjectNode().put("terminal", terminal).put("saleId", number);
    json.put("provider", sale.order().provider());
    switch (sale.payer()) {
      case Payer.Member(String id) -> json.put("member", id);
      case Payer.Card(String transaction) -> json.put("transaction", transaction);
    }
    json.put("amountMinor", sale.order().amount().minor())
        .put("currency", sale.order().amount().currency().getCurrencyCode());
    json.put("refundedMinor", sale.refundedMinor()).put("accepted", sale.acceptedAt().toString());
    OfflineSale.Decline decline = sale.decline().orElseThrow();
    json.put("reason", decline.reason().map(DeclineReason::name).orElse("UNKNOWN"));
    json.put("code", decline.code());
    LOG.error("{} was sold offline and is not known to be paid: {}", number, decline.code());
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
