package org.facepay.terminal.provider.wechat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.facepay.tags.Slow;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.wire.UntrustedException;
import org.junit.jupiter.api.Test;

/** No text makes the readers throw anything but their own refusal. */
class WechatReplyFuzzTest {
  private static final String TOKENS = "{}[]\",:\\/0e9.-ntf \u0000\ud800中code";
  private static final String BODY =
      """
      {"mchid":"1900000001","out_trade_no":"W1_0001","transaction_id":"T","trade_state":"SUCCESS",\
      "n":[1,2.5e3,null,{"x":true}],"amount":{"total":1290,"currency":"CNY"}}""";

  @Test
  @Slow("reads 205,000 changed replies")
  void mutatedBodiesAreRefusedOrAreObjects() {
    Random random = new Random(31);
    int read = 0;
    for (int i = 0; i < 205_000; i++) {
      String body = mutated(random, BODY);
      try {
        WechatReply reply = WechatReply.read(200, body);
        assertTrue(reply.content().isObject(), body);
        assertTrue(reply.text("trade_state") != null && reply.code() != null);
        read++;
      } catch (UntrustedException e) {
        assertTrue(e.getMessage() != null);
      }
    }
    assertTrue(read > 1_000 && read < 160_000, "read " + read);
  }

  @Test
  @Slow("reads 20,000 changed certificates")
  void mutatedCertificatesAreRefusedOrTheSame() throws Exception {
    Random random = new Random(32);
    ApiV3Key key = ApiV3Key.of(FixedPlatform.API_KEY);
    String whole =
        FixedPlatform.sealed(
            List.of(
                FixedPlatform.certificate(
                    Keys.ALIPAY, FixedPlatform.SERIAL, Duration.ofDays(-1), Duration.ofDays(1))),
            key);
    String serial = FixedPlatform.SERIAL.toString(16);
    int accepted = 0;
    for (int i = 0; i < 20_000; i++) {
      try {
        PlatformCertificates found =
            PlatformCertificates.read(WechatReply.read(200, mutated(random, whole)), key);
        assertEquals(1, found.bySerial().size());
        assertEquals(Keys.ALIPAY.getPublic(), found.key(serial, Instant.now()).orElseThrow());
        accepted++;
      } catch (UntrustedException e) {
        assertTrue(e.getMessage() != null);
      }
    }
    assertTrue(accepted < 4_000, "changes beside what is read: " + accepted);
  }

  private static String mutated(Random random, String whole) {
    int at = random.nextInt(whole.length());
    int to = random.nextInt(whole.length());
    return switch (random.nextInt(5)) {
      case 0 -> whole.substring(0, at);
      case 1 -> whole.substring(at);
      case 2 -> whole.substring(0, at) + letter(random) + whole.substring(at + 1);
      case 3 -> whole.substring(0, at) + letter(random) + whole.substring(at);
      default -> whole.substring(0, at) + whole.substring(to);
    };
  }

  private static char letter(Random random) {
    return TOKENS.charAt(random.nextInt(TOKENS.length()));
  }
}
