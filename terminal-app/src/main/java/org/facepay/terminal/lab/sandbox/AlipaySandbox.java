package org.facepay.terminal.lab.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.facepay.terminal.provider.alipay.Rsa2;
import org.facepay.terminal.provider.wire.Rsa;

/**
 * Alipay's {@code gateway.do} for tests and demos: alipay.trade.pay (bar_code), query, cancel and
 * refund, and the pre-authorisation, with RSA2 both ways. It verifies every request, does what its
 * script says, and keeps the truth in its ledger.
 */
public final class AlipaySandbox extends WalletSandbox {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNKNOWN_APP = "isv.invalid-app-id";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));
  private static final String PAY = "alipay.trade.pay";
  private static final String PRECREATE = "alipay.trade.precreate";

  private final PublicKey merchant;
  private final KeyPair own;
  private final KeyPair forger;
  private final String appId;
  private final Set<String> agreements = ConcurrentHashMap.newKeySet();
  private final AlipayHoldDesk desk = new AlipayHoldDesk(this, holds());

  /**
   * Starts on a free port of the loopback address.
   *
   * @param merchant verifies requests
   * @param own signs replies
   * @param forger signs what a forger sends
   */
  public AlipaySandbox(String appId, PublicKey merchant, KeyPair own, KeyPair forger, Duration late)
      throws IOException {
    super("/gateway.do", late);
    this.appId = appId;
    this.merchant = merchant;
    this.own = own;
    this.forger = forger;
  }

  public URI gateway() {
    return base().resolve("/gateway.do");
  }

  @Override
  void serve(HttpExchange exchange, String body) throws IOException {
    Map<String, String> parameters =
        parse(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    parameters.putAll(parse(body));
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
    route(exchange, method, content);
  }

  @Override
  Instant sentAt(HttpExchange exchange) {
    Map<String, String> parameters =
        parse(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    return TIME.parse(parameters.getOrDefault("timestamp", ""), Instant::from);
  }

  private void route(HttpExchange exchange, String method, JsonNode content) throws IOException {
    String outTradeNo = content.path("out_trade_no").asText();
    switch (method) {
      case PAY -> {
        if (content.has("auth_no")) {
          respond(exchange, method, () -> desk.capture(content, method));
        } else {
          pay(exchange, content);
        }
      }
      case AlipayHoldDesk.FREEZE -> desk.freeze(exchange, content);
      case AlipayHoldDesk.VOUCHER -> respond(exchange, method, () -> desk.voucher(content));
      case AlipayHoldDesk.QUERY -> respond(exchange, method, () -> desk.query(content));
      case AlipayHoldDesk.CANCEL -> respond(exchange, method, () -> desk.cancel(content));
      case AlipayHoldDesk.UNFREEZE -> respond(exchange, method, () -> desk.unfreeze(content));
      case "alipay.trade.query" ->
          respond(
              exchange, method, outTradeNo, () -> AlipayReplies.reply(method, query(outTradeNo)));
      case "alipay.trade.cancel" ->
          respond(
              exchange, method, outTradeNo, () -> AlipayReplies.reply(method, cancel(outTradeNo)));
      case "alipay.trade.refund" ->
          respond(exchange, method, outTradeNo, () -> AlipayReplies.reply(method, refund(content)));
      case "alipay.trade.fastpay.refund.query" ->
          respond(
              exchange,
              method,
              outTradeNo,
              () -> AlipayReplies.reply(method, queryRefund(content)));
      case PRECREATE -> show(exchange, content);
      default -> refuse(exchange, method, "isv.invalid-method");
    }
  }

  void refuse(HttpExchange exchange, String method, String subCode) throws IOException {
    ledger().violation(method + ": " + subCode);
    // Whose key would it be signed with? An application that is not known has none.
    Delivery how = subCode.equals(UNKNOWN_APP) ? Delivery.UNSIGNED : Delivery.GENUINE;
    send(
        exchange,
        AlipayReplies.reply(method, AlipayReplies.error("40002", "Invalid Arguments", subCode)),
        how);
  }

  /** What is wrong with a request before its content is looked at. */
  private Optional<String> refusal(Map<String, String> p) {
    if (!appId.equals(p.get("app_id"))) {
      return Optional.of(UNKNOWN_APP);
    }
    if (!"RSA2".equals(p.get("sign_type")) || !"1.0".equals(p.get("version"))) {
      return Optional.of("isv.invalid-signature-type");
    }
    if (!p.getOrDefault("timestamp", "").matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")) {
      return Optional.of("isv.invalid-timestamp");
    }
    if (!p.containsKey("biz_content")
        || !Rsa.verify(Rsa2.canonical(p), p.getOrDefault("sign", ""), merchant)) {
      return Optional.of("isv.invalid-signature");
    }
    return Optional.empty();
  }

  private void pay(HttpExchange exchange, JsonNode content) throws IOException {
    Asked asked =
        new Asked(
            content.path("out_trade_no").asText(),
            content.path("auth_code").asText(),
            content.path("total_amount").asText());
    String agreement = content.path("agreement_params").path("agreement_no").asText();
    if (!agreement.isEmpty()) {
      deduct(exchange, content, agreement);
      return;
    }
    String scene = content.path("scene").asText();
    boolean face = scene.equals("security_code") && asked.authCode().matches("fp[A-Za-z0-9]{33}");
    if (!(face || scene.equals("bar_code"))
        || !asked.amount().matches("\\d{1,9}\\.\\d\\d")
        || asked.outTradeNo().isEmpty()
        || !instalments(content)) {
      ledger().violation("trade.pay: bad content");
      send(exchange, AlipayReplies.failed(PAY, "ACQ.INVALID_PARAMETER"), Delivery.GENUINE);
      return;
    }
    pay(exchange, PAY, asked);
  }

  @Override
  Reply paymentReply(Ledger.Paid paid) {
    return paid.trade()
        .map(trade -> AlipayReplies.reply(PAY, payReply(trade)))
        .orElseGet(
            () -> AlipayReplies.failed(PAY, paid.refusal().map(AlipayReplies::code).orElse("")));
  }

  @Override
  Reply falseReply(String outTradeNo, String amount) {
    return AlipayReplies.reply(PAY, AlipayReplies.paid(outTradeNo, "1", amount));
  }

  @Override
  Reply systemError(String method) {
    return AlipayReplies.reply(
        method, AlipayReplies.error("20000", "Service Currently Unavailable", "isp.unknow-error"));
  }

  private ObjectNode query(String outTradeNo) {
    Optional<Trade> trade = ledger().query(outTradeNo);
    if (trade.isEmpty()) {
      return AlipayReplies.error("40004", "Business Failed", "ACQ.TRADE_NOT_EXIST");
    }
    ObjectNode node = AlipayReplies.paid(outTradeNo, trade.get().tradeNo(), trade.get().amount());
    if (trade.get().status() == Trade.Status.PAID) {
      node.put("send_pay_date", TIME.format(ledger().paidAt(outTradeNo)));
    }
    return node.put(
        "trade_status",
        switch (trade.get().status()) {
          case WAITING -> "WAIT_BUYER_PAY";
          case PAID -> "TRADE_SUCCESS";
          case CLOSED, REFUNDED -> "TRADE_CLOSED";
        });
  }

  private ObjectNode cancel(String outTradeNo) {
    ObjectNode node = AlipayReplies.ok().put("out_trade_no", outTradeNo).put("retry_flag", "N");
    ledger().cancel(outTradeNo).ifPresent(action -> node.put("action", action));
    return node;
  }

  private ObjectNode refund(JsonNode content) {
    String outTradeNo = content.path("out_trade_no").asText();
    String amount = content.path("refund_amount").asText();
    if (AlipayReplies.fen(amount) == 0) {
      ledger().violation("trade.refund: bad content");
      return AlipayReplies.error("40004", "Business Failed", "ACQ.INVALID_PARAMETER");
    }
    String requestNo = content.path("out_request_no").asText(outTradeNo);
    boolean again = ledger().refundOf(requestNo).isPresent();
    return ledger()
        .refund(outTradeNo, requestNo, AlipayReplies.fen(amount))
        .map(why -> AlipayReplies.error("40004", "Business Failed", AlipayReplies.code(why)))
        .orElseGet(
            () ->
                AlipayReplies.ok()
                    .put("out_trade_no", outTradeNo)
                    .put("fund_change", again ? "N" : "Y")
                    .put("refund_fee", AlipayReplies.yuan(ledger().refunded(outTradeNo))));
  }

  private ObjectNode queryRefund(JsonNode content) {
    String requestNo = content.path("out_request_no").asText();
    String outTradeNo = content.path("out_trade_no").asText();
    if (!ledger().hasTrade(outTradeNo)) {
      return AlipayReplies.error("40004", "Business Failed", "ACQ.TRADE_NOT_EXIST");
    }
    return ledger()
        .refundOf(requestNo)
        .filter(refund -> refund.outTradeNo().equals(outTradeNo))
        .map(
            refund ->
                AlipayReplies.ok()
                    .put("out_trade_no", outTradeNo)
                    .put("out_request_no", requestNo)
                    .put("refund_amount", AlipayReplies.yuan(refund.fen()))
                    .put("refund_status", "REFUND_SUCCESS"))
        .orElseGet(AlipayReplies::ok); // no such refund: an answer without one
  }

  private void show(HttpExchange exchange, JsonNode content) throws IOException {
    String number = content.path("out_trade_no").asText();
    String amount = content.path("total_amount").asText();
    String minutes = content.path("qr_code_timeout_express").asText();
    if (number.isEmpty()
        || !amount.matches("\\d{1,9}\\.\\d\\d")
        || !minutes.matches("\\d{1,3}m")
        || content.path("subject").asText().isEmpty()
        || !instalments(content)) {
      ledger().violation("precreate: bad content");
      send(exchange, AlipayReplies.failed(PRECREATE, "ACQ.INVALID_PARAMETER"), Delivery.GENUINE);
      return;
    }
    Duration valid = Duration.ofMinutes(Long.parseLong(minutes.replace("m", "")));
    Till till =
        new Till() {
          @Override
          public Reply take(Behaviour behaviour) {
            return ledger()
                .show(number, amount, Instant.now().plus(valid))
                .map(why -> AlipayReplies.failed(PRECREATE, AlipayReplies.code(why)))
                .orElseGet(() -> lie(number));
          }

          @Override
          public Reply lie(String about) {
            return AlipayReplies.reply(
                PRECREATE,
                AlipayReplies.ok()
                    .put("out_trade_no", about)
                    .put("qr_code", "https://qr.alipay.com/bax" + about));
          }
        };
    pay(exchange, PRECREATE, number, "shown " + number, till);
  }

  /** A shopper signs that the merchant may deduct. */
  public void agree(String agreementNo) {
    agreements.add(agreementNo);
  }

  /** The shopper takes it back. */
  public void revoke(String agreementNo) {
    agreements.remove(agreementNo);
  }

  /** An agreement is no code: it is good for any number of orders. */
  private void deduct(HttpExchange exchange, JsonNode content, String agreement)
      throws IOException {
    String number = content.path("out_trade_no").asText();
    String amount = content.path("total_amount").asText();
    if (AlipayReplies.fen(amount) == 0
        || !content
            .path("product_code")
            .asText()
            .matches("[A-Z_]*WITHHOLDING[A-Z_]*|CYCLE_PAY_AUTH[A-Z_]*")) {
      ledger().violation("trade.pay by agreement: bad content");
      send(exchange, AlipayReplies.failed(PAY, "ACQ.INVALID_PARAMETER"), Delivery.GENUINE);
    } else if (!agreements.contains(agreement)) {
      send(exchange, AlipayReplies.failed(PAY, "ACQ.AGREEMENT_NOT_EXIST"), Delivery.GENUINE);
    } else {
      pay(exchange, PAY, new Asked(number, agreement + " " + number, amount));
    }
  }

  /** Huabei's instalments: a number of parts, and who pays the fee, both or neither. */
  private static boolean instalments(JsonNode content) {
    JsonNode params = content.path("extend_params");
    return params.isMissingNode()
        || (params.path("hb_fq_num").asText().matches("3|6|12")
            && params.path("hb_fq_seller_percent").asText().matches("0|100"));
  }

  private ObjectNode payReply(Trade trade) {
    ObjectNode node = AlipayReplies.paid(trade.outTradeNo(), trade.tradeNo(), trade.amount());
    node.put("gmt_payment", TIME.format(ledger().paidAt(trade.outTradeNo())));
    return trade.status() == Trade.Status.WAITING
        ? node.put("code", "10003").put("msg", " order success pay inprocess")
        : node;
  }

  @Override
  void send(HttpExchange exchange, Reply reply, Delivery how) throws IOException {
    String node = "{\"" + reply.method().replace('.', '_') + "_response\":" + reply.body();
    KeyPair key = how == Delivery.FORGED ? forger : own;
    String whole = node + ",\"sign\":\"" + Rsa.sign(reply.body(), key.getPrivate()) + "\"}";
    exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
    write(
        exchange,
        reply.status(),
        switch (how) {
          case GENUINE, FORGED -> whole;
          case UNSIGNED -> node + "}";
          case TRUNCATED -> whole.substring(0, whole.length() / 2);
        });
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
