package org.facepay.sync.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The front over a raw socket: what peers may do to it, and that others are served meanwhile. */
class FrontDeskTest {
  private static final int MOST = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final CountDownLatch held = new CountDownLatch(1);
  private FrontDesk front;

  @BeforeEach
  void open() throws Exception {
    Routes routes =
        Routes.under("default-src 'none'")
            .with("GET", "/", request -> Response.text(200, "hello"))
            .with("POST", "/echo", r -> Response.of(200, "application/octet-stream", r.body()))
            .with("GET", "/large", request -> Response.text(200, "x".repeat(20 << 20)))
            .with("GET", "/held", request -> held())
            .with(
                "GET",
                "/bug",
                request -> {
                  throw new IllegalStateException("a bug, for the test");
                });
    front = FrontDesk.open("front", FrontDesk.loopback(0), new Limits(MOST, 20, PATIENCE), routes);
  }

  @AfterEach
  void close() {
    held.countDown();
    front.close();
  }

  private Response held() throws IOException {
    try {
      return Response.text(200, "held " + held.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private Socket call() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), front.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** All that comes until the front hangs up. */
  private String answers(String text) throws IOException {
    try (Socket socket = call()) {
      send(socket, text);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String last(String head) {
    return head.replace("\n", "\r\n") + "Host: x\r\nConnection: close\r\n\r\n";
  }

  private static String post(String headers, String body) {
    return "POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n" + body;
  }

  private void isServed() throws IOException {
    assertTrue(answers(last("GET / HTTP/1.1\n")).endsWith("\r\n\r\nhello"));
  }

  private static void startsWith(String status, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
  }

  @Test
  void aConnectionServesOneRequestAfterTheOther() throws Exception {
    String both = "GET / HTTP/1.1\r\nHost: x\r\n\r\n" + post("Content-Length: 3\r\n", "abc");
    String answers = answers(both);
    assertTrue(answers.contains("hello") && answers.endsWith("\r\n\r\nabc"), answers);
    assertTrue(answers.indexOf("hello") < answers.indexOf("abc"), answers);
  }

  @Test
  void bodiesComeWithALengthOrInChunks() throws Exception {
    String chunks = post("Transfer-Encoding: chunked\r\n", "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
    assertTrue(answers(chunks).endsWith("\r\n\r\nabc"));
    String asks = post("Content-Length: 3\r\nExpect: 100-continue\r\n", "abc");
    startsWith("100", answers(asks));
    assertTrue(answers(asks).endsWith("\r\n\r\nabc"));
    assertTrue(answers(post("Content-Length: 1000\r\n", "y".repeat(MOST))).endsWith("y"));
  }

  @Test
  void aBodyThatIsTooLargeIs413() throws Exception {
    String body = "x".repeat(MOST + 1);
    String answer = answers(post("Content-Length: 1001\r\n", body));
    startsWith("413", answer);
    assertTrue(answer.endsWith("at most 1000 bytes\n"), answer);
    startsWith(
        "413", answers(post("Transfer-Encoding: chunked\r\n", "3e9\r\n" + body + "\r\n0\r\n\r\n")));
    startsWith("413", answers(post("Content-Length: 99999999\r\nExpect: 100-continue\r\n", "")));
    startsWith("413", answers(post("Content-Length: 99999999\r\n", "x".repeat(9 * MOST + 1))));
    // A connection that was told so goes on where the sender has sent all of it.
    String next =
        answers(
            post("Content-Length: 1001\r\n", body).replace("Connection: close\r\n", "")
                + last("GET / HTTP/1.1\n"));
    assertTrue(next.startsWith("HTTP/1.1 413") && next.endsWith("hello"), next);
  }

  @Test
  void whatIsNoRequestIs400AndTheConnectionEnds() throws Exception {
    for (String bad :
        new String[] {
          "\0\1\2\3 \r\n\r\n",
          "GET /a b HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1\r\nno colon\r\n\r\n",
          "GET " + "/x".repeat(5_000) + " HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1\r\nX: " + "x".repeat(17_000) + "\r\n\r\n",
          "GET /%zz HTTP/1.1\r\n\r\n",
          post("Content-Length: -1\r\n", ""),
          post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"),
          post("Content-Length: abc\r\n", ""),
          post("Transfer-Encoding: chunked\r\n", "zz\r\n")
        }) {
      String answer = answers(bad);
      startsWith("400", answer);
      assertTrue(answer.endsWith("not a request\n"), answer);
    }
  }

  @Test
  void otherMethodsAndPathsAreSaidSo() throws Exception {
    startsWith("405", answers(last("HEAD / HTTP/1.1\n")));
    startsWith("404", answers(last("OPTIONS * HTTP/1.1\n")));
  }

  @Test
  @Slow("the desk loses its patience by the clock")
  void silentAndSlowPeersAreHungUpOnAndHoldUpNobody() throws Exception {
    List<Socket> slow = new ArrayList<>();
    String[] begun = {"", "GET", "GET / HTTP/1.1\r\nX: ", post("Content-Length: 500\r\n", "abc")};
    for (int n = 0; n < 16; n++) {
      Socket socket = call();
      slow.add(socket);
      send(socket, begun[n % begun.length]);
    }
    isServed();
    long start = System.nanoTime();
    for (Socket socket : slow) {
      assertEquals(-1, socket.getInputStream().read());
      socket.close();
    }
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(10).toNanos());
    try (Socket drip = call()) {
      assertThrows(
          IOException.class,
          () -> {
            for (int n = 0; n < 300; n++) {
              send(drip, n == 0 ? "GET / HTTP/1.1\r\n" : "X: y\r\n");
              Thread.sleep(20);
            }
          });
    }
  }

  @Test
  @Slow("the desk loses its patience by the clock")
  void aPeerThatDoesNotTakeItsAnswerIsHungUpOn() throws Exception {
    try (Socket deaf = new Socket()) {
      deaf.setReceiveBufferSize(4_096);
      deaf.connect(FrontDesk.loopback(front.port()));
      deaf.setSoTimeout(20_000);
      send(deaf, last("GET /large HTTP/1.1\n"));
      Thread.sleep(3 * PATIENCE.toMillis());
      isServed();
      long got = 0;
      try {
        got = deaf.getInputStream().readAllBytes().length;
      } catch (IOException e) {
        // reset: it was hung up on with bytes on the way
      }
      assertTrue(got < 20 << 20, "got all " + got);
    }
  }

  @Test
  void connectionsBeyondTheirNumberTakeThePlaceOfTheIdlest() throws Exception {
    List<Socket> idle = new ArrayList<>();
    for (int n = 0; n < 100; n++) {
      idle.add(call());
    }
    isServed();
    for (Socket socket : idle) {
      socket.close();
    }
  }

  @Test
  void desksThatTakeTheirTimeLeaveTheLoopToOthersAndCloseHangsUp() throws Exception {
    try (Socket waiting = call()) {
      send(waiting, last("GET /held HTTP/1.1\n"));
      isServed();
      held.countDown();
      String answer =
          new String(waiting.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertTrue(answer.endsWith("held true"), answer);
    }
    try (Socket open = call()) {
      isServed();
      front.close();
      front.close();
      assertEquals(-1, open.getInputStream().read());
    }
    assertThrows(IOException.class, this::call);
  }

  @Test
  void closingWaitsForTheDeskAtWorkButNotForItsPeer() throws Exception {
    try (Socket waiting = call()) {
      send(waiting, last("GET /held HTTP/1.1\n"));
      isServed();
      Thread closing = Thread.ofVirtual().start(front::close);
      assertEquals(-1, waiting.getInputStream().read());
      assertTrue(closing.isAlive());
      held.countDown();
      assertTrue(closing.join(Duration.ofSeconds(10)));
    }
  }

  @Test
  void aDeskWithABugAnswersNothingAndTheOthersGoOn() throws Exception {
    for (int n = 0; n < 9; n++) {
      assertEquals("", answers(last("GET /bug HTTP/1.1\n")));
    }
    isServed();
  }

  @Test
  void aTakenAddressIsSaidSo() {
    IOException taken =
        assertThrows(
            IOException.class,
            () ->
                FrontDesk.open(
                    "second",
                    FrontDesk.loopback(front.port()),
                    new Limits(1, 1),
                    Routes.under("")));
    assertTrue(
        String.valueOf(taken.getMessage()).contains("cannot listen at 127.0.0.1:" + front.port()),
        taken.getMessage());
  }

  /** Whole requests with bytes changed, dropped, doubled, cut; the front goes on. */
  @Test
  @Slow("opens a connection for each of many damaged requests")
  void survivesAnythingThatIsSent() throws Exception {
    Random random = new Random(7);
    String[] good = {
      last("GET /?a=b HTTP/1.1\n"),
      post("Content-Length: 5\r\n", "hello"),
      post("Transfer-Encoding: chunked\r\n", "2\r\nab\r\n0\r\n\r\n"),
      post("Expect: 100-continue\r\nContent-Length: 2\r\n", "ab")
    };
    for (int n = 0; n < 600; n++) {
      StringBuilder bytes = new StringBuilder(good[random.nextInt(good.length)]);
      for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
        int at = random.nextInt(Math.max(1, bytes.length()));
        switch (random.nextInt(4)) {
          case 0 -> bytes.replace(at, at + 1, Character.toString(random.nextInt(256)));
          case 1 -> bytes.replace(at, at + 1, random.nextBoolean() ? "" : "\r\n");
          case 2 -> bytes.insert(at, bytes.substring(at));
          default -> bytes.setLength(Math.max(1, at));
        }
      }
      try (Socket socket = call()) {
        send(socket, bytes.toString());
        socket.shutdownOutput();
        String answer =
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 "), answer);
        assertTrue(!answer.startsWith("HTTP/1.1 5"), answer);
      } catch (IOException e) {
        // it may hang up on what it has not read
      }
    }
    isServed();
  }
}
