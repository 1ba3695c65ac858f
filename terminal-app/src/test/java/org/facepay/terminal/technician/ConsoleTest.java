package org.facepay.terminal.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.problem.HealthText;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.Health.State;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.Equipment.Lines;
import org.junit.jupiter.api.Test;

/** The technician's console over HTTP: who gets in, what is shown, what is done. */
class ConsoleTest extends ConsoleFixture {
  @Test
  void showsNothingWithoutThePin() throws Exception {
    HttpResponse<String> first = get();
    assertTrue(first.body().contains("name=pin"));
    assertFalse(first.body().contains("180"));
    assertEquals("no-store", first.headers().firstValue("Cache-Control").orElseThrow());
    assertEquals(403, post("pin", "111111").statusCode());
    assertTrue(post("do", "erase", "member", "M1", "again", "M1").body().contains("name=pin"));
    assertEquals(List.of(), erased);
  }

  @Test
  void fiveWrongPinsMakeItRestForAMinute() throws Exception {
    for (int n = 0; n < 5; n++) {
      assertEquals(403, post("pin", "11111" + n).statusCode());
    }
    assertEquals(403, post("pin", PIN).statusCode());
    now = now.plusSeconds(61);
    assertEquals(303, post("pin", PIN).statusCode());
  }

  @Test
  void countsAreShownAndEndAfterTenMinutes() throws Exception {
    logIn();
    String page = get().body();
    for (String shown : new String[] {"7", "6", "41", "180 days", "face payment@2026-11"}) {
      assertTrue(page.contains(shown), shown);
    }
    now = now.plus(Duration.ofMinutes(11));
    assertTrue(get().body().contains("name=pin"));
  }

  @Test
  void alarmsStandAboveTheDevicesInWordsUntilTheyAreOver() throws Exception {
    logIn();
    alarms.raise(Alarm.Kind.PROVIDER_REFUSES, "alipay", "40002 isv.missing-app-id <b>");
    alarms.raise(Alarm.Kind.UNVERIFIED_ANSWER, "wechat", "HTTP 401 SIGN_ERROR");
    alarms.raise(Alarm.Kind.TWIN, "K3", "");
    alarms.raise(Alarm.Kind.NUMBER_USED, "alipay", "K3_7F3K_1_1");
    String page = get("/").body();
    assertTrue(page.contains("isv.missing-app-id &lt;b&gt;"), page);
    assertTrue(page.contains("unverified") && page.contains("SIGN_ERROR"), page);
    assertTrue(page.contains("copy of this disk") && page.contains("K3_7F3K_1_1"), page);
    assertTrue(get("/?lang=zh").body().contains("未经验证"));
    for (Alarm alarm : alarms.standing()) {
      alarms.clear(alarm.kind(), alarm.subject());
    }
    assertFalse(get("/").body().contains("role=alert"));
  }

  private Consumer<Health> device(String name, String role, String driver) {
    return board.add(
        new Device(
            name,
            role,
            driver,
            new Binding.At("/dev/serial/by-id/usb-" + name),
            Optional.empty(),
            List.of(),
            Lines.NONE));
  }

  private Health health(String name, State state, HealthText text) {
    return new Health(name, state, Optional.of(text), now);
  }

  @Test
  void devicesAreShownWithWhatToDoWorstFirst() throws Exception {
    Consumer<Health> scanner = device("scanner", "scanner", "line");
    Consumer<Health> printer = device("printer", "printer", "escpos");
    scanner.accept(health("scanner", State.OFFLINE, Problem.of(Problem.Kind.HUNG_UP, "<x>")));
    scanner.accept(
        health("scanner", State.ONLINE, Identity.of(Identity.Kind.LISTENING, "line scanner")));
    printer.accept(health("printer", State.DEGRADED, Problem.of(Problem.Kind.PAPER_OUT)));
    now = now.plusSeconds(90);
    assertTrue(get("/").body().contains("name=pin"), "not without the PIN");
    logIn();
    String page = get("/").body();
    for (String shown :
        new String[] {
          "1 of 2 devices needs a hand",
          "paper out: put in a new roll",
          "for 90 s",
          "Last problem 11-25 16:00:00",
          "&lt;x&gt; hung up",
          "/dev/serial/by-id/usb-scanner",
          "http-equiv=refresh"
        }) {
      assertTrue(page.contains(shown), shown + " is not in " + page);
    }
    assertTrue(page.indexOf("usb-printer") < page.indexOf("usb-scanner"), "the worst first");
    String chinese = get("/?lang=zh").body();
    assertTrue(chinese.contains("2 台设备中有 1 台需要处理"), chinese);
    assertTrue(chinese.contains("缺纸：请换一卷新纸"), chinese);
    printer.accept(new Health("printer", State.ONLINE, Optional.empty(), now));
    assertTrue(get("/").body().contains("All 2 devices work"));
  }

