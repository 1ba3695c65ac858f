package org.facepay.terminal.lab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.facepay.terminal.lab.sandbox.Promise.Status;
import org.facepay.terminal.lab.sandbox.WalletSandbox.Reply;
import org.facepay.terminal.lab.sandbox.WalletSandbox.Till;

/** The pre-authorisations of {@link AlipaySandbox}: what the methods of fund.auth answer. */
final class AlipayHoldDesk {
  private static final int PERSON = 6;

  static final String FREEZE = "alipay.fund.auth.order.freeze";
  static final String VOUCHER = "alipay.fund.auth.order.voucher.create";
  static final String QUERY = "alipay.fund.auth.operation.detail.query";
  static final String CANCEL = "alipay.fund.auth.operation.cancel";
  static final String UNFREEZE = "alipay.fund.auth.order.unfreeze";

  private final AlipaySandbox sandbox;
  private final Promises promises;
  private final Map<String, String> payers = new ConcurrentHashMap<>();

  AlipayHoldDesk(AlipaySandbox sandbox, Promises promises) {
    this.sandbox = sandbox;
    this.promises = promises;
  }

  void freeze(HttpExchange exchange, JsonNode content) throws IOException {
    String number = content.path("out_order_no").asText();
    String code = content.path("auth_code").asText();
    String amount = content.path("amount").asText();
    if (number.isEmpty()
        || !content.path("out_request_no").asText().equals(number)
        || !content.path("product_code").asText().matches("PREAUTH_PAY|PRE_AUTH")
        || !amount.matches("\\d{1,9}\\.\\d\\d")
        || !content.path("auth_code_type").asText().matches("bar_code|security_code")) {
      sandbox.refuse(exchange, FREEZE, "isv.invalid-parameter");
      return;
    }
    payers.put(number, payer(code));
    Till till =
        new Till() {
          @Override
          public Reply take(Behaviour behaviour) {
            return frozen(promises.place(number, code, AlipayReplies.fen(amount), behaviour));
          }

          @Override
          public Reply lie(String about) {
            Promise promise =
                new Promise(
                    about,
                    "1",
                    AlipayReplies.fen(amount),
                    AlipayReplies.fen(amount),
                    0,
                    Status.HELD,
                    Behaviour.APPROVE,
                    0);
            return AlipayReplies.reply(FREEZE, operation(promise, promise.outOrderNo(), "SUCCESS"));
          }
        };
    sandbox.pay(exchange, FREEZE, number, code, till);
  }

  Reply voucher(JsonNode content) {
    String number = content.path("out_order_no").asText();
    long fen = AlipayReplies.fen(content.path("amount").asText());
    if (number.isEmpty() || fen == 0 || !content.path("pay_timeout").asText().matches("\\d+m")) {
      sandbox.ledger().violation("voucher.create: bad content");
      return AlipayReplies.failed(VOUCHER, "ILLEGAL_ARGUMENT");
    }
    promises.show(number, fen);
    return AlipayReplies.reply(
        VOUCHER,
        AlipayReplies.ok()
            .put("out_order_no", number)
            .put("out_request_no", number)
            .put("code_type", "qr_code")
            .put("code_value", "https://qr.alipay.com/fux" + number));
  }

  private Reply frozen(Promises.Answer answer) {
    if (answer.promise().isEmpty()) {
      return AlipayReplies.failed(FREEZE, code(answer.refusal().orElseThrow()));
    }
    Promise promise = answer.promise().get();
    ObjectNode node =
        operation(
            promise, promise.outOrderNo(), promise.status() == Status.WAITING ? "INIT" : "SUCCESS");
    if (promise.status() == Status.WAITING) {
      node.put("code", "10003").put("msg", " order success pay inprocess");
    }
    return AlipayReplies.reply(FREEZE, node);
  }

  Reply query(JsonNode content) {
    Optional<Promise> found = promises.query(content.path("out_order_no").asText());
    if (found.isEmpty()) {
      return AlipayReplies.failed(QUERY, "AUTH_ORDER_NOT_EXIST");
    }
    Promise promise = found.get();
    ObjectNode node =
        operation(
            promise,
            promise.outOrderNo(),
            switch (promise.status()) {
              case WAITING -> "INIT";
              case HELD -> "SUCCESS";
              case OVER -> promise.paidFen() > 0 ? "SUCCESS" : "CLOSED";
            });
    node.put("operation_type", "FREEZE");
    node.put(
        "order_status",
        switch (promise.status()) {
          case WAITING -> "INIT";
          case HELD -> "AUTHORIZED";
          case OVER -> promise.paidFen() > 0 ? "FINISH" : "CLOSED";
        });
    node.put("total_freeze_amount", AlipayReplies.yuan(promise.amountFen()));
    node.put("rest_amount", AlipayReplies.yuan(promise.heldFen()));
    return AlipayReplies.reply(
        QUERY, node.put("total_pay_amount", AlipayReplies.yuan(promise.paidFen())));
  }

