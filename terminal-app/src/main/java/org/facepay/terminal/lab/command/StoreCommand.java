package org.facepay.terminal.lab.command;

import java.nio.file.Path;
import org.facepay.terminal.command.Count;
import org.facepay.terminal.lab.store.PowerCut;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What becomes of a terminal's stores. */
@Command(name = "store", description = "The files in which a terminal keeps its books.")
final class StoreCommand {
  @Command(
      name = "powercut",
      description =
          "Cuts the power while sales, goods and older journals are written, on a disk that loses"
              + " what it may, and opens what is left.")
  int powercut(
      @Option(
              names = "--cuts",
              converter = Count.class,
              defaultValue = "1500",
              description = "how many")
          int cuts,
      @Option(names = "--seed", defaultValue = "1", description = "fixes work and cuts") long seed,
      @Option(names = "--folder", description = "keeps all files here, an empty folder")
          @Nullable Path folder)
      throws Exception {
    Path files = Trial.folder(folder, "powercut");
    PowerCut.Result result = new PowerCut(Laboratory.machine(), files, System.out, seed).run(cuts);
    System.out.println(result.line());
    return result.good() ? 0 : 1;
  }
}
