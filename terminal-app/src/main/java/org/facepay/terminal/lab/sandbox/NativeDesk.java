package org.facepay.terminal.lab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.facepay.terminal.lab.sandbox.WalletSandbox.Reply;
import org.facepay.terminal.lab.sandbox.WalletSandbox.Till;

/** The shown codes of {@link WechatSandbox}: what native and close answer. */
final class NativeDesk {
  static final String NATIVE = "/v3/pay/transactions/native";

  private final WechatSandbox sandbox;

  NativeDesk(WechatSandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** An order of a shown code that nobody has paid yet. */
  Reply unpaid(ShownOrder order) {
    boolean over = order.closed() || !Instant.now().isBefore(order.ends());
    ObjectNode node =
        sandbox.echo(order.outTradeNo()).put("trade_state", over ? "CLOSED" : "NOTPAY");
    long fen = new BigDecimal(order.amount()).movePointRight(2).longValueExact();
    node.putObject("amount").put("total", fen).put("currency", "CNY");
    return WechatSandbox.ok(node);
  }

  /** Closes an order that nobody has paid. */
  Reply close(String number) {
    return sandbox
        .ledger()
        .closeShown(number)
        .map(
            why ->
                switch (why) {
                  case NO_SUCH_ORDER -> WechatSandbox.error(404, "ORDER_NOT_EXIST");
                  case CLOSED -> WechatSandbox.error(400, "ORDER_CLOSED");
                  default -> WechatSandbox.error(400, "ORDERPAID");
                })
        .orElseGet(() -> new Reply("", 204, ""));
  }

  /** Makes a code for an order. */
  void show(HttpExchange exchange, JsonNode content) throws IOException {
    JsonNode amount = content.path("amount");
    String number = content.path("out_trade_no").asText();
    Optional<Instant> ends = time(content.path("time_expire").asText());
    if (!sandbox.isMerchants(content)
        || !number.matches("[A-Za-z0-9_\\-|*]{6,32}")
        || amount.path("total").asLong() <= 0
        || !amount.path("currency").asText().equals("CNY")
        || content.path("description").asText().isEmpty()
        || !content.path("notify_url").asText().startsWith("https://")
        || ends.isEmpty()) {
      sandbox.refuse(exchange, NATIVE);
      return;
    }
    String yuan = WechatSandbox.yuan(amount.path("total").asLong());
    Till till =
        new Till() {
          @Override
          public Reply take(Behaviour behaviour) {
            return sandbox
                .ledger()
                .show(number, yuan, ends.get())
                .map(WechatSandbox::refused)
                .orElseGet(() -> lie(number));
          }

          @Override
          public Reply lie(String about) {
            return WechatSandbox.ok(
                JsonNodeFactory.instance
                    .objectNode()
                    .put("code_url", "weixin://wxpay/bizpayurl?pr=" + about));
          }
        };
    sandbox.pay(exchange, NATIVE, number, "shown " + number, till);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
