package org.facepay.terminal.provider.alipay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.provider.wire.Wire;
import org.facepay.terminal.sale.Money;

/** Refunds at Alipay: {@code alipay.trade.refund} and {@code alipay.trade.fastpay.refund.query}. */
final class AlipayRefunds implements RefundProvider {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AlipayGateway gateway;

  AlipayRefunds(AlipayGateway gateway) {
    this.gateway = gateway;
  }

  /** {@code alipay.trade.refund}: the same {@code out_request_no} never moves money twice. */
  @Override
  public Refund refund(Order order, Money amount, String requestNo) {
    ObjectNode content = JSON.createObjectNode().put("out_trade_no", order.outTradeNo());
    content.put("refund_amount", amount.figures()).put("out_request_no", requestNo);
    Refund refund =
        askForRefund(
            "alipay.trade.refund", content, reply -> refunded(reply, order, amount, requestNo));
    return refund instanceof Refund.Refused refused
        ? refused.confirmedBy(queryRefund(order, amount, requestNo))
        : refund;
  }

  /** {@code alipay.trade.fastpay.refund.query}; refused when there is no refund of this number. */
  @Override
  public Refund queryRefund(Order order, Money amount, String requestNo) {
    ObjectNode content = JSON.createObjectNode().put("out_trade_no", order.outTradeNo());
    content.put("out_request_no", requestNo);
    return askForRefund(
        "alipay.trade.fastpay.refund.query",
        content,
        reply -> refundFound(reply, order, amount, requestNo));
  }

  private Refund askForRefund(
      String method, ObjectNode content, Function<AlipayReply, Refund> reading) {
    return Wire.outcome(
        () -> gateway.call(method, content), reading, Refund.NotSent::new, Refund.Unknown::new);
  }

  /**
   * A reply names the order, but not the refund: only when nothing else can go back is it certainly
   * about this one. refund_fee is what has gone back in all, this refund included; fund_change Y
   * says that this request moved money (refund reference).
   */
  private static boolean everythingWentBack(AlipayReply reply, Order order, Money amount) {
    return amount.equals(order.amount())
        && reply.text("fund_change").equals("Y")
        && reply.minorOf("refund_fee").filter(m -> m == amount.minor()).isPresent();
  }

  /** The request was taken in; that it cannot be found yet does not say that it was refused. */
  private static Refund found(Refund known) {
    return known instanceof Refund.Accepted
        ? known
        : new Refund.Unknown("taken in, and not known to be carried out: " + known);
  }

  private static Refund refundFound(
      AlipayReply reply, Order order, Money amount, String requestNo) {
    if (AlipayProvider.isForAnother(reply, order)) {
      return new Refund.Unknown("the reply is for another order");
    }
    String code = reply.text("code");
    if (code.equals("40004") && reply.text("sub_code").matches("(ACQ\\.)?TRADE_NOT_EXIST")) {
      return new Refund.Refused(reply.text("sub_code"));
    }
    if (!code.equals("10000")) {
      return new Refund.Unknown("code " + code + " " + reply.text("sub_code"));
    }
    String status = reply.text("refund_status");
    if (reply.text("out_request_no").isEmpty() && reply.text("refund_amount").isEmpty()) {
      return new Refund.Refused("no such refund");
    }
    boolean ours =
        AlipayProvider.isFor(reply, order)
            && reply.text("out_request_no").equals(requestNo)
            && reply.minorOf("refund_amount").filter(m -> m == amount.minor()).isPresent();
    if (!ours) {
      return new Refund.Unknown("the reply is for another refund or amount");
    }
    return status.isEmpty() || status.equals("REFUND_SUCCESS")
        ? new Refund.Accepted()
        : new Refund.Unknown("status " + status);
  }

  private Refund refunded(AlipayReply reply, Order order, Money amount, String requestNo) {
    String code = reply.text("code");
    String subCode = reply.text("sub_code");
    if (code.equals("10000") && AlipayProvider.isFor(reply, order)) {
      return everythingWentBack(reply, order, amount)
          ? new Refund.Accepted()
          : found(queryRefund(order, amount, requestNo));
    }
    if (code.equals("40004")
        && !subCode.equals("ACQ.SYSTEM_ERROR")
        && !AlipayProvider.isForAnother(reply, order)) {
      return new Refund.Refused(subCode);
    }
    return new Refund.Unknown("code " + code + " " + subCode);
  }
}
