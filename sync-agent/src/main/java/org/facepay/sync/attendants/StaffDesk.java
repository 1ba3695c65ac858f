package org.facepay.sync.attendants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.facepay.sync.attendants.Phones.Phone;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.desk.Routes;

/**
 * The attendant's page: what waits at the terminals of the shop, and the answers. Whoever is not
 * paired sees how to become so, and nothing else.
 *
 * @param at the terminal it stands at; empty at the collector
 */
record StaffDesk(Attendance attendance, Phones phones, Optional<ShopDesk.Terminal> at) {
  static final String HOME = "/staff/";
  static final String PAIR = "/staff/pair";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** __Host-: sent over TLS only, to this host only, and settable by nobody else (RFC 6265bis). */
  private static final String COOKIE = "__Host-staff";

  /** A form of elsewhere cannot set it, a page of elsewhere may not. */
  private static final String OWN = "X-Staff";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  Routes routes() {
    return Routes.under(POLICY)
        .with("GET", HOME, _ -> file("staff.html", "text/html; charset=utf-8"))
        .with("GET", "/staff/staff.js", _ -> file("staff.js", "text/javascript; charset=utf-8"))
        .with("GET", "/staff/staff.css", _ -> file("staff.css", "text/css; charset=utf-8"))
        .with("GET", PAIR, this::pair)
        .with("GET", "/staff/board", this::board)
        .with("POST", "/staff/answer", this::answer)
        .with("POST", "/staff/unpair", this::unpair);
  }

  private Response pair(Request request) throws IOException {
    Optional<String> token = phones.pair(request.parameters().getOrDefault("code", ""));
    return token.isEmpty()
        ? Response.text(303, "").with("Location", HOME + "?code=old")
        : Response.text(303, "")
            .with("Location", HOME + language(request))
            .with(
                "Set-Cookie",
                COOKIE + "=" + token.get() + "; Path=/; Secure; HttpOnly; SameSite=Strict");
  }

  private static String language(Request request) {
    String named = request.parameters().getOrDefault("lang", "");
    return named.matches("zh|en") ? "?lang=" + named : "";
  }

  private Response board(Request request) throws IOException {
    Optional<Phone> phone = phone(request);
    if (phone.isEmpty()) {
      return unknown();
    }
    ObjectNode board = attendance.board();
    board.put("attendant", phone.get().attendant()).put("until", phone.get().until().toString());
    at.ifPresent(t -> board.putObject("desk").put("name", t.zh()).put("nameEn", t.en()));
    return Response.json(200, board.toString());
  }

  private Response answer(Request request) throws IOException {
    Optional<Phone> phone = phone(request);
    if (phone.isEmpty() || request.header(OWN).isEmpty()) {
      return unknown();
    }
    try {
      JsonNode answer = JSON.readTree(request.body());
      boolean taken = answer != null && attendance.answer(answer, phone.get().attendant());
      return Response.json(taken ? 200 : 409, "{\"taken\":" + taken + "}");
    } catch (JsonProcessingException e) {
      return Response.text(400, "not JSON\n");
    }
  }

  private Response unpair(Request request) throws IOException {
    if (request.header(OWN).isEmpty()) {
      return unknown();
    }
    phones.unpair(token(request));
    return Response.json(200, "{}");
  }

  private static Response unknown() {
    return Response.json(401, "{}");
  }

  private Optional<Phone> phone(Request request) throws IOException {
    String token = token(request);
    return token.isEmpty() ? Optional.empty() : phones.phone(token);
  }

  private static String token(Request request) {
    for (String cookie : request.header("Cookie").orElse("").split(";\\s*", -1)) {
      if (cookie.startsWith(COOKIE + "=")) {
        return cookie.substring(COOKIE.length() + 1);
      }
    }
    return "";
  }

  private static Response file(String name, String type) throws IOException {
    try (InputStream in = StaffDesk.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the program");
      }
      return Response.of(200, type, in.readAllBytes());
    }
  }
}
