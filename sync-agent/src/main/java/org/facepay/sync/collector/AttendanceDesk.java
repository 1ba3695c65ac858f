package org.facepay.sync.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;

/**
 * {@code POST /v1/attendance}: a terminal says what waits for staff there and hears what they have
 * answered.
 */
record AttendanceDesk(Attendance attendance) implements Desk {
  static final String PATH = "/v1/attendance";

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Response answer(Request request) throws IOException {
    try {
      JsonNode said = JSON.readTree(request.body());
      if (said instanceof ObjectNode object) {
        ObjectNode heard = JsonNodeFactory.instance.objectNode();
        heard.set("answers", attendance.said(object));
        return Response.json(200, heard.toString());
      }
      return Response.text(400, "expected an object\n");
    } catch (JsonProcessingException e) {
      return Response.text(400, "not JSON\n");
    }
  }
}
