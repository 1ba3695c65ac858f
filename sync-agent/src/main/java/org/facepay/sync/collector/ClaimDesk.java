package org.facepay.sync.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;

/**
 * {@code POST /v1/baskets/claim}: whether a suspended basket goes on with whoever asks. The first
 * who asks has it for good; asked again by the same, the answer is the same.
 */
record ClaimDesk(EventStore store) implements Desk {
  static final String PATH = "/v1/baskets/claim";

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Response answer(Request request) throws IOException {
    try {
      JsonNode asked = JSON.readTree(request.body());
      String basket = asked.path("basket").asText();
      String claimant = asked.path("claimant").asText();
      if (basket.isEmpty() || basket.length() > 64 || claimant.isEmpty()) {
        return Response.text(400, "expected a basket and who claims it\n");
      }
      return Response.json(200, "{\"granted\":" + store.claim(basket, claimant) + "}");
    } catch (JsonProcessingException e) {
      return Response.text(400, "not JSON\n");
    }
  }
}
