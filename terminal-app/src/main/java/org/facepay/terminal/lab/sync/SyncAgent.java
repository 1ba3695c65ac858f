package org.facepay.terminal.lab.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.identity.Credentials;
import org.facepay.sync.identity.MutualTls;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.uplink.CloudEvents;
import org.facepay.sync.uplink.Uplink;

/**
 * A terminal's journal and uplink in a process that may be killed. Takes orders on its input:
 * {@code append N}, {@code poison N}, {@code waiting}, {@code exit}; says {@code + ID} of each sale
 * that is committed, {@code = WAITING REFUSED} when asked.
 */
final class SyncAgent {
  private static final String TYPE = "org.facepay.sale.completed";
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(3);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** Longer than any number the collector takes. */
  private static final int TOO_LONG = 300;

  private final Journal journal;
  private final PrintStream out;

  private SyncAgent(Journal journal, PrintStream out) {
    this.journal = journal;
    this.out = out;
  }

  /**
   * Runs until it is told to end, or its input does.
   *
   * @param arguments a folder with {@code identity.p12} in it, whom that names, and where events go
   */
  public static void main(String[] arguments) throws IOException, StorageException {
    run(Path.of(arguments[0]), arguments[1], URI.create(arguments[2]), System.out);
  }

  private static void run(Path folder, String name, URI events, PrintStream out)
      throws IOException, StorageException {
    Credentials own = Credentials.decode(Files.readAllBytes(folder.resolve("identity.p12")));
    Uplink.Endpoint collector =
        new Uplink.Endpoint(events, CONNECT, ANSWER, LONGEST_PAUSE)
            .as(MutualTls.of(() -> own, InstantSource.system()));
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Journal journal = Journal.open(folder.resolve("journal.db"));
        Outbox seen = journal.outbox();
        Uplink uplink =
            new Uplink(
                new Uplink.Settings(collector, CloudEvents.SOURCE + name + ":" + journal.epoch()),
                journal,
                _ -> {},
                _ -> {})) {
      uplink.start();
      out.println("READY");
      SyncAgent agent = new SyncAgent(journal, out);
      for (String order = orders.readLine();
          order != null && !order.equals("exit");
          order = orders.readLine()) {
        agent.obey(order.split(" ", 2), seen);
      }
    }
  }

  private void obey(String[] order, Outbox seen) throws StorageException {
    switch (order[0]) {
      case "append" -> {
        for (int i = 0; i < Integer.parseInt(order[1]); i++) {
          sale("", "");
        }
      }
      case "poison" -> {
        for (int i = 0; i < Integer.parseInt(order[1]); i++) {
          sale(i % 2 == 0 ? "x".repeat(TOO_LONG) : "", i % 2 == 0 ? "" : "{");
        }
      }
      default -> out.println("= " + seen.waiting() + " " + seen.refused());
    }
  }

  /** A sale; with more behind its number, or before its data, nobody takes it. */
  private void sale(String more, String before) throws StorageException {
    long stamp = journal.lastStamp() + 1;
    Instant now = Instant.now();
    String id = "sale-" + stamp + more;
    byte[] data = (before + "{\"saleId\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
    Append.Sale sale = new Append.Sale("S" + stamp, now, 1_290, "CNY", data);
    journal.append(
        new Append(
            stamp,
            stamp,
            now,
            "PaymentAnswered",
            "{}".getBytes(StandardCharsets.UTF_8),
            Optional.of(sale),
            List.of(new Outgoing(id, TYPE, now, data)),
            true));
    if (more.isEmpty() && before.isEmpty()) {
      out.println("+ " + id);
    }
  }
}
