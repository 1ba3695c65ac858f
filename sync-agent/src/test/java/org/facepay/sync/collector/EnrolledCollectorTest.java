package org.facepay.sync.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.Limits;
import org.facepay.sync.desk.Routes;
import org.facepay.sync.identity.Credentials;
import org.facepay.sync.identity.Enrolment;
import org.facepay.sync.identity.MutualTls;
import org.facepay.sync.identity.SigningRequest;
import org.facepay.sync.identity.TerminalIdentity;
import org.facepay.sync.identity.Ticket;
import org.facepay.sync.journal.Steps;
import org.facepay.sync.uplink.CloudEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector on a network, and who is listened to there. */
class EnrolledCollectorTest {
  private static final Instant BEGIN = Instant.now();

  @TempDir Path folder;
  private volatile Instant now = BEGIN;
  private Collector collector;
  private int port;

  @BeforeEach
  void open() throws Exception {
    collector = start(0);
    port = collector.uri().getPort();
  }

  private Collector start(int at) throws IOException {
    return Collector.start(
        folder.resolve("collector.db"),
        new Collector.Place(FrontDesk.loopback(at), "127.0.0.1", FrontDesk.loopback(0)),
        () -> now);
  }

  @AfterEach
  void close() throws Exception {
    collector.close();
  }

  private Credentials enrolled(String terminal) throws Exception {
    return Enrolment.enrol(collector.ticket(terminal), terminal, () -> now);
  }

