package org.facepay.terminal.lab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.terminal.lab.sandbox.Promise.Status;
import org.facepay.terminal.lab.sandbox.WalletSandbox.Reply;
import org.facepay.terminal.lab.sandbox.WalletSandbox.Till;

/** The pay-score orders of {@link WechatSandbox}. */
final class PayscoreDesk {
  static final String ORDERS = "/v3/payscore/serviceorder";
  private static final Pattern STEP = Pattern.compile(ORDERS + "/([^/]+)/(complete|cancel)");
  private static final Pattern NUMBER = Pattern.compile("(?:^|&)out_order_no=([^&]+)");

  private final WechatSandbox sandbox;
  private final Promises promises;

  /** Completed orders that the shopper has paid for: the next query after the completion. */
  private final Set<String> collected = ConcurrentHashMap.newKeySet();

  PayscoreDesk(WechatSandbox sandbox, Promises promises) {
    this.sandbox = sandbox;
    this.promises = promises;
  }

  void serve(HttpExchange exchange, String path, JsonNode content) throws IOException {
    String method = exchange.getRequestMethod();
    Matcher step = STEP.matcher(path);
    if (method.equals("POST") && path.equals(ORDERS)) {
      create(exchange, content);
    } else if (method.equals("GET") && path.equals(ORDERS)) {
      String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
      Matcher number = NUMBER.matcher(query);
      String asked = number.find() ? number.group(1) : "";
      sandbox.respond(exchange, path, () -> query(asked));
    } else if (method.equals("POST") && step.matches() && !service(content).isEmpty()) {
      String number = step.group(1);
      boolean completes = step.group(2).equals("complete");
      sandbox.respond(
          exchange, path, () -> completes ? complete(number, content) : cancel(number, content));
    } else {
      sandbox.refuse(exchange, path);
    }
  }

  private void create(HttpExchange exchange, JsonNode content) throws IOException {
    String number = content.path("out_order_no").asText();
    JsonNode amount = content.path("risk_fund").path("amount");
    if (!number.matches("[A-Za-z0-9_\\-|*]{6,32}")
        || service(content).isEmpty()
        || !amount.isIntegralNumber()
        || amount.asLong() <= 0
        || content.path("notify_url").asText().isEmpty()
        || content.path("service_introduction").asText().isEmpty()
        || !content.path("time_range").path("start_time").asText().equals("OnAccept")
        || content.path("need_user_confirm").asBoolean(true)
            != content.path("openid").isMissingNode()) {
      sandbox.refuse(exchange, ORDERS);
      return;
    }
    String service = service(content);
    long fen = amount.asLong();
    // An openid is no code: it is good for any number of orders.
    String code = number + content.path("openid").asText();
    Till till =
        new Till() {
          @Override
          public Reply take(Behaviour behaviour) {
            Promises.Answer answer = promises.place(number, code, fen, behaviour);
            return answer
                .promise()
                .map(promise -> WechatSandbox.ok(order(promise, service)))
                .orElseGet(() -> refused(answer.refusal().orElseThrow()));
          }

          @Override
          public Reply lie(String about) {
            return WechatSandbox.ok(
                order(
                    new Promise(about, "1", fen, fen, 0, Status.HELD, Behaviour.APPROVE, 0),
                    service));
          }
        };
    sandbox.pay(exchange, ORDERS, number, code, till);
  }

  private Reply query(String number) {
    return promises
        .query(number)
        .map(
            promise -> {
              Reply reply = WechatSandbox.ok(order(promise, ""));
              if (promise.paidFen() > 0) {
                collected.add(number);
              }
              return reply;
            })
        .orElseGet(() -> WechatSandbox.error(404, "ORDER_NOT_EXIST"));
  }

  private Reply complete(String number, JsonNode content) {
    long fen = content.path("total_amount").asLong();
    long sum = 0;
    for (JsonNode line : content.path("post_payments")) {
      sum += line.path("amount").asLong();
    }
    if (fen != sum) {
      sandbox.ledger().violation("complete: the lines do not add up");
      return WechatSandbox.error(400, "PARAM_ERROR");
    }
    Promises.Answer answer = promises.capture(number, "complete " + number, fen, true);
    answer.promise().ifPresent(_ -> sandbox.ledger().captured(number, WechatSandbox.yuan(fen)));
    return answer
        .promise()
        .map(promise -> WechatSandbox.ok(order(promise, service(content))))
        .orElseGet(() -> refused(answer.refusal().orElseThrow()));
  }

  private Reply cancel(String number, JsonNode content) {
    Optional<Promises.Answer> answer = promises.cancel(number);
    if (answer.isEmpty()) {
      return WechatSandbox.error(404, "ORDER_NOT_EXIST");
    }
    return answer
        .get()
        .promise()
        .map(promise -> WechatSandbox.ok(echo(promise, service(content))))
        .orElseGet(() -> WechatSandbox.error(400, "INVALID_ORDER_STATE"));
  }

  private static Reply refused(Ledger.Refusal why) {
    return switch (why) {
      case BALANCE_TOO_LOW -> WechatSandbox.error(403, "RULE_LIMIT");
      case CODE_EXPIRED -> WechatSandbox.error(403, "PERMISSION_NOT_EXIST");
      case NO_SUCH_ORDER -> WechatSandbox.error(404, "ORDER_NOT_EXIST");
      case OTHER_CONTENT, CLOSED, OTHER_AMOUNT, NOT_PAID ->
          WechatSandbox.error(400, "INVALID_ORDER_STATE");
    };
  }

  private String service(JsonNode content) {
    return sandbox.isMerchantsApp(content) ? content.path("service_id").asText() : "";
  }

  private ObjectNode echo(Promise promise, String service) {
    ObjectNode node = sandbox.merchantEcho().put("out_order_no", promise.outOrderNo());
    if (!service.isEmpty()) {
      node.put("service_id", service);
    }
    return node.put("order_id", promise.reference());
  }

  private ObjectNode order(Promise promise, String service) {
    ObjectNode node = echo(promise, service);
    node.putObject("risk_fund")
        .put("name", "ESTIMATE_ORDER_COST")
        .put("amount", promise.amountFen());
    boolean paid = promise.paidFen() > 0;
    switch (promise.status()) {
      case WAITING -> node.put("state", "CREATED");
      case HELD -> node.put("state", "DOING").put("state_description", "USER_CONFIRM");
      case OVER -> {
        if (!paid) {
          node.put("state", "REVOKED");
        } else if (collected.contains(promise.outOrderNo())) {
          node.put("state", "DONE");
        } else {
          node.put("state", "DOING").put("state_description", "MCH_COMPLETE");
        }
      }
    }
    if (paid) {
      node.put("total_amount", promise.paidFen()).put("need_collection", true);
      ObjectNode collection = node.putObject("collection").put("total_amount", promise.paidFen());
      collection.put(
          "state", node.path("state").asText().equals("DONE") ? "USER_PAID" : "USER_PAYING");
      collection
          .putArray("details")
          .addObject()
          .put("seq", 1)
          .put("amount", promise.paidFen())
          .put("transaction_id", "4" + promise.reference());
    }
    return node;
  }
}
