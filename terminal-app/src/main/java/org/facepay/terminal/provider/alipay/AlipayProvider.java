package org.facepay.terminal.provider.alipay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
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
import org.facepay.terminal.provider.token.FaceToken;
import org.facepay.terminal.provider.wire.GatewayWatch;
import org.facepay.terminal.provider.wire.Requested;
import org.facepay.terminal.provider.wire.Wire;
import org.facepay.terminal.sale.Money;

/**
 * Alipay's payment by code: {@code alipay.trade.pay} (scene bar_code or security_code), {@code
 * alipay.trade.precreate} of a code that the terminal shows, {@code alipay.trade.query}, {@code
 * cancel}, {@code refund} and its query (open platform, face-to-face payment).
 *
 * <p>Only code 10000 of a verified reply for this very order and amount means paid; only a business
 * code known to mean a refusal means declined; everything else is unknown. Replies are compared
 * with the order because a reply to another order verifies just as well.
 */
public final class AlipayProvider implements PaymentProvider, RefundProvider, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * How long the shopper may take to confirm before Alipay closes the trade by itself; its default
   * is three hours.
   */
  private static final String EXPIRY = "2m";

  /**
   * Business codes that say that this payment will not be made (trade.pay reference, "business
   * error codes").
   */
  static final Map<String, DeclineReason> REFUSALS =
      Map.ofEntries(
          Map.entry("ACQ.PAYMENT_AUTH_CODE_INVALID", DeclineReason.CODE_EXPIRED),
          Map.entry("ACQ.SOUNDWAVE_PARSER_FAIL", DeclineReason.CODE_EXPIRED),
          Map.entry("ACQ.BUYER_BALANCE_NOT_ENOUGH", DeclineReason.BALANCE_TOO_LOW),
          Map.entry("ACQ.BUYER_BANKCARD_BALANCE_NOT_ENOUGH", DeclineReason.BALANCE_TOO_LOW),
          Map.entry("ACQ.ERROR_BALANCE_PAYMENT_DISABLE", DeclineReason.BALANCE_TOO_LOW),
          Map.entry("ACQ.ERROR_BUYER_CERTIFY_LEVEL_LIMIT", DeclineReason.BANK_REFUSED),
          Map.entry("ACQ.PAYMENT_FAIL", DeclineReason.BANK_REFUSED),
          Map.entry("ACQ.PAYMENT_REQUEST_HAS_RISK", DeclineReason.BANK_REFUSED),
          Map.entry("ACQ.NO_PAYMENT_INSTRUMENTS_AVAILABLE", DeclineReason.BANK_REFUSED),
          Map.entry("ACQ.BUYER_ENABLE_STATUS_FORBID", DeclineReason.ACCOUNT_CLOSED),
          Map.entry("ACQ.BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR", DeclineReason.LIMIT_REACHED),
          Map.entry("ACQ.BUYER_PAYMENT_AMOUNT_MONTH_LIMIT_ERROR", DeclineReason.LIMIT_REACHED),
          Map.entry("ACQ.BEYOND_PAY_RESTRICTION", DeclineReason.LIMIT_REACHED),
          Map.entry("ACQ.BEYOND_PER_RECEIPT_RESTRICTION", DeclineReason.LIMIT_REACHED),
          Map.entry("ACQ.TOTAL_FEE_EXCEED", DeclineReason.LIMIT_REACHED),
          Map.entry("ACQ.BUYER_SELLER_EQUAL", DeclineReason.BANK_REFUSED),
          Map.entry("ACQ.TRADE_BUYER_NOT_MATCH", DeclineReason.BANK_REFUSED),
          Map.entry("ACQ.PULL_MOBILE_CASHIER_FAIL", DeclineReason.BANK_REFUSED),
          Map.entry("ACQ.ACCESS_FORBIDDEN", DeclineReason.BANK_REFUSED),
          Map.entry("ACQ.AGREEMENT_NOT_EXIST", DeclineReason.ACCOUNT_CLOSED),
          Map.entry("ACQ.AGREEMENT_INVALID", DeclineReason.ACCOUNT_CLOSED),
          Map.entry("ACQ.AGREEMENT_STATUS_NOT_NORMAL", DeclineReason.ACCOUNT_CLOSED),
          Map.entry("ACQ.PRODUCT_AMOUNT_LIMIT_ERROR", DeclineReason.LIMIT_REACHED),
          Map.entry("ACQ.PARTNER_ERROR", DeclineReason.BANK_REFUSED),
          Map.entry("ACQ.SELLER_BEEN_BLOCKED", DeclineReason.BANK_REFUSED),
          Map.entry("ACQ.EXIST_FORBIDDEN_WORD", DeclineReason.BANK_REFUSED));

  public static final String NAME = "alipay";

  private final GatewayWatch watch;
  private final AlipayGateway gateway;
  private final Requested requested = new Requested();
  private final AlipayRefunds refunds;
  private final String terminal;
  private final int sellerPercent;
  private final InstantSource clock;

  /** With alarms that nobody sees but the log. */
  public AlipayProvider(AlipaySettings settings, InstantSource clock) {
    this(settings, clock, new Alarms(clock));
  }

  public AlipayProvider(AlipaySettings settings, InstantSource clock, Alarms alarms) {
    this.watch = new GatewayWatch(alarms, NAME);
    this.gateway = new AlipayGateway(settings, clock, watch);
    this.refunds = new AlipayRefunds(gateway);
    this.terminal = settings.application().terminal();
    this.sellerPercent = settings.application().sellerPercent();
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean accepts(Credential credential) {
    return switch (credential) {
      case PayCode code -> code.digits().matches("(2[5-9]|30)[0-9]{14,22}");
      case FaceToken _, ShownCode _ -> true;
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
    ObjectNode content = JSON.createObjectNode().put("out_trade_no", order.outTradeNo());
    if (credential instanceof ShownCode(Duration valid)) {
      return show(order, content, minutes(valid));
    }
    switch (credential) {
      case PayCode code -> content.put("scene", "bar_code").put("auth_code", code.digits());
      case FaceToken token -> {
        Optional<String> code = token.redeem(order.outTradeNo(), order.amount(), clock.instant());
        if (code.isEmpty()) {
          return new Outcome.Declined(DeclineReason.CODE_EXPIRED, "face token spent or expired");
        }
        content.put("scene", "security_code").put("auth_code", code.get());
      }
      default -> throw new IllegalArgumentException(name() + " takes no " + credential);
    }
    terms(content, order).put("timeout_express", EXPIRY);
    return pay(content, order);
  }

  /**
   * Deducts what a member owes by a signed agreement: {@code trade.pay} with {@code
   * agreement_params}.
   *
   * @param product the contract's product code
   */
  public Outcome deduct(Order order, String agreementNo, String product) {
    Optional<Outcome> unheard = watch.notSent(() -> query(order));
    if (unheard.isPresent()) {
      return unheard.get();
    }
    requested.now(order.outTradeNo());
    ObjectNode content = JSON.createObjectNode().put("out_trade_no", order.outTradeNo());
    terms(content, order).put("timeout_express", EXPIRY).put("product_code", product);
    content.putObject("agreement_params").put("agreement_no", agreementNo);
    return pay(content, order);
  }

  private Outcome pay(ObjectNode content, Order order) {
    return ask(
        "alipay.trade.pay",
        content,
        reply -> {
          Outcome outcome = authorised(reply, order);
          return outcome instanceof Outcome.Declined refused && !isFor(reply, order)
              ? refused.confirmedBy(afterRefusal(reply, order))
              : outcome;
        });
  }

  /** A gateway that refuses questions as it refused the payment has taken nothing in. */
  private Outcome afterRefusal(AlipayReply refusal, Order order) {
    return query(
        order,
        reply ->
            refusal.refusesRequest() && reply.refusesRequest()
                ? new Outcome.NotFound()
                : queried(reply, order));
  }

  /** {@code alipay.trade.precreate}: an order nobody knows of until its code is scanned. */
  private Outcome show(Order order, ObjectNode content, String expiry) {
    terms(content, order).put("timeout_express", expiry).put("qr_code_timeout_express", expiry);
    return ask("alipay.trade.precreate", content, reply -> shown(reply, order));
  }

  /** Alipay counts in whole minutes: never longer than asked for, but at least one. */
  private static String minutes(Duration valid) {
    return Math.max(1, valid.toMinutes()) + "m";
  }

  private ObjectNode terms(ObjectNode content, Order order) {
    content.put("total_amount", order.amount().figures()).put("subject", order.subject());
    if (order.instalments() > 0) {
      content
          .putObject("extend_params")
          .put("hb_fq_num", Integer.toString(order.instalments()))
          .put("hb_fq_seller_percent", Integer.toString(sellerPercent));
    }
    return content.put("terminal_id", terminal);
  }

  @Override
  public Outcome query(Order order) {
    return query(order, reply -> queried(reply, order));
  }

  private Outcome query(Order order, Function<AlipayReply, Outcome> reading) {
    ObjectNode content = JSON.createObjectNode().put("out_trade_no", order.outTradeNo());
    return ask("alipay.trade.query", content, reading);
  }

  @Override
  public Outcome cancel(Order order) {
    ObjectNode content = JSON.createObjectNode().put("out_trade_no", order.outTradeNo());
    return ask("alipay.trade.cancel", content, reply -> cancelled(reply, order));
  }

  @Override
  public Refund refund(Order order, Money amount, String requestNo) {
    return refunds.refund(order, amount, requestNo);
  }

  @Override
  public Refund queryRefund(Order order, Money amount, String requestNo) {
    return refunds.queryRefund(order, amount, requestNo);
  }

  @Override
  public void close() {
    gateway.close();
  }

  private Outcome ask(String method, ObjectNode content, Function<AlipayReply, Outcome> reading) {
    return Wire.outcome(
        () -> gateway.call(method, content), reading, Outcome.NotSent::new, Outcome.Unknown::new);
  }

  private static Outcome authorised(AlipayReply reply, Order order) {
    if (isForAnother(reply, order)) {
      return otherOrder();
    }
    return switch (reply.text("code")) {
      case "10000" -> approved(reply, order);
      case "10003" -> isFor(reply, order) ? new Outcome.Pending() : otherOrder();
      case "40004" -> {
        String code = reply.text("sub_code");
        DeclineReason reason = REFUSALS.get(code);
        yield reason == null ? new Outcome.Unknown(code) : new Outcome.Declined(reason, code);
      }
      // The gateway refused the request itself: a wrong key, a missing right, a bad parameter.
      case "40001", "40002", "40006" ->
          new Outcome.Declined(DeclineReason.BANK_REFUSED, reply.text("sub_code"));
      default -> new Outcome.Unknown("code " + reply.text("code"));
    };
  }

  private static Outcome shown(AlipayReply reply, Order order) {
    if (isForAnother(reply, order)) {
      return otherOrder();
    }
    String qr = reply.text("qr_code");
    return switch (reply.text("code")) {
      case "10000" -> isFor(reply, order) && !qr.isEmpty() ? new Outcome.Shown(qr) : otherOrder();
      // No code was made, so nobody can pay; unlike a payment by code, nothing has been risked.
      case "40001", "40002", "40006" ->
          new Outcome.Declined(DeclineReason.BANK_REFUSED, reply.text("sub_code"));
      case "40004" -> {
        String code = reply.text("sub_code");
        DeclineReason reason = REFUSALS.get(code);
        yield reason == null ? new Outcome.Unknown(code) : new Outcome.Declined(reason, code);
      }
      default -> new Outcome.Unknown("code " + reply.text("code"));
    };
  }

  private Outcome queried(AlipayReply reply, Order order) {
    if (isForAnother(reply, order)) {
      return otherOrder();
    }
    if (reply.text("code").equals("40004")
        && reply.text("sub_code").equals("ACQ.TRADE_NOT_EXIST")) {
      return new Outcome.NotFound();
    }
    if (!reply.text("code").equals("10000")) {
      return new Outcome.Unknown("code " + reply.text("code") + " " + reply.text("sub_code"));
    }
    return switch (reply.text("trade_status")) {
      case "TRADE_SUCCESS", "TRADE_FINISHED" ->
          isFor(reply, order) && requested.isOlder(order.outTradeNo(), reply.paidAt(), reply.date())
              ? watch.numberUsed(order.outTradeNo())
              : approved(reply, order);
      case "WAIT_BUYER_PAY" -> isFor(reply, order) ? new Outcome.Pending() : otherOrder();
      case "TRADE_CLOSED" -> isFor(reply, order) ? new Outcome.Reversed() : otherOrder();
      default -> new Outcome.Unknown("status " + reply.text("trade_status"));
    };
  }

  private static Outcome cancelled(AlipayReply reply, Order order) {
    if (isForAnother(reply, order)) {
      return otherOrder();
    }
    String code = reply.text("code");
    if (code.equals("40004") && reply.text("sub_code").equals("ACQ.TRADE_NOT_EXIST")) {
      return new Outcome.NotFound();
    }
    if (code.equals("40004") && !reply.text("sub_code").equals("ACQ.SYSTEM_ERROR")) {
      return new Outcome.Declined(DeclineReason.BANK_REFUSED, reply.text("sub_code"));
    }
    if (!code.equals("10000")) {
      return new Outcome.Unknown("code " + code + " " + reply.text("sub_code"));
    }
    if (!isFor(reply, order)) {
      return otherOrder();
    }
    if (reply.text("retry_flag").equals("Y")) {
      return new Outcome.Pending();
    }
    return switch (reply.text("action")) {
      case "close", "refund" -> new Outcome.Reversed();
      default -> new Outcome.NotFound(); // nothing was there to be closed
    };
  }

  private static Outcome approved(AlipayReply reply, Order order) {
    if (!isFor(reply, order) || !sameAmount(reply.text("total_amount"), order)) {
      return otherOrder();
    }
    return new Outcome.Approved(reply.text("trade_no"));
  }

  /** Refusals need not name the order; one that names another is not ours. */
  static boolean isForAnother(AlipayReply reply, Order order) {
    return !reply.text("out_trade_no").isEmpty() && !isFor(reply, order);
  }

  static boolean isFor(AlipayReply reply, Order order) {
    return reply.text("out_trade_no").equals(order.outTradeNo());
  }

  private static boolean sameAmount(String text, Order order) {
    return AlipayReply.minor(text).filter(fen -> fen == order.amount().minor()).isPresent();
  }

  private static Outcome otherOrder() {
    return new Outcome.Unknown("the reply is for another order or amount");
  }
}
