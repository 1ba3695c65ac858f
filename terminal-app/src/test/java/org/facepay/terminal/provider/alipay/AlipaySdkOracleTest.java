package org.facepay.terminal.provider.alipay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipaySignature;
import com.alipay.api.request.AlipayFundAuthOperationCancelRequest;
import com.alipay.api.request.AlipayFundAuthOperationDetailQueryRequest;
import com.alipay.api.request.AlipayFundAuthOrderFreezeRequest;
import com.alipay.api.request.AlipayFundAuthOrderUnfreezeRequest;
import com.alipay.api.request.AlipayTradeCancelRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePayRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradePayResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.lab.sandbox.AlipaySandbox;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.wire.GatewayWatch;
import org.facepay.terminal.provider.wire.PublicKeys;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;

/**
 * Alipay's official SDK as the judge: it accepts our sandbox's signatures, and our client accepts
 * what it accepts, but for the traps where it is wrong.
 */
class AlipaySdkOracleTest {
  private static final String PAY = "alipay.trade.pay";
  private static final Duration ANSWER = Duration.ofSeconds(10);

  static AlipayClient sdk(URI gateway) throws AlipayApiException {
    AlipayConfig config = new AlipayConfig();
    config.setServerUrl(gateway.toString());
    config.setAppId("2021");
    config.setPrivateKey(Keys.base64(Keys.MERCHANT.getPrivate()));
    config.setAlipayPublicKey(Keys.base64(Keys.ALIPAY.getPublic()));
    config.setFormat("json");
    config.setCharset("UTF-8");
    config.setSignType("RSA2");
    return new DefaultAlipayClient(config);
  }

  private static AlipaySandbox sandbox() throws Exception {
    return new AlipaySandbox(
        "2021", Keys.MERCHANT.getPublic(), Keys.ALIPAY, Keys.FORGER, Duration.ofSeconds(1));
  }

  private static AlipayTradePayRequest payRequest(String outTradeNo, String code) {
    AlipayTradePayRequest request = new AlipayTradePayRequest();
    request.setBizContent(
        "{\"out_trade_no\":\"%s\",\"scene\":\"bar_code\",\"auth_code\":\"%s\",\"total_amount\":\"12.90\",\"subject\":\"农夫山泉 \\\"550ml\\\" & 1=1\"}"
            .formatted(outTradeNo, code));
    return request;
  }

  @Test
  void theSdkPaysQueriesAndCancelsAtOurSandbox() throws Exception {
    try (AlipaySandbox sandbox = sandbox()) {
      AlipayClient sdk = sdk(sandbox.gateway());
      AlipayTradePayResponse paid = sdk.execute(payRequest("S_1", "280000000000000001"));
      assertTrue(paid.isSuccess(), paid::getBody);
      assertEquals("S_1", paid.getOutTradeNo());
      assertEquals("12.90", paid.getTotalAmount());
      assertEquals(sandbox.trades().getFirst().tradeNo(), paid.getTradeNo());

      AlipayTradeQueryRequest query = new AlipayTradeQueryRequest();
      query.setBizContent("{\"out_trade_no\":\"S_1\"}");
      AlipayTradeQueryResponse found = sdk.execute(query);
      assertEquals("TRADE_SUCCESS", found.getTradeStatus());
      assertEquals("12.90", found.getTotalAmount());

      AlipayTradeCancelRequest cancel = new AlipayTradeCancelRequest();
      cancel.setBizContent("{\"out_trade_no\":\"S_1\"}");
      var cancelled = sdk.execute(cancel);
      assertTrue(cancelled.isSuccess());
      assertEquals("refund", cancelled.getAction());
      assertEquals("N", cancelled.getRetryFlag());
      assertEquals("TRADE_CLOSED", sdk.execute(query).getTradeStatus());

      query.setBizContent("{\"out_trade_no\":\"S_2\"}");
      AlipayTradeQueryResponse none = sdk.execute(query);
      assertFalse(none.isSuccess());
      assertEquals("ACQ.TRADE_NOT_EXIST", none.getSubCode());
      sandbox.script(Behaviour.BALANCE_TOO_LOW);
      assertEquals(
          "ACQ.BUYER_BALANCE_NOT_ENOUGH",
          sdk.execute(payRequest("S_3", "280000000000000003")).getSubCode());
      assertEquals(List.of(), sandbox.violations());
    }
  }

