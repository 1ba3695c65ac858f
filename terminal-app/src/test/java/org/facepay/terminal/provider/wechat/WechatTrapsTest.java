package org.facepay.terminal.provider.wechat;

import static org.facepay.terminal.provider.wechat.FixedPlatform.ORDER;
import static org.facepay.terminal.provider.wechat.FixedPlatform.SERIAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.provider.Keys;
import org.junit.jupiter.api.Test;

/** Answers that look like money and are not, and networks that break. */
class WechatTrapsTest extends WechatTraps {
  @Test
  void onlyTheWholeSignedAnswerToThisOrderIsPaid() {
    assertEquals(new Outcome.Approved("T"), authorise(200, PAID));
    for (String body :
        List.of(
            PAID.replace("W1_0001", "W1_0002"),
            PAID.replace("\"out_trade_no\":\"W1_0001\",", ""),
            PAID.replace("1900000001", "1900000002"),
            PAID.replace("wx2021", "wx2022"),
            PAID.replace("1290", "1291"),
            PAID.replace("1290", "\"1290\""),
            PAID.replace("1290", "1290.0"),
            PAID.replace("1290", "12.90"),
            PAID.replace("1290", "-1290"),
            PAID.replace("1290", "18446744073709552906"),
            PAID.replace("CNY", "USD"),
            PAID.replace("{\"total\":1290,\"currency\":\"CNY\"}", "null"),
            PAID.replace("SUCCESS", "success"),
            PAID.replace("\"SUCCESS\"", "{\"a\":\"SUCCESS\"}"),
            PAID.replace("{\"appid\"", "{\"code\":\"X\",\"appid\""),
            PAID.replace("{\"appid\"", "{\"out_trade_no\":\"W1_0002\",\"appid\""),
            PAID + PAID,
            PAID + " x",
            "[" + PAID + "]",
            "\"" + PAID.replace("\"", "\\\"") + "\"",
            "null",
            "")) {
      unknown(authorise(200, body));
    }
    for (int status : List.of(201, 302, 400, 403, 404, 429, 500, 502, 503)) {
      unknown(authorise(status, PAID));
    }
  }

  @Test
  void onlyNamedCodesThatTheOrdersOwnStateBearsOutAreRefusals() throws Exception {
    for (String code :
        List.of(
            "SYSTEM_ERROR",
            "SYSTEMERROR",
            "BANK_ERROR",
            "BANKERROR",
            "INVALID_REQUEST",
            "OUT_TRADE_NO_USED",
            "ORDERPAID",
            "FREQUENCY_LIMITED",
            "SOMETHING_NEW",
            "")) {
      unknown(authorise(403, error(code)));
    }
    unknown(authorise(500, error("NOT_ENOUGH")));
    unknown(authorise(200, error("NOT_ENOUGH")));
    unknown(authorise(403, error("NOT_ENOUGH"))); // not borne out: the query says the same
    for (String pending : List.of("USERPAYING", "USER_PAYING")) {
      assertEquals(new Outcome.Pending(), authorise(202, error(pending)));
      assertEquals(new Outcome.Pending(), authorise(400, error(pending)));
    }
    assertEquals(new Outcome.Pending(), authorise(200, PAID.replace("SUCCESS", "USERPAYING")));
    unknown(authorise(200, PAID.replace("SUCCESS", "USERPAYING").replace("W1_0001", "W1_0002")));
  }

  @Test
  void statesOfAnOrderAreReadByTheBook() {
    assertEquals(new Outcome.Approved("T"), query(200, PAID));
    for (String state : List.of("REVOKED", "CLOSED", "REFUND")) {
      assertEquals(new Outcome.Reversed(), query(200, PAID.replace("SUCCESS", state)));
    }
    for (String state : List.of("NOTPAY", "PAYERROR")) {
      assertEquals(new Outcome.NotFound(), query(200, PAID.replace("SUCCESS", state)));
    }
    assertEquals(new Outcome.Pending(), query(200, PAID.replace("SUCCESS", "USERPAYING")));
    unknown(query(200, PAID.replace("SUCCESS", "UNHEARD_OF")));
    unknown(query(200, PAID.replace("SUCCESS", "REVOKED").replace("W1_0001", "W1_0002")));
    assertEquals(new Outcome.NotFound(), query(404, error("ORDER_NOT_EXIST")));
    assertEquals(new Outcome.NotFound(), query(404, error("ORDERNOTEXIST")));
    unknown(query(404, error("PATH_NOT_FOUND")));
    unknown(query(200, error("ORDER_NOT_EXIST")));
    unknown(query(404, ""));
  }

