package org.facepay.terminal.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.member.MemberException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets past the door, without a server in front of it. */
class DoorTest {
  private static final String PIN = "204610";

  @TempDir Path folder;
  private final Instant now = Instant.parse("2026-11-25T08:00:00Z");
  private final List<Visit> seen = new ArrayList<>();
  private Desk shows;
  private Desk does;

  @BeforeEach
  void open() throws Exception {
    Path file = Files.writeString(folder.resolve("pin"), PIN);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Door door =
        new Door(new Sessions(Pin.read(file), HolderPins.beside(file, Optional::empty), () -> now));
    shows = door.shows(this::page);
    does =
        door.does(
            Map.of(
                "leave",
                door::leave,
                "fail",
                visit -> {
                  throw new MemberException("the file is gone");
                }),
            this::page);
  }

  private Response page(Visit visit) {
    seen.add(visit);
    return Response.html(200, "inside");
  }

  private static Request request(String query, String cookie, String form) {
    return new Request(
        "POST", "/", query, Map.of("cookie", cookie), form.getBytes(StandardCharsets.UTF_8));
  }

  private String logIn() throws Exception {
    Response entered = does.answer(request("", "", "pin=+" + PIN + "+"));
    assertEquals(303, entered.status());
    String cookie = String.valueOf(entered.headers().get("Set-Cookie"));
    assertTrue(cookie.endsWith("; HttpOnly; SameSite=Strict; Path=/"), cookie);
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private boolean shown(String cookie) throws Exception {
    Response answer = shows.answer(request("lang=en", cookie, ""));
    return new String(answer.body(), StandardCharsets.UTF_8).equals("inside");
  }

  @Test
  void onlyTheCookieOpensAPageAndOnlyTheSecretActs() throws Exception {
    assertFalse(shown(""));
    assertFalse(shown("console="));
    String cookie = logIn();
    assertTrue(shown("theme=dark; " + cookie));
    String secret = seen.getFirst().form();
    assertEquals(Language.ENGLISH, seen.getFirst().language());
    assertEquals(403, does.answer(request("", cookie, "do=x")).status());
    assertEquals(403, does.answer(request("", cookie, "do=x&form=" + cookie)).status());
    assertEquals(1, seen.size());
    assertEquals(200, does.answer(request("", cookie, "do=x&a=+b&form=" + secret)).status());
    assertEquals("b", seen.getLast().field("a"));
    assertEquals("", seen.getLast().field("c"));
  }

  @Test
  void aNewSessionEndsTheOneBeforeAndLeavingEndsIt() throws Exception {
    String first = logIn();
    String second = logIn();
    assertFalse(shown(first));
    assertTrue(shown(second));
    String form = "form=" + seen.getFirst().form();
    assertEquals(500, does.answer(request("", second, "do=fail&" + form)).status());
    assertEquals(200, does.answer(request("", second, "do=leave&" + form)).status());
    assertFalse(shown(second));
  }

  @Test
  void nothingSecretIsPrinted() throws Exception {
    String cookie = logIn();
    assertTrue(shown(cookie));
    Visit visit = seen.getFirst();
    assertFalse(visit.toString().contains(visit.form()));
    String session = new Sessions.Session("Ana", cookie, visit.form(), now).toString();
    assertFalse(session.contains(cookie) || session.contains(visit.form()), session);
  }
}
