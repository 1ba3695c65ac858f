package org.facepay.terminal.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.devices.HealthBoard;
import org.facepay.terminal.devices.LiveTest;
import org.facepay.terminal.files.Build;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.member.AuditRow;
import org.facepay.terminal.member.Consent;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.MemberStore.Dossier;
import org.facepay.terminal.member.MemberStore.Privacy;
import org.facepay.terminal.report.Booking;
import org.facepay.terminal.report.ZReport;
import org.facepay.terminal.sale.TaxRate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A console with desks that tests look into, and a browser without a face. */
abstract class ConsoleFixture {
  static final String PIN = "204610";

  static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");

  static final List<Booking> BOOKED =
      List.of(
          new Booking("K3_1", Optional.empty(), NOON, "alipay", 129_000, taxes(1_300, 129_000L)),
          new Booking("K3_2", Optional.empty(), NOON, "card", 1_990, taxes(900, 1_990L)),
          new Booking(
              "K3_1_R", Optional.of("K3_1"), NOON, "alipay", -9_000, taxes(1_300, -9_000L)));

  static SortedMap<Integer, ZReport.TaxSum> taxes(int rate, long gross) {
    long tax = Long.signum(gross) * new TaxRate(rate).includedIn(Math.abs(gross));
    return new TreeMap<>(Map.of(rate, new ZReport.TaxSum(gross, tax)));
  }

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir Path folder;

  final List<String> erased = new ArrayList<>();

  final HttpClient http = HttpClient.newHttpClient();

  Instant now = Instant.parse("2026-11-25T08:00:00Z");

  Console console;

  String cookie = "";

  final PrivacyDesk desk =
      new PrivacyDesk() {
        @Override
        public Kept kept() {
          TreeMap<String, Integer> consents = new TreeMap<>();
          consents.put("FACE_PAYMENT@2026-11", 3);
          return new Kept(new Privacy(7, consents, 41, Optional.of(now), 180), 6, 2);
        }

        @Override
        public Optional<String> find(String text) {
          return text.equals("M1") ? Optional.of("M1") : Optional.empty();
        }

        @Override
        public Dossier export(String member) {
          return new Dossier(
              Optional.of(new Member(member, "<b>王</b>", "13800002046", now)),
              1,
              List.of(now),
              List.of(
                  new Consent(
                      Consent.Purpose.FACE_PAYMENT, "2026-11", Consent.Decision.GIVEN, now, "K3")),
              List.of(
                  new AuditRow(
                      now, AuditRow.Kind.RECOGNISED, "ab", new AuditRow.Scores(0.61, 0.3, 0.97))));
        }

        @Override
        public int erase(String member) {
          erased.add(member);
          return 1;
        }
      };

  final HealthBoard board = new HealthBoard();
  final Alarms alarms = new Alarms(() -> now);
  final List<LocalDate> printed = new ArrayList<>();
  boolean journal = true;
  final BooksDesk books =
      new BooksDesk() {
        @Override
        public LocalDate today() {
          return LocalDate.of(2026, 11, 25);
        }

        @Override
        public ZReport day(LocalDate day) throws IOException {
          if (!journal) {
            throw new IOException("the journal is gone");
          }
          boolean sold = day.equals(today());
          return ZReport.of(sold ? BOOKED : List.of(), Currency.getInstance("CNY"));
        }

        @Override
        public boolean print(LocalDate day, Language language) {
          printed.add(day);
          return day.equals(today());
        }
      };

  final List<String> asked = new ArrayList<>();
  StateDesk.Collector collector = new StateDesk.Collector(true, Optional.empty(), 0, 0);
  List<Sentence> goodsProblems = List.of();

  final StateDesk state =
      new StateDesk() {
        @Override
        public State state() {
          return new State(
              collector,
              List.of(
                  new Provider("alipay", Optional.of(true)),
                  new Provider("card", Optional.of(false)),
                  new Provider("wechat", Optional.empty())),
              new Machine(
                  new Build("0.1.0", NOON),
                  NOON,
                  3L << 30,
                  List.of("192.168.1.33"),
                  Optional.of(Duration.ofSeconds(90)),
                  folder));
        }

        @Override
        public List<String> log() {
          return List.of("11-25 12:00:00 WARN Uplink - <script>");
        }

        @Override
        public Goods goods() {
          asked.add("goods");
          return new Goods(40, goodsProblems);
        }

        @Override
        public OptionalInt bringBack() {
          asked.add("bring-back");
          return OptionalInt.of((int) collector.refused());
        }

        @Override
        public boolean zeroScale() {
          asked.add("zero");
          return true;
        }

        @Override
        public boolean slotsServiced() {
          asked.add("slots");
          return true;
        }

        @Override
        public boolean restart() {
          asked.add("restart");
          return false;
        }
      };

  final AtomicBoolean occupied = new AtomicBoolean();

  final Benches benches = new Benches(() -> now);

  Console.Desks desks() throws IOException {
    return new Console.Desks(
        alarms::standing,
        board::rows,
        books,
        Optional.of(desk),
        Optional.of(state),
        Optional.of(
            new Workshop(
                new LiveTest(board),
                occupied::get,
                benches.goods(folder),
                Optional.of(benches.badges),
                Optional.of(benches.camera),
                Optional.of(benches.visits),
                benches.deeds)));
  }

  Path pin(String text, String permissions) throws IOException {
    Path file = folder.resolve("pin");
    Files.deleteIfExists(file);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  @BeforeEach
  void open() throws Exception {
    console =
        Console.start(
            new Console.Settings(0, pin(PIN + "\n", "rw-------")), desks(), ZONE, () -> now);
  }

  @AfterEach
  void close() {
    console.close();
  }

  HttpResponse<String> get() throws Exception {
    return get("/privacy");
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(console.url().resolve(path)).GET());
  }

  HttpResponse<String> post(String... form) throws Exception {
    return postTo("/", form);
  }

  HttpResponse<String> postTo(String path, String... form) throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < form.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(form[i]).append('=');
      body.append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(console.url().resolve(path))
            .POST(BodyPublishers.ofString(body.toString())));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    request.header("Accept-Language", "en").timeout(Duration.ofSeconds(20));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return answer;
  }

  /** Sends a list of goods as a browser does. */
  HttpResponse<String> uploadTo(String path, String form, byte[] list) throws Exception {
    String head =
        "--B\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n%s\r\n".formatted(form)
            + "--B\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nread\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"list\"; filename=\"g.tsv\"\r\n\r\n";
    byte[] before = head.getBytes(StandardCharsets.UTF_8);
    byte[] after = "\r\n--B--\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[before.length + list.length + after.length];
    System.arraycopy(before, 0, body, 0, before.length);
    System.arraycopy(list, 0, body, before.length, list.length);
    System.arraycopy(after, 0, body, before.length + list.length, after.length);
    return send(
        HttpRequest.newBuilder(console.url().resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** Logs in and returns the secret of the session's forms. */
  String logIn() throws Exception {
    assertEquals(303, post("pin", PIN).statusCode());
    Matcher form = Pattern.compile("name=form value=\"([^\"]+)\"").matcher(get().body());
    assertTrue(form.find());
    return form.group(1);
  }
}
