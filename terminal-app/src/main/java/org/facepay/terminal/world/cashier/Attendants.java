package org.facepay.terminal.world.cashier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.PhoneLink;
import org.facepay.terminal.session.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the shop's attendants what waits here and hears what they answer, through the collector.
 * While something waits it asks twice a second; else it says nothing, but once that it is over.
 * What is answered becomes an event like a badge at the scanner, with the name of whoever answered.
 */
public final class Attendants implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Attendants.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ROUND = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Answers are a few words each. */
  private static final int MOST_BYTES = 65_536;

  private final URI desk;
  private final Identity identity;
  private final Inbox<Event> inbox;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService thread = new SideThread("attendants");
  private volatile Optional<State<?>> state = Optional.empty();
  private boolean told;
  private boolean reached = true;
  private long done;

  /**
   * Begins.
   *
   * @param collector where events go; the attendants' desk stands beside
   */
  public static Attendants start(URI collector, Identity identity, Inbox<Event> inbox) {
    Attendants attendants = new Attendants(collector.resolve("attendance"), identity, inbox);
    var _ =
        attendants.thread.scheduleWithFixedDelay(
            attendants::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    return attendants;
  }

  private Attendants(URI desk, Identity identity, Inbox<Event> inbox) {
    this.desk = desk;
    this.identity = identity;
    this.inbox = inbox;
  }

  /** What is so now; any thread, never blocks. */
  public void show(State<?> now) {
    state = Optional.of(now);
  }

  /** Asks for an address that pairs a phone; never blocks. */
  public void link(long attempt, String attendant) {
    var _ =
        thread.submit(
            () -> {
              PhoneLink link = PhoneLink.GONE;
              try {
                ObjectNode who = JSON.createObjectNode().put("attendant", attendant);
                link =
                    new PhoneLink(post(desk.resolve("attendance/pair"), who).path("url").asText());
              } catch (IOException e) {
                LOG.warn("no phone can be paired: {}", e.toString());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              inbox.deliver(new Answered.PhoneLinked(attempt, link));
            });
  }

  private void round() {
    Optional<State<?>> now = state;
    if (now.isEmpty()) {
      return;
    }
    ObjectNode said = Waiting.of(now.get(), identity);
    boolean waits = Waiting.any(said);
    if (!waits && !told) {
      return;
    }
    try {
      JsonNode heard = post(desk, said.put("done", done));
      told = waits;
      reached = true;
      heard.path("answers").forEach(this::hear);
    } catch (IOException e) {
      if (reached) {
        LOG.warn("the attendants are not reached: {}", e.toString());
      }
      reached = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode post(URI to, ObjectNode said) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(said.toString()))
            .build();
    HttpResponse<byte[]> answer =
        http.send(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
    if (answer.statusCode() != 200) {
      throw new IOException("HTTP " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }

  /** Each once: the collector repeats what has not been heard. */
  private void hear(JsonNode answer) {
    long id = answer.path("id").asLong();
    if (id <= done) {
      return;
    }
    done = id;
    event(answer).ifPresent(inbox::deliver);
  }

  private static Optional<Event> event(JsonNode answer) {
    String attendant = answer.path("attendant").asText();
    long session = answer.path("session").asLong();
    int years = Math.clamp(answer.path("years").asInt(), 0, 99);
    return attendant.isEmpty()
        ? Optional.empty()
        : switch (answer.path("kind").asText()) {
          case "coming" ->
              Optional.of(new Answered.CallAcknowledged(answer.path("call").asLong(), attendant));
          case "old" ->
              Optional.of(new Answered.AgeChecked(session, attendant, new AgeLimit(years), true));
          case "young" ->
              Optional.of(new Answered.AgeChecked(session, attendant, new AgeLimit(years), false));
          case "bags" -> Optional.of(new Answered.BagsAccepted(session, attendant));
          default -> Optional.empty();
        };
  }

  @Override
  public void close() {
    thread.shutdownNow();
    http.shutdownNow();
  }
}