  @Test
  void reversalsAndRefundsAreReadByTheBook() {
    String echo = "{\"appid\":\"wx2021\",\"mchid\":\"1900000001\",\"out_trade_no\":\"W1_0001\"%s}";
    assertEquals(new Outcome.Reversed(), cancel(200, echo.formatted("")));
    assertEquals(new Outcome.Reversed(), cancel(200, echo.formatted(",\"recall\":\"N\"")));
    assertEquals(new Outcome.Pending(), cancel(200, echo.formatted(",\"recall\":\"Y\"")));
    unknown(cancel(200, echo.formatted("").replace("W1_0001", "W1_0002")));
    unknown(cancel(200, "{}"));
    unknown(cancel(204, ""));
    assertEquals(new Outcome.Pending(), cancel(400, error("USERPAYING")));
    assertEquals(new Outcome.NotFound(), cancel(404, error("ORDER_NOT_EXIST")));
    assertTrue(cancel(403, error("TRADE_STATE_ERROR")) instanceof Outcome.Declined);
    unknown(cancel(429, error("FREQUENCY_LIMITED")));
    unknown(cancel(500, error("SYSTEM_ERROR")));

    String done =
        """
        {"out_trade_no":"W1_0001","out_refund_no":"R1","status":"%s",\
        "amount":{"refund":1290,"total":1290,"currency":"CNY"}}""";
    assertEquals(new Refund.Accepted(), refund(200, done.formatted("SUCCESS")));
    assertEquals(new Refund.Processing(), refund(200, done.formatted("PROCESSING")));
    assertEquals(new Refund.Abnormal("ABNORMAL"), refund(200, done.formatted("ABNORMAL")));
    assertEquals(new Refund.Refused("CLOSED"), refund(200, done.formatted("CLOSED")));
    for (String other :
        List.of(
            done.formatted("SUCCESS").replace("R1", "R2"),
            done.formatted("SUCCESS").replace("W1_0001", "W1_0002"),
            done.formatted("SUCCESS").replace("\"refund\":1290", "\"refund\":1"),
            done.formatted(""))) {
      assertTrue(refund(200, other) instanceof Refund.Unknown);
    }
    Refund refused = new Refund.Refused("NOT_ENOUGH");
    assertEquals(refused, refundThen(404, error("RESOURCE_NOT_EXISTS")));
    assertEquals(refused, refundThen(200, done.formatted("CLOSED")));
    assertEquals(new Refund.Accepted(), refundThen(200, done.formatted("SUCCESS")));
    // Who may not ask has not heard that there is no refund: one sent before may have arrived.
    for (String other : List.of("SIGN_ERROR", "NO_AUTH", "PARAM_ERROR", "NOT_ENOUGH")) {
      assertTrue(refundThen(403, error(other)) instanceof Refund.Unknown, other);
    }
    assertTrue(refundThen(404, error("PATH_NOT_FOUND")) instanceof Refund.Unknown);
    assertTrue(refund(500, error("SYSTEM_ERROR")) instanceof Refund.Unknown);
    assertTrue(refund(429, error("FREQUENCY_LIMITED")) instanceof Refund.Unknown);
  }

  private Refund refundThen(int status, String body) {
    platform.says(403, error("NOT_ENOUGH")).then(status, body);
    return provider.refund(ORDER, ORDER.amount(), "R1");
  }

