package org.facepay.terminal.world.cashier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.provider.agreement.AgreementProvider;
import org.facepay.terminal.provider.card.NexoProvider;
import org.facepay.terminal.provider.offline.MemberSeller;
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
  private final InstantSource clock;
  private final List<OfflineQueue> queues = new ArrayList<>();
  private final List<OfflineProvider> all = new ArrayList<>();

  /** None yet. */
  public OfflineSellers(Path data, InstantSource clock) {
    this.data = data;
    this.clock = clock;
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
   * @throws IOException when their file cannot be used
   */
  public PaymentProvider agreements(
      AgreementProvider online, Vault vault, Optional<OfflineCaps> caps) throws IOException {
    Path file = OfflineFiles.agreements(data);
    return sells(file, caps) ? seller(new MemberSeller(online), file, vault, caps) : online;
  }

  private static boolean sells(Path file, Optional<OfflineCaps> caps) {
    return caps.isPresent() || Files.exists(file);
  }

  private OfflineProvider seller(
      OfflineSeller seller, Path file, Vault vault, Optional<OfflineCaps> caps) throws IOException {
    OfflineQueue queue = new OfflineQueue(file, vault);
    queues.add(queue);
    OfflineProvider provider =
        new OfflineProvider(seller, queue, caps.orElse(OfflineCaps.NONE), clock);
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
