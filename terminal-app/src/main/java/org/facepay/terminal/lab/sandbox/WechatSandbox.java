package org.facepay.terminal.lab.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.terminal.provider.wechat.ApiV3Key;
import org.facepay.terminal.provider.wechat.V3Signature;
import org.facepay.terminal.provider.wire.Rsa;

/**
 * WeChat Pay's API v3 for tests: certificates and the public-key mode, codepay, query, reverse,
 * refunds and their query, and pay-score orders. It verifies every request's signature, does what
 * its script says, and keeps the truth in its ledger.
 */
public final class WechatSandbox extends WalletSandbox {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CODEPAY = "/v3/pay/transactions/codepay";
  private static final String ORDERS = "/v3/pay/transactions/out-trade-no/";
  private static final String REFUNDS = "/v3/refund/domestic/refunds";
  private static final Pattern ORDER = Pattern.compile(ORDERS + "([^/]+)(/reverse|/close)?");
  private static final Pattern PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final long SKEW_SECONDS = 300;

  /**
   * Who the sandbox knows.
   *
   * @param key verifies requests
   */
  public record Merchant(
      String appId, String mchId, String serial, PublicKey key, ApiV3Key apiKey) {}

  private final Merchant merchant;
  private final PlatformKeys platform;
  private final PlatformKeys.Signer forger;
  private final SecureRandom random = new SecureRandom();
  private final PayscoreDesk payscore = new PayscoreDesk(this, holds());
  private final NativeDesk shown = new NativeDesk(this);

  /**
   * Starts on a free port of the loopback address.
   *
   * @param own signs answers until {@link #rotate}
   * @param forger signs what a forger sends
   */
  public WechatSandbox(Merchant merchant, KeyPair own, KeyPair forger, Duration late)
      throws IOException {
    super("/v3/", late);
    this.merchant = merchant;
    this.platform = new PlatformKeys(own, random);
    this.forger = platform.signer(forger);
  }

  /** From now on another key signs; the one before stays in force. */
  public void rotate(KeyPair keys) {
    platform.rotate(keys);
  }

  /**
   * The merchant is given the platform's public key.
   *
   * @param only whether it has no certificates (any more): {@code /v3/certificates} answers 404
   */
  public void publicKey(String id, KeyPair keys, boolean only) {
    platform.publicKey(id, keys, only);
  }