  private HttpResponse<String> post(Credentials as, URI to, byte[] body) throws Exception {
    try (HttpClient http =
        HttpClient.newBuilder().sslContext(MutualTls.of(() -> as, () -> now)).build()) {
      return http.send(
          HttpRequest.newBuilder(to)
              .header("Content-Type", CloudEvents.CONTENT_TYPE)
              .POST(BodyPublishers.ofByteArray(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private int events(Credentials as, String source, String id) throws Exception {
    byte[] body = CloudEvents.encode(source, List.of(Steps.outgoing(id)));
    return post(as, collector.uri(), body).statusCode();
  }

  @Test
  void anEnrolledTerminalIsHeardAndNobodyElse() throws Exception {
    Credentials own = enrolled("K3");
    assertEquals("K3", own.name());
    assertEquals(200, events(own, "urn:facepay:terminal:K3:7F3K", "a"));
    assertEquals(1, collector.count());

    assertEquals(403, events(own, "urn:facepay:terminal:K4:7F3K", "b"), "another's events");
    assertEquals(403, events(own, "urn:facepay:terminal:K33:7F3K", "b"), "a longer name");
    for (String path : List.of("/v1/events", "/v1/attendance", "/v1/baskets/claim", "/v1/renew")) {
      URI to = collector.uri().resolve(path);
      try (HttpClient nobody = HttpClient.newBuilder().sslContext(trusting(own)).build()) {
        HttpResponse<String> answer =
            nobody.send(
                HttpRequest.newBuilder(to).POST(BodyPublishers.ofString("[]")).build(),
                BodyHandlers.ofString());
        assertEquals(401, answer.statusCode(), path);
      }
    }
    assertEquals(1, collector.count());
  }

  /** Knows the authority, and has nothing to show. */
  private SSLContext trusting(Credentials own) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", own.authority());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }

  @Test
  void aStrangerMayNotSayMuch() throws Exception {
    Credentials own = enrolled("K3");
    byte[] large = new byte[20_000];
    URI enrol = collector.uri().resolve("/v1/enrol");
    try (HttpClient nobody = HttpClient.newBuilder().sslContext(trusting(own)).build()) {
      HttpResponse<String> answer =
          nobody.send(
              HttpRequest.newBuilder(enrol).POST(BodyPublishers.ofByteArray(large)).build(),
              BodyHandlers.ofString());
      assertEquals(413, answer.statusCode());
    }
    assertEquals(400, post(own, enrol, large).statusCode(), "whoever is known may");
    assertThrows(IllegalArgumentException.class, () -> collector.ticket("K3,O=all"));
  }

  @Test
  void aForgedCertificateEndsTheConversation() throws Exception {
    Credentials own = enrolled("K3");
    KeyPair keys = SigningRequest.newKey();
    Authority forger = Authority.in(folder.resolve("forger.p12"), () -> now);
    Credentials forged =
        new Credentials(
            keys.getPrivate(), forger.terminal("K3", keys.getPublic()), own.authority());
    assertThrows(IOException.class, () -> events(forged, "urn:facepay:terminal:K3:7F3K", "a"));
    assertEquals(0, collector.count());
  }

  @Test
  void oneTerminalsCertificateMakesNoCollector() throws Exception {
    Credentials own = enrolled("127");
    Credentials other = enrolled("K3");
    var routes = Routes.under("default-src 'none'");
    try (FrontDesk posing =
        FrontDesk.openKnowing(
            "posing",
            FrontDesk.loopback(0),
            new Limits(1_000, 10),
            routes,
            MutualTls.of(() -> own, () -> now))) {
      URI there = URI.create("https://127.0.0.1:" + posing.port() + "/v1/events");
      assertThrows(SSLException.class, () -> post(other, there, new byte[0]));
    }
  }

  @Test
  void aTicketCountsOnceAndForADay() throws Exception {
    Ticket ticket = collector.ticket("K3");
    now = BEGIN.plus(Duration.ofHours(23));
    assertEquals("K3", Enrolment.enrol(ticket, "K3", () -> now).name());
    String used = refused(ticket);
    assertTrue(used.contains("used by another"), used);
    Ticket late = collector.ticket("K4");
    now = now.plus(Duration.ofHours(25));
    assertTrue(refused(late).contains("older than a day"));
    Ticket unknown = Ticket.fresh(late.collector(), late.authority(), new SecureRandom());
    assertTrue(refused(unknown).contains("unknown"));
  }

  private String refused(Ticket ticket) {
    return assertThrows(IOException.class, () -> Enrolment.enrol(ticket, "K4", () -> now))
        .getMessage();
  }

  @Test
  void theTicketSaysWhichCollectorAndWhichTerminal() throws Exception {
    Ticket ticket = collector.ticket("K3");
    Ticket elsewhere = new Ticket(ticket.collector(), ticket.token(), "B".repeat(43));
    IOException e =
        assertThrows(IOException.class, () -> Enrolment.enrol(elsewhere, "K3", () -> now));
    assertTrue(e.getMessage().contains("not the collector"), e.getMessage());
    IOException other =
        assertThrows(IOException.class, () -> Enrolment.enrol(ticket, "K4", () -> now));
    assertTrue(other.getMessage().contains("for terminal K3, and this is K4"), other.getMessage());
  }

  @Test
  void aCertificateIsRenewedFromHalfOfItsLifeOn() throws Exception {
    Credentials first = enrolled("K3");
    List<Credentials> kept = new ArrayList<>();
    try (var identity = new TerminalIdentity(collector.uri(), first, kept::add, () -> now)) {
      assertEquals(first, identity.current());
    }
    assertTrue(kept.isEmpty(), "it is young");
    now = BEGIN.plus(Duration.ofDays(50));
    try (var identity = new TerminalIdentity(collector.uri(), first, kept::add, () -> now)) {
      awaitRenewed(identity, first);
      Credentials second = identity.current();
      assertEquals(List.of(second), kept);
      assertNotEquals(first.key(), second.key());
      assertEquals(200, events(second, "urn:facepay:terminal:K3:7F3K", "a"));
      assertEquals(200, events(first, "urn:facepay:terminal:K3:7F3K", "b"), "until it runs out");
    }
  }

  private static void awaitRenewed(TerminalIdentity identity, Credentials before) throws Exception {
    Instant patience = Instant.now().plusSeconds(20);
    while (identity.current().equals(before)) {
      assertTrue(Instant.now().isBefore(patience), "not renewed");
      Thread.onSpinWait();
    }
  }

  @Test
  void whoHasSleptTooLongRenewsAndIsHeardAgain() throws Exception {
    Credentials first = enrolled("K3");
    now = BEGIN.plus(Duration.ofDays(200));
    // The collector's own certificate is a new one by then.
    assertEquals(401, events(first, "urn:facepay:terminal:K3:7F3K", "a"));
    try (var identity = new TerminalIdentity(collector.uri(), first, c -> {}, () -> now)) {
      awaitRenewed(identity, first);
      assertEquals(200, events(identity.current(), "urn:facepay:terminal:K3:7F3K", "a"));
    }
    now = BEGIN.plus(Duration.ofDays(600));
    assertEquals(403, events(first, "urn:facepay:terminal:K3:7F3K", "c"), "beyond all grace");
  }

  @Test
  void aClockOf1970FindsItsCollector() throws Exception {
    Credentials own = enrolled("K3");
    InstantSource empty = () -> Instant.EPOCH;
    assertEquals("K5", Enrolment.enrol(collector.ticket("K5"), "K5", empty).name());
    try (HttpClient http =
        HttpClient.newBuilder().sslContext(MutualTls.of(() -> own, empty)).build()) {
      byte[] body =
          CloudEvents.encode("urn:facepay:terminal:K3:7F3K", List.of(Steps.outgoing("a")));
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(collector.uri())
                  .POST(BodyPublishers.ofByteArray(body))
                  .build(),
              BodyHandlers.ofString());
      assertTrue(answer.body().contains("serverTime"), "and hears the time there");
    }
  }

  @Test
  void whatWasTakenBackCountsNoMoreAndAlsoNotAfterwards() throws Exception {
    Credentials lost = enrolled("K3");
    try (Enrolments beside = Enrolments.beside(folder.resolve("collector.db"), () -> now)) {
      Ticket waiting = collector.ticket("K3");
      assertTrue(beside.revoke("K3"));
      assertFalse(beside.revoke("K3"), "there is nothing left");
      assertEquals(403, events(lost, "urn:facepay:terminal:K3:7F3K", "a"));
      assertEquals(403, post(lost, collector.uri().resolve("/v1/renew"), request()).statusCode());
      assertTrue(refused(waiting).contains("unknown"));
      Credentials fresh = enrolled("K3");
      assertEquals(200, events(fresh, "urn:facepay:terminal:K3:7F3K", "a"));
      assertEquals(403, events(lost, "urn:facepay:terminal:K3:7F3K", "b"), "still");
      assertEquals(
          List.of("K3"), beside.terminals().stream().map(Enrolments.Terminal::id).toList());
      assertTrue(beside.terminals().getFirst().seen().isPresent());
    }
  }

  private static byte[] request() {
    String request = Base64.getEncoder().encodeToString(SigningRequest.of(SigningRequest.newKey()));
    return ("{\"request\":\"" + request + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aNewTerminalOfTheSameNameEndsTheOld() throws Exception {
    Credentials before = enrolled("K3");
    Credentials after = enrolled("K3");
    assertEquals(403, events(before, "urn:facepay:terminal:K3:7F3K", "a"));
    assertEquals(200, events(after, "urn:facepay:terminal:K3:7F3K", "a"));
  }

  @Test
  void authorityAndTerminalsOutliveARestart() throws Exception {
    Credentials own = enrolled("K3");
    collector.close();
    collector = start(port);
    assertEquals(200, events(own, "urn:facepay:terminal:K3:7F3K", "a"));
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(folder.resolve("authority.p12")));
  }

  @Test
  void aDamagedAuthorityIsNeverReplaced() throws Exception {
    collector.close();
    Path file = folder.resolve("authority.p12");
    Files.write(file, new byte[] {1, 2, 3});
    IOException e = assertThrows(IOException.class, () -> start(port));
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    assertEquals(3, Files.size(file));
    Files.delete(file);
    collector = start(0);
  }

  @Test
  void whatIsNoRequestIsRefused() throws Exception {
    Credentials own = enrolled("K3");
    for (String body :
        List.of("", "[]", "{}", "{\"token\":\"a\"}", "{\"token\":\"a\",\"request\":\"!!\"}")) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      assertEquals(400, post(own, collector.uri().resolve("/v1/enrol"), bytes).statusCode(), body);
      assertEquals(400, post(own, collector.uri().resolve("/v1/renew"), bytes).statusCode(), body);
    }
  }
}
