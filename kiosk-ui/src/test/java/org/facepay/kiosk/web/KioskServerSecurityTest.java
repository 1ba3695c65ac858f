package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have the page, and who may talk to it. */
class KioskServerSecurityTest {
  private final BlockingQueue<KioskServer.Received> received = new LinkedBlockingQueue<>(100);
  private KioskServer server;
  private String own;
  private String cookie;

  @BeforeEach
  void start() throws IOException {
    server = KioskServer.start(KioskServer.Settings.onPort(0), received::add);
    own = "127.0.0.1:" + server.port();
    RawHttp.Answer entered = get(pathOf(server.url()), Map.of("Host", own));
    cookie = entered.header("set-cookie").replaceAll(";.*", "");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theTokenIsExchangedForACookieThatScriptsAndOtherSitesDoNotGet() throws IOException {
    RawHttp.Answer entered = get(pathOf(server.url()), Map.of("Host", own));

    assertEquals(303, entered.status());
    assertEquals("/", entered.header("location"));
    assertTrue(entered.header("set-cookie").endsWith("; Path=/; HttpOnly; SameSite=Strict"));
    assertFalse(entered.header("set-cookie").contains(token()), "the cookie is not the token");
    assertEquals(200, get("/", Map.of("Host", own, "Cookie", cookie)).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?token=", "/?token=guess", "/?token=guess&token=guess", "/?token=%zz"})
  void aWrongTokenOpensNothing(String path) throws IOException {
    RawHttp.Answer answer = get(path, Map.of("Host", own));

    assertTrue(answer.status() == 403 || answer.status() == 400, answer.toString());
    assertEquals("", answer.header("set-cookie"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/page/main.js", "/lit/lit-html.js", "/page/font/latin.woff2"})
  void nothingIsServedWithoutTheCookie(String path) throws IOException {
    assertEquals(403, get(path, Map.of("Host", own)).status());
    assertEquals(403, get(path, Map.of("Host", own, "Cookie", "facepay-1=x")).status());
    assertEquals(200, get(path, Map.of("Host", own, "Cookie", cookie)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:%d", "127.0.0.1", "127.0.0.1:1", "[::1]:%d"})
  void aForeignHostGetsNothing(String host) throws IOException {
    String sent = host.replace("%d", Integer.toString(server.port()));

    assertEquals(421, get("/", Map.of("Host", sent, "Cookie", cookie)).status());
    assertEquals(421, get(pathOf(server.url()), Map.of("Host", sent)).status());
  }

  @Test
  void localhostIsItsOwnHost() throws IOException {
    String host = "localhost:" + server.port();

    assertEquals(200, get("/", Map.of("Host", host, "Cookie", cookie)).status());
  }

  @Test
  void aWebSocketNeedsTheCookieAndTheOrigin() throws IOException {
    assertEquals(101, upgrade("http://" + own, cookie));
    assertEquals(403, upgrade("http://" + own, "facepay-1=x"));
    assertEquals(403, upgrade("http://evil.example", cookie));
    assertEquals(403, upgrade("null", cookie));
    assertEquals(403, upgrade("http://localhost:" + server.port(), cookie));
    assertEquals(403, upgrade("", cookie));
  }

  @Test
  void otherMethodsAreRefused() throws IOException {
    String body = "x=1";
    Map<String, String> foreign = Map.of("Host", own, "Cookie", cookie, "Content-Length", "3");
    Map<String, String> page =
        Map.of("Host", own, "Cookie", cookie, "Content-Length", "3", "Origin", "http://" + own);

    assertEquals(403, RawHttp.send(server.port(), "POST", "/", foreign, body).status());
    assertEquals(405, RawHttp.send(server.port(), "POST", "/", page, body).status());
  }

  @Test
  void anOversizedBodyIs413() throws IOException {
    Map<String, String> headers =
        Map.of("Host", own, "Cookie", cookie, "Content-Length", "5000000");

    assertEquals(413, RawHttp.send(server.port(), "POST", "/", headers, "x").status());
  }

  @Test
  void garbageInsteadOfHttpIsAnswered400AndClosed() throws IOException {
    try (Socket socket = RawHttp.connect(server.port())) {
      socket
          .getOutputStream()
          .write("\u0016\u0003\u0001 garbage\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../tokens.css",
        "/page/../index.html",
        "/page/%2e%2e/index.html",
        "/page/",
        "/x"
      })
  void onlyListedFilesExist(String path) throws IOException {
    assertEquals(404, get(path, Map.of("Host", own, "Cookie", cookie)).status());
  }

  @Test
  void everyAnswerForbidsCachingSniffingAndForeignCode() throws IOException {
    for (String path : new String[] {"/", "/page/main.js", "/nothing"}) {
      RawHttp.Answer answer = get(path, Map.of("Host", own, "Cookie", cookie));
      assertEquals("no-store", answer.header("cache-control"));
      assertEquals("nosniff", answer.header("x-content-type-options"));
      assertEquals("no-referrer", answer.header("referrer-policy"));
      String policy = answer.header("content-security-policy");
      for (String rule :
          new String[] {
            "default-src 'none'",
            "script-src 'self';",
            "style-src 'self';",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'"
          }) {
        assertTrue(policy.contains(rule), rule);
      }
      assertFalse(policy.contains("unsafe"), policy);
    }
  }

  @Test
  void itListensOnTheLoopbackAddressOnly() throws IOException {
    var outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
            .findFirst();
    if (outside.isPresent()) {
      try (Socket socket = new Socket()) {
        var address = new InetSocketAddress(outside.get(), server.port());
        assertThrows(IOException.class, () -> socket.connect(address, 2_000));
      }
    }
  }

  @Test
  void theTokenIsInNoText() {
    var settings =
        new KioskServer.Settings(0, Optional.empty(), Optional.of("0123456789abcdef-secret"));

    assertFalse(settings.toString().contains("secret"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new KioskServer.Settings(0, Optional.empty(), Optional.of("short")));
  }

  @Test
  void aPortInUseIsSaid() {
    IOException thrown =
        assertThrows(
            IOException.class,
            () -> KioskServer.start(KioskServer.Settings.onPort(server.port()), received::add));
    assertTrue(thrown.getMessage().contains(Integer.toString(server.port())));
  }

  private int upgrade(String origin, String cookie) throws IOException {
    Map<String, String> headers = new java.util.TreeMap<>(RawHttp.UPGRADE);
    headers.put("Host", own);
    headers.put("Cookie", cookie);
    if (!origin.isEmpty()) {
      headers.put("Origin", origin);
    }
    return get("/live", headers).status();
  }

  private RawHttp.Answer get(String path, Map<String, String> headers) throws IOException {
    return RawHttp.send(server.port(), "GET", path, headers, "");
  }

  private String token() {
    return server.url().getQuery().substring("token=".length());
  }

  private static String pathOf(URI url) {
    return url.getRawPath() + "?" + url.getRawQuery();
  }
}
