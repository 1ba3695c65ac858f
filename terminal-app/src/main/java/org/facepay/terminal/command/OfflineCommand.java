package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.files.FolderCopy;
import org.facepay.terminal.provider.offline.OfflineQueue;
import org.facepay.terminal.provider.offline.OfflineQueue.NotEmptyException;
import org.facepay.terminal.provider.offline.OfflineSale;
import org.facepay.terminal.wiring.Program;
import org.facepay.terminal.world.cashier.OfflineFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was sold offline, by cards and by agreements; the terminal may be running. */
@Command(
    name = "offline",
    description = "Lists the sales made offline that wait; empties their files when none does.")
final class OfflineCommand implements Callable<Integer> {
  @Option(names = "--config", required = true, description = "the terminal's YAML file")
  private Path config = Path.of("");

  @Option(
      names = "--wipe",
      description = "before the terminal is given away or changed; refused while a sale waits")
  private boolean wipe;

  @Override
  public Integer call() throws Exception {
    TerminalConfig terminal = Program.config(config);
    if (wipe) {
      return told(OfflineFiles.existing(terminal.data(), terminal.people().members()));
    }
    if (!Files.isDirectory(terminal.data())) {
      return told(List.of());
    }
    try (FolderCopy copy = FolderCopy.of(terminal.data(), "offline(-card)?\\.db(-wal)?")) {
      return told(
          OfflineFiles.existing(terminal.data(), terminal.people().members(), copy.folder()));
    }
  }

  private int told(List<OfflineQueue> queues) throws IOException {
    try {
      int waiting = 0;
      int toldNot = 0;
      for (OfflineQueue queue : queues) {
        waiting += list(queue.open());
        toldNot += list(queue.declined());
      }
      boolean empty = waiting + toldNot == 0;
      boolean wiped = wipe && empty && wipe(queues);
      System.out.println(
          "OFFLINE waiting=%d unreported=%d wiped=%b".formatted(waiting, toldNot, wiped));
      return wipe && !wiped ? 1 : 0;
    } finally {
      for (OfflineQueue queue : queues) {
        queue.close();
      }
    }
  }

  private static int list(List<OfflineSale> sales) {
    for (OfflineSale sale : sales) {
      System.out.println(
          "%s %s %s %s %s"
              .formatted(
                  sale.order().outTradeNo(),
                  sale.order().provider(),
                  sale.order().amount(),
                  sale.acceptedAt(),
                  sale.state()));
    }
    return sales.size();
  }

  private static boolean wipe(List<OfflineQueue> queues) throws IOException {
    try {
      for (OfflineQueue queue : queues) {
        queue.wipe();
      }
      return true;
    } catch (NotEmptyException e) {
      System.err.println(e.getMessage());
      return false;
    }
  }
}
