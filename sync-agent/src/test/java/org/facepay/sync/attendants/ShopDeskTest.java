package org.facepay.sync.attendants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.SelfSigned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A terminal's own desk on the shop's network: phones that are paired, terminals with the key. */
class ShopDeskTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ShopKey KEY =
      new ShopKey("the key of the shop".getBytes(StandardCharsets.UTF_8));
  private static final String WAITS =
      "{\"terminal\":\"K4\",\"done\":0,\"session\":7,\"waits\":{\"years\":18,\"bags\":false}}";

  @TempDir private Path folder;
  private final Random random = new Random(11);
  private Instant now = Instant.parse("2026-12-01T06:00:00Z");
  private SSLContext tls;
  private ShopDesk desk;
  private URI home;
  private HttpClient http;

  @BeforeEach
  void open() throws Exception {
    tls = tls();
    desk = ShopDesk.open(folder.resolve("phones.db"), () -> now);
    desk.serve(
        new ShopDesk.Place(FrontDesk.loopback(0), tls, "127.0.0.1"),
        new ShopDesk.Terminal("自助收银 3 号", "Self-checkout 3", Optional.of(KEY)));
    home = URI.create("https://127.0.0.1:" + desk.port());
    http = HttpClient.newBuilder().sslContext(tls).build();
  }

  @AfterEach
  void close() throws Exception {
    http.close();
    desk.close();
  }

  private static SSLContext tls() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    KeyPair keys = generator.generateKeyPair();
    Instant today = Instant.now();
    X509Certificate certificate =
        SelfSigned.of(
            keys,
            BigInteger.TWO,
            "127.0.0.1",
            today.minus(Duration.ofDays(1)),
            today.plus(Duration.ofDays(2)));
    char[] nobodys = "nobodys".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("page", keys.getPrivate(), nobodys, new Certificate[] {certificate});
    store.setCertificateEntry("trusted", certificate);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, nobodys);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return tls;
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(home.resolve("/v1/attendance")).POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> sealed(ShopKey.Stamp stamp, String body) throws Exception {
    return post(body, stamp.headers());
  }

  private static ShopKey.Stamp stamp(ShopKey key, Instant at, String body) {
    return key.stamp(at, body.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String path, String cookie) throws Exception {
    return http.send(
        HttpRequest.newBuilder(home.resolve(path)).header("Cookie", cookie).build(),
        BodyHandlers.ofString());
  }

  private String paired(String attendant) throws Exception {
    HttpResponse<String> response =
        get(desk.link(attendant).orElseThrow().substring(home.toString().length()), "none=1");
    assertEquals(303, response.statusCode());
    return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private String board(String cookie) throws Exception {
    HttpResponse<String> board = get("/staff/board", cookie);
    assertEquals(200, board.statusCode());
    return board.body();
  }

  @Test
  void aPeersCallIsOnThePageWhichNamesItsTerminalAndTheAnswerIsSealed() throws Exception {
    String phone = paired("李娜");
    ShopKey.Stamp first = stamp(KEY, now, WAITS);
    assertEquals(200, sealed(first, WAITS).statusCode());
    String board = board(phone);
    assertTrue(board.contains("\"K4\"") && board.contains("Self-checkout 3"), board);
    String answer = "{\"terminal\":\"K4\",\"session\":7,\"kind\":\"old\",\"years\":18}";
    HttpRequest.Builder answered =
        HttpRequest.newBuilder(home.resolve("/staff/answer"))
            .headers("Cookie", phone, "X-Staff", "1")
            .POST(BodyPublishers.ofString(answer));
    assertEquals(200, http.send(answered.build(), BodyHandlers.ofString()).statusCode());
    ShopKey.Stamp second = stamp(KEY, now, WAITS);
    HttpResponse<String> heard = sealed(second, WAITS);
    byte[] body = heard.body().getBytes(StandardCharsets.UTF_8);
    String seal = heard.headers().firstValue(ShopKey.SEAL).orElseThrow();
    assertEquals("old", JSON.readTree(body).at("/answers/0/kind").asText());
    assertTrue(KEY.answered(second, body, seal));
    assertFalse(KEY.answered(first, body, seal), "an answer to something else");
    body[3] ^= 1;
    assertFalse(KEY.answered(second, body, seal), "changed on the way");
  }

  @Test
  void whoHasNotTheKeyIsRefusedWithTheReason() throws Exception {
    String phone = paired("李娜");
    assertEquals("not sealed\n", post(WAITS).body());
    ShopKey foreign = new ShopKey("the key of another shop".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> refused = sealed(stamp(foreign, now, WAITS), WAITS);
    assertEquals(401, refused.statusCode());
    assertEquals("sealed with another key\n", refused.body());
    ShopKey.Stamp of = stamp(KEY, now, WAITS);
    assertEquals(401, sealed(of, WAITS.replace("K4", "K5")).statusCode(), "another body");
    assertFalse(board(phone).contains("\"K4\""));
  }

  @Test
  void whatHasComeBeforeOrFromAnotherTimeIsRefused() throws Exception {
    ShopKey.Stamp once = stamp(KEY, now, WAITS);
    assertEquals(200, sealed(once, WAITS).statusCode());
    HttpResponse<String> again = sealed(once, WAITS);
    assertEquals(409, again.statusCode());
    assertEquals("has come before\n", again.body());
    now = now.plus(SealedDesk.SKEW);
    assertEquals(409, sealed(once, WAITS).statusCode(), "for as long as its time counts");
    now = now.plusMillis(1);
    assertTrue(sealed(once, WAITS).body().startsWith("sealed at another time"));
    Instant late = now.plus(SealedDesk.SKEW).plusSeconds(1);
    assertEquals(401, sealed(stamp(KEY, late, WAITS), WAITS).statusCode());
  }

  @Test
  void randomSealsBodiesAndBytesChangeNothing() throws Exception {
    String phone = paired("李娜");
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      String junk = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^!-~]", "");
      ShopKey.Stamp right = stamp(KEY, now, WAITS);
      ShopKey.Stamp wrong =
          switch (i % 3) {
            case 0 -> new ShopKey.Stamp(junk, right.nonce(), right.seal());
            case 1 -> new ShopKey.Stamp(right.time(), junk, right.seal());
            default -> new ShopKey.Stamp(right.time(), right.nonce(), junk);
          };
      assertEquals(401, sealed(wrong, WAITS).statusCode(), wrong.toString());
      int odd = sealed(stamp(KEY, now, junk), junk).statusCode();
      assertEquals(400, odd, "sealed, and no object: " + junk);
    }
    for (int i = 0; i < 20; i++) {
      byte[] bytes = new byte[1 + random.nextInt(2_000)];
      random.nextBytes(bytes);
      try (SSLSocket socket =
          (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", desk.port())) {
        socket.getOutputStream().write(bytes);
        socket.shutdownOutput();
        String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertFalse(said.startsWith("HTTP/1.1 200"), said);
      }
    }
    assertFalse(board(phone).contains("\"K4\""));
  }

  @Test
  void whatIsTooLargeIsRefusedAndABasketIsNot() throws Exception {
    String large = "{\"terminal\":\"K4\",\"x\":\"" + "9".repeat(300_000) + "\"}";
    assertEquals(413, sealed(stamp(KEY, now, large), large).statusCode());
    String basket = "{\"terminal\":\"K4\",\"x\":\"" + "9".repeat(200_000) + "\"}";
    assertEquals(200, sealed(stamp(KEY, now, basket), basket).statusCode());
  }

  @Test
  void aPairingEndsByTimeByAnotherAndByWord() throws Exception {
    String late = desk.link("李娜").orElseThrow().substring(home.toString().length());
    now = now.plus(Duration.ofMinutes(10));
    HttpResponse<String> old = get(late, "none=1");
    assertEquals("/staff/?code=old", old.headers().firstValue("Location").orElseThrow());
    String first = paired("李娜");
    String second = paired("李娜");
    assertNotEquals(first, second);
    assertEquals(401, get("/staff/board", first).statusCode(), "another phone is the one now");
    ObjectNode here = (ObjectNode) JSON.readTree(WAITS.replace("K4", "K3"));
    here.putArray("ended").add("张伟");
    assertEquals(0, desk.said(here).size());
    String board = board(second);
    assertTrue(board.contains("\"K3\"") && !board.contains("张伟"), board);
    String ended = "{\"terminal\":\"K4\",\"ended\":[\"李娜\",7,null,{}]}";
    assertEquals(401, post(ended).statusCode());
    board(second);
    assertEquals(200, sealed(stamp(KEY, now, ended), ended).statusCode());
    assertEquals(401, get("/staff/board", second).statusCode());
  }
}
