package org.facepay.terminal.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.facepay.sync.collector.CarriedDesk;
import org.facepay.sync.collector.Collector;
import org.facepay.sync.collector.Enrolments;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.identity.Ticket;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The cloud end on a server, and who may talk to it. */
@Command(
    name = "collector",
    description = "The reference collector: takes the events of enrolled terminals over TLS.")
final class CollectorCommand {
  private static final InstantSource CLOCK = InstantSource.system();

  @Command(name = "run", description = "Runs it until it is stopped.")
  int run(
      @Option(names = "--data", required = true, description = "folder of all that it keeps")
          Path data,
      @Option(names = "--host", required = true, description = "the name terminals know it by")
          String host,
      @Option(names = "--port", defaultValue = "8443", description = "for terminals") int port,
      @Option(
              names = "--pages",
              defaultValue = "8080",
              description =
                  "for e-receipts, on this machine alone: a proxy that phones trust stands before it")
          int pages)
      throws Exception {
    Collector.Place place =
        new Collector.Place(new InetSocketAddress(port), host, FrontDesk.loopback(pages));
    Collector collector = Collector.start(database(data), place, CLOCK);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(collector, stopped)));
    System.out.println("COLLECTOR events=" + collector.uri() + " receipts=" + collector.receipts());
    stopped.await();
    return 0;
  }

  @Command(
      name = "ticket",
      description = "Makes what enrols one terminal, once, within a day; the collector may run.")
  int ticket(
      @Option(names = "--data", required = true, description = "the collector's folder") Path data,
      @Option(names = "--host", required = true, description = "the name terminals know it by")
          String host,
      @Option(names = "--port", defaultValue = "8443", description = "for terminals") int port,
      @Parameters(paramLabel = "TERMINAL", description = "its id, such as K3") String terminal)
      throws Exception {
    URI home = URI.create("https://" + host + ":" + port + "/");
    try (Enrolments enrolments = Enrolments.beside(database(data), CLOCK)) {
      Ticket ticket = enrolments.ticket(home, terminal, new SecureRandom());
      System.out.println(ticket.text());
      System.out.println(
          "TICKET terminal=%s until=%s"
              .formatted(terminal, CLOCK.instant().plus(Enrolments.ticketLife())));
    }
    return 0;
  }

  @Command(
      name = "import",
      description =
          "Takes events that were carried here on a stick (facepay journal export), and writes the"
              + " answers beside them; the collector may run.")
  int take(
      @Option(names = "--data", required = true, description = "the collector's folder") Path data,
      @Parameters(paramLabel = "FOLDER", description = "on the stick") Path folder)
      throws Exception {
    CarriedDesk.Taken taken = CarriedDesk.take(database(data), folder, CLOCK);
    taken.wrong().forEach(System.err::println);
    System.out.println(
        "IMPORTED files=%d accepted=%d duplicates=%d rejected=%d wrong=%d"
            .formatted(
                taken.files(),
                taken.accepted(),
                taken.duplicates(),
                taken.rejected(),
                taken.wrong().size()));
    return taken.wrong().isEmpty() && taken.files() > 0 ? 0 : 1;
  }

  @Command(
      name = "revoke",
      description = "Takes the certificates and tickets of a terminal back, at once.")
  int revoke(
      @Option(names = "--data", required = true, description = "the collector's folder") Path data,
      @Parameters(paramLabel = "TERMINAL", description = "its id, such as K3") String terminal)
      throws Exception {
    try (Enrolments enrolments = Enrolments.beside(database(data), CLOCK)) {
      boolean had = enrolments.revoke(terminal);
      System.out.println("REVOKED terminal=" + terminal + " had=" + had);
      return had ? 0 : 1;
    }
  }

  @Command(name = "terminals", description = "Lists the terminals that were enrolled.")
  int terminals(
      @Option(names = "--data", required = true, description = "the collector's folder") Path data)
      throws Exception {
    int all = 0;
    try (Enrolments enrolments = Enrolments.beside(database(data), CLOCK)) {
      for (Enrolments.Terminal each : enrolments.terminals()) {
        System.out.println(
            "%s enrolled=%s seen=%s until=%s"
                .formatted(each.id(), each.enrolled(), said(each.seen()), said(each.until())));
        all++;
      }
    }
    System.out.println("TERMINALS " + all);
    return 0;
  }

  private static String said(Optional<Instant> moment) {
    return moment.map(Instant::toString).orElse("never");
  }

  private static Path database(Path data) {
    return data.resolve("collector.db");
  }

  private static void close(Collector collector, CountDownLatch stopped) {
    try {
      collector.close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
    stopped.countDown();
  }
}