  @Override
  void serve(HttpExchange exchange, String body) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    Optional<Reply> refusal = refusal(exchange, body);
    if (refusal.isPresent()) {
      ledger().violation(method + " " + path + ": " + refusal.get().body());
      send(exchange, refusal.get(), Delivery.GENUINE);
      return;
    }
    JsonNode content;
    try {
      content = JSON.readTree(body.isEmpty() ? "{}" : body);
    } catch (JsonProcessingException e) {
      refuse(exchange, path);
      return;
    }
    route(exchange, method, path, content);
  }

  private void route(HttpExchange exchange, String method, String path, JsonNode content)
      throws IOException {
    Matcher order = ORDER.matcher(path);
    if (method.equals("POST") && path.equals(CODEPAY)) {
      codepay(exchange, content);
    } else if (method.equals("POST") && path.equals(NativeDesk.NATIVE)) {
      shown.show(exchange, content);
    } else if (method.equals("GET") && path.equals("/v3/certificates")) {
      respond(
          exchange,
          path,
          () ->
              platform.hasCertificates()
                  ? ok(platform.sealed(merchant.apiKey()))
                  : error(404, "RESOURCE_NOT_EXISTS"));
    } else if (order.matches() && method.equals(order.group(2) == null ? "GET" : "POST")) {
      order(exchange, order, content);
    } else if (path.startsWith(PayscoreDesk.ORDERS)) {
      payscore.serve(exchange, path, content);
    } else if (method.equals("POST") && path.equals(REFUNDS)) {
      respond(exchange, path, content.path("out_trade_no").asText(), () -> refund(content));
    } else if (method.equals("GET") && path.startsWith(REFUNDS + "/")) {
      respond(exchange, path, () -> queryRefund(path.substring(REFUNDS.length() + 1)));
    } else {
      refuse(exchange, path);
    }
  }

  /** A question about an order, its end, or its reversal. */
  private void order(HttpExchange exchange, Matcher order, JsonNode content) throws IOException {
    String path = order.group();
    boolean asks = order.group(2) == null;
    boolean closes = "/close".equals(order.group(2));
    boolean known =
        asks
            ? ("mchid=" + merchant.mchId()).equals(exchange.getRequestURI().getRawQuery())
            : closes
                ? content.path("mchid").asText().equals(merchant.mchId())
                : isMerchants(content);
    if (!known) {
      refuse(exchange, path);
      return;
    }
    String number = order.group(1);
    respond(
        exchange,
        path,
        number,
        () -> asks ? query(number) : closes ? shown.close(number) : reverse(number));
  }

  void refuse(HttpExchange exchange, String path) throws IOException {
    ledger().violation(path + ": bad request");
    send(exchange, error(400, "PARAM_ERROR"), Delivery.GENUINE);
  }

  private static Map<String, String> authorization(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    Map<String, String> signed = new HashMap<>();
    if (header != null && header.startsWith(V3Signature.SCHEME + " ")) {
      PART.matcher(header).results().forEach(m -> signed.put(m.group(1), m.group(2)));
    }
    return signed;
  }

  @Override
  Instant sentAt(HttpExchange exchange) {
    return Instant.ofEpochSecond(Long.parseLong(authorization(exchange).get("timestamp")));
  }

  /** What is wrong with a request before its content is looked at. */
  private Optional<Reply> refusal(HttpExchange exchange, String body) {
    Map<String, String> signed = authorization(exchange);
    String timestamp = signed.getOrDefault("timestamp", "");
    String text =
        V3Signature.ofRequest(
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            timestamp,
            signed.getOrDefault("nonce_str", ""),
            body);
    boolean good =
        merchant.mchId().equals(signed.get("mchid"))
            && merchant.serial().equals(signed.get("serial_no"))
            && timestamp.matches("\\d{1,12}")
            && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= SKEW_SECONDS
            && Rsa.verify(text, signed.getOrDefault("signature", ""), merchant.key());
    return good ? Optional.empty() : Optional.of(error(401, "SIGN_ERROR"));
  }

  boolean isMerchants(JsonNode content) {
    return content.path("appid").asText().equals(merchant.appId())
        && content.path("mchid").asText().equals(merchant.mchId());
  }

  boolean isMerchantsApp(JsonNode content) {
    return content.path("appid").asText().equals(merchant.appId());
  }

  ObjectNode merchantEcho() {
    return JSON.createObjectNode().put("appid", merchant.appId()).put("mchid", merchant.mchId());
  }

  private void codepay(HttpExchange exchange, JsonNode content) throws IOException {
    JsonNode amount = content.path("amount");
    String number = content.path("out_trade_no").asText();
    if (!isMerchants(content)
        || !number.matches("[A-Za-z0-9_\\-|*]{6,32}")
        || !amount.path("total").isIntegralNumber()
        || amount.path("total").asLong() <= 0
        || !amount.path("currency").asText().equals("CNY")
        || content.path("description").asText().isEmpty()
        || content.path("scene_info").isEmpty()
        || !content.path("payer").path("auth_code").asText().matches("1[0-5]\\d{16}")) {
      refuse(exchange, CODEPAY);
      return;
    }
    String code = content.path("payer").path("auth_code").asText();
    pay(exchange, CODEPAY, new Asked(number, code, yuan(amount.path("total").asLong())));
  }

  @Override
  Reply paymentReply(Ledger.Paid paid) {
    return paid.trade()
        .map(
            trade ->
                trade.status() == Trade.Status.WAITING
                    ? error(202, "USERPAYING")
                    : ok(order(trade, "SUCCESS")))
        .orElseGet(() -> refused(paid.refusal().orElseThrow()));
  }

  @Override
  Reply falseReply(String outTradeNo, String amount) {
    Trade trade = new Trade(outTradeNo, "1", amount, "", Trade.Status.PAID, Behaviour.APPROVE, 0);
    return ok(order(trade, "SUCCESS"));
  }

  @Override
  Reply systemError(String method) {
    return error(500, "SYSTEM_ERROR");
  }

  static Reply refused(Ledger.Refusal why) {
    return switch (why) {
      case BALANCE_TOO_LOW -> error(403, "NOT_ENOUGH");
      case CODE_EXPIRED -> error(403, "AUTH_CODE_EXPIRE");
      case OTHER_CONTENT -> error(403, "OUT_TRADE_NO_USED");
      case CLOSED -> error(403, "ORDER_CLOSED");
      case NO_SUCH_ORDER -> error(404, "RESOURCE_NOT_EXISTS");
      case OTHER_AMOUNT -> error(400, "INVALID_REQUEST");
      case NOT_PAID -> error(403, "TRADE_STATE_ERROR");
    };
  }

  private Reply query(String number) {
    return ledger()
        .query(number)
        .map(
            trade ->
                ok(
                    order(
                        trade,
                        switch (trade.status()) {
                          case WAITING -> "USERPAYING";
                          case PAID -> "SUCCESS";
                          case CLOSED -> "REVOKED";
                          case REFUNDED -> ledger().refunded(number) > 0 ? "REFUND" : "REVOKED";
                        })))
        .or(() -> ledger().shown(number).map(shown::unpaid))
        .orElseGet(() -> error(404, "ORDER_NOT_EXIST"));
  }

  private Reply reverse(String number) {
    return ledger().cancel(number).isPresent() ? ok(echo(number)) : error(404, "ORDER_NOT_EXIST");
  }

  private Reply refund(JsonNode content) {
    String number = content.path("out_trade_no").asText();
    JsonNode amount = content.path("amount");
    long fen = amount.path("refund").asLong();
    String refundNo = content.path("out_refund_no").asText();
    if (!refundNo.matches("[A-Za-z0-9_\\-|*@]{1,64}")
        || fen <= 0
        || fen > amount.path("total").asLong()
        || !amount.path("currency").asText().equals("CNY")) {
      ledger().violation("refund: bad content");
      return error(400, "PARAM_ERROR");
    }
    return ledger()
        .refund(number, refundNo, fen)
        .map(WechatSandbox::refused)
        .orElseGet(() -> queryRefund(refundNo));
  }

  private Reply queryRefund(String refundNo) {
    Optional<Ledger.Refunded> refund = ledger().refundOf(refundNo);
    Optional<Trade> trade =
        ledger().trades().stream()
            .filter(t -> refund.filter(r -> r.outTradeNo().equals(t.outTradeNo())).isPresent())
            .findAny();
    if (refund.isEmpty() || trade.isEmpty()) {
      return error(404, "RESOURCE_NOT_EXISTS");
    }
    ObjectNode node = JSON.createObjectNode().put("refund_id", "5" + trade.get().tradeNo());
    node.put("out_refund_no", refundNo).put("out_trade_no", trade.get().outTradeNo());
    node.put("transaction_id", trade.get().tradeNo()).put("channel", "ORIGINAL");
    node.put("status", "SUCCESS").put("create_time", Instant.now().toString());
    node.putObject("amount")
        .put("total", fen(trade.get()))
        .put("refund", refund.get().fen())
        .put("currency", "CNY");
    return ok(node);
  }

  ObjectNode echo(String number) {
    return merchantEcho().put("out_trade_no", number);
  }

  private ObjectNode order(Trade trade, String state) {
    ObjectNode node = echo(trade.outTradeNo()).put("trade_state", state);
    node.put("trade_state_desc", state);
    if (state.equals("SUCCESS") || state.equals("REFUND")) {
      node.put("transaction_id", trade.tradeNo()).put("trade_type", "MICROPAY");
      node.put("bank_type", "CMC").put("success_time", success(trade));
    }
    long fen = fen(trade);
    node.putObject("amount")
        .put("total", fen)
        .put("payer_total", fen)
        .put("currency", "CNY")
        .put("payer_currency", "CNY");
    node.putObject("payer").put("openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
    return node;
  }

  /** As the platform writes it: seconds, with China's offset. */
  private String success(Trade trade) {
    return ledger()
        .paidAt(trade.outTradeNo())
        .truncatedTo(ChronoUnit.SECONDS)
        .atOffset(ZoneOffset.ofHours(8))
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  private static long fen(Trade trade) {
    return new BigDecimal(trade.amount()).movePointRight(2).longValueExact();
  }

  static Reply ok(ObjectNode node) {
    return new Reply("", 200, node.toString());
  }

  static Reply error(int status, String code) {
    ObjectNode node = JSON.createObjectNode().put("code", code).put("message", code);
    return new Reply("", status, node.toString());
  }

  @Override
  void send(HttpExchange exchange, Reply reply, Delivery how) throws IOException {
    PlatformKeys.Signer by =
        how == Delivery.FORGED
            ? forger
            : platform.signerFor(exchange.getRequestHeaders().getFirst("Wechatpay-Serial"));
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    String nonce = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json; charset=utf-8");
    headers.set("Request-ID", nonce);
    if (how != Delivery.UNSIGNED) {
      String text = V3Signature.ofAnswer(timestamp, nonce, reply.body());
      headers.set("Wechatpay-Serial", by.serial());
      headers.set("Wechatpay-Timestamp", timestamp);
      headers.set("Wechatpay-Nonce", nonce);
      headers.set("Wechatpay-Signature-Type", V3Signature.SCHEME);
      headers.set("Wechatpay-Signature", Rsa.sign(text, by.keys().getPrivate()));
    }
    boolean cut = how == Delivery.TRUNCATED;
    String body = cut ? reply.body().substring(0, reply.body().length() / 2) : reply.body();
    write(exchange, reply.status(), body);
  }
}
