package org.facepay.terminal.provider.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.payment.ShownCode;
import org.facepay.terminal.provider.wire.GatewayWatch;
import org.facepay.terminal.provider.wire.Requested;
import org.facepay.terminal.provider.wire.Wire;
import org.facepay.terminal.sale.Money;

/**
 * WeChat Pay's payment by code, API v3 for merchants: {@code codepay}, query and {@code reverse} by
 * out_trade_no, {@code native} and {@code close} for a code that the terminal shows, {@code
 * domestic/refunds}. A server that asks for the merchant's certificate is shown it ({@link
 * org.facepay.terminal.provider.wire.ClientCertificate}).
 *
 * <p>Only trade_state SUCCESS of a verified answer for this very order, amount and merchant means
 * paid. A refusal has to be a business code known to be one, and since errors do not name their
 * order, it is confirmed by asking for the order before it counts. Everything else is unknown.
 */
public final class WechatProvider implements PaymentProvider, RefundProvider, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORDERS = "/v3/pay/transactions/out-trade-no/";
  private static final String REFUNDS = "/v3/refund/domestic/refunds";

  /**
   * Business codes that say that this payment will not be made (codepay reference, "error codes";
   * micropay reference, "payment is confirmed to have failed"), without underscores.
   */
  private static final Map<String, DeclineReason> REFUSALS =
      Map.ofEntries(
          Map.entry("NOTENOUGH", DeclineReason.BALANCE_TOO_LOW),
          Map.entry("AUTHCODEEXPIRE", DeclineReason.CODE_EXPIRED),
          Map.entry("AUTHCODEEXPIRED", DeclineReason.CODE_EXPIRED),
          Map.entry("AUTHCODEINVALID", DeclineReason.CODE_EXPIRED),
          Map.entry("AUTHCODEERROR", DeclineReason.CODE_NOT_ACCEPTED),
          Map.entry("BUYERMISMATCH", DeclineReason.CODE_NOT_ACCEPTED),
          Map.entry("TRADEERROR", DeclineReason.BANK_REFUSED),
          Map.entry("NOTSUPORTCARD", DeclineReason.BANK_REFUSED),
          Map.entry("NOTSUPPORTCARD", DeclineReason.BANK_REFUSED),
          Map.entry("RULELIMIT", DeclineReason.LIMIT_REACHED),
          Map.entry("ACCOUNTERROR", DeclineReason.ACCOUNT_CLOSED),
          Map.entry("USERACCOUNTABNORMAL", DeclineReason.ACCOUNT_CLOSED),
          // The request itself was refused: a missing right, a bad parameter, a wrong account.
          Map.entry("NOAUTH", DeclineReason.BANK_REFUSED),
          Map.entry("PARAMERROR", DeclineReason.BANK_REFUSED),
          Map.entry("SIGNERROR", DeclineReason.BANK_REFUSED),
          Map.entry("MCHNOTEXISTS", DeclineReason.BANK_REFUSED),
          Map.entry("APPIDMCHIDNOTMATCH", DeclineReason.BANK_REFUSED));

  public static final String NAME = "wechat";

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final GatewayWatch watch;
  private final WechatGateway gateway;
  private final Requested requested = new Requested();
  private final WechatSettings.Merchant merchant;
  private final InstantSource clock;

  /** With alarms that nobody sees but the log. */
  public WechatProvider(WechatSettings settings, InstantSource clock) {
    this(settings, clock, new Alarms(clock));
  }

  public WechatProvider(WechatSettings settings, InstantSource clock, Alarms alarms) {
    this.watch = new GatewayWatch(alarms, NAME);
    this.gateway = new WechatGateway(settings, clock, watch);
    this.merchant = settings.merchant();
    this.clock = clock;
  }

  /**
   * Fetches the platform's certificates, so that the first payment does not have to; what fails now
   * is tried again then.
   */
  public void prepare() {
    gateway.prepare();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean accepts(Credential credential) {
    return switch (credential) {
      case PayCode code -> code.digits().matches("1[0-5][0-9]{16}");
      case ShownCode _ -> !merchant.notices().isEmpty();
      default -> false;
    };
  }

  @Override
  public Outcome authorise(Order order, Credential credential) {
    Optional<Outcome> unheard = watch.notSent(() -> query(order));
    if (unheard.isPresent()) {
      return unheard.get();
    }
    requested.now(order.outTradeNo());
    if (credential instanceof ShownCode(Duration valid)) {
      return show(order, valid);
    }
    if (!(credential instanceof PayCode code)) {
      throw new IllegalArgumentException(name() + " takes no " + credential);
    }
    ObjectNode content = merchant();
    content.put("description", order.subject()).put("out_trade_no", order.outTradeNo());
    content.putObject("payer").put("auth_code", code.digits());
    amount(content.putObject("amount"), "total", order);
    ObjectNode scene = content.putObject("scene_info").put("device_id", merchant.terminal());
    scene.putObject("store_info").put("out_id", merchant.terminal());
    Outcome outcome =
        ask(() -> gateway.post("/v3/pay/transactions/codepay", content), r -> authorised(r, order));
    return outcome instanceof Outcome.Declined refused
        ? refused.confirmedBy(query(order))
        : outcome;
  }

  /** {@code native}: the answer names no order, so a code is as good as its signature. */
  private Outcome show(Order order, Duration valid) {
    ObjectNode content = merchant();
    content.put("description", order.subject()).put("out_trade_no", order.outTradeNo());
    OffsetDateTime ends =
        clock.instant().plus(valid).truncatedTo(ChronoUnit.SECONDS).atOffset(CHINA);
    content.put("time_expire", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ends));
    content.put("notify_url", merchant.notices());
    amount(content.putObject("amount"), "total", order);
    Outcome outcome =
        ask(() -> gateway.post("/v3/pay/transactions/native", content), WechatProvider::shown);
    return outcome instanceof Outcome.Declined refused
        ? refused.confirmedBy(query(order))
        : outcome;
  }

  private static Outcome shown(WechatReply reply) {
    DeclineReason reason = REFUSALS.get(reply.code());
    if (!reply.ok() && reply.status() < 500 && reason != null) {
      return new Outcome.Declined(reason, reply.text("code"));
    }
    String code = reply.text("code_url");
    return reply.ok() && !code.isEmpty()
        ? new Outcome.Shown(code)
        : new Outcome.Unknown(told(reply));
  }

  @Override
  public Outcome query(Order order) {
    String path = ORDERS + order.outTradeNo() + "?mchid=" + merchant.mchId();
    return ask(() -> gateway.get(path), reply -> queried(reply, order));
  }

  /** Reverses a payment by code; closes a shown code, or gives back what was paid by it. */
  @Override
  public Outcome cancel(Order order) {
    if (order.shown()) {
      return close(order);
    }
    String path = ORDERS + order.outTradeNo() + "/reverse";
    return ask(() -> gateway.post(path, merchant()), reply -> reversed(reply, order));
  }

  private Outcome close(Order order) {
    String path = ORDERS + order.outTradeNo() + "/close";
    ObjectNode content = JSON.createObjectNode().put("mchid", merchant.mchId());
    Outcome outcome = ask(() -> gateway.post(path, content), WechatProvider::closed);
    if (!(outcome instanceof Outcome.Approved)) {
      return outcome;
    }
    return switch (refund(order, order.amount(), order.outTradeNo() + "_close")) {
      case Refund.Accepted _, Refund.Processing _ -> new Outcome.Reversed();
      case Refund.Abnormal(String code) -> new Outcome.Unknown("refund in trouble: " + code);
      case Refund.Refused refused ->
          new Outcome.Unknown("paid, and not given back: " + refused.code());
      case Refund.Unknown(String why) -> new Outcome.Unknown(why);
      case Refund.NotSent(String why) -> new Outcome.Unknown(why);
    };
  }

  /** Approved stands for an order that was paid before it could be closed. */
  private static Outcome closed(WechatReply reply) {
    if (notFound(reply)) {
      return new Outcome.NotFound();
    }
    if (reply.code().equals("ORDERPAID")) {
      return new Outcome.Approved("");
    }
    if (reply.code().matches("ORDERCLOSED|ORDERREVERSED")) {
      return new Outcome.Reversed();
    }
    if (reply.code().equals("USERPAYING")) {
      return new Outcome.Pending();
    }
    return reply.status() == 204 || reply.status() == 200
        ? new Outcome.Reversed()
        : new Outcome.Unknown(told(reply));
  }

  /** The same {@code out_refund_no} never moves money twice. */
  @Override
  public Refund refund(Order order, Money sum, String requestNo) {
    ObjectNode content = JSON.createObjectNode().put("out_trade_no", order.outTradeNo());
    ObjectNode amount = content.put("out_refund_no", requestNo).putObject("amount");
    amount(amount, "total", order);
    amount.put("refund", sum.minor());
    Refund refund = askForRefund(() -> gateway.post(REFUNDS, content), order, sum, requestNo);
    return refund instanceof Refund.Refused refused
        ? refused.confirmedBy(queryRefund(order, sum, requestNo))
        : refund;
  }

  /** What has become of a refund; refused when there is none of this number. */
  @Override
  public Refund queryRefund(Order order, Money sum, String requestNo) {
    return Wire.outcome(
        () -> gateway.get(REFUNDS + "/" + requestNo),
        reply -> refundFound(reply, order, sum, requestNo),
        Refund.NotSent::new,
        Refund.Unknown::new);
  }

  @Override
  public void close() {
    gateway.close();
  }

  private ObjectNode merchant() {
    return JSON.createObjectNode().put("appid", merchant.appId()).put("mchid", merchant.mchId());
  }

  private static void amount(ObjectNode amount, String name, Order order) {
    amount.put(name, order.amount().minor());
    amount.put("currency", order.amount().currency().getCurrencyCode());
  }

  private static Outcome ask(Wire.Call<WechatReply> call, Function<WechatReply, Outcome> reading) {
    return Wire.outcome(call, reading, Outcome.NotSent::new, Outcome.Unknown::new);
  }

  private Outcome authorised(WechatReply reply, Order order) {
    DeclineReason reason = REFUSALS.get(reply.code());
    if (reply.code().equals("USERPAYING")) {
      return new Outcome.Pending();
    }
    if (!reply.ok() && reply.status() < 500 && reason != null) {
      return new Outcome.Declined(reason, reply.text("code"));
    }
    return reply.ok() && reply.code().isEmpty()
        ? state(reply, order)
        : new Outcome.Unknown(told(reply));
  }

  private Outcome queried(WechatReply reply, Order order) {
    if (notFound(reply)) {
      return new Outcome.NotFound();
    }
    if (isOf(reply, order) && requested.isOlder(order.outTradeNo(), reply.paidAt(), reply.date())) {
      return watch.numberUsed(order.outTradeNo());
    }
    return reply.ok() && reply.code().isEmpty()
        ? state(reply, order)
        : new Outcome.Unknown(told(reply));
  }

  /** What an order's own state means (query reference, trade_state). */
  private Outcome state(WechatReply reply, Order order) {
    if (!isOf(reply, order)) {
      return otherOrder();
    }
    return switch (reply.text("trade_state")) {
      case "SUCCESS" ->
          sameAmount(reply.content().path("amount"), "total", order.amount())
              ? new Outcome.Approved(reply.text("transaction_id"))
              : otherOrder();
      case "USERPAYING", "ACCEPT" -> new Outcome.Pending();
      // Nobody has scanned a shown code yet. A code that was read came to nothing, yet the order
      // has to be closed: "payment failed, please reverse".
      case "NOTPAY" -> order.shown() ? new Outcome.Pending() : new Outcome.NotFound();
      case "PAYERROR" -> new Outcome.NotFound();
      case "REVOKED", "CLOSED", "REFUND" -> new Outcome.Reversed();
      default -> new Outcome.Unknown("state " + reply.text("trade_state"));
    };
  }

  private Outcome reversed(WechatReply reply, Order order) {
    if (notFound(reply)) {
      return new Outcome.NotFound();
    }
    if (reply.code().equals("USERPAYING")) {
      return new Outcome.Pending(); // cannot be reversed while the shopper types the password
    }
    if (reply.status() >= 400 && reply.status() < 500 && reply.status() != 429) {
      return new Outcome.Declined(DeclineReason.BANK_REFUSED, reply.text("code"));
    }
    if (!reply.ok() || !reply.code().isEmpty()) {
      return new Outcome.Unknown(told(reply));
    }
    if (reply.content().has("out_trade_no") && !isOf(reply, order)) {
      return otherOrder();
    }
    if (reply.text("recall").equals("Y")) {
      return new Outcome.Pending();
    }
    return isOf(reply, order) ? new Outcome.Reversed() : reversed(query(order));
  }

  /** An answer that names no order, as one without a body: the order's own state tells. */
  private static Outcome reversed(Outcome known) {
    return known instanceof Outcome.Approved
        ? new Outcome.Unknown("reversed, and still paid")
        : known;
  }

  private static Refund askForRefund(
      Wire.Call<WechatReply> call, Order order, Money sum, String requestNo) {
    return Wire.outcome(
        call,
        reply -> refunded(reply, order, sum, requestNo),
        Refund.NotSent::new,
        Refund.Unknown::new);
  }

  /** Only "no such refund" says that there is none; who may not ask has heard nothing. */
  private static Refund refundFound(WechatReply reply, Order order, Money sum, String requestNo) {
    return reply.ok() || notFound(reply)
        ? refunded(reply, order, sum, requestNo)
        : new Refund.Unknown(told(reply));
  }

  private static Refund refunded(WechatReply reply, Order order, Money sum, String requestNo) {
    if (!reply.ok()) {
      return reply.status() < 500 && reply.status() != 429 && !reply.code().isEmpty()
          ? new Refund.Refused(reply.text("code"))
          : new Refund.Unknown(told(reply));
    }
    if (!reply.text("out_trade_no").equals(order.outTradeNo())
        || !reply.text("out_refund_no").equals(requestNo)
        || !sameAmount(reply.content().path("amount"), "refund", sum)) {
      return new Refund.Unknown("the answer is for another order or amount");
    }
    return switch (reply.text("status")) {
      case "SUCCESS" -> new Refund.Accepted();
      case "PROCESSING" -> new Refund.Processing();
      case "ABNORMAL" -> new Refund.Abnormal("ABNORMAL");
      case "CLOSED" -> new Refund.Refused("CLOSED");
      default -> new Refund.Unknown("status " + reply.text("status"));
    };
  }

  private static boolean notFound(WechatReply reply) {
    return reply.status() == 404
        && (reply.code().equals("ORDERNOTEXIST") || reply.code().equals("RESOURCENOTEXISTS"));
  }

  /** Of this order and merchant; the app may be left out. */
  private boolean isOf(WechatReply reply, Order order) {
    return reply.text("out_trade_no").equals(order.outTradeNo())
        && reply.text("mchid").equals(merchant.mchId())
        && (!reply.content().has("appid") || reply.text("appid").equals(merchant.appId()));
  }

  private static boolean sameAmount(JsonNode amount, String name, Money sum) {
    JsonNode value = amount.path(name);
    String currency = sum.currency().getCurrencyCode();
    return value.isIntegralNumber()
        && value.canConvertToLong()
        && value.longValue() == sum.minor()
        && (!amount.has("currency") || amount.path("currency").asText().equals(currency));
  }

  private static Outcome otherOrder() {
    return new Outcome.Unknown("the answer is for another order, amount or merchant");
  }

  private static String told(WechatReply reply) {
    return "HTTP " + reply.status() + " " + reply.text("code");
  }
}
