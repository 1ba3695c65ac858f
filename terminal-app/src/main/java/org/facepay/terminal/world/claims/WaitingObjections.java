package org.facepay.terminal.world.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.sync.uplink.Uplink;

/**
 * Asks the collector what shoppers object to on their e-receipts.
 *
 * @param asked the desk, with this terminal's name
 */
record WaitingObjections(URI asked, HttpClient http) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST = 64 << 10;
  private static final int MOST = 50;

  /**
   * At a collector.
   *
   * @param collector where events go; the desk stands beside
   * @param source this terminal's name there
   */
  static WaitingObjections at(Uplink.Endpoint collector, String source) {
    String query = "?source=" + URLEncoder.encode(source, StandardCharsets.UTF_8);
    return new WaitingObjections(
        collector.events().resolve("objections" + query), collector.client(PATIENCE));
  }

  /** Those that are not answered yet, as far as they make sense. */
  List<Objection> ask() throws IOException, InterruptedException {
    HttpResponse<String> heard =
        http.send(
            HttpRequest.newBuilder(asked).timeout(PATIENCE).GET().build(),
            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), LONGEST));
    if (heard.statusCode() != 200) {
      throw new IOException("HTTP " + heard.statusCode());
    }
    return read(heard.body());
  }

  static List<Objection> read(String body) throws IOException {
    List<Objection> objections = new ArrayList<>();
    JsonNode root = JSON.readTree(body);
    for (JsonNode node : root == null ? List.<JsonNode>of() : root.path("objections")) {
      objection(node).filter(_ -> objections.size() < MOST).ifPresent(objections::add);
    }
    return objections;
  }

  private static Optional<Objection> objection(JsonNode node) {
    String sale = node.path("saleId").asText();
    int line = node.path("line").isInt() ? node.path("line").intValue() : 0;
    Optional<Objection.Why> why =
        Stream.of(Objection.Why.values())
            .filter(w -> w.name().equals(node.path("why").asText()))
            .findFirst();
    return why.filter(_ -> sale.matches("[A-Za-z0-9_]{1,32}") && line >= 1 && line <= 9_999)
        .map(w -> new Objection(sale, line, w));
  }
}
