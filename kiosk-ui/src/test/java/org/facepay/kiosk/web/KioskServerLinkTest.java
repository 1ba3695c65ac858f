package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire between terminal and page, in good times and bad. */
class KioskServerLinkTest {
  private final BlockingQueue<KioskServer.Received> received = new LinkedBlockingQueue<>(1000);
  private KioskServer server;

  @BeforeEach
  void start() throws IOException {
    server = KioskServer.start(KioskServer.Settings.onPort(0).with(Duration.ZERO), received::add);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPageGetsTheNewestSnapshotAtOnceAndEveryLaterOne() throws Exception {
    server.show(snapshot(1));
    server.show(snapshot(2));
    try (TestPage page = new TestPage(server)) {
      assertTrue(page.next().startsWith("{\"build\":"));
      assertEquals(2, seq(page.next()));
      server.show(snapshot(3));
      assertEquals(3, seq(page.next()));
      server.show(snapshot(2));
      server.show(snapshot(4));
      assertEquals(4, seq(page.next()), "an older snapshot is dropped");
      assertEquals(1, server.pages());
    }
    until(() -> server.pages() == 0);
  }

  @Test
  void aSlowPageMissesSnapshotsInTheMiddleButNotTheLast() throws Exception {
    try (TestPage page = new TestPage(server, false)) {
      until(() -> server.pages() == 1);
      for (int seq = 1; seq <= 5_000; seq++) {
        server.show(snapshot(seq));
      }
      page.readOn();
      page.next();
      int got = 0;
      long last = 0;
      while (last < 5_000) {
        long seq = seq(page.next());
        assertTrue(seq > last);
        last = seq;
        got++;
      }
      assertTrue(got < 5_000, "nothing was left out");
    }
  }

  @Test
  void touchesArriveWithTheirSnapshot() throws Exception {
    server.show(snapshot(12));
    try (TestPage page = new TestPage(server)) {
      page.look(12);
      page.say("{\"intent\":\"addBag\",\"seq\":12,\"held\":0}");

      assertEquals(
          new KioskServer.Received(new Intent.AddBag(), 12), received.poll(5, TimeUnit.SECONDS));
    }
  }

  @Test
  void aTouchOnWhatThePageHasNotShownIsStray() throws Exception {
    server.show(snapshot(1));
    try (TestPage page = new TestPage(server);
        TestPage other = new TestPage(server)) {
      page.say("{\"intent\":\"pay\",\"seq\":1}");
      page.say("{\"painted\":2}");
      page.say("{\"intent\":\"pay\",\"seq\":2}");
      other.look(1);
      page.say("{\"intent\":\"pay\",\"seq\":1}");
      until(() -> server.strayTouches() == 3);
      other.say("{\"intent\":\"pay\",\"seq\":1}");

      assertEquals(new Intent.Pay(), received.poll(5, TimeUnit.SECONDS).intent());
      assertNull(received.poll());
    }
  }

  @Test
  void aTouchOnWhatHasOnlyJustBeenPaintedIsStray() throws Exception {
    assertEquals(Duration.ofMillis(400), KioskServer.Settings.onPort(0).patience());
    try (KioskServer patient =
        KioskServer.start(
            KioskServer.Settings.onPort(0).with(Duration.ofHours(1)), received::add)) {
      patient.show(snapshot(1));
      try (TestPage page = new TestPage(patient)) {
        page.look(1);
        for (String intent : new String[] {"pay", "agreeFace", "confirmCancel", "callStaff"}) {
          page.say("{\"intent\":\"" + intent + "\",\"seq\":1}");
        }
        until(() -> patient.strayTouches() == 4);
        assertNull(received.poll());
      }
    }
  }

  @Test
  void whatIsNoMessageIsCountedAndTheLinkStays() throws Exception {
    server.show(snapshot(1));
    try (TestPage page = new TestPage(server)) {
      page.look(1);
      page.say("nonsense");
      page.say("{\"intent\":\"openSafe\",\"seq\":1}");
      page.say("{\"intent\":\"pay\",\"seq\":1,\"amount\":0}");
      page.say("x".repeat(1_000));
      page.say("{\"intent\":\"pay\",\"seq\":1}");

      assertEquals(new Intent.Pay(), received.poll(5, TimeUnit.SECONDS).intent());
      assertNull(received.poll());
      assertEquals(4, server.refusedMessages());
      assertFalse(page.closed.isDone());
    }
  }

  @Test
  void binaryAndOversizedFramesCloseTheLinkOnly() throws Exception {
    try (TestPage page = new TestPage(server)) {
      page.sayBinary(new byte[] {1, 2, 3});
      assertEquals(1003, page.closed.get(5, TimeUnit.SECONDS));
    }
    try (TestPage page = new TestPage(server)) {
      page.sayWhatMayBeCutOff("x".repeat(100_000));
      assertTrue(page.closed.get(5, TimeUnit.SECONDS) != 1000);
    }
    server.show(snapshot(1));
    try (TestPage page = new TestPage(server)) {
      page.look(1);
      page.say("{\"intent\":\"start\",\"seq\":1}");
      assertEquals(new Intent.Start(), received.poll(5, TimeUnit.SECONDS).intent());
    }
    assertNull(received.poll());
  }

  @Test
  @Slow("opens 300 connections and breaks each")
  void noiseOnTheWireNeverBecomesAnIntentNorStopsTheServer() throws Exception {
    Random random = new Random(7);
    for (int n = 0; n < 300; n++) {
      try (Socket socket = upgraded()) {
        byte[] noise = new byte[1 + random.nextInt(3_000)];
        random.nextBytes(noise);
        if (n % 3 == 0) {
          noise[0] = (byte) 0x81;
        }
        OutputStream out = socket.getOutputStream();
        out.write(noise);
        out.flush();
      } catch (IOException e) {
        assertTrue(e.getMessage() != null); // closed by the server while writing: fine
      }
    }
    server.show(snapshot(1));
    try (TestPage page = new TestPage(server)) {
      page.look(1);
      page.say("{\"intent\":\"start\",\"seq\":1}");
      assertEquals(new Intent.Start(), received.poll(5, TimeUnit.SECONDS).intent());
    }
    assertNull(received.poll());
  }

  @Test
  void paintedIsReportedWithTheTimesOfBothReports() throws Exception {
    BlockingQueue<KioskServer.Painted> painted = new LinkedBlockingQueue<>(10);
    server.onPainted(painted::add);
    assertTrue(server.paintedSeq().isEmpty());
    try (TestPage page = new TestPage(server)) {
      long before = System.nanoTime();
      page.say("{\"painted\":4}");
      page.say("{\"dom\":5}");
      page.say("{\"painted\":5}");

      KioskServer.Painted got = painted.poll(5, TimeUnit.SECONDS);
      assertEquals(5, got.seq());
      assertTrue(before < got.domNanos() && got.domNanos() < got.paintedNanos());
      assertEquals(5, server.paintedSeq().orElseThrow());
    }
  }

  @Test
  void ofPreviewPicturesOnlyTheNewestWaits() throws Exception {
    try (TestPage page = new TestPage(server)) {
      until(() -> server.pages() == 1);
      server.preview(new byte[] {1});
      assertArrayEquals(new byte[] {1}, page.pictures.poll(5, TimeUnit.SECONDS));
      server.preview(new byte[] {2});
      server.preview(new byte[] {3});
      server.show(snapshot(1));
      page.next();
      page.next(); // both previews have been through the server's thread before this snapshot
      assertNull(page.pictures.poll());
      page.say("{\"preview\":true}");
      assertArrayEquals(new byte[] {3}, page.pictures.poll(5, TimeUnit.SECONDS));
      assertNull(page.pictures.poll());
    }
  }

  @Test
  void aKeptTokenKeepsTheCookieOverARestart() throws Exception {
    var kept =
        new KioskServer.Settings(0, Optional.of(Panel.L7), Optional.of("kept-token-0123456789"));
    String first;
    int port;
    try (KioskServer one = KioskServer.start(kept, received::add)) {
      first = cookie(one);
      port = one.port();
    }
    var again = new KioskServer.Settings(port, kept.panel(), kept.token());
    try (KioskServer two = KioskServer.start(again, received::add)) {
      assertEquals(first, cookie(two));
    }
  }

  private static String cookie(KioskServer of) throws IOException {
    return RawHttp.send(
            of.port(),
            "GET",
            "/?" + of.url().getRawQuery(),
            Map.of("Host", "127.0.0.1:" + of.port()),
            "")
        .header("set-cookie");
  }

  private Socket upgraded() throws IOException {
    Map<String, String> headers = new TreeMap<>(RawHttp.UPGRADE);
    headers.put("Host", "127.0.0.1:" + server.port());
    headers.put("Origin", "http://127.0.0.1:" + server.port());
    headers.put("Cookie", cookie(server).replaceAll(";.*", ""));
    Socket socket = RawHttp.connect(server.port());
    RawHttp.write(socket, "GET", "/live", headers, "");
    assertEquals(101, RawHttp.read(new BufferedInputStream(socket.getInputStream())).status());
    return socket;
  }

  private static Snapshot snapshot(long seq) {
    return new Snapshot(
        seq,
        SampleScreens.display(Language.ZH, false, false),
        seq % 2 == 0 ? new Screen.Boot() : new SampleScreens(Language.ZH).basket(),
        Optional.empty());
  }

  private static long seq(String json) {
    return Long.parseLong(json.replaceAll("^\\{\"seq\":(\\d+),.*", "$1"));
  }

  private static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 5 s");
      LockSupport.parkNanos(2_000_000);
    }
  }
}
