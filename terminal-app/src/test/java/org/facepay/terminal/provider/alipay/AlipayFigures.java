package org.facepay.terminal.provider.alipay;

import com.alipay.api.AlipayClient;
import com.alipay.api.request.AlipayTradeQueryRequest;
import java.time.Duration;
import org.facepay.terminal.lab.bench.PaymentsBench;
import org.facepay.terminal.payment.Outcome;

/** A query by our client, by the official SDK and by bare HTTP, to a server that only answers. */
public final class AlipayFigures {
  private static final String NODE =
      "{\"code\":\"10000\",\"msg\":\"Success\",\"out_trade_no\":\"W1_1\",\"trade_no\":\"T\",\"total_amount\":\"12.90\",\"trade_status\":\"TRADE_SUCCESS\"}";

  private AlipayFigures() {}

  public static void print() throws Exception {
    java.util.logging.LogManager.getLogManager().reset(); // the SDK logs every call
    String answer = FixedGateway.signed("alipay.trade.query", NODE);
    try (FixedGateway gateway = new FixedGateway().says(200, answer);
        AlipayProvider ours = FixedGateway.provider(gateway.uri(), Duration.ofSeconds(10))) {
      AlipayClient sdk = AlipaySdkOracleTest.sdk(gateway.uri());
      AlipayTradeQueryRequest query = new AlipayTradeQueryRequest();
      query.setBizContent("{\"out_trade_no\":\"W1_1\"}");
      PaymentsBench.print(
          "alipay",
          "alipay-sdk-java 4.40.734",
          () -> check(ours.query(FixedGateway.ORDER) instanceof Outcome.Approved),
          () -> check(sdk.execute(query).isSuccess()),
          () -> check(PaymentsBench.bare(gateway.uri(), answer) == 200));
    }
  }

  private static void check(boolean good) {
    if (!good) {
      throw new IllegalStateException("a call failed");
    }
  }
}