  Reply cancel(JsonNode content) {
    String number = content.path("out_order_no").asText();
    Optional<Promise> before = promises.query(number);
    Optional<Promises.Answer> answer = promises.cancel(number);
    if (answer.isEmpty()) {
      return AlipayReplies.failed(CANCEL, "AUTH_ORDER_NOT_EXIST");
    }
    if (answer.get().promise().isEmpty()) {
      return AlipayReplies.failed(CANCEL, "ORDER_ALREADY_FINISH");
    }
    boolean held = before.filter(p -> p.status() == Status.HELD).isPresent();
    ObjectNode node = AlipayReplies.ok().put("out_order_no", number);
    node.put("auth_no", answer.get().promise().get().reference());
    return AlipayReplies.reply(CANCEL, node.put("action", held ? "unfreeze" : "close"));
  }

  Reply unfreeze(JsonNode content) {
    String requestNo = content.path("out_request_no").asText();
    long fen = AlipayReplies.fen(content.path("amount").asText());
    Optional<Promise> found = promises.byReference(content.path("auth_no").asText());
    if (found.isEmpty()) {
      return AlipayReplies.failed(UNFREEZE, "AUTH_ORDER_NOT_EXIST");
    }
    Promises.Answer answer = promises.release(found.get().outOrderNo(), requestNo, fen);
    if (answer.promise().isEmpty()) {
      return AlipayReplies.failed(UNFREEZE, code(answer.refusal().orElseThrow()));
    }
    return AlipayReplies.reply(
        UNFREEZE,
        operation(answer.promise().get(), requestNo, "SUCCESS")
            .put("amount", AlipayReplies.yuan(fen)));
  }

  /** trade.pay with auth_no. */
  Reply capture(JsonNode content, String method) {
    String number = content.path("out_trade_no").asText();
    String mode = content.path("auth_confirm_mode").asText();
    Optional<Promise> found = promises.byReference(content.path("auth_no").asText());
    String amount = content.path("total_amount").asText();
    if (number.isEmpty() || !mode.matches("COMPLETE|NOT_COMPLETE") || found.isEmpty()) {
      sandbox.ledger().violation("trade.pay with auth_no: bad content");
      return AlipayReplies.failed(method, "ACQ.INVALID_PARAMETER");
    }
    Promises.Answer answer =
        promises.capture(
            found.get().outOrderNo(), number, AlipayReplies.fen(amount), mode.equals("COMPLETE"));
    if (answer.promise().isEmpty()) {
      return AlipayReplies.failed(method, "ACQ." + code(answer.refusal().orElseThrow()));
    }
    Trade trade = sandbox.ledger().captured(number, amount);
    return AlipayReplies.reply(method, AlipayReplies.paid(number, trade.tradeNo(), amount));
  }

  /** Whose code it is: the last digits of all of a person's codes are the same here. */
  private static String payer(String code) {
    return "0" + code.substring(Math.max(0, code.length() - PERSON));
  }

  private ObjectNode operation(Promise promise, String requestNo, String status) {
    ObjectNode node = AlipayReplies.ok().put("auth_no", promise.reference());
    node.put("payer_open_id", payers.getOrDefault(promise.outOrderNo(), "0shown"));
    node.put("out_order_no", promise.outOrderNo()).put("out_request_no", requestNo);
    node.put("operation_id", promise.reference().substring(0, 1) + requestNo);
    return node.put("amount", AlipayReplies.yuan(promise.amountFen())).put("status", status);
  }

  private static String code(Ledger.Refusal why) {
    return switch (why) {
      case BALANCE_TOO_LOW -> "BUYER_BALANCE_NOT_ENOUGH";
      case CODE_EXPIRED -> "AUTH_TOKEN_NOT_EXIST";
      case OTHER_CONTENT -> "CONTEXT_INCONSISTENT";
      case CLOSED -> "ORDER_ALREADY_CLOSED";
      case NO_SUCH_ORDER -> "AUTH_ORDER_NOT_EXIST";
      case OTHER_AMOUNT -> "AUTH_AMOUNT_NOT_ENOUGH";
      case NOT_PAID -> "ORDER_ALREADY_FINISH";
    };
  }
}
