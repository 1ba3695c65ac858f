package org.facepay.terminal.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.problem.HealthText;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.Health.State;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.Equipment.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What of the devices' health leaves the terminal. */
@Timeout(60)
class HealthReportsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  @TempDir Path folder;
  private final LinkedBlockingQueue<Outgoing> sent = new LinkedBlockingQueue<>();
  private final HealthBoard board = new HealthBoard();

  private Consumer<Health> lock() {
    return board.add(
        new Device(
            "lock",
            "lock",
            "gpio",
            new Binding.At("/dev/gpiochip0"),
            Optional.empty(),
            List.of(),
            new Lines(List.of(17, 27), Set.of())));
  }

  private static Health health(State state, HealthText... text) {
    return new Health("lock", state, Arrays.stream(text).findFirst(), NOW);
  }

  private JsonNode next() throws InterruptedException, IOException {
    Outgoing out = sent.poll(20, TimeUnit.SECONDS);
    assertTrue(out != null, "nothing was sent");
    assertEquals("org.facepay.device.health.v1", out.type());
    return new ObjectMapper().readTree(out.data());
  }

  @Test
  void aChangeIsToldWithItsReasonAndPassingStatesAreNot() throws Exception {
    Consumer<Health> lock = lock();
    try (HealthReports _ =
        HealthReports.start("K3", board, sent::add, () -> NOW, Duration.ofMillis(200))) {
      lock.accept(health(State.OPENING));
      lock.accept(health(State.IDENTIFYING));
      lock.accept(health(State.ONLINE, Identity.of(Identity.Kind.LOCK_CLOSED)));
      JsonNode first = next();
      assertEquals("ONLINE", first.path("state").asText());
      assertEquals(1, first.path("changes").asInt());
      assertEquals("lock", first.path("device").asText());
      assertEquals("K3", first.path("terminal").asText());
      assertEquals("/dev/gpiochip0", first.path("port").asText());
      lock.accept(health(State.OFFLINE, Problem.of(Problem.Kind.NO_CHIP)));
      lock.accept(health(State.ONLINE, Identity.of(Identity.Kind.LOCK_CLOSED)));
      lock.accept(health(State.ONLINE, Identity.of(Identity.Kind.LOCK_OPEN)));
      lock.accept(health(State.OFFLINE, Problem.of(Problem.Kind.NO_CHIP)));
      JsonNode second = next();
      assertEquals("OFFLINE", second.path("state").asText());
      assertEquals("OFF_OFFLINE", second.path("power").asText());
      assertEquals("the chip does not exist", second.path("detail").asText());
      assertEquals(3, second.path("changes").asInt(), "another sentence is no change");
      lock.accept(health(State.CLOSED));
    }
    assertEquals(0, sent.size(), "a terminal that closes its devices has nothing to tell");
  }

  @Test
  void theOutboxKeepsReportsOverARestart() throws Exception {
    Path file = folder.resolve("journal.db");
    try (Journal journal = Journal.open(file)) {
      Consumer<Health> lock = lock();
      HealthReports.Sink sink =
          out -> {
            journal.send(out);
            sent.add(out);
          };
      try (HealthReports _ =
          HealthReports.start("K3", board, sink, () -> NOW, Duration.ofMillis(1))) {
        lock.accept(health(State.DEGRADED, Problem.of(Problem.Kind.UNIT_BUSY, 1)));
        assertEquals("DEGRADED", next().path("state").asText());
      }
    }
    try (Journal journal = Journal.open(file);
        var outbox = journal.outbox()) {
      assertEquals(1, outbox.waiting());
    }
  }

  @Test
  void aFullDiskStopsNobody() throws Exception {
    Consumer<Health> lock = lock();
    LinkedBlockingQueue<String> refused = new LinkedBlockingQueue<>();
    HealthReports.Sink full =
        out -> {
          refused.add(out.id());
          throw new StorageException(StorageException.Reason.FULL, "no space", null);
        };
    try (HealthReports _ =
        HealthReports.start("K3", board, full, () -> NOW, Duration.ofMillis(1))) {
      lock.accept(health(State.OFFLINE, Problem.of(Problem.Kind.GONE, "/dev/gpiochip0")));
      assertTrue(refused.poll(20, TimeUnit.SECONDS) != null);
      assertEquals(State.OFFLINE, board.rows().getFirst().health().state());
    }
    assertEquals(0, refused.size(), "it is tried again later, not at once");
  }
}
