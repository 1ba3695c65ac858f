package org.facepay.terminal.technician;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.devices.HealthBoard;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore.Dossier;
import org.facepay.terminal.provider.wire.Loopback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The technician's console on the loopback address. One PIN opens one session at a time, which ends
 * after ten minutes without a request; every change carries the session's own secret, so that no
 * other page can make it.
 */
public final class Console implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);
  private static final Duration IDLE = Duration.ofMinutes(10);
  private static final int MOST_BYTES = 4_096;
  private static final Pattern DAY = Pattern.compile("(?:^|&)day=([0-9-]{10})");

  private final HttpServer server;
  private final Pin pin;
  private volatile Desks desks;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private Optional<Session> session = Optional.empty();

  /**
   * Somebody who has given the PIN.
   *
   * @param cookie proves it
   * @param form proves that a form is one of ours
   */
  private record Session(String cookie, String form, Instant until) {}

  /**
   * What the console shows.
   *
   * @param alarms those that stand
   * @param devices how all of them are now
   * @param books of a day
   * @param privacy where the shop recognises faces
   */
  public record Desks(
      Supplier<List<Alarm>> alarms,
      Supplier<List<HealthBoard.Row>> devices,
      BooksDesk books,
      Optional<PrivacyDesk> privacy) {}

  private Console(HttpServer server, Pin pin, Desks desks, InstantSource clock) {
    this.server = server;
    this.pin = pin;
    this.desks = desks;
    this.clock = clock;
  }

  /**
   * Serves from now on.
   *
   * @param port 0 for any free one
   * @throws IOException when the port is taken or the PIN cannot be used
   */
  public static Console start(int port, Path pinFile, Desks desks, InstantSource clock)
      throws IOException {
    Pin pin = Pin.read(pinFile);
    HttpServer server = Loopback.server(port, 8);
    Console console = new Console(server, pin, desks, clock);
    server.createContext("/", console::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return console;
  }

  /** Shows this from now on. */
  public void show(Desks shown) {
    desks = shown;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      int port = server.getAddress().getPort();
      if (!("127.0.0.1:" + port).equals(host) && !("localhost:" + port).equals(host)) {
        send(exchange, 421, "text/plain", "wrong host");
        return;
      }
      if (exchange.getRequestURI().getPath().equals("/console.css")) {
        style(exchange);
        return;
      }
      boolean english = english(exchange);
      boolean post = exchange.getRequestMethod().equals("POST");
      Map<String, String> form = post ? form(exchange) : Map.of();
      if (form.containsKey("pin")) {
        logIn(exchange, form.get("pin"), english);
        return;
      }
      Optional<Session> known = known(exchange);
      if (known.isEmpty()) {
        page(exchange, 200, ConsolePages.logIn(english, false));
      } else if (!post) {
        page(exchange, 200, shown(exchange, known.get(), english));
      } else if (!known.get().form().equals(form.get("form"))) {
        send(exchange, 403, "text/plain", "not a form of this console");
      } else {
        act(exchange, known.get(), form, english);
      }
    } catch (MemberException e) {
      LOG.error("console: {}", e.getMessage());
      send(exchange, 500, "text/plain", "the members cannot be read; see the terminal's log");
    }
  }

  private void logIn(HttpExchange exchange, String tried, boolean english) throws IOException {
    if (!pin.accepts(tried, clock.instant())) {
      LOG.warn("console: a wrong PIN");
      page(exchange, 403, ConsolePages.logIn(english, true));
      return;
    }
    Session fresh = new Session(secret(), secret(), clock.instant().plus(IDLE));
    remember(fresh);
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", "console=" + fresh.cookie() + "; HttpOnly; SameSite=Strict; Path=/");
    exchange
        .getResponseHeaders()
        .set("Location", query(exchange).contains("lang=") ? ConsolePages.home(english) : "/");
    send(exchange, 303, "text/plain", "");
  }

  private void act(HttpExchange exchange, Session known, Map<String, String> form, boolean english)
      throws IOException, MemberException {
    String what = form.getOrDefault("do", "");
    if (what.equals("leave")) {
      forgetSession();
      page(exchange, 200, ConsolePages.logIn(english, false));
      return;
    }
    if (what.equals("print-day")) {
      page(exchange, 200, books(known, form.getOrDefault("day", ""), english, true));
      return;
    }
    if (desks.privacy().isEmpty()) {
      page(exchange, 404, devices(known, english));
      return;
    }
    PrivacyDesk desk = desks.privacy().get();
    Optional<String> member = desk.find(form.getOrDefault("member", ""));
    if (member.isEmpty()) {
      page(exchange, 404, overview(known, desk, english, ConsolePages.nobody(english)));
      return;
    }
    String id = member.get();
    switch (what) {
      case "export" -> {
        exchange
            .getResponseHeaders()
            .set("Content-Disposition", "attachment; filename=\"member-" + id + ".json\"");
        send(exchange, 200, "application/json", DossierJson.of(desk.export(id)));
      }
      case "erase" -> {
        if (!id.equals(form.get("again"))) {
          Dossier dossier = desk.export(id);
          page(exchange, 200, ConsolePages.member(english, known.form(), id, dossier, true));
          return;
        }
        int templates = desk.erase(id);
        page(
            exchange, 200, overview(known, desk, english, ConsolePages.erased(english, templates)));
      }
      default ->
          page(
              exchange,
              200,
              ConsolePages.member(english, known.form(), id, desk.export(id), false));
    }
  }

  private String shown(HttpExchange exchange, Session known, boolean english)
      throws MemberException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals(ConsolePages.BOOKS)) {
      Matcher day = DAY.matcher(query(exchange));
      return books(known, day.find() ? day.group(1) : "", english, false);
    }
    return path.equals(ConsolePages.PRIVACY) && desks.privacy().isPresent()
        ? overview(known, desks.privacy().get(), english, "")
        : devices(known, english);
  }

  /** Selling goes on whatever becomes of this. */
  private String books(Session known, String wanted, boolean english, boolean print) {
    LocalDate today = desks.books().today();
    LocalDate day = BooksPage.day(wanted, today);
    String body;
    try {
      String said = print ? BooksPage.printed(english, desks.books().print(day, english)) : "";
      body = said + BooksPage.body(english, known.form(), day, today, desks.books().day(day));
    } catch (IOException e) {
      LOG.error("console: {}", e.getMessage());
      body =
          ConsolePages.bad(
              english ? "The journal cannot be read; see the terminal's log." : "无法读取账本，请查看终端日志。");
    }
    return ConsolePages.books(english, known.form(), desks.privacy().isPresent(), body);
  }

  private String devices(Session known, boolean english) {
    String body =
        AlarmsPage.body(english, desks.alarms().get())
            + DevicesPage.body(english, desks.devices().get(), clock.instant());
    return ConsolePages.devices(english, known.form(), desks.privacy().isPresent(), body);
  }

  private static String overview(Session known, PrivacyDesk desk, boolean english, String said)
      throws MemberException {
    return ConsolePages.overview(english, known.form(), desk.kept(), said);
  }

  /** A page that renews itself is nobody's hand: it does not keep the session open. */
  private synchronized Optional<Session> known(HttpExchange exchange) {
    Instant now = clock.instant();
    String cookies = exchange.getRequestHeaders().getFirst("Cookie");
    Optional<Session> mine =
        session
            .filter(s -> now.isBefore(s.until()))
            .filter(s -> cookies != null && cookies.contains("console=" + s.cookie()));
    if (mine.isPresent() && !query(exchange).contains("live")) {
      session = Optional.of(new Session(mine.get().cookie(), mine.get().form(), now.plus(IDLE)));
    }
    return mine;
  }

  private synchronized void remember(Session fresh) {
    session = Optional.of(fresh);
  }

  private synchronized void forgetSession() {
    session = Optional.empty();
  }

  private String secret() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean english(HttpExchange exchange) {
    String query = query(exchange);
    String wanted = exchange.getRequestHeaders().getFirst("Accept-Language");
    if (query.contains("lang=")) {
      return query.contains("lang=en");
    }
    return wanted != null && wanted.startsWith("en");
  }

  private static String query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return query == null ? "" : query;
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    String body =
        new String(exchange.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        try {
          form.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8).strip());
        } catch (IllegalArgumentException e) {
          LOG.debug("a form field that is no text was passed over", e);
        }
      }
    }
    return form;
  }

  private static void style(HttpExchange exchange) throws IOException {
    try (InputStream in = Console.class.getResourceAsStream("console.css")) {
      String css = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      send(exchange, 200, "text/css", css);
    }
  }

  private static void page(HttpExchange exchange, int status, String html) throws IOException {
    send(exchange, status, "text/html", html);
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
