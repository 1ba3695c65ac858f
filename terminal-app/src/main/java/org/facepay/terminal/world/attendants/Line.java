package org.facepay.terminal.world.attendants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.session.PhoneLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One desk, told on a thread of its own: one that is silent holds up no other, and each has its own
 * count of the answers that were heard from it.
 */
final class Line implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final Duration ROUND = Duration.ofMillis(500);

  /** Pairings end by themselves after a shift. */
  private static final int MOST_ENDED = 16;

  /** A desk as a terminal reaches it. */
  interface Desk {
    /**
     * Tells it what waits.
     *
     * @return the answers that have not been heard, oldest first
     */
    JsonNode said(ObjectNode said) throws IOException, InterruptedException;

    /** What pairs a phone there. */
    PhoneLink link(String attendant) throws IOException, InterruptedException;

    /** For people. */
    String name();
  }

  private final Desk desk;
  private final Supplier<Optional<ObjectNode>> waiting;
  private final Consumer<JsonNode> answers;
  private final SideThread thread;
  private final Set<String> ended = new LinkedHashSet<>();
  private boolean told;
  private boolean reached = true;
  private long done;

  /**
   * @param waiting what waits now, empty before anything is known
   * @param answers takes each once
   */
  Line(Desk desk, Supplier<Optional<ObjectNode>> waiting, Consumer<JsonNode> answers) {
    this.desk = desk;
    this.waiting = waiting;
    this.answers = answers;
    this.thread = new SideThread("attendants");
  }

  void start() {
    var _ = thread.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whoever was paired there is so no more; never blocks. */
  void end(String attendant) {
    synchronized (ended) {
      if (ended.size() < MOST_ENDED) {
        ended.add(attendant);
      }
    }
  }

  /** Asks for an address that pairs a phone; empty when there is none. Never blocks. */
  void link(String attendant, Consumer<Optional<PhoneLink>> then) {
    var _ =
        thread.submit(
            () -> {
              Optional<PhoneLink> link = Optional.empty();
              try {
                if (!ending().isEmpty()) {
                  tell();
                }
                link = Optional.of(desk.link(attendant));
              } catch (IOException e) {
                LOG.warn("no phone can be paired at {}: {}", desk.name(), e.toString());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              then.accept(link);
            });
  }

  private List<String> ending() {
    synchronized (ended) {
      return new ArrayList<>(ended);
    }
  }

  private void round() {
    try {
      tell();
    } catch (IOException e) {
      if (reached) {
        LOG.warn("the attendants are not reached at {}: {}", desk.name(), e.toString());
      }
      reached = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What waits, and once that it is over; else nothing. */
  private void tell() throws IOException, InterruptedException {
    Optional<ObjectNode> now = waiting.get();
    if (now.isEmpty()) {
      return;
    }
    ObjectNode said = now.get();
    boolean waits = Waiting.any(said);
    List<String> ending = ending();
    if (!waits && !told && ending.isEmpty()) {
      return;
    }
    ending.forEach(said.withArray("ended")::add);
    JsonNode heard = desk.said(said.put("done", done));
    synchronized (ended) {
      ending.forEach(ended::remove);
    }
    told = waits;
    if (!reached) {
      LOG.info("the attendants are reached again at {}", desk.name());
    }
    reached = true;
    heard.forEach(this::hear);
  }

  /** Each once: a desk repeats what has not been heard. */
  private void hear(JsonNode answer) {
    long id = answer.path("id").asLong();
    if (id > done) {
      done = id;
      answers.accept(answer);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
