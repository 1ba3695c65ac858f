package org.facepay.terminal.world.cashier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Answered.Claim;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the collector whether a suspended basket may go on here: it may in one session of one
 * terminal, whichever asked first. Asked twice for the same session the answer is the same.
 *
 * @param collector where events go; the desk stands beside
 * @param terminal this one's id
 */
public record BasketClaims(URI collector, String terminal, Inbox<Event> inbox, HttpClient http) {
  private static final Logger LOG = LoggerFactory.getLogger(BasketClaims.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  public static BasketClaims at(Uplink.Endpoint collector, String terminal, Inbox<Event> inbox) {
    return new BasketClaims(
        collector.events().resolve("baskets/claim"), terminal, inbox, collector.client(PATIENCE));
  }

  /** Asks; never blocks. */
  void ask(Effect.ClaimBasket claim) {
    Claim answer = Claim.UNREACHED;
    try {
      answer = answer(claim);
    } catch (IOException e) {
      LOG.warn("nobody says whether {} may go on here: {}", claim.basket().id(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    inbox.deliver(new Answered.BasketClaimed(claim.session(), answer, claim.basket()));
  }

  /** Asks on a thread of its own. */
  public void claim(Effect.ClaimBasket claim) {
    Thread.ofVirtual().name("claim").start(() -> ask(claim));
  }

  private Claim answer(Effect.ClaimBasket claim) throws IOException, InterruptedException {
    ObjectNode asked =
        JsonNodeFactory.instance
            .objectNode()
            .put("basket", claim.basket().id())
            .put("claimant", terminal + "-" + claim.session());
    HttpResponse<String> heard =
        http.send(
            HttpRequest.newBuilder(collector)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked.toString()))
                .build(),
            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), 4_096));
    if (heard.statusCode() != 200) {
      throw new IOException("HTTP " + heard.statusCode());
    }
    return JSON.readTree(heard.body()).path("granted").asBoolean() ? Claim.GRANTED : Claim.USED;
  }
}
