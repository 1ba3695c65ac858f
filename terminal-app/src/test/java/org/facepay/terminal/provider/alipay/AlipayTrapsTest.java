package org.facepay.terminal.provider.alipay;

import static org.facepay.terminal.provider.alipay.FixedGateway.ORDER;
import static org.facepay.terminal.provider.alipay.FixedGateway.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies that look like money and are not, and networks that break. */
class AlipayTrapsTest {
  private static final String PAY = "alipay.trade.pay";
  private static final PayCode CODE = new PayCode("280000000000000000");
  private static final String PAID =
      "{\"code\":\"10000\",\"out_trade_no\":\"W1_1\",\"trade_no\":\"T\",\"total_amount\":\"12.90\"}";

  private FixedGateway gateway;
  private AlipayProvider provider;

  @BeforeEach
  void start() throws Exception {
    gateway = new FixedGateway();
    provider = FixedGateway.provider(gateway.uri(), Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    provider.close();
    gateway.close();
  }

  private Outcome authorise(String body) {
    gateway.says(200, body);
    return provider.authorise(ORDER, CODE);
  }

  private Outcome query(String node) {
    gateway.says(200, signed("alipay.trade.query", node));
    return provider.query(ORDER);
  }

  private Outcome cancel(String node) {
    gateway.says(200, signed("alipay.trade.cancel", node));
    return provider.cancel(ORDER);
  }

  private static void unknown(Outcome outcome) {
    assertTrue(outcome instanceof Outcome.Unknown, outcome::toString);
  }

  @Test
  void onlyTheWholeSignedReplyToThisOrderIsPaid() {
    assertEquals(new Outcome.Approved("T"), authorise(signed(PAY, PAID)));
    assertEquals(
        new Outcome.Approved("T"),
        authorise(signed(PAY, PAID.replace("\"12.90\"", "\"12.9\""))),
        "the same amount");
    String sign = Rsa.sign(PAID, Keys.ALIPAY.getPrivate());
    String node = "\"alipay_trade_pay_response\":" + PAID;
    String good = "\"sign\":\"" + sign + "\"";
    assertEquals(new Outcome.Approved("T"), authorise("{" + good + "," + node + "}"), "sign first");
    for (String body :
        List.of(
            "{" + node + "}", // unsigned
            "{" + node + ",\"sign\":\"\"}",
            "{" + node + ",\"sign\":null}",
            "{" + node + ",\"sign\":\"" + Rsa.sign(PAID, Keys.FORGER.getPrivate()) + "\"}",
            "{" + node + "," + good + "} trailing",
            "{" + node + "," + good + "}{}",
            "{" + node + "," + good + "," + good + "}",
            "{" + node + "," + node + "," + good + "}",
            "{" + node + ",\"error_response\":" + PAID + "," + good + "}",
            "[{" + node + "," + good + "}]",
            "{\"x\":{" + node + "}," + good + "}",
            "{\"x\":\"alipay_trade_pay_response\\\":"
                + PAID.replace("\"", "\\\"")
                + "\","
                + good
                + "}",
            "{\"alipay_trade_query_response\":" + PAID + "," + good + "}",
            "{\"alipay_trade_pay_response\":\"" + PAID.replace("\"", "\\\"") + "\"," + good + "}",
            "{\"alipay_trade_pay_response\":[" + PAID + "]," + good + "}",
            "{" + node.replace("12.90", "12.91") + "," + good + "}",
            "{" + node.replace(":{", ": {") + ",\"sign\":\"x" + sign + "\"}")) {
      unknown(authorise(body));
    }
  }

  @Test
  void theMethodsNameInsideAStringIsNotItsNode() {
    String inner = "\\\"alipay_trade_pay_response\\\":{\\\"code\\\":\\\"10000\\\"}";
    String node = "{\"msg\":\"" + inner + "\",\"code\":\"10003\",\"out_trade_no\":\"W1_1\"}";
    assertEquals(new Outcome.Pending(), authorise(signed(PAY, node)));
    String before =
        "{\"note\":\"\\\"alipay_trade_pay_response\\\":\"," + signed(PAY, PAID).substring(1);
    assertEquals(new Outcome.Approved("T"), authorise(before));
  }

  @Test
  void aReplyToAnotherOrderOrAmountIsUnknown() {
    unknown(authorise(signed(PAY, PAID.replace("W1_1", "W1_2"))));
    unknown(authorise(signed(PAY, PAID.replace("\"out_trade_no\":\"W1_1\",", ""))));
    for (String amount : List.of("12.91", "1290", "1.29", "-12.90", "12.900", "", "1e1", "NaN")) {
      unknown(authorise(signed(PAY, PAID.replace("12.90", amount))));
    }
    unknown(
        authorise(
            signed(
                PAY,
                "{\"code\":\"40004\",\"sub_code\":\"ACQ.PAYMENT_FAIL\",\"out_trade_no\":\"W1_2\"}")));
    unknown(
        query("{\"code\":\"10000\",\"trade_status\":\"TRADE_CLOSED\",\"out_trade_no\":\"W1_2\"}"));
    unknown(
        query(
            "{\"code\":\"40004\",\"sub_code\":\"ACQ.TRADE_NOT_EXIST\",\"out_trade_no\":\"W1_2\"}"));
    unknown(
        cancel(
            "{\"code\":\"10000\",\"action\":\"close\",\"retry_flag\":\"N\",\"out_trade_no\":\"W1_2\"}"));
    gateway.says(200, signed("alipay.trade.query", PAID)); // another method's reply to this order
    unknown(provider.authorise(ORDER, CODE));
  }

  @Test
  void onlyNamedCodesAreRefusals() {
    assertEquals(
        new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "ACQ.BUYER_BALANCE_NOT_ENOUGH"),
        authorise(
            signed(
                PAY,
                "{\"code\":\"40004\",\"sub_code\":\"ACQ.BUYER_BALANCE_NOT_ENOUGH\",\"out_trade_no\":\"W1_1\"}")));
    for (String node :
        List.of(
            "{}",
            "{\"code\":\"20000\",\"sub_code\":\"isp.unknow-error\"}",
            "{\"code\":\"40004\",\"sub_code\":\"ACQ.SYSTEM_ERROR\"}",
            "{\"code\":\"40004\",\"sub_code\":\"ACQ.TRADE_HAS_SUCCESS\"}",
            "{\"code\":\"40004\",\"sub_code\":\"ACQ.CONTEXT_INCONSISTENT\"}",
            "{\"code\":\"40004\"}",
            "{\"code\":null}",
            "{\"code\":{\"a\":\"10000\"}}",
            "{\"code\":\"99999\"}")) {
      unknown(authorise(signed(PAY, node)));
    }
  }

