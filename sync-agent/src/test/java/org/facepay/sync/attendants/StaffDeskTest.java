package org.facepay.sync.attendants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The attendant's page behind its pairing, and what terminals hear of it. */
class StaffDeskTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WAITS =
      "{'terminal':'K3','done':%d,'session':7,'call':{'id':41,'at':'2026-11-30T06:00:00Z','why':'age-check',"
          + "'heard':'RECEIVED'},'waits':{'years':18,'bags':false},'basket':{'items':1,'minor':850,'lines':[]}}";

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-11-30T06:00:00Z");
  private Phones phones;
  private Attendance attendance;
  private StaffDesk desk;

  @BeforeEach
  void open() throws Exception {
    phones = Phones.open(folder.resolve("phones.db"), () -> now);
    attendance = new Attendance(() -> now);
    desk = new StaffDesk(attendance, phones, Optional.empty());
  }

  @AfterEach
  void close() throws Exception {
    phones.close();
  }

  private Response ask(String method, String path, String query, String cookie, String body) {
    Map<String, String> headers = new HashMap<>(Map.of("cookie", cookie));
    if (method.equals("POST")) {
      headers.put("x-staff", "1");
    }
    return ask(new Request(method, path, query, headers, bytes(body)));
  }

  private Response ask(Request request) {
    return desk.routes().answer(request);
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  /** Forty people ask for a code at the start of a shift, and most never scan theirs. */
  @Test
  void soManyCodesAreNoReasonToRefuseAnother() {
    List<String> codes = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      now = now.plusSeconds(1);
      codes.add(phones.code("店员 " + n));
    }
    assertEquals("/staff/?code=old", pairs(codes.getFirst()), "whoever asked first asks again");
    assertEquals("/staff/", pairs(codes.get(39)));
    assertEquals("/staff/", pairs(codes.get(8)));
  }

  private String pairs(String code) {
    return ask("GET", StaffDesk.PAIR, "code=" + code, "", "").headers().get("Location");
  }

  private String paired() {
    Response response = ask("GET", StaffDesk.PAIR, "code=" + phones.code("李娜"), "", "");
    String cookie = response.headers().get("Set-Cookie");
    assertTrue(cookie.endsWith("; Path=/; Secure; HttpOnly; SameSite=Strict"), cookie);
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private JsonNode terminal(long done) throws Exception {
    Request request =
        new Request("POST", AttendanceDesk.PATH, "", Map.of(), bytes(WAITS.formatted(done)));
    return JSON.readTree(new AttendanceDesk(attendance, phones).answer(request).body())
        .path("answers");
  }

  private int answer(String cookie, String kind) {
    String body = "{'terminal':'K3','session':7,'kind':'%s','call':41,'years':18}".formatted(kind);
    return ask("POST", "/staff/answer", "", cookie, body).status();
  }

  @Test
  void aPairedPhoneSeesWhatWaitsAndItsAnswersReachTheTerminalOnce() throws Exception {
    String phone = paired();
    assertEquals(0, terminal(0).size());
    JsonNode board = JSON.readTree(ask("GET", "/staff/board", "", phone, "").body());
    assertEquals("李娜", board.path("attendant").asText());
    assertEquals("K3", board.at("/waiting/0/terminal").asText());
    assertEquals(200, answer(phone, "coming"));
    assertEquals(200, answer(phone, "old"));
    JsonNode heard = terminal(0);
    assertEquals("coming", heard.at("/0/kind").asText());
    assertEquals(41, heard.at("/0/call").asLong());
    assertEquals("李娜", heard.at("/1/attendant").asText());
    assertEquals(18, heard.at("/1/years").asInt());
    assertEquals(7, heard.at("/1/session").asLong());
    assertEquals(2, terminal(0).size(), "repeated until it is heard");
    assertEquals(0, terminal(heard.at("/1/id").asLong()).size());
  }

  @Test
  void whatNobodyWaitsForIsNotAnswered() throws Exception {
    String phone = paired();
    assertEquals(409, answer(phone, "coming"), "no such terminal");
    terminal(0);
    assertEquals(409, answer(phone, "bags"));
    assertEquals(409, answer(phone, "anything"));
    String other = "{'terminal':'K3','session':6,'kind':'old','call':41,'years':18}";
    assertEquals(409, ask("POST", "/staff/answer", "", phone, other).status(), "another shopper");
    now = now.plus(Duration.ofSeconds(16));
    JsonNode board = JSON.readTree(ask("GET", "/staff/board", "", phone, "").body());
    assertTrue(board.path("waiting").isEmpty(), "a silent terminal is not known to wait");
  }

  @Test
  void aStrangerSeesNothingAndDoesNothing() throws Exception {
    terminal(0);
    assertEquals(401, ask("GET", "/staff/board", "", "", "").status());
    assertEquals(401, ask("GET", "/staff/board", "", "__Host-staff=guess", "").status());
    assertEquals(401, answer("", "old"));
    String phone = paired();
    Request forged =
        new Request(
            "POST",
            "/staff/answer",
            "",
            Map.of("cookie", phone),
            bytes("{'terminal':'K3','session':7,'kind':'old','years':18}"));
    assertEquals(401, ask(forged).status(), "a page of elsewhere");
    assertEquals(0, terminal(0).size());
  }

  @Test
  void aCodePairsOnePhoneWithinTenMinutes() {
    String code = phones.code("李娜");
    assertTrue(
        ask("GET", StaffDesk.PAIR, "code=" + code, "", "").headers().containsKey("Set-Cookie"));
    Response again = ask("GET", StaffDesk.PAIR, "code=" + code, "", "");
    assertFalse(again.headers().containsKey("Set-Cookie"));
    assertEquals("/staff/?code=old", again.headers().get("Location"));
    String late = phones.code("李娜");
    now = now.plus(Duration.ofMinutes(10));
    assertFalse(
        ask("GET", StaffDesk.PAIR, "code=" + late, "", "").headers().containsKey("Set-Cookie"));
  }

  @Test
  void aPhoneIsTakenBackAndEndsByItself() throws Exception {
    String one = paired();
    String two = paired();
    assertEquals(200, ask("POST", "/staff/unpair", "", one, "").status());
    assertEquals(401, ask("GET", "/staff/board", "", one, "").status());
    assertEquals(200, ask("GET", "/staff/board", "", two, "").status());
    phones.revoke("李娜");
    assertEquals(401, ask("GET", "/staff/board", "", two, "").status());
    String shift = paired();
    now = now.plus(Duration.ofHours(16));
    assertEquals(401, ask("GET", "/staff/board", "", shift, "").status());
  }
}
