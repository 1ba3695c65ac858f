package org.facepay.terminal.lab.sync;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.facepay.sync.collector.Enrolments;
import org.facepay.sync.identity.Enrolment;
import org.facepay.sync.sqlite.Database;

/**
 * Sells into a journal while its line, its collector and its own process fail, one kind of fault
 * after the other, and afterwards compares what was committed with what the collector has. After
 * the last fault of each kind everything has to be there within a promised time.
 */
public final class SyncChaos {
  /** Within this time after the last fault of a kind the outbox is empty. */
  private static final Duration PROMISED = Duration.ofSeconds(20);

  private static final String NAME = "K3";
  private static final int POISON = 7;

  private final List<String> machine;
  private final Path folder;
  private final PrintStream out;
  private final Random random;
  private final Set<String> committed = ConcurrentHashMap.newKeySet();

  /** What happens, in this order. */
  private enum Kind {
    DISCONNECTS,
    LOST_ANSWERS,
    PARTITIONS,
    HALF_OPEN,
    COLLECTOR_EXITS,
    COLLECTOR_KILLS,
    TERMINAL_EXITS,
    TERMINAL_KILLS,
    POISON
  }

  /** What came of it. */
  public record Result(
      int events, int lost, int duplicates, long quarantined, Duration drained, int stalls) {
    /** Whether nothing went wrong. */
    public boolean good() {
      return lost == 0 && duplicates == 0 && stalls == 0 && quarantined == POISON;
    }

    /** The command's last line. */
    public String line() {
      return "SYNC events=%d lost=%d duplicates=%d quarantined=%d drained_s=%d stalls=%d"
          .formatted(events, lost, duplicates, quarantined, drained.toSeconds(), stalls);
    }
  }

  /**
   * @param machine the words that start a Java machine, up to its main class
   * @param folder for all files, empty
   */
  public SyncChaos(List<String> machine, Path folder, PrintStream out, long seed) {
    this.machine = List.copyOf(machine);
    this.folder = folder;
    this.out = out;
    this.random = new Random(seed);
  }

