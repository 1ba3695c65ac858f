package org.facepay.sync.attendants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;

/**
 * {@code POST /v1/attendance}: a terminal says what waits for staff there and hears what they have
 * answered. Whoever it names as ended has no paired phone any more.
 */
record AttendanceDesk(Attendance attendance, Phones phones) implements Desk {
  static final String PATH = "/v1/attendance";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ENDED = 16;

  @Override
  public Response answer(Request request) throws IOException {
    try {
      JsonNode said = JSON.readTree(request.body());
      if (said instanceof ObjectNode object) {
        ObjectNode heard = JsonNodeFactory.instance.objectNode();
        heard.set("answers", said(object));
        return Response.json(200, heard.toString());
      }
      return Response.text(400, "expected an object\n");
    } catch (JsonProcessingException e) {
      return Response.text(400, "not JSON\n");
    }
  }

  /** As the desk does, for whoever stands behind no network. */
  ArrayNode said(ObjectNode said) throws IOException {
    JsonNode ended = said.path("ended");
    for (int i = 0; i < Math.min(ended.size(), MOST_ENDED); i++) {
      phones.revoke(ended.path(i).asText());
    }
    said.remove("ended");
    return attendance.said(said);
  }
}
