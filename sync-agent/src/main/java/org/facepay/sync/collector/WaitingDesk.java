package org.facepay.sync.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.identity.Certificates;
import org.facepay.sync.uplink.CloudEvents;

/**
 * {@code GET /v1/objections?source=…}: what shoppers say of a terminal's bills, until the terminal
 * has told what comes of it. Whoever has proved who it is asks for its own alone.
 */
record WaitingDesk(EventStore store) implements Desk {
  static final String PATH = "/v1/objections";

  private static final int MOST = 50;

  @Override
  public Response answer(Request request) throws IOException {
    String source = request.parameters().getOrDefault("source", "");
    boolean stranger =
        request
            .peer()
            .filter(p -> !source.startsWith(CloudEvents.SOURCE + Certificates.name(p) + ":"))
            .isPresent();
    if (stranger) {
      return Response.text(403, "not the bills of this terminal\n");
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode waiting = json.putArray("objections");
    for (Objection objection : store.waiting(source, MOST)) {
      waiting
          .addObject()
          .put("saleId", objection.sale())
          .put("line", objection.line())
          .put("why", objection.why().name())
          .put("at", objection.at().toString());
    }
    return Response.json(200, json.toString());
  }
}
