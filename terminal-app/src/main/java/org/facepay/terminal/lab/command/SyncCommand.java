package org.facepay.terminal.lab.command;

import java.nio.file.Path;
import org.facepay.terminal.command.Count;
import org.facepay.terminal.lab.sync.SyncChaos;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What becomes of events between a terminal and its collector. */
@Command(name = "sync", description = "Events between a terminal and its collector.")
final class SyncCommand {
  private static final int TURNS = 4;

  @Command(
      name = "chaos",
      description =
          "Sells while line, collector and terminal fail, and compares the books of both ends.")
  int chaos(
      @Option(
              names = "--events",
              converter = Count.class,
              defaultValue = "30000",
              description = "how many sales")
          int events,
      @Option(names = "--seed", defaultValue = "1", description = "fixes the faults") long seed,
      @Option(names = "--folder", description = "keeps all files here, an empty folder")
          @Nullable Path folder)
      throws Exception {
    Path files = Trial.folder(folder, "sync");
    SyncChaos.Result result =
        new SyncChaos(Laboratory.machine(), files, System.out, seed).run(events, TURNS);
    System.out.println(result.line());
    return result.good() ? 0 : 1;
  }
}