  @Test
  void aDaysBooksAreShownAndPrinted() throws Exception {
    String form = logIn();
    String page = get("/books?lang=en").body();
    for (String shown :
        new String[] {
          "<h2>Alipay</h2>",
          "<dt>Sales: 1</dt><dd>¥1290.00</dd>",
          "<dt>Refunds: 1</dt><dd>−¥90.00</dd>",
          "<dt>Net</dt><dd>¥1200.00</dd>",
          "<dt>Net</dt><dd>¥1219.90</dd>",
          "13% included in ¥1200.00"
        }) {
      assertTrue(page.contains(shown), shown + " is not in " + page);
    }
    assertTrue(get("/books?day=2026-11-24&lang=en").body().contains("Nothing was sold"));
    assertTrue(get("/books?day=2026-11-26&lang=zh").body().contains("value=\"2026-11-25\""));
    assertTrue(get("/books?day=2026-99-99").body().contains("Alipay"), "no day is today");
    assertTrue(
        post("form", form, "do", "print-day", "day", "2026-11-25").body().contains("Printed."));
    assertTrue(
        post("form", form, "do", "print-day", "day", "2026-11-24").body().contains("Not printed"));
    assertEquals(List.of(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 24)), printed);
    journal = false;
    assertTrue(get("/books").body().contains("The journal cannot be read"));
  }

  @Test
  void aPageThatRenewsItselfDoesNotKeepTheSessionOpen() throws Exception {
    logIn();
    for (int minute = 0; minute < 9; minute++) {
      now = now.plus(Duration.ofMinutes(1));
      assertFalse(get("/?live").body().contains("name=pin"));
    }
    now = now.plus(Duration.ofMinutes(2));
    assertTrue(get("/?live").body().contains("name=pin"));
  }

  @Test
  void withoutFacesTheConsoleShowsDevicesAlone() throws Exception {
    console.close();
    console =
        Console.start(
            new Console.Settings(0, pin(PIN, "rw-------")),
            new Console.Desks(
                alarms::standing,
                board::rows,
                books,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            ZONE,
            () -> now);
    String form = logIn();
    assertFalse(get("/privacy").body().contains("Consents"));
    assertFalse(get("/").body().contains("href=\"/privacy"));
    assertEquals(404, post("form", form, "member", "M1", "do", "erase").statusCode());
  }

  @Test
  void aMemberIsExportedAndErasedOnlyAfterASecondYes() throws Exception {
    String form = logIn();
    String shown = post("form", form, "member", "M1", "do", "show").body();
    assertTrue(shown.contains("liveness 0.97"), shown);
    assertFalse(shown.contains("<b>王"), "a name is text");
    HttpResponse<String> copy = post("form", form, "member", "M1", "do", "export");
    assertTrue(
        copy.headers().firstValue("Content-Type").orElseThrow().startsWith("application/json"));
    assertTrue(copy.body().contains("13800002046"));
    assertTrue(post("form", form, "member", "M1", "do", "erase").body().contains("Erase for ever"));
    assertEquals(List.of(), erased);
    assertTrue(
        post("form", form, "member", "M1", "do", "erase", "again", "M1").body().contains("Erased"));
    assertEquals(List.of("M1"), erased);
    assertEquals(404, post("form", form, "member", "M2", "do", "show").statusCode());
  }

  @Test
  void aForeignFormChangesNothing() throws Exception {
    logIn();
    assertEquals(
        403, post("form", "guess", "member", "M1", "do", "erase", "again", "M1").statusCode());
    HttpRequest rebound =
        HttpRequest.newBuilder(URI.create("http://localhost:" + console.url().getPort() + "/x"))
            .header("Cookie", cookie)
            .build();
    assertEquals(200, http.send(rebound, BodyHandlers.discarding()).statusCode());
    assertEquals(List.of(), erased);
  }

  @Test
  void survivesAnythingThatIsPosted() throws Exception {
    Random random = new Random(4);
    String form = logIn();
    for (int n = 0; n < 300; n++) {
      byte[] body = new byte[random.nextInt(6_000)];
      random.nextBytes(body);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(console.url()).POST(BodyPublishers.ofByteArray(body));
      assertTrue(send(request).statusCode() < 500);
      String junk = new String(body, StandardCharsets.ISO_8859_1);
      assertTrue(post("form", form, "member", junk, "do", junk).statusCode() < 500);
    }
    assertEquals(List.of(), erased);
  }

  @Test
  void aPinThatOthersCanReadOrThatIsNoneIsRefused() throws Exception {
    Path open = pin(PIN, "rw-r--r--");
    assertTrue(message(open).contains("chmod 600"));
    assertTrue(message(pin("12345", "rw-------")).contains("6 to 12 digits"));
    assertTrue(message(folder.resolve("none")).contains("missing"));
  }

  private String message(Path file) {
    return String.valueOf(
        assertThrows(
                IOException.class,
                () -> Console.start(new Console.Settings(0, file), desks(), ZONE, () -> now))
            .getMessage());
  }
}
