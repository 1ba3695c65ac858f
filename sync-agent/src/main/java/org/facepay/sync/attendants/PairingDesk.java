package org.facepay.sync.attendants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;

/**
 * {@code POST /v1/attendance/pair}: a terminal whose scanner has read a badge asks for the address
 * that pairs one phone with its owner. 404 where no attendant's page is served.
 */
record PairingDesk(Phones phones) implements Desk {
  static final String PATH = "/v1/attendance/pair";

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Response answer(Request request) throws IOException {
    try {
      String attendant = JSON.readTree(request.body()).path("attendant").asText();
      if (!attendant.matches("\\S.{0,39}")) {
        return Response.text(400, "nobody\n");
      }
      return phones
          .link(attendant)
          .map(url -> JsonNodeFactory.instance.objectNode().put("url", url).toString())
          .map(json -> Response.json(200, json))
          .orElseGet(() -> Response.json(404, "{}"));
    } catch (JsonProcessingException e) {
      return Response.text(400, "not JSON\n");
    }
  }
}
