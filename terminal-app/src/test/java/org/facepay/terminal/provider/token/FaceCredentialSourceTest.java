package org.facepay.terminal.provider.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.facepay.terminal.lab.sandbox.FaceCameraSimulator;
import org.facepay.terminal.lab.sandbox.FaceCameraSimulator.Behaviour;
import org.facepay.terminal.provider.token.FaceCredential.Granted;
import org.facepay.terminal.provider.token.FaceCredential.Reason;
import org.facepay.terminal.provider.token.FaceCredential.Refused;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The port's contract, over a real socket to a peer with faults. */
class FaceCredentialSourceTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final FaceChallenge ORDER =
      new FaceChallenge("W1_1", Money.of(1290, "CNY"), "Shop");
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;
  private FaceCameraSimulator camera;
  private FaceCredentialSource source;

  @BeforeEach
  void start() throws IOException {
    camera = new FaceCameraSimulator(folder.resolve("s"), new Random(1));
    source = new SocketFaceCredentialSource(folder.resolve("s"), () -> NOW);
  }

  @AfterEach
  void stop() throws IOException {
    camera.close();
  }

  private FaceToken token() {
    return assertInstanceOf(Granted.class, source.challenge(ORDER, LONG)).token();
  }

  @Test
  void aTokenPaysItsOwnOrderOnceAndInTime() {
    FaceToken token = token();
    assertTrue(token.redeem("W1_2", ORDER.amount(), NOW).isEmpty());
    assertTrue(token.redeem("W1_1", Money.of(1291, "CNY"), NOW).isEmpty());
    assertTrue(token.redeem("W1_1", ORDER.amount(), NOW.plusSeconds(60)).isEmpty());
    String code = token.redeem("W1_1", ORDER.amount(), NOW.plusSeconds(59)).orElseThrow();
    assertTrue(FaceToken.looksLikeOne(code));
    assertTrue(token.redeem("W1_1", ORDER.amount(), NOW).isEmpty());
    assertFalse(new Granted(token).toString().contains(code));
  }

  @ParameterizedTest
  @CsvSource({
    "CANCELLED, CANCELLED, 20000",
    "NO_FACE, NO_FACE, 20000",
    "NOT_LIVE, NOT_LIVE, 20000",
    "MUTE, TIMED_OUT, 200",
    "LATE, TIMED_OUT, 200",
    "GARBAGE, DEVICE_OFFLINE, 20000",
    "TRUNCATED, DEVICE_OFFLINE, 20000",
    "OVERSIZED, DEVICE_OFFLINE, 20000",
    "OUT_OF_ORDER, DEVICE_OFFLINE, 20000",
    "ANOTHER_ORDER, DEVICE_OFFLINE, 20000",
    "ANOTHER_AMOUNT, DEVICE_OFFLINE, 20000",
    "HANGS_UP, DEVICE_OFFLINE, 20000",
  })
  void aFaultIsAReasonAndTheNextChallengeIsServed(Behaviour fault, Reason reason, int millis) {
    camera.behave(fault);
    assertEquals(new Refused(reason), source.challenge(ORDER, Duration.ofMillis(millis)));
    camera.behave(Behaviour.GRANTS);
    assertTrue(token().redeem("W1_1", ORDER.amount(), NOW).isPresent());
  }

  @Test
  void noServiceIsNoCamera() throws IOException {
    camera.close();
    assertEquals(new Refused(Reason.DEVICE_OFFLINE), source.challenge(ORDER, LONG));
  }

  @Test
  void anInterruptCancels() {
    camera.behave(Behaviour.MUTE);
    Thread.currentThread().interrupt();
    assertEquals(new Refused(Reason.CANCELLED), source.challenge(ORDER, LONG));
    assertTrue(Thread.interrupted());
  }

  @Test
  void noBytesMakeTheReaderThrowAnythingButItsOwnRefusal() throws IOException {
    Random random = new Random(7);
    ByteBuffer whole =
        Frames.encode(Frames.object().put("cmd", "verify").put("seq", 3).put("amount", 1290));
    byte[] body = Arrays.copyOfRange(whole.array(), 4, whole.limit());
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = Arrays.copyOf(body, random.nextInt(body.length + 1));
      for (int n = random.nextInt(4); n > 0 && bytes.length > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      if (i % 3 == 0) {
        random.nextBytes(bytes);
      }
      try {
        assertTrue(Frames.decode(bytes).isObject());
        read++;
      } catch (IOException e) {
        assertTrue(e.getMessage() != null);
      }
    }
    assertTrue(read > 0 && read < 20_000, "read " + read);
  }
}