  /**
   * Sells so often, and says what came of it.
   *
   * @param turns how often something of each kind goes wrong
   */
  public Result run(int events, int turns) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int port = freePort();
    try (Processes collectors =
            new Processes(() -> child(SyncServer.class, "collector.log", database(), port));
        CuttingProxy line = CuttingProxy.before(port, random)) {
      enrol(port);
      String there = "https://127.0.0.1:" + line.port() + "/v1/events";
      try (Processes terminals =
          new Processes(() -> child(SyncAgent.class, "terminal.log", folder, NAME, there))) {
        Faults faults = new Faults(line, collectors, terminals);
        int each = events / Kind.values().length;
        Duration longest = Duration.ZERO;
        int stalls = 0;
        for (Kind kind : Kind.values()) {
          int more = kind == Kind.DISCONNECTS ? events - each * Kind.values().length : 0;
          Duration took = faults.of(kind, each + more, turns);
          boolean kept = took.compareTo(PROMISED) <= 0;
          stalls += kept ? 0 : 1;
          longest = took.compareTo(longest) > 0 ? took : longest;
          out.printf(
              "%-16s events=%d drained_ms=%d%s%n",
              kind, each + more, took.toMillis(), kept ? "" : " STALLED");
        }
        long quarantined = count(terminals)[1];
        return audit(events, quarantined, longest, stalls);
      }
    }
  }

  private void enrol(int port) throws IOException, InterruptedException {
    URI home = URI.create("https://127.0.0.1:" + port + "/");
    try (Enrolments enrolments = Enrolments.beside(database(), InstantSource.system())) {
      var ticket = enrolments.ticket(home, NAME, new SecureRandom());
      Files.write(
          folder.resolve("identity.p12"),
          Enrolment.enrol(ticket, NAME, InstantSource.system()).encoded());
    }
  }

  private Path database() {
    return folder.resolve("collector.db");
  }

  private Result audit(int events, long quarantined, Duration drained, int stalls)
      throws IOException {
    try (Connection books = Database.openReader(database())) {
      List<String> stored =
          Database.<String, SQLException>rows(
              books, "SELECT id FROM event", row -> row.getString(1));
      Set<String> once = new HashSet<>(stored);
      Set<String> lost = new HashSet<>(committed);
      lost.removeAll(once);
      lost.stream().limit(20).forEach(id -> out.println("lost " + id));
      return new Result(
          events, lost.size(), stored.size() - once.size(), quarantined, drained, stalls);
    } catch (SQLException e) {
      throw new IOException("the collector's books cannot be read: " + e.getMessage(), e);
    }
  }

  private Child child(Class<?> main, String log, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(machine);
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new Child(command, folder.resolve(log), committed::add);
  }

  /** Starts a process once more. */
  private interface Starting {
    Child start() throws IOException, InterruptedException;
  }

  /** Processes of one kind, one after the other on the same files. */
  private static final class Processes implements AutoCloseable {
    private final Starting starting;
    private Child running;

    Processes(Starting starting) throws IOException, InterruptedException {
      this.starting = starting;
      this.running = starting.start();
    }

    /** A kill comes in the middle of whatever it does. */
    void restart(boolean killed) throws IOException, InterruptedException {
      if (killed) {
        running.kill();
      } else {
        running.close();
      }
      running = starting.start();
    }

    @Override
    public void close() throws IOException {
      running.close();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void order(Processes terminals, String what, int times) throws IOException {
    terminals.running.order(what + " " + times);
  }

  /** Rows that wait, and rows that were refused; orders before it are done by then. */
  private long[] count(Processes terminals) throws IOException, InterruptedException {
    String[] said = terminals.running.ask("waiting").split(" ", -1);
    if (said.length != 3) {
      throw new IOException("the terminal ended, see " + folder.resolve("terminal.log"));
    }
    return new long[] {Long.parseLong(said[1]), Long.parseLong(said[2])};
  }

  /** Everything that goes wrong, and how long it takes until nothing is left of it. */
  private final class Faults {
    private final CuttingProxy line;
    private final Processes collectors;
    private final Processes terminals;

    Faults(CuttingProxy line, Processes collectors, Processes terminals) {
      this.line = line;
      this.collectors = collectors;
      this.terminals = terminals;
    }

    /** Sells in some turns, with something going wrong in each; how long it took to be even. */
    Duration of(Kind kind, int events, int turns) throws IOException, InterruptedException {
      int begun = committed.size();
      for (int turn = 0; turn < turns; turn++) {
        int left = begun + events - committed.size();
        int now = turn == turns - 1 ? left : Math.min(left, events / turns);
        order(terminals, "append", Math.max(0, now));
        strike(kind, turn);
      }
      var _ = count(terminals);
      while (begun + events > committed.size()) { // a kill came before them
        order(terminals, "append", begun + events - committed.size());
        var _ = count(terminals);
      }
      line.become(CuttingProxy.Line.GOOD);
      long since = System.nanoTime();
      while (count(terminals)[0] > 0 && elapsed(since).compareTo(PROMISED.multipliedBy(3)) < 0) {
        Thread.sleep(20);
      }
      return elapsed(since);
    }

    private Duration elapsed(long since) {
      return Duration.ofNanos(System.nanoTime() - since);
    }

    private void strike(Kind kind, int turn) throws IOException, InterruptedException {
      switch (kind) {
        case DISCONNECTS -> cut();
        case LOST_ANSWERS -> during(CuttingProxy.Line.LOSES_ANSWERS);
        case PARTITIONS -> during(CuttingProxy.Line.PARTED);
        case HALF_OPEN -> during(CuttingProxy.Line.SILENT);
        case COLLECTOR_EXITS -> collectors.restart(false);
        case COLLECTOR_KILLS -> collectors.restart(true);
        case TERMINAL_EXITS -> terminals.restart(false);
        case TERMINAL_KILLS -> {
          Thread.sleep(random.nextInt(300));
          terminals.restart(true);
        }
        case POISON -> {
          if (turn == 0) {
            order(terminals, "poison", POISON);
          }
        }
      }
    }

    private void during(CuttingProxy.Line fault) throws InterruptedException {
      line.become(fault);
      Thread.sleep(300 + random.nextInt(1_500));
      line.become(CuttingProxy.Line.GOOD);
      Thread.sleep(random.nextInt(300));
    }

    private void cut() throws InterruptedException {
      line.become(CuttingProxy.Line.CUTS_REQUESTS);
      for (int i = 0; i < 5; i++) {
        Thread.sleep(random.nextInt(200));
        line.cut();
      }
      line.become(CuttingProxy.Line.GOOD);
    }
  }
}
