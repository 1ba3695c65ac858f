package org.facepay.terminal.world.cashier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.provider.card.NexoProvider;
import org.facepay.terminal.provider.offline.OfflineCaps;
import org.facepay.terminal.provider.offline.OfflineProvider;
import org.facepay.terminal.provider.offline.OfflineQueue;
import org.facepay.terminal.provider.offline.OfflineSeller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers that sell within caps while they cannot be reached, with the files in which their
 * sales wait. What was sold before the shop gave up its caps is forwarded all the same.
 */
public final class OfflineSellers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OfflineSellers.class);

  private final Path data;
  private final Maker maker;
  private final List<OfflineQueue> queues = new ArrayList<>();
  private final List<OfflineProvider> all = new ArrayList<>();

  /** Makes a provider of whatever sells while it cannot be reached. */
  @FunctionalInterface
  public interface Maker {
    OfflineProvider of(OfflineSeller seller, OfflineQueue queue, OfflineCaps caps);
  }

  /** None yet. */
  public OfflineSellers(Path data, Maker maker) {
    this.data = data;
    this.maker = maker;
  }

  /** All that sell so, or have done. */
  public List<OfflineProvider> all() {
    return List.copyOf(all);
  }

  /** Without its key, or with a damaged file, the card terminal has to reach its host. */
  public PaymentProvider cards(NexoProvider online, Optional<OfflineCaps> caps) {
    Path file = OfflineFiles.cards(data);
    if (!sells(file, caps)) {
      return online;
    }
    try {
      return seller(online, file, OfflineFiles.cardsSeal(data), caps);
    } catch (IOException e) {
      LOG.error("cards are sold online only: {}", e.getMessage());
      return online;
    }
  }

  /**
   * The members' agreements.
   *
   * @param seller sells by them while they cannot be reached
   * @throws IOException when their file cannot be used
   */
  public PaymentProvider agreements(
      PaymentProvider online, OfflineSeller seller, Vault vault, Optional<OfflineCaps> caps)
      throws IOException {
    Path file = OfflineFiles.agreements(data);
    return sells(file, caps) ? seller(seller, file, vault, caps) : online;
  }

  private static boolean sells(Path file, Optional<OfflineCaps> caps) {
    return caps.isPresent() || Files.exists(file);
  }

  private OfflineProvider seller(
      OfflineSeller seller, Path file, Vault vault, Optional<OfflineCaps> caps) throws IOException {
    OfflineQueue queue = new OfflineQueue(file, vault);
    queues.add(queue);
    OfflineProvider provider = maker.of(seller, queue, caps.orElse(OfflineCaps.NONE));
    all.add(provider);
    return provider;
  }

  @Override
  public void close() {
    for (OfflineQueue queue : queues.reversed()) {
      try {
        queue.close();
      } catch (IOException e) {
        LOG.warn("closing: {}", e.getMessage());
      }
    }
  }
}
