package org.facepay.terminal.world.attendants;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.facepay.sync.attendants.Announcement;
import org.facepay.sync.attendants.ShopKey;
import org.facepay.terminal.files.OwnerOnly;
import org.facepay.terminal.loop.SideThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other terminals of the shop that have a page, found through the collector: each says where
 * its own stands, under the seal of the shop's key, and hears of the others. The last that was
 * heard of each is kept on the disk for a week, for when the collector is gone. A thread of its
 * own.
 */
final class Peers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ROUND = Duration.ofSeconds(10);

  /** A till that is off for a long weekend is found again. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  /** What is heard again and again is written down now and then. */
  private static final Duration KEEP = Duration.ofHours(6);

  /** Clocks of a shop differ. */
  private static final Duration SKEW = Duration.ofDays(1);

  private static final int MOST = 100;

  /** What a collector does with announcements. */
  interface Board {
    /**
     * Tells it, and hears what others have told.
     *
     * @throws IOException when it is not reached
     */
    JsonNode announce(Announcement own) throws IOException, InterruptedException;
  }

  /**
   * Who announces what.
   *
   * @param home of the own page
   * @param file keeps what was heard
   */
  record Own(String terminal, URI home, ShopKey key, Path file) {}

  private final Own own;
  private final Board board;
  private final Consumer<List<URI>> found;
  private final InstantSource clock;
  private final SideThread thread = new SideThread("peers");
  private final Map<String, Announcement> known = new TreeMap<>();
  private Instant kept = Instant.EPOCH;
  private boolean reached = true;

  /**
   * @param found told of all pages whenever they are others; any thread, never blocks
   */
  Peers(Own own, Board board, Consumer<List<URI>> found, InstantSource clock) {
    this.own = own;
    this.board = board;
    this.found = found;
    this.clock = clock;
  }

  /** Tells of those it remembers, then of those it finds. */
  void start() {
    thread.execute(this::recall);
    var _ = thread.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void recall() {
    if (hear(remembered())) {
      tell();
    }
  }

  private void round() {
    try {
      Announcement here = Announcement.of(own.key(), own.terminal(), own.home(), clock.instant());
      boolean others = hear(board.announce(here));
      if (others || kept.plus(KEEP).isBefore(clock.instant())) {
        keep();
      }
      if (others) {
        tell();
      }
      reached = true;
    } catch (IOException e) {
      if (reached) {
        LOG.info("no other terminal is found, the last known are told: {}", e.toString());
      }
      reached = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether what is heard makes the pages others than they were. */
  private boolean hear(JsonNode heard) {
    List<URI> before = homes();
    Instant now = clock.instant();
    known.values().removeIf(said -> said.at().isBefore(now.minus(REMEMBERED)));
    for (JsonNode one : heard) {
      Announcement.read(one)
          .filter(said -> !said.terminal().equals(own.terminal()) && said.isOf(own.key()))
          .filter(said -> said.at().isAfter(now.minus(REMEMBERED)))
          .filter(said -> said.at().isBefore(now.plus(SKEW)))
          .filter(said -> known.containsKey(said.terminal()) || known.size() < MOST)
          .ifPresent(said -> known.merge(said.terminal(), said, Peers::newer));
    }
    return !homes().equals(before);
  }

  private static Announcement newer(Announcement one, Announcement other) {
    return other.at().isAfter(one.at()) ? other : one;
  }

  private List<URI> homes() {
    return known.values().stream().map(Announcement::home).distinct().toList();
  }

  private void tell() {
    LOG.info("attendants' pages of other terminals: {}", homes());
    found.accept(homes());
  }

  private JsonNode remembered() {
    try {
      return Files.exists(own.file())
          ? JSON.readTree(Files.readString(own.file()))
          : JSON.createArrayNode();
    } catch (JsonProcessingException e) {
      LOG.warn("{} is damaged; the other terminals are found anew", own.file());
      return JSON.createArrayNode();
    } catch (IOException e) {
      LOG.warn("the other terminals are found anew: {}", e.toString());
      return JSON.createArrayNode();
    }
  }

  private void keep() {
    kept = clock.instant();
    ArrayNode all = JSON.createArrayNode();
    known.values().forEach(said -> all.add(said.json()));
    try {
      OwnerOnly.replace(own.file(), all.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.warn("the other terminals are not remembered: {}", e.toString());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
