package org.facepay.terminal.world.attendants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.facepay.sync.attendants.Announcement;
import org.facepay.sync.attendants.ShopKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the shop's other terminals: heard, believed by their seal, and remembered. */
class PeersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final URI HOME = URI.create("https://10.0.0.3:8443");
  private static final URI FOUR = URI.create("https://10.0.0.4:8443");
  private static final URI MOVED = URI.create("https://10.0.0.44:8443");

  @TempDir Path folder;
  private final ShopKey key = new ShopKey("the key of the shop".getBytes(StandardCharsets.UTF_8));
  private Instant now = Instant.parse("2026-11-30T08:00:00Z");
  private final BlockingQueue<List<URI>> found = new LinkedBlockingQueue<>();
  private final BlockingQueue<Announcement> announced = new LinkedBlockingQueue<>();

  private Peers start(Peers.Board board) {
    Path file = folder.resolve("peers.json");
    Peers peers = new Peers(new Peers.Own("K3", HOME, key, file), board, found::add, () -> now);
    peers.start();
    return peers;
  }

  private Peers.Board tells(Announcement... said) {
    ArrayNode all = JSON.createArrayNode();
    for (Announcement one : said) {
      all.add(one.json());
    }
    return own -> {
      announced.add(own);
      return all;
    };
  }

  private static JsonNode away(Announcement own) throws IOException {
    throw new IOException("away");
  }

  private List<URI> next() throws InterruptedException {
    List<URI> homes = found.poll(20, TimeUnit.SECONDS);
    return homes == null ? List.of() : homes;
  }

  private Announcement of(String terminal, URI home, Instant at) {
    return Announcement.of(key, terminal, home, at);
  }

  @Test
  void whatIsHeardIsRememberedForWhenTheCollectorIsGone() throws Exception {
    ShopKey anothers = new ShopKey("another key of 16".getBytes(StandardCharsets.UTF_8));
    try (Peers _ =
        start(
            tells(
                of("K3", HOME, now),
                of("K4", FOUR, now),
                of("K5", MOVED, now.minus(Duration.ofDays(8))),
                of("K6", MOVED, now.plus(Duration.ofDays(2))),
                Announcement.of(anothers, "K7", MOVED, now)))) {
      assertEquals(List.of(FOUR), next(), "not itself, the old, the coming, the stranger");
      Announcement own = announced.take();
      assertEquals(HOME, own.home());
      assertEquals(true, own.isOf(key));
    }
    assertFalse(Files.readString(folder.resolve("peers.json")).contains("the key"));
    now = now.plus(Duration.ofDays(6));
    try (Peers _ = start(PeersTest::away)) {
      assertEquals(List.of(FOUR), next());
    }
    now = now.plus(Duration.ofDays(2));
    try (Peers _ = start(tells(of("K5", MOVED, now)))) {
      assertEquals(List.of(MOVED), next(), "K4 has said nothing for a week");
    }
  }

  @Test
  void theNewestWordOfATerminalCounts() throws Exception {
    Announcement old = of("K4", FOUR, now.minusSeconds(60));
    try (Peers _ = start(tells(of("K4", MOVED, now), old))) {
      assertEquals(List.of(MOVED), next());
    }
    try (Peers _ = start(tells(old))) {
      assertEquals(List.of(MOVED), next(), "an old word that is told again changes nothing");
    }
  }

  @Test
  void aDamagedFileIsFoundAnew() throws Exception {
    Path file = folder.resolve("peers.json");
    byte[] good = ("[" + of("K4", FOUR, now).json() + "]").getBytes(StandardCharsets.UTF_8);
    Random random = new Random(3);
    for (int n = 0; n < 40; n++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      Files.write(file, bad);
      try (Peers _ = start(tells(of("K5", MOVED, now)))) {
        List<URI> homes = next();
        if (!homes.contains(MOVED)) {
          homes = next();
        }
        assertEquals(true, homes.contains(MOVED), homes::toString);
      }
    }
  }
}
