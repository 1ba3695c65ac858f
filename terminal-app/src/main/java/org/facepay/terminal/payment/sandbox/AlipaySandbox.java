package org.facepay.terminal.payment.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.facepay.terminal.payment.alipay.Rsa2;

/**
 * Alipay's {@code gateway.do} for tests and demos: alipay.trade.pay (bar_code), query and cancel
 * with RSA2 both ways. It verifies every request, does what its script says, and keeps the truth in
 * its ledger.
 */
public final class AlipaySandbox implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_BODY = 64 * 1024;

  /**
   * How long {@link Behaviour#PAID_BUT_LATE} keeps its answer, and {@link Behaviour#PAID_AFTER_CUT}
   * its payment.
   */
  private final Duration late;

  private final PublicKey merchant;
  private final KeyPair own;
  private final KeyPair forger;
  private final String appId;
  private final AlipayLedger ledger = new AlipayLedger();
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("sandbox").daemon().factory());
  private final int port;
  private HttpServer server;

  /**
   * Starts on a free port of the loopback address.
   *
   * @param merchant verifies requests
   * @param own signs replies
   * @param forger signs what a forger sends
   */
  public AlipaySandbox(String appId, PublicKey merchant, KeyPair own, KeyPair forger, Duration late)
      throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.appId = appId;
    this.merchant = merchant;
    this.own = own;
    this.forger = forger;
    this.late = late;
    this.server = listen(0);
    this.port = server.getAddress().getPort();
  }

  public URI gateway() {
    return URI.create("http://127.0.0.1:" + port + "/gateway.do");
  }

  /** Outcomes of the next payments, in order. */
  public void script(Behaviour... behaviours) {
    ledger.script(List.of(behaviours));
  }

  /** Outcome of every payment that no script names. */
  public void otherwise(Behaviour behaviour) {
    ledger.otherwise(behaviour);
  }

  /** Outcome of the payment with this code. */
  public void onCode(String authCode, Behaviour behaviour) {
    ledger.onCode(authCode, behaviour);
  }

  /** Every order that was ever taken in. */
  public List<Trade> trades() {
    return ledger.trades();
  }

  /** Requests a gateway has to refuse: wrong signatures, codes used twice. */
  public List<String> violations() {
    return ledger.violations();
  }

  /** Cuts the network, or joins it again. */
  public synchronized void online(boolean on) throws IOException {
    if (!on) {
      server.stop(0);
    } else {
      server.stop(0);
      server = listen(port);
    }
  }

  @Override
  public synchronized void close() {
    server.stop(0);
    handlers.shutdownNow();
    later.shutdownNow();
  }

  private HttpServer listen(int at) throws IOException {
    HttpServer made =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 64);
    made.createContext("/gateway.do", this::handle);
    made.setExecutor(handlers);
    made.start();
    return made;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> parameters =
          parse(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
      parameters.putAll(parse(new String(body, StandardCharsets.UTF_8)));
      String method = parameters.getOrDefault("method", "");
      Optional<String> refusal = refusal(parameters);
      if (refusal.isPresent()) {
        refuse(exchange, method, refusal.get());
        return;
      }
      JsonNode content;
      try {
        content = JSON.readTree(parameters.get("biz_content"));
      } catch (JsonProcessingException e) {
        refuse(exchange, method, "isv.invalid-parameter");
        return;
      }
      serve(exchange, method, content);
    }
  }

  private void refuse(HttpExchange exchange, String method, String subCode) throws IOException {
    ledger.violation(method + ": " + subCode);
    reply(exchange, method, error("40002", "Invalid Arguments", subCode), own);
  }

  private void serve(HttpExchange exchange, String method, JsonNode content) throws IOException {
    switch (method) {
      case "alipay.trade.pay" -> pay(exchange, content);
      case "alipay.trade.query" ->
          reply(exchange, method, query(content.path("out_trade_no").asText()), own);
      case "alipay.trade.cancel" ->
          reply(exchange, method, cancel(content.path("out_trade_no").asText()), own);
      case "alipay.trade.refund" -> reply(exchange, method, refund(content), own);
      default ->
          reply(exchange, method, error("40002", "Invalid Arguments", "isv.invalid-method"), own);
    }
  }

  /** What is wrong with a request before its content is looked at. */
  private Optional<String> refusal(Map<String, String> p) {
    if (!appId.equals(p.get("app_id"))) {
      return Optional.of("isv.invalid-app-id");
    }
    if (!"RSA2".equals(p.get("sign_type")) || !"1.0".equals(p.get("version"))) {
      return Optional.of("isv.invalid-signature-type");
    }
    if (!p.getOrDefault("timestamp", "").matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")) {
      return Optional.of("isv.invalid-timestamp");
    }
    if (!p.containsKey("biz_content")
        || !Rsa2.verify(Rsa2.canonical(p), p.getOrDefault("sign", ""), merchant)) {
      return Optional.of("isv.invalid-signature");
    }
    return Optional.empty();
  }

  private void pay(HttpExchange exchange, JsonNode content) throws IOException {
    String outTradeNo = content.path("out_trade_no").asText();
    String code = content.path("auth_code").asText();
    String amount = content.path("total_amount").asText();
    boolean face =
        content.path("scene").asText().equals("security_code") && code.matches("fp[A-Za-z0-9]{33}");
    if (!(face || content.path("scene").asText().equals("bar_code"))
        || !amount.matches("\\d{1,9}\\.\\d\\d")
        || outTradeNo.isEmpty()) {
      ledger.violation("trade.pay: bad content");
      reply(
          exchange,
          "alipay.trade.pay",
          error("40004", "Business Failed", "ACQ.INVALID_PARAMETER"),
          own);
      return;
    }
    Behaviour behaviour = ledger.behaviour(outTradeNo, code);
    switch (behaviour) {
      case CUT -> throw new IOException("cut");
      case PAID_AFTER_CUT -> {
        var _ =
            later.schedule(
                () -> ledger.pay(outTradeNo, code, amount, Behaviour.APPROVE),
                late.toMillis(),
                TimeUnit.MILLISECONDS);
        throw new IOException("cut");
      }
      case SYSTEM_ERROR ->
          reply(
              exchange,
              "alipay.trade.pay",
              error("20000", "Service Currently Unavailable", "isp.unknow-error"),
              own);
      case FORGED -> reply(exchange, "alipay.trade.pay", paid(outTradeNo, "1", amount), forger);
      case OTHER_ORDER ->
          reply(exchange, "alipay.trade.pay", paid("another_order", "1", amount), own);
      default -> answer(exchange, ledger.pay(outTradeNo, code, amount, behaviour), behaviour);
    }
  }

  private void answer(HttpExchange exchange, AlipayLedger.Paid paid, Behaviour behaviour)
      throws IOException {
    ObjectNode node =
        paid.trade()
            .map(AlipaySandbox::payReply)
            .orElseGet(() -> error("40004", "Business Failed", paid.refusal()));
    switch (behaviour) {
      case PAID_BUT_SYSTEM_ERROR ->
          reply(
              exchange,
              "alipay.trade.pay",
              error("20000", "Service Currently Unavailable", "isp.unknow-error"),
              own);
      case PAID_BUT_CUT -> throw new IOException("cut");
      case PAID_BUT_LATE -> {
        try {
          Thread.sleep(late);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        reply(exchange, "alipay.trade.pay", node, own);
      }
      case PAID_BUT_BAD_GATEWAY -> send(exchange, 502, "<html><h1>502 Bad Gateway</h1></html>");
      case PAID_BUT_UNSIGNED -> send(exchange, 200, "{\"alipay_trade_pay_response\":" + node + "}");
      case PAID_BUT_TRUNCATED -> {
        String whole = signed("alipay.trade.pay", node, own);
        send(exchange, 200, whole.substring(0, whole.length() / 2));
      }
      default -> reply(exchange, "alipay.trade.pay", node, own);
    }
  }

  private ObjectNode query(String outTradeNo) {
    Optional<Trade> trade = ledger.query(outTradeNo);
    if (trade.isEmpty()) {
      return error("40004", "Business Failed", "ACQ.TRADE_NOT_EXIST");
    }
    ObjectNode node = paid(outTradeNo, trade.get().tradeNo(), trade.get().amount());
    return node.put(
        "trade_status",
        switch (trade.get().status()) {
          case WAITING -> "WAIT_BUYER_PAY";
          case PAID -> "TRADE_SUCCESS";
          case CLOSED, REFUNDED -> "TRADE_CLOSED";
        });
  }

  private ObjectNode cancel(String outTradeNo) {
    ObjectNode node = ok().put("out_trade_no", outTradeNo).put("retry_flag", "N");
    ledger.cancel(outTradeNo).ifPresent(action -> node.put("action", action));
    return node;
  }

  private ObjectNode refund(JsonNode content) {
    String outTradeNo = content.path("out_trade_no").asText();
    String refusal = ledger.refund(outTradeNo, content.path("refund_amount").asText());
    return refusal.isEmpty()
        ? ok().put("out_trade_no", outTradeNo).put("fund_change", "Y")
        : error("40004", "Business Failed", refusal);
  }

  private static ObjectNode payReply(Trade trade) {
    ObjectNode node = paid(trade.outTradeNo(), trade.tradeNo(), trade.amount());
    return trade.status() == Trade.Status.WAITING
        ? node.put("code", "10003").put("msg", " order success pay inprocess")
        : node;
  }

  private static ObjectNode paid(String outTradeNo, String tradeNo, String amount) {
    ObjectNode node =
        ok().put("out_trade_no", outTradeNo).put("trade_no", tradeNo).put("total_amount", amount);
    return node.put("buyer_logon_id", "159****5620").put("receipt_amount", amount);
  }

  private static ObjectNode ok() {
    return JSON.createObjectNode().put("code", "10000").put("msg", "Success");
  }

  private static ObjectNode error(String code, String msg, String subCode) {
    ObjectNode node = JSON.createObjectNode().put("code", code).put("msg", msg);
    return node.put("sub_code", subCode).put("sub_msg", subCode);
  }

  private static String signed(String method, ObjectNode node, KeyPair key) {
    String raw = node.toString();
    return "{\""
        + method.replace('.', '_')
        + "_response\":"
        + raw
        + ",\"sign\":\""
        + Rsa2.sign(raw, key.getPrivate())
        + "\"}";
  }

  private static void reply(HttpExchange exchange, String method, ObjectNode node, KeyPair key)
      throws IOException {
    send(exchange, 200, signed(method, node, key));
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static Map<String, String> parse(String form) {
    Map<String, String> out = new HashMap<>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        out.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return out;
  }
}