  @Test
  void theSdkShowsACodeAndGivesPartsBackAtOurSandbox() throws Exception {
    try (AlipaySandbox sandbox = sandbox();
        AlipayGateway gateway =
            new AlipayGateway(
                FixedGateway.settings(sandbox.gateway(), ANSWER),
                InstantSource.system(),
                new GatewayWatch(new Alarms(InstantSource.system()), "alipay"))) {
      AlipayRefunds ours = new AlipayRefunds(gateway);
      AlipayClient sdk = sdk(sandbox.gateway());
      AlipayTradePrecreateRequest show = new AlipayTradePrecreateRequest();
      show.setBizContent(
          "{\"out_trade_no\":\"S_9\",\"total_amount\":\"12.90\",\"subject\":\"店\",\"qr_code_timeout_express\":\"2m\"}");
      var shown = sdk.execute(show);
      assertTrue(shown.isSuccess(), shown::getBody);
      assertEquals("S_9", shown.getOutTradeNo());
      assertTrue(shown.getQrCode().startsWith("https://qr.alipay.com/"));
      assertTrue(sandbox.scan("S_9", true));

      AlipayTradeRefundRequest refund = new AlipayTradeRefundRequest();
      refund.setBizContent(
          "{\"out_trade_no\":\"S_9\",\"refund_amount\":\"2.90\",\"out_request_no\":\"S_9_1\"}");
      var refunded = sdk.execute(refund);
      assertTrue(refunded.isSuccess(), refunded::getBody);
      assertEquals("Y", refunded.getFundChange());
      assertEquals("2.90", refunded.getRefundFee());
      AlipayTradeFastpayRefundQueryRequest ask = new AlipayTradeFastpayRefundQueryRequest();
      ask.setBizContent("{\"out_trade_no\":\"S_9\",\"out_request_no\":\"S_9_1\"}");
      var found = sdk.execute(ask);
      assertEquals("REFUND_SUCCESS", found.getRefundStatus());
      assertEquals("2.90", found.getRefundAmount());
      Order order = new Order("S_9", Money.of(1290, "CNY"), "店");
      assertEquals(new Refund.Accepted(), ours.queryRefund(order, Money.of(290, "CNY"), "S_9_1"));
      assertTrue(ours.queryRefund(order, Money.of(291, "CNY"), "S_9_1") instanceof Refund.Unknown);
      assertTrue(ours.queryRefund(order, Money.of(290, "CNY"), "S_9_2") instanceof Refund.Refused);
      assertEquals(List.of(), sandbox.violations());
    }
  }

  @Test
  void theSdkHoldsCapturesAndLetsGoAtOurSandbox() throws Exception {
    try (AlipaySandbox sandbox = sandbox()) {
      AlipayClient sdk = sdk(sandbox.gateway());
      AlipayFundAuthOrderFreezeRequest freeze = new AlipayFundAuthOrderFreezeRequest();
      freeze.setBizContent(
          "{\"auth_code\":\"280000000000000077\",\"auth_code_type\":\"bar_code\",\"out_order_no\":\"S_H\",\"out_request_no\":\"S_H\",\"order_title\":\"店\",\"amount\":\"50.00\",\"product_code\":\"PREAUTH_PAY\"}");
      var held = sdk.execute(freeze);
      assertTrue(held.isSuccess(), held::getBody);
      assertEquals("SUCCESS", held.getStatus());
      AlipayFundAuthOperationDetailQueryRequest ask =
          new AlipayFundAuthOperationDetailQueryRequest();
      ask.setBizContent(
          "{\"out_order_no\":\"S_H\",\"out_request_no\":\"S_H\",\"operation_type\":\"FREEZE\"}");
      assertEquals("AUTHORIZED", sdk.execute(ask).getOrderStatus());
      AlipayTradePayRequest capture = new AlipayTradePayRequest();
      capture.setBizContent(
          "{\"out_trade_no\":\"S_HC\",\"auth_no\":\"%s\",\"total_amount\":\"12.90\",\"subject\":\"店\",\"product_code\":\"PREAUTH_PAY\",\"auth_confirm_mode\":\"NOT_COMPLETE\"}"
              .formatted(held.getAuthNo()));
      assertTrue(sdk.execute(capture).isSuccess());
      var part = sdk.execute(ask);
      assertEquals("37.10", part.getRestAmount());
      assertEquals("12.90", part.getTotalPayAmount());
      AlipayFundAuthOrderUnfreezeRequest letGo = new AlipayFundAuthOrderUnfreezeRequest();
      letGo.setBizContent(
          "{\"auth_no\":\"%s\",\"out_request_no\":\"S_HR\",\"amount\":\"37.10\",\"remark\":\"x\"}"
              .formatted(held.getAuthNo()));
      assertEquals("SUCCESS", sdk.execute(letGo).getStatus());
      assertEquals("FINISH", sdk.execute(ask).getOrderStatus());
      AlipayFundAuthOperationCancelRequest cancel = new AlipayFundAuthOperationCancelRequest();
      cancel.setBizContent("{\"out_order_no\":\"S_N\",\"out_request_no\":\"S_N\"}");
      assertEquals("AUTH_ORDER_NOT_EXIST", sdk.execute(cancel).getSubCode());
      assertEquals(List.of(), sandbox.violations());
    }
  }