  /** The refusal of somebody else's payment fits any order that it does not name. */
  @Test
  void aRefusalThatNamesNoOrderIsConfirmedByAQuery() {
    String paid = PAID.replace("{", "{\"trade_status\":\"TRADE_SUCCESS\",");
    for (String node :
        List.of(
            "{\"code\":\"40004\",\"sub_code\":\"ACQ.BUYER_BALANCE_NOT_ENOUGH\"}",
            "{\"code\":\"40002\",\"sub_code\":\"isv.invalid-signature\"}")) {
      assertEquals(new Outcome.Approved("T"), refusedThen(node, paid));
      assertEquals(
          new Outcome.Pending(),
          refusedThen(node, paid.replace("TRADE_SUCCESS", "WAIT_BUYER_PAY")));
      for (String none :
          List.of(
              "{\"code\":\"40004\",\"sub_code\":\"ACQ.TRADE_NOT_EXIST\"}",
              paid.replace("TRADE_SUCCESS", "TRADE_CLOSED"))) {
        assertTrue(refusedThen(node, none) instanceof Outcome.Declined);
      }
      unknown(refusedThen(node, "{\"code\":\"20000\"}"));
      String gate = "{\"code\":\"40002\",\"sub_code\":\"isv.invalid-signature\"}";
      assertEquals(
          node.equals(gate),
          refusedThen(node, gate) instanceof Outcome.Declined,
          "as it refuses us");
      unknown(refusedThen(node, paid.replace("W1_1", "W1_2")));
    }
  }

  private Outcome refusedThen(String node, String query) {
    gateway.says(200, signed(PAY, node)).then(signed("alipay.trade.query", query));
    return provider.authorise(ORDER, CODE);
  }

  /**
   * Only fund_change Y says that this request moved money, and it does not say under which number:
   * what another part of the order got is no proof for this one (refund reference).
   */
  @Test
  void aRefundThatIsNotCertainIsConfirmedByItsNumber() {
    String fund =
        "{\"code\":\"10000\",\"out_trade_no\":\"W1_1\",\"fund_change\":\"%s\",\"refund_fee\":\"%s\"}";
    String none = "{\"code\":\"10000\",\"out_trade_no\":\"W1_1\"}";
    String found =
        "{\"code\":\"10000\",\"out_trade_no\":\"W1_1\",\"out_request_no\":\"R1\",\"refund_amount\":\"%s\",\"refund_status\":\"REFUND_SUCCESS\"}";
    Money all = ORDER.amount();
    Money part = Money.of(290, "CNY");
    assertEquals(new Refund.Accepted(), refund(all, fund.formatted("Y", "12.90"), none));
    assertEquals(
        new Refund.Accepted(), refund(all, fund.formatted("N", "12.90"), found.formatted("12.90")));
    assertEquals(
        new Refund.Accepted(), refund(part, fund.formatted("Y", "2.90"), found.formatted("2.90")));
    for (String moved : List.of("N", "")) {
      assertTrue(
          refund(all, fund.formatted(moved, "12.90"), none) instanceof Refund.Unknown, moved);
    }
    // The reply to the refund of another part, heard again.
    assertTrue(refund(part, fund.formatted("Y", "10.00"), none) instanceof Refund.Unknown);
    assertTrue(
        refund(part, fund.formatted("Y", "10.00"), found.formatted("10.00"))
            instanceof Refund.Unknown);
  }

  private Refund refund(Money amount, String node, String query) {
    gateway
        .says(200, signed("alipay.trade.refund", node))
        .then(signed("alipay.trade.fastpay.refund.query", query));
    return provider.refund(ORDER, amount, "R1");
  }