  /** A reversal that was done, but whose answer names nobody: the order's own state tells. */
  @Test
  void aReversalThatNamesNoOrderIsConfirmedByAQuery() {
    for (int status : List.of(200, 204)) {
      String done = status == 204 ? "" : "{\"recall\":\"N\"}";
      assertEquals(
          new Outcome.Reversed(),
          reversedThen(status, done, 200, PAID.replace("SUCCESS", "REVOKED")));
      assertEquals(
          new Outcome.NotFound(), reversedThen(status, done, 404, error("ORDER_NOT_EXIST")));
      assertEquals(
          new Outcome.Pending(),
          reversedThen(status, done, 200, PAID.replace("SUCCESS", "USERPAYING")));
      unknown(reversedThen(status, done, 200, PAID));
      unknown(reversedThen(status, done, 500, error("SYSTEM_ERROR")));
    }
    unknown(
        reversedThen(
            200, "{\"out_trade_no\":\"W1_0002\"}", 200, PAID.replace("SUCCESS", "REVOKED")));
  }

  private Outcome reversedThen(int status, String answer, int queryStatus, String query) {
    platform.says(status, answer).then(queryStatus, query);
    return provider.cancel(ORDER);
  }

  private Refund refund(int status, String body) {
    platform.says(status, body);
    return provider.refund(ORDER, ORDER.amount(), "R1");
  }

  @Test
  void httpThatIsNotThePlatformsIsUnknown() throws Exception {
    platform.signs(_ -> Map.of());
    unknown(authorise(200, "<html>Welcome to Mall WiFi</html>"));
    unknown(authorise(502, "<html>502</html>"));
    unknown(authorise(403, error("NOT_ENOUGH")));
    platform.signs(FixedPlatform.by(Keys.ALIPAY, SERIAL));
    unknown(authorise(200, " ".repeat(300 * 1024) + PAID));
    for (int cut = 1; cut < PAID.length(); cut += 7) {
      unknown(authorise(200, PAID.substring(0, cut)));
    }
    try (FixedPlatform elsewhere = new FixedPlatform()) {
      elsewhere.says(200, PAID);
      platform.redirects(elsewhere.uri().toString());
      unknown(provider.authorise(ORDER, CODE));
      assertEquals(0, elsewhere.requests(), "a code is sent to nobody else");
    }
  }

  @Test
  void anUnreachablePlatformIsNotSent() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    try (WechatProvider lost = FixedPlatform.provider(nobody, ANSWER)) {
      assertTrue(lost.authorise(ORDER, CODE) instanceof Outcome.NotSent);
      assertTrue(lost.query(ORDER) instanceof Outcome.NotSent);
      assertTrue(lost.cancel(ORDER) instanceof Outcome.NotSent);
      assertTrue(lost.refund(ORDER, ORDER.amount(), "R1") instanceof Refund.NotSent);
    }
  }

  /** The refusal of somebody else's payment fits any order; the order's own state tells. */
  @Test
  void aRefusalIsConfirmedByAQuery() {
    Outcome.Declined refused = new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "NOT_ENOUGH");
    assertEquals(refused, refusedThen(404, error("ORDER_NOT_EXIST")));
    assertEquals(refused, refusedThen(200, PAID.replace("SUCCESS", "PAYERROR")));
    assertEquals(refused, refusedThen(200, PAID.replace("SUCCESS", "REVOKED")));
    assertEquals(new Outcome.Approved("T"), refusedThen(200, PAID));
    assertEquals(new Outcome.Pending(), refusedThen(200, PAID.replace("SUCCESS", "USERPAYING")));
    unknown(refusedThen(500, error("SYSTEM_ERROR")));
    unknown(refusedThen(200, PAID.replace("W1_0001", "W1_0002")));
  }

  private Outcome refusedThen(int status, String body) {
    platform.says(403, error("NOT_ENOUGH")).then(status, body);
    return provider.authorise(ORDER, CODE);
  }

  @Test
  void onlyWechatCodesAreAccepted() {
    for (String digits : List.of("100000000000000000", "159999999999999999")) {
      assertTrue(provider.accepts(new PayCode(digits)));
    }
    for (String digits :
        List.of("160000000000000000", "280000000000000000", "13000", "1300000000000000000", "")) {
      assertTrue(!provider.accepts(new PayCode(digits)));
    }
  }
}
