package org.facepay.terminal.provider.wechat;

import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import java.time.Duration;
import java.util.List;
import org.facepay.terminal.lab.bench.PaymentsBench;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.provider.Keys;

/** A query by our client, by the official SDK and by bare HTTP, to a server that only signs. */
public final class WechatFigures {
  private static final String PAID =
      """
      {"appid":"wx2021","mchid":"1900000001","out_trade_no":"W1_0001","transaction_id":"T",\
      "trade_state":"SUCCESS","amount":{"total":1290,"currency":"CNY"}}\
      """;

  private WechatFigures() {}

  public static void print() throws Exception {
    try (FixedPlatform platform = new FixedPlatform();
        WechatProvider ours = FixedPlatform.provider(platform.uri(), Duration.ofSeconds(10))) {
      platform.says(200, PAID);
      var certificate =
          FixedPlatform.certificate(
              Keys.ALIPAY, FixedPlatform.SERIAL, Duration.ofDays(-1), Duration.ofDays(1));
      NativePayService sdk =
          new NativePayService.Builder()
              .httpClient(WechatSdkOracleTest.sdk(platform.uri(), List.of(certificate)))
              .build();
      QueryOrderByOutTradeNoRequest query = new QueryOrderByOutTradeNoRequest();
      query.setMchid(FixedPlatform.MCH);
      query.setOutTradeNo(FixedPlatform.ORDER.outTradeNo());
      PaymentsBench.print(
          "wechat",
          "wechatpay-java 0.2.17",
          () -> check(ours.query(FixedPlatform.ORDER) instanceof Outcome.Approved),
          () -> check(sdk.queryOrderByOutTradeNo(query).getTransactionId().equals("T")),
          () -> check(PaymentsBench.bare(platform.uri().resolve("/v3/pay"), "") == 200));
    }
  }

  private static void check(boolean good) {
    if (!good) {
      throw new IllegalStateException("a call failed");
    }
  }
}
