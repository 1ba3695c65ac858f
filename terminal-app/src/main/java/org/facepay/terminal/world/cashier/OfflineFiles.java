package org.facepay.terminal.world.cashier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.files.KeyFolder;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.provider.offline.OfflineQueue;
import org.facepay.terminal.world.members.MemberFiles;
import org.facepay.terminal.world.members.MemberSettings;
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
    return Seal.under(KeyFolder.beside(data, "offline.key"), cards(data));
  }

  /**
   * Opens those there are; the terminal may be running. The caller closes them.
   *
   * @throws IOException when one cannot be opened; then none is
   */
  public static List<OfflineQueue> existing(Path data, Optional<MemberSettings> members)
      throws IOException {
    return existing(data, members, data);
  }

  /**
   * As above, of a copy.
   *
   * @param copy where the copy is
   */
  public static List<OfflineQueue> existing(Path data, Optional<MemberSettings> members, Path copy)
      throws IOException {
    List<OfflineQueue> queues = new ArrayList<>();
    try {
      if (Files.exists(agreements(copy))) {
        if (members.isEmpty()) {
          throw new IOException(
              agreements(copy) + ": needs the section members, which names their key");
        }
        Vault seal = MemberFiles.vault(data, members.get().key());
        queues.add(new OfflineQueue(agreements(copy), seal));
      }
      if (Files.exists(cards(copy))) {
        queues.add(new OfflineQueue(cards(copy), cardsSeal(data)));
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
