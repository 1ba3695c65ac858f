package org.facepay.terminal.provider.wechat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.payment.hold.HoldProvider.Part;
import org.facepay.terminal.payment.hold.HoldProvider.Rest;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that look like a pay-score order of ours and are not. */
class PayscoreTrapsTest {
  private static final Order ORDER = new Order("H1_0001", Money.of(5_000, "CNY"), "店");
  private static final Part PART = new Part("P1", Money.of(1_290, "CNY"));
  private static final PayscoreUser USER = new PayscoreUser("oUpF8uMuAJO");
  private static final String DOING =
      "{\"mchid\":\"1900000001\",\"service_id\":\"500001\",\"out_order_no\":\"H1_0001\",\"order_id\":\"P1\",\"state\":\"DOING\",\"state_description\":\"USER_CONFIRM\",\"risk_fund\":{\"amount\":5000}}";

  private FixedPlatform platform;
  private PayscoreHolds holds;

  @BeforeEach
  void start() throws Exception {
    platform = new FixedPlatform();
    holds =
        new PayscoreHolds(
            new WechatSettings(
                platform.uri(),
                FixedPlatform.APP,
                FixedPlatform.MCH,
                FixedPlatform.MERCHANT_SERIAL,
                Keys.MERCHANT.getPrivate(),
                ApiV3Key.of(FixedPlatform.API_KEY),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                "T1"),
            new PayscoreHolds.Service("500001", "https://shop.example/payscore"),
            InstantSource.system());
  }

  @AfterEach
  void stop() {
    holds.close();
    platform.close();
  }

  private static void unknown(HoldOutcome outcome) {
    assertTrue(outcome instanceof HoldOutcome.Unknown, outcome::toString);
  }

  @Test
  void onlyThisOrderIsHeld() {
    platform.says(200, DOING);
    assertEquals(new HoldOutcome.Held("P1", ""), holds.hold(ORDER, USER));
    assertEquals(new HoldOutcome.Held("P1", ""), holds.query(ORDER));
    for (String body :
        List.of(
            DOING.replace("H1_0001", "H1_0002"),
            DOING.replace("5000", "500"),
            DOING.replace("500001", "500002"),
            DOING.replace("1900000001", "1900000002"),
            DOING.replace("\"order_id\":\"P1\",", ""),
            DOING.replace("\"DOING\"", "\"?\""),
            "{}",
            "")) {
      platform.says(200, body);
      unknown(holds.hold(ORDER, USER));
      unknown(holds.query(ORDER));
    }
    platform.signs(FixedPlatform.by(Keys.FORGER, FixedPlatform.SERIAL)).says(200, DOING);
    unknown(holds.hold(ORDER, USER));
  }

  @Test
  void aRefusalCountsOnceTheOrderIsKnownNotToBeThere() {
    platform.says(403, "{\"code\":\"RULE_LIMIT\"}").then(404, "{\"code\":\"ORDER_NOT_EXIST\"}");
    assertTrue(holds.hold(ORDER, USER) instanceof HoldOutcome.Declined);
    platform.says(403, "{\"code\":\"RULE_LIMIT\"}").then(200, DOING);
    assertEquals(
        new HoldOutcome.Held("P1", ""), holds.hold(ORDER, USER), "it is there all the same");
    platform.says(403, "{\"code\":\"RULE_LIMIT\"}");
    unknown(holds.hold(ORDER, USER));
    platform.says(400, "{\"code\":\"SOMETHING_NEW\"}");
    unknown(holds.hold(ORDER, USER));
    platform.says(500, "{\"code\":\"SYSTEM_ERROR\"}");
    unknown(holds.hold(ORDER, USER));
  }

  @Test
  void endsAreReadByTheBook() {
    String claimed =
        DOING.replace("USER_CONFIRM", "MCH_COMPLETE").replace("}}", "},\"total_amount\":1290}");
    platform.says(200, claimed);
    assertEquals(new HoldOutcome.Claimed("P1", 1_290), holds.capture(ORDER, PART, Rest.RELEASED));
    assertEquals(new HoldOutcome.Claimed("P1", 1_290), holds.query(ORDER));
    platform.says(200, claimed.replace("1290", "1291"));
    unknown(holds.capture(ORDER, PART, Rest.RELEASED));
    platform.says(200, claimed.replace("1290", "5001"));
    unknown(holds.query(ORDER));
    String done = claimed.replace("\"DOING\"", "\"DONE\"");
    platform.says(200, done);
    assertEquals(new HoldOutcome.Captured("P1", 1_290, 0), holds.query(ORDER));
    platform.says(200, done.replace("1290", "0"));
    assertEquals(new HoldOutcome.Released(), holds.query(ORDER));
    for (String over : List.of("REVOKED", "EXPIRED")) {
      platform.says(200, DOING.replace("\"DOING\"", "\"" + over + "\""));
      assertEquals(new HoldOutcome.Released(), holds.query(ORDER));
    }
    platform.says(200, DOING.replace("\"DOING\"", "\"CREATED\""));
    assertEquals(new HoldOutcome.Pending(), holds.query(ORDER));
    platform.says(404, "{\"code\":\"ORDER_NOT_EXIST\"}");
    assertEquals(new HoldOutcome.NotFound(), holds.release(ORDER, PART));
    platform.says(400, "{\"code\":\"INVALID_ORDER_STATE\"}");
    assertTrue(holds.release(ORDER, PART) instanceof HoldOutcome.Declined);
    platform.says(200, "{\"out_order_no\":\"H1_0002\"}");
    unknown(holds.release(ORDER, PART));
    platform.says(200, "{\"out_order_no\":\"H1_0001\"}");
    assertEquals(new HoldOutcome.Released(), holds.release(ORDER, PART));
  }
}
