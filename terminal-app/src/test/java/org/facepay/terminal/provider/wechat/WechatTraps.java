package org.facepay.terminal.provider.wechat;

import static org.facepay.terminal.provider.wechat.FixedPlatform.ORDER;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A platform that lies, and the provider that asks it. */
abstract class WechatTraps {
  static final Duration ANSWER = Duration.ofSeconds(10);

  static final PayCode CODE = new PayCode("130000000000000000");

  static final BigInteger OTHER_SERIAL = new BigInteger("5f00000000000001", 16);

  static final String PAID =
      """
      {"appid":"wx2021","mchid":"1900000001","out_trade_no":"W1_0001","transaction_id":"T",\
      "trade_state":"SUCCESS","amount":{"total":1290,"currency":"CNY"}}""";

  FixedPlatform platform;

  WechatProvider provider;

  @BeforeEach
  void start() throws Exception {
    platform = new FixedPlatform();
    provider = FixedPlatform.provider(platform.uri(), ANSWER);
  }

  @AfterEach
  void stop() {
    provider.close();
    platform.close();
  }

  Outcome authorise(int status, String body) {
    platform.says(status, body);
    return provider.authorise(ORDER, CODE);
  }

  Outcome query(int status, String body) {
    platform.says(status, body);
    return provider.query(ORDER);
  }

  Outcome cancel(int status, String body) {
    platform.says(status, body);
    return provider.cancel(ORDER);
  }

  static void unknown(Outcome outcome) {
    assertTrue(outcome instanceof Outcome.Unknown, outcome::toString);
  }

  static String error(String code) {
    return "{\"code\":\"" + code + "\",\"message\":\"x\"}";
  }
}
