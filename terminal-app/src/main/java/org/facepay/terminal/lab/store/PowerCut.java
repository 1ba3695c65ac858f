package org.facepay.terminal.lab.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.facepay.sync.sqlite.StorageException;

/**
 * Cuts the power of a terminal's stores: a process writes them under {@code strace}, and what it
 * wrote is carried out on a {@link Disk} up to a moment, at which the disk loses whatever it may.
 * Then the stores are opened as at the next start.
 */
public final class PowerCut {
  private static final int STEPS = 400;
  private static final int TOLD_EVERY = 100;

  private final List<String> machine;
  private final Path folder;
  private final PrintStream progress;
  private final long seed;

  /**
   * @param machine the words that start a Java machine with these classes
   * @param folder an empty one; what a cut left stays in it where something is wrong
   */
  public PowerCut(List<String> machine, Path folder, PrintStream progress, long seed) {
    this.machine = List.copyOf(machine);
    this.folder = folder.toAbsolutePath();
    this.progress = progress;
    this.seed = seed;
  }

  /** What the cuts came to. */
  public record Result(int cuts, int lostAcked, int corrupt, int halfApplied) {
    public boolean good() {
      return lostAcked + corrupt + halfApplied == 0;
    }

    /** For the last line. */
    public String line() {
      return "POWERCUT cuts=%d lostAcked=%d corrupt=%d halfApplied=%d"
          .formatted(cuts, lostAcked, corrupt, halfApplied);
    }

    private Result plus(StoreAudit audit) {
      return new Result(
          cuts + 1,
          lostAcked + audit.lostAcked().size(),
          corrupt + audit.corrupt().size(),
          halfApplied + audit.halfApplied().size());
    }
  }

  /** Writes once and cuts so many times. */
  public Result run(int cuts)
      throws IOException, InterruptedException, StorageException, SQLException {
    List<DiskWrite> writes = writes();
    progress.printf("%d writes, %d cuts%n", writes.size(), cuts);
    return cut(writes, cuts);
  }

  /** What a process writes that finds the journal of an older program. */
  List<DiskWrite> writes()
      throws IOException, InterruptedException, StorageException, SQLException {
    StoreWork.olderJournal(Files.createDirectories(before()));
    Path stores = Files.createDirectories(folder.resolve("stores"));
    try (Stream<Path> files = Files.list(before())) {
      for (Path file : files.toList()) {
        Files.copy(file, stores.resolve(file.getFileName()));
      }
    }
    return watched(stores);
  }

  private Path before() {
    return folder.resolve("before");
  }

  private List<DiskWrite> watched(Path stores) throws IOException, InterruptedException {
    Path log = folder.resolve("strace.log");
    List<String> command = new ArrayList<>(List.of("strace", "-o", log.toString()));
    command.addAll(WriteLog.OPTIONS);
    command.addAll(machine);
    command.addAll(
        List.of(
            StoreWork.class.getName(),
            stores.toString(),
            Integer.toString(STEPS),
            Long.toString(seed)));
    Path said = folder.resolve("work.log");
    int ended =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (ended != 0) {
      throw new IOException("the stores could not be watched: " + Files.readString(said).strip());
    }
    List<DiskWrite> writes = WriteLog.read(log, stores);
    Files.delete(log);
    return writes;
  }

  /** In one pass over the writes, each with the cuts that fall behind it. */
  Result cut(List<DiskWrite> writes, int cuts) throws IOException {
    Disk disk = new Disk(before());
    Random chance = new Random(seed);
    Map<Integer, Integer> behind = new HashMap<>();
    chance.ints(cuts, 0, writes.size() + 1).forEach(write -> behind.merge(write, 1, Integer::sum));
    StoreAudit.Told told = new StoreAudit.Told();
    Result result = new Result(0, 0, 0, 0);
    for (int i = 0; i <= writes.size(); i++) {
      for (int n = 0; n < behind.getOrDefault(i, 0); n++) {
        result = result.plus(audited(disk, told, result.cuts(), chance));
        if (result.cuts() % TOLD_EVERY == 0) {
          progress.println(result.line());
        }
      }
      if (i < writes.size()) {
        disk.carryOut(writes.get(i));
        if (writes.get(i) instanceof DiskWrite.Told(String what)) {
          told.hear(what);
        }
      }
    }
    return result;
  }

  private StoreAudit audited(Disk disk, StoreAudit.Told told, int cut, Random chance)
      throws IOException {
    Path left = Files.createDirectory(folder.resolve("cut-" + cut));
    disk.cut(left, chance);
    StoreAudit audit = StoreAudit.of(left, told);
    List<String> wrong =
        Stream.of(audit.lostAcked(), audit.corrupt(), audit.halfApplied())
            .flatMap(List::stream)
            .toList();
    if (wrong.isEmpty()) {
      try (Stream<Path> files = Files.list(left)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(left);
    } else {
      progress.printf("%s: %s%n", left, wrong);
    }
    return audit;
  }
}
