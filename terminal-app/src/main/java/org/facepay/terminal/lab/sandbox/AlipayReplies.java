package org.facepay.terminal.lab.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.facepay.terminal.lab.sandbox.WalletSandbox.Reply;

/** What the open platform answers, in its words. */
final class AlipayReplies {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AlipayReplies() {}

  static String code(Ledger.Refusal why) {
    return switch (why) {
      case BALANCE_TOO_LOW -> "ACQ.BUYER_BALANCE_NOT_ENOUGH";
      case CODE_EXPIRED -> "ACQ.PAYMENT_AUTH_CODE_INVALID";
      case OTHER_CONTENT -> "ACQ.CONTEXT_INCONSISTENT";
      case CLOSED -> "ACQ.TRADE_HAS_CLOSE";
      case NO_SUCH_ORDER -> "ACQ.TRADE_NOT_EXIST";
      case OTHER_AMOUNT -> "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL";
      case NOT_PAID -> "ACQ.TRADE_STATUS_ERROR";
    };
  }

  /** An amount in fen, 0 for what is none. */
  static long fen(String yuan) {
    return yuan.matches("\\d{1,12}(\\.\\d{1,2})?")
        ? new BigDecimal(yuan).movePointRight(2).longValueExact()
        : 0;
  }

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  static ObjectNode paid(String outTradeNo, String tradeNo, String amount) {
    ObjectNode node =
        ok().put("out_trade_no", outTradeNo).put("trade_no", tradeNo).put("total_amount", amount);
    return node.put("buyer_logon_id", "159****5620").put("receipt_amount", amount);
  }

  static ObjectNode ok() {
    return JSON.createObjectNode().put("code", "10000").put("msg", "Success");
  }

  static ObjectNode error(String code, String msg, String subCode) {
    ObjectNode node = JSON.createObjectNode().put("code", code).put("msg", msg);
    return node.put("sub_code", subCode).put("sub_msg", subCode);
  }

  static Reply failed(String method, String subCode) {
    return reply(method, error("40004", "Business Failed", subCode));
  }

  static Reply reply(String method, ObjectNode node) {
    return new Reply(method, 200, node.toString());
  }
}