  @Test
  void whereTheSdkIsWrongOursIsNot() throws Exception {
    try (AlipaySandbox sandbox = sandbox();
        AlipayProvider ours = FixedGateway.provider(sandbox.gateway(), ANSWER)) {
      AlipayClient sdk = sdk(sandbox.gateway());
      Order order = new Order("S_4", Money.of(1290, "CNY"), "店");
      sandbox.script(Behaviour.NEVER_CONFIRM);
      AlipayTradePayResponse pending = sdk.execute(payRequest("S_4", "280000000000000004"));
      assertEquals("10003", pending.getCode());
      assertTrue(pending.isSuccess(), "the trap: nothing is paid yet");
      assertEquals(new Outcome.Pending(), ours.authorise(order, new PayCode("280000000000000004")));
      assertEquals(new Outcome.Pending(), ours.query(order));

      sandbox.script(Behaviour.PAID_BUT_UNSIGNED, Behaviour.OTHER_ORDER, Behaviour.OTHER_ORDER);
      assertThrows(
          RuntimeException.class, () -> sdk.execute(payRequest("S_5", "280000000000000005")));
      AlipayTradePayResponse replayed = sdk.execute(payRequest("S_6", "280000000000000006"));
      assertTrue(replayed.isSuccess(), "the trap: it is another order's");
      assertUnknown(
          ours.authorise(
              new Order("S_7", Money.of(1290, "CNY"), "店"), new PayCode("280000000000000007")));
    }
  }

  @Test
  void signsTheSameText() throws Exception {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      Map<String, String> parameters = new HashMap<>();
      for (int n = random.nextInt(12); n >= 0; n--) {
        String value = random.nextInt(6) == 0 ? "" : text(random);
        parameters.put("k" + random.nextInt(40) + (random.nextBoolean() ? "_Z" : ""), value);
      }
      String canonical = Rsa2.canonical(parameters);
      assertEquals(AlipaySignature.getSignContent(parameters), canonical);
      if (i % 10 == 0) {
        String sign = Rsa.sign(canonical, Keys.MERCHANT.getPrivate());
        String key = Keys.base64(Keys.MERCHANT.getPrivate());
        assertEquals(AlipaySignature.rsa256Sign(canonical, key, "UTF-8"), sign);
        parameters.put("sign", sign);
        assertEquals(canonical, Rsa2.canonical(parameters), "sign is never signed");
      }
    }
  }

  @Test
  void readsWhatTheSdkReads() throws Exception {
    Random random = new Random(12);
    int accepted = 0;
    try (FixedGateway gateway = new FixedGateway()) {
      AlipayClient sdk = sdk(gateway.uri());
      for (int i = 0; i < 240; i++) {
        String message = text(random);
        String node =
            "{%s\"code\":\"10000\",\"out_trade_no\":\"W1_1\",\"sub_msg\":\"%s\"%s}"
                .formatted(space(random), escaped(message, random), space(random));
        String body = body(node, random, i % 4);
        gateway.says(200, body);
        AlipayTradePayResponse theirs;
        try {
          theirs = sdk.execute(payRequest("W1_1", "280000000000000001"));
        } catch (AlipayApiException | RuntimeException e) {
          continue;
        }
        if (theirs.getCode() == null) {
          continue;
        }
        accepted++;
        AlipayReply ours = AlipayReply.read(body, PAY, PublicKeys.of(Keys.ALIPAY.getPublic()));
        assertEquals(message, ours.text("sub_msg"), body);
        if (!node.contains("\\u")) { // the SDK misreads the letters of hexadecimal escapes
          assertEquals(theirs.getSubMsg(), ours.text("sub_msg"), body);
        }
      }
    }
    assertTrue(accepted >= 90, "the SDK accepted only " + accepted);
  }

  private static String body(String node, Random random, int shape) throws AlipayApiException {
    String key = Keys.base64(Keys.ALIPAY.getPrivate());
    String sign = AlipaySignature.rsa256Sign(node, key, "UTF-8");
    String name = "\"" + FixedGateway.name(PAY) + "\":";
    return switch (shape) {
      case 0 -> "{" + name + node + ",\"sign\":\"" + sign + "\"}";
      case 1 -> "{\"sign\":\"" + sign + "\"," + name + node + "}";
      case 2 -> "{%s%s,\"alipay_cert_sn\":\"x\",\"sign\":\"%s\"}".formatted(name, node, sign);
      default -> { // escaped on the way, after it was signed
        String sent = node.replace("/", "\\/");
        yield "{" + name + sent + ",\"sign\":\"" + sign + "\"}";
      }
    };
  }

  private static String text(Random random) {
    String letters = "abcXYZ019 _-.,:;{}[]()&=+%/?<>'\"\\中文支付宝é€😀|sign";
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(20); n >= 0; n--) {
      text.appendCodePoint(letters.codePoints().toArray()[random.nextInt(40)]);
    }
    return text.toString();
  }

  private static String escaped(String text, Random random) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c > 127 && random.nextInt(3) == 0) {
                out.append("\\u%04X".formatted(c));
              } else {
                out.append((char) c);
              }
            });
    return out.toString();
  }

  private static String space(Random random) {
    return " ".repeat(random.nextInt(3));
  }

  private static void assertUnknown(Outcome outcome) {
    assertTrue(outcome instanceof Outcome.Unknown, outcome::toString);
  }
}
