package org.facepay.terminal.provider.alipay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.facepay.tags.Slow;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.wire.PublicKeys;
import org.facepay.terminal.provider.wire.UntrustedException;
import org.junit.jupiter.api.Test;

/** No text makes the reader throw anything but its own refusal, and none is believed unsigned. */
class AlipayReplyFuzzTest {
  private static final String PAY = "alipay.trade.pay";
  private static final String NODE =
      "{\"code\":\"10000\",\"msg\":\"成功 \\\"ok\\\""
          + " a\\/b\",\"out_trade_no\":\"W1_1\",\"n\":[1,2.5e3,null,{\"x\":true}],\"total_amount\":\"12.90\"}";
  private static final String TOKENS = "{}[]\",:\\/0e9.-ntf \u0000\ud800中sign";

  @Test
  @Slow("reads 205,000 changed replies")
  void mutatedRepliesAreRefusedOrMeanTheSame() throws Exception {
    Random random = new Random(5);
    String whole = FixedGateway.signed(PAY, NODE, Keys.SHORT);
    String code =
        AlipayReply.read(whole, PAY, PublicKeys.of(Keys.SHORT.getPublic())).text("out_trade_no");
    assertEquals("W1_1", code);
    int believed = 0;
    for (int i = 0; i < 205_000; i++) {
      try {
        AlipayReply reply =
            AlipayReply.read(mutated(random, whole), PAY, PublicKeys.of(Keys.SHORT.getPublic()));
        believed++;
        assertEquals("10000", reply.text("code"));
        assertEquals("W1_1", reply.text("out_trade_no"));
        assertEquals("12.90", reply.text("total_amount"));
        assertEquals("成功 \"ok\" a/b", reply.text("msg"));
      } catch (UntrustedException e) {
        assertTrue(e.getMessage() != null);
      }
    }
    assertTrue(believed < 40_000, "changes outside of the node: " + believed);
  }

  /** Signed nonsense: what the key stands for is believed, and read without surprises. */
  @Test
  void signedNonsenseIsReadQuietly() {
    Random random = new Random(6);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder node = new StringBuilder(NODE);
      for (int n = random.nextInt(4); n >= 0; n--) {
        node.setCharAt(random.nextInt(node.length()), letter(random));
      }
      if (i % 100 == 0) {
        node.replace(0, node.length(), "{\"code\":1" + "0".repeat(i) + "e" + "9".repeat(20) + "}");
      }
      try {
        AlipayReply reply =
            AlipayReply.read(
                FixedGateway.signed(PAY, node.toString(), Keys.SHORT),
                PAY,
                PublicKeys.of(Keys.SHORT.getPublic()));
        assertTrue(reply.text("code") != null && reply.text("none").isEmpty());
      } catch (UntrustedException e) {
        assertTrue(e.getMessage() != null);
      }
    }
  }

  private static String mutated(Random random, String whole) {
    return switch (random.nextInt(6)) {
      case 0 -> whole.substring(0, random.nextInt(whole.length()));
      case 1 -> whole.substring(random.nextInt(whole.length()));
      case 2 -> {
        StringBuilder noise = new StringBuilder();
        for (int n = random.nextInt(60); n >= 0; n--) {
          noise.append(letter(random));
        }
        yield noise.toString();
      }
      case 3 -> {
        StringBuilder text = new StringBuilder(whole);
        text.setCharAt(random.nextInt(text.length()), letter(random));
        yield text.toString();
      }
      case 4 -> {
        int at = random.nextInt(whole.length());
        yield whole.substring(0, at) + letter(random) + whole.substring(at);
      }
      default -> { // a piece of it twice or missing
        int from = random.nextInt(whole.length());
        int to = random.nextInt(whole.length());
        yield whole.substring(0, from) + whole.substring(to);
      }
    };
  }

  private static char letter(Random random) {
    return TOKENS.charAt(random.nextInt(TOKENS.length()));
  }
}
