package org.facepay.terminal.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.JournalBackup;
import org.facepay.sync.journal.JournalCheck;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.sqlite.StorageException;
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
      paramLabel = "check|backup|quarantine|bring-back",
      description = "bring-back: lets rows that the collector refused wait for it again")
  private String what = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "journal.db in the terminal's data folder")
  private Path file = Path.of("");

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "COPY",
      description = "backup: the copy to make, also while the terminal sells")
  private Optional<Path> copy = Optional.empty();

  @Override
  public Integer call() throws Exception {
    return switch (what) {
      case "check" -> check();
      case "backup" -> backup();
      case "quarantine" -> quarantine();
      case "bring-back" -> bringBack();
      default ->
          throw new IllegalArgumentException(
              "expected check, backup, quarantine or bring-back, found " + what);
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
    Path to =
        copy.orElseThrow(
            () -> new IllegalArgumentException("backup: say where the copy is to be made"));
    JournalBackup made = JournalBackup.of(file, to);
    System.out.println(
        "JOURNAL copied entries=%d sales=%d waiting=%d to %s"
            .formatted(made.entries(), made.sales(), made.waiting(), to));
    return 0;
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
