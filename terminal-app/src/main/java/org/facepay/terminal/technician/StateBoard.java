package org.facepay.terminal.technician;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.GoodsFile;
import org.facepay.terminal.catalogue.GoodsSettings;
import org.facepay.terminal.files.Build;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.payment.Reach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers how a running terminal is, for the console. Its parts tell it; any thread. */
public final class StateBoard implements StateDesk {
  private static final Logger LOG = LoggerFactory.getLogger(StateBoard.class);

  /** Systemd names each run of a unit; without it nobody is known to start the program again. */
  private static final String SUPERVISED = "INVOCATION_ID";

  /** EX_TEMPFAIL of sysexits.h. */
  private static final int TRY_AGAIN = 75;

  private final Parts parts;
  private final Instant started;
  private volatile Optional<Uplink.Status> uplink = Optional.empty();
  private volatile Optional<Duration> clockAhead = Optional.empty();

  /** Rows of the outbox. */
  @FunctionalInterface
  public interface Rows {
    long count() throws StorageException;
  }

  /**
   * What it asks.
   *
   * @param waiting for the collector
   * @param refused by it
   * @param broughtBack lets them wait again, and says how many
   * @param providers all that take money, and which could be reached
   */
  public record Books(
      Rows waiting,
      Rows refused,
      Rows broughtBack,
      SortedSet<String> providers,
      Supplier<Reach> reach) {

    /** As a journal has the rows. */
    public static Books of(Journal journal, SortedSet<String> providers, Supplier<Reach> reach) {
      return new Books(
          () -> counted(journal, Outbox::waiting),
          () -> counted(journal, Outbox::refused),
          () -> counted(journal, Outbox::bringBack),
          providers,
          reach);
    }

    private static long counted(Journal journal, Counted rows) throws StorageException {
      try (Outbox outbox = journal.outbox()) {
        return rows.of(outbox);
      }
    }
  }

  /** What is counted of an outbox. */
  @FunctionalInterface
  private interface Counted {
    long of(Outbox outbox) throws StorageException;
  }

  /**
   * What it does.
   *
   * @param zeroScale whether the till has a scale, which is set to zero
   * @param slotsServiced whether there are slots, which are all sold from again
   */
  public record Hands(BooleanSupplier zeroScale, BooleanSupplier slotsServiced) {}

  /**
   * Of the terminal.
   *
   * @param data the folder whose disk is told of
   */
  public record Parts(Books books, Hands hands, GoodsSettings goods, Path data, RecentLog log) {}

  public StateBoard(Parts parts, Instant started) {
    this.parts = parts;
    this.started = started;
  }

  /** How uploading is now. */
  public void uplink(Uplink.Status status) {
    uplink = Optional.of(status);
  }

  /** The collector has said what time it is. */
  public void collectorSays(Instant its, Instant ours) {
    clockAhead = Optional.of(Duration.between(its, ours));
  }

  @Override
  public State state() {
    Reach reach = parts.books().reach().get();
    List<Provider> providers =
        parts.books().providers().stream()
            .map(
                name ->
                    new Provider(
                        name,
                        reach.asked().contains(name)
                            ? Optional.of(reach.reaches(name))
                            : Optional.empty()))
            .toList();
    Optional<Uplink.Status> now = uplink;
    return new State(
        new Collector(
            now.isPresent() && now.get().online(),
            now.flatMap(Uplink.Status::trouble),
            rows(parts.books().waiting()),
            rows(parts.books().refused())),
        providers,
        new Machine(Build.read(), started, free(), addresses(), clockAhead, parts.data()));
  }

  private static List<String> addresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
          .filter(a -> !a.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .sorted()
          .toList();
    } catch (SocketException e) {
      LOG.error("console: {}", e.toString());
      return List.of();
    }
  }

  private static long rows(Rows rows) {
    try {
      return rows.count();
    } catch (StorageException e) {
      LOG.error("console: {}", e.getMessage());
      return 0;
    }
  }

  private long free() {
    try {
      return Files.getFileStore(parts.data()).getUsableSpace();
    } catch (IOException e) {
      LOG.error("console: {}", e.toString());
      return 0;
    }
  }

  @Override
  public List<String> log() {
    return parts.log().lines();
  }

  @Override
  public Goods goods() {
    List<Sentence> problems = new ArrayList<>();
    int articles = 0;
    try {
      GoodsFile file = parts.goods().goods();
      articles = file.products().size();
      problems.addAll(file.unreachable());
      var _ = parts.goods().recalled();
    } catch (CatalogueException e) {
      problems.addAll(e.faults().isEmpty() ? List.of(e.explanation()) : e.faults());
    }
    return new Goods(articles, problems);
  }

  @Override
  public OptionalInt bringBack() {
    try {
      return OptionalInt.of((int) parts.books().broughtBack().count());
    } catch (StorageException e) {
      LOG.error("console: {}", e.getMessage());
      return OptionalInt.empty();
    }
  }

  @Override
  public boolean zeroScale() {
    return parts.hands().zeroScale().getAsBoolean();
  }

  @Override
  public boolean slotsServiced() {
    return parts.hands().slotsServiced().getAsBoolean();
  }

  @Override
  public boolean restart() {
    LOG.warn("console: the program is restarted");
    boolean supervised = System.getenv().containsKey(SUPERVISED);
    if (supervised) {
      Thread.ofPlatform().name("restart").start(() -> System.exit(TRY_AGAIN));
    }
    return supervised;
  }
}