  @Test
  void queriesAndCancellationsAreReadByTheBook() {
    String status =
        "{\"code\":\"10000\",\"out_trade_no\":\"W1_1\",\"total_amount\":\"12.90\",\"trade_no\":\"T\",\"trade_status\":\"%s\"}";
    assertEquals(new Outcome.Approved("T"), query(status.formatted("TRADE_SUCCESS")));
    assertEquals(new Outcome.Approved("T"), query(status.formatted("TRADE_FINISHED")));
    assertEquals(new Outcome.Pending(), query(status.formatted("WAIT_BUYER_PAY")));
    assertEquals(new Outcome.Reversed(), query(status.formatted("TRADE_CLOSED")));
    unknown(query(status.formatted("")));
    unknown(query(status.formatted("TRADE_SUCCESS").replace("12.90", "0.01")));
    assertEquals(
        new Outcome.NotFound(), query("{\"code\":\"40004\",\"sub_code\":\"ACQ.TRADE_NOT_EXIST\"}"));
    unknown(query("{\"code\":\"40004\",\"sub_code\":\"ACQ.SYSTEM_ERROR\"}"));

    String done = "{\"code\":\"10000\",\"out_trade_no\":\"W1_1\",\"retry_flag\":\"%s\"%s}";
    assertEquals(new Outcome.Reversed(), cancel(done.formatted("N", ",\"action\":\"close\"")));
    assertEquals(new Outcome.Reversed(), cancel(done.formatted("N", ",\"action\":\"refund\"")));
    assertEquals(new Outcome.NotFound(), cancel(done.formatted("N", "")));
    assertEquals(new Outcome.Pending(), cancel(done.formatted("Y", "")));
    assertEquals(
        new Outcome.NotFound(),
        cancel("{\"code\":\"40004\",\"sub_code\":\"ACQ.TRADE_NOT_EXIST\"}"));
    unknown(cancel("{\"code\":\"40004\",\"sub_code\":\"ACQ.SYSTEM_ERROR\"}"));
    unknown(cancel("{\"code\":\"20000\"}"));
  }

  @Test
  void httpThatIsNotTheGatewaysIsUnknown() throws Exception {
    String good = signed(PAY, PAID);
    for (int status : List.of(201, 204, 400, 403, 407, 500, 502, 503)) {
      gateway.says(status, status == 204 ? "" : good);
      unknown(provider.authorise(ORDER, CODE));
    }
    unknown(authorise("<html>Welcome to Mall WiFi</html>"));
    unknown(authorise(""));
    for (int cut = 1; cut < good.length(); cut += 7) {
      unknown(authorise(good.substring(0, cut)));
    }
    unknown(authorise(" ".repeat(300 * 1024) + good));
    try (FixedGateway elsewhere = new FixedGateway()) {
      elsewhere.says(200, good);
      gateway.redirects(elsewhere.uri().toString());
      unknown(provider.authorise(ORDER, CODE));
      assertEquals(0, elsewhere.requests(), "a code is sent to nobody else");
    }
  }

  @Test
  void anUnreachableGatewayIsNotSentAndABrokenOneIsUnknown() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/gateway.do");
    }
    try (AlipayProvider lost = FixedGateway.provider(nobody, Duration.ofSeconds(5))) {
      assertTrue(lost.authorise(ORDER, CODE) instanceof Outcome.NotSent);
      assertTrue(lost.query(ORDER) instanceof Outcome.NotSent);
      assertTrue(lost.cancel(ORDER) instanceof Outcome.NotSent);
      assertTrue(lost.refund(ORDER, ORDER.amount(), "R1") instanceof Refund.NotSent);
    }
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n";
    for (String answer : List.of("", "HTTP/1.1 2", head, head + "{\"alipay")) {
      for (boolean reset : new boolean[] {true, false}) {
        try (FixedGateway.Raw raw = new FixedGateway.Raw(answer, reset, 0);
            AlipayProvider broken = FixedGateway.provider(raw.uri(), Duration.ofSeconds(5))) {
          unknown(broken.authorise(ORDER, CODE));
        }
      }
    }
  }

  @Test
  void aDrippingReplyIsBoundedByTheTotalTime() throws Exception {
    String drip = "HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n" + " ".repeat(4000);
    try (FixedGateway.Raw raw = new FixedGateway.Raw(drip, false, 20);
        AlipayProvider slow = FixedGateway.provider(raw.uri(), Duration.ofMillis(1_500))) {
      long start = System.nanoTime();
      unknown(slow.authorise(ORDER, CODE));
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis >= 1_400 && millis < 6_000, millis + " ms");
    }
  }

  @Test
  void onlyAlipayCodesAreAccepted() {
    for (String digits : List.of("2500000000000000", "300000000000000000000000")) {
      assertTrue(provider.accepts(new PayCode(digits)));
    }
    for (String digits :
        List.of("240000000000000000", "130000000000000000", "28000", "2800000000000000x", "")) {
      assertTrue(!provider.accepts(new PayCode(digits)));
    }
  }
}
