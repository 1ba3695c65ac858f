package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facepay.sync.carried.CarriedEvents;
import org.facepay.sync.identity.Credentials;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.JournalBackup;
import org.facepay.sync.journal.JournalCheck;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.world.CollectorIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks after a terminal's journal: a copy is made of one at work, all else when it is stopped. */
@Command(
    name = "journal",
    description =
        "Checks a journal, copies it, or puts a damaged one aside so that selling can go on.")
final class JournalCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "check|backup|quarantine|bring-back|export|import",
      description =
          "bring-back: lets rows that the collector refused wait for it again; export: writes what"
              + " waits to a stick; import: takes the collector's answers to it")
  private String what = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "journal.db in the terminal's data folder")
  private Path file = Path.of("");

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "COPY|FOLDER",
      description =
          "backup: the copy to make; export, import: a folder on the stick. Copies and exports are"
              + " made also while the terminal sells")
  private Optional<Path> to = Optional.empty();

  @Override
  public Integer call() throws Exception {
    return switch (what) {
      case "check" -> check();
      case "backup" -> backup();
      case "quarantine" -> quarantine();
      case "bring-back" -> bringBack();
      case "export" -> export();
      case "import" -> take();
      default ->
          throw new IllegalArgumentException(
              "expected check, backup, quarantine, bring-back, export or import, found " + what);
    };
  }

  private int check() throws StorageException {
    JournalCheck found = JournalCheck.of(file);
    System.out.println(
        "JOURNAL ok epoch=%s entries=%d sales=%d waiting=%d refused=%d openSession=%d"
            .formatted(
                found.epoch(),
                found.entries(),
                found.sales(),
                found.waiting(),
                found.refused(),
                found.openSession()));
    return 0;
  }

  private int backup() throws StorageException {
    Path copy = named("the copy is to be made");
    JournalBackup made = JournalBackup.of(file, copy);
    System.out.println(
        "JOURNAL copied entries=%d sales=%d waiting=%d to %s"
            .formatted(made.entries(), made.sales(), made.waiting(), copy));
    return 0;
  }

  private Path named(String where) {
    return to.orElseThrow(() -> new IllegalArgumentException(this.what + ": say where " + where));
  }

  private int export() throws Exception {
    Path stick = named("the events go");
    CarriedEvents.Written written = CarriedEvents.write(file, identity(), stick, Instant.now());
    System.out.println(
        "JOURNAL exported events=%d files=%d unsendable=%d to %s"
            .formatted(written.events(), written.files(), written.unsendable(), written.folder()));
    return 0;
  }

  private int take() throws Exception {
    Path stick = named("the answers are");
    var _ = JournalCheck.of(file); // never makes a journal where there is none
    CarriedEvents.Settled settled = CarriedEvents.settle(file, identity(), stick);
    settled.wrong().forEach(System.err::println);
    System.out.println(
        "JOURNAL imported answers=%d settled=%d waiting=%d refused=%d wrong=%d"
            .formatted(
                settled.files(),
                settled.before() - settled.after(),
                settled.after(),
                settled.refused(),
                settled.wrong().size()));
    return settled.wrong().isEmpty() && settled.files() > 0 ? 0 : 1;
  }

  private Credentials identity() throws IOException {
    Path data = file.toAbsolutePath().resolveSibling("");
    return CollectorIdentity.kept(data)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "this terminal was never enrolled, so no collector would believe it"
                        + " (facepay provision); there is no "
                        + CollectorIdentity.file(data)));
  }

  private int bringBack() throws StorageException {
    var _ = JournalCheck.of(file); // never makes a journal where there is none
    try (Journal journal = Journal.open(file);
        Outbox outbox = journal.outbox()) {
      System.out.println("JOURNAL brought back " + outbox.bringBack() + " rows");
    }
    return 0;
  }

  private int quarantine() throws Exception {
    try {
      var _ = JournalCheck.of(file);
      System.err.println(file + " is sound; it stays where it is");
      return 1;
    } catch (StorageException e) {
      if (e.reason() != StorageException.Reason.DAMAGED) {
        throw e;
      }
    }
    System.out.println(
        "JOURNAL kept as "
            + Journal.quarantine(file, Instant.now())
            + "; the next start makes a new one");
    return 0;
  }
}
