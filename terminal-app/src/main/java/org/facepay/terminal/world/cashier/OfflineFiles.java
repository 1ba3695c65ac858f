package org.facepay.terminal.world.cashier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.provider.offline.OfflineQueue;
import org.facepay.terminal.world.members.MemberFiles;
import org.facepay.terminal.world.members.Seal;

/**
 * Where the sales made offline wait: a file for each provider, so that a lost key or a damaged file
 * of one leaves the other alone. Agreements are under the members' key, cards under one of their
 * own, since a shop may have no members.
 */
public final class OfflineFiles {
  private OfflineFiles() {}

  public static Path agreements(Path data) {
    return data.resolve("offline.db");
  }

  public static Path cards(Path data) {
    return data.resolve("offline-card.db");
  }

  public static Vault cardsSeal(Path data) throws IOException {
    return Seal.under(TerminalConfig.key(data, "offline.key"), cards(data));
  }

  /**
   * Opens those there are; the terminal may be running. The caller closes them.
   *
   * @throws IOException when one cannot be opened; then none is
   */
  public static List<OfflineQueue> existing(TerminalConfig config) throws IOException {
    return existing(config, config.data());
  }

  /**
   * As above, of a copy.
   *
   * @param data where the copy is
   */
  public static List<OfflineQueue> existing(TerminalConfig config, Path data) throws IOException {
    List<OfflineQueue> queues = new ArrayList<>();
    try {
      if (Files.exists(agreements(data))) {
        if (config.members().isEmpty()) {
          throw new IOException(
              agreements(data) + ": needs the section members, which names their key");
        }
        Vault members = MemberFiles.vault(config.data(), config.members().get().key());
        queues.add(new OfflineQueue(agreements(data), members));
      }
      if (Files.exists(cards(data))) {
        queues.add(new OfflineQueue(cards(data), cardsSeal(config.data())));
      }
    } catch (IOException e) {
      for (OfflineQueue queue : queues) {
        queue.close();
      }
      throw e;
    }
    return queues;
  }
}
