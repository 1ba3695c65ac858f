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
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.ShownCode;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.payment.hold.HoldProvider;
import org.facepay.terminal.provider.token.FaceToken;
import org.facepay.terminal.provider.wire.GatewayWatch;
import org.facepay.terminal.provider.wire.Wire;

/**
 * Alipay's pre-authorisation (open platform, "fund authorisation"): {@code alipay.fund.auth.order.
 * freeze} by a code or a face, or {@code voucher.create} of a code that is shown, {@code
 * operation.detail.query}, {@code order.unfreeze}, {@code operation.cancel} of a freeze in doubt,
 * and the capture by {@code alipay.trade.pay} with {@code auth_no}.
 *
 * <p>The numbers of capture and release are the order's own with a letter, so that repeating either
 * moves the money once. As with payments, only a verified reply for this very hold and amount says
 * anything.
 */
public final class AlipayHolds implements HoldProvider, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PRODUCT = "PREAUTH_PAY";

  /** How long the shopper may take to confirm the freeze. */
  private static final String EXPIRY = "2m";

  /** Business codes that say that this money will not be frozen (freeze reference). */
  private static final Map<String, DeclineReason> REFUSALS =
      Map.ofEntries(
          Map.entry("AUTH_TOKEN_NOT_EXIST", DeclineReason.CODE_EXPIRED),
          Map.entry("AUTH_CODE_INVALID", DeclineReason.CODE_EXPIRED),
          Map.entry("PAYMENT_AUTH_CODE_INVALID", DeclineReason.CODE_EXPIRED),
          Map.entry("BUYER_BALANCE_NOT_ENOUGH", DeclineReason.BALANCE_TOO_LOW),
          Map.entry("USER_BALANCE_NOT_ENOUGH", DeclineReason.BALANCE_TOO_LOW),
          Map.entry("PAYMENT_FAIL", DeclineReason.BANK_REFUSED),
          Map.entry("PAYER_NOT_EXIST", DeclineReason.BANK_REFUSED),
          Map.entry("PAYER_USER_STATUS_LIMIT", DeclineReason.BANK_REFUSED),
          Map.entry("NO_PAYMENT_INSTRUMENTS_AVAILABLE", DeclineReason.BANK_REFUSED),
          Map.entry("ACCESS_FORBIDDEN", DeclineReason.BANK_REFUSED));

  private final AlipayGateway gateway;
  private final String terminal;
  private final InstantSource clock;

  /** With alarms that nobody sees but the log. */
  public AlipayHolds(AlipaySettings settings, InstantSource clock) {
    this(settings, clock, new Alarms(clock));
  }

  public AlipayHolds(AlipaySettings settings, InstantSource clock, Alarms alarms) {
    this.gateway = new AlipayGateway(settings, clock, new GatewayWatch(alarms, "alipay-holds"));
    this.terminal = settings.application().terminal();
    this.clock = clock;
  }

  @Override
  public String name() {
    return "alipay";
  }

  @Override
  public HoldOutcome hold(Order order, Credential credential) {
    ObjectNode content = numbers(order);
    if (credential instanceof ShownCode(Duration valid)) {
      terms(content, order, Math.max(1, valid.toMinutes()) + "m");
      return ask("alipay.fund.auth.order.voucher.create", content, reply -> shown(reply, order));
    }
    switch (credential) {
      case PayCode code ->
          content.put("auth_code_type", "bar_code").put("auth_code", code.digits());
      case FaceToken token -> {
        Optional<String> code = token.redeem(order.outTradeNo(), order.amount(), clock.instant());
        if (code.isEmpty()) {
          return new HoldOutcome.Declined(
              DeclineReason.CODE_EXPIRED, "face token spent or expired");
        }
        content.put("auth_code_type", "security_code").put("auth_code", code.get());
      }
      default -> throw new IllegalArgumentException(name() + " holds nothing on " + credential);
    }
    terms(content, order, EXPIRY);
    return ask(
        "alipay.fund.auth.order.freeze",
        content,
        reply -> {
          HoldOutcome outcome = frozen(reply, order);
          return outcome instanceof HoldOutcome.Declined refused && !isOf(reply, order)
              ? refused.confirmedBy(afterRefusal(reply, order))
              : outcome;
        });
  }

  private static void terms(ObjectNode content, Order order, String expiry) {
    content.put("order_title", order.subject()).put("amount", order.amount().figures());
    content.put("product_code", PRODUCT).put("pay_timeout", expiry);
  }

  @Override
  public HoldOutcome query(Order order) {
    return query(order, reply -> queried(reply, order));
  }

  private HoldOutcome query(Order order, Function<AlipayReply, HoldOutcome> reading) {
    ObjectNode content = numbers(order).put("operation_type", "FREEZE");
    return ask("alipay.fund.auth.operation.detail.query", content, reading);
  }

  /** A gateway that refuses questions as it refused the freeze has taken nothing in. */
  private HoldOutcome afterRefusal(AlipayReply refusal, Order order) {
    return query(
        order,
        reply ->
            refusal.refusesRequest() && reply.refusesRequest()
                ? new HoldOutcome.NotFound()
                : queried(reply, order));
  }

  @Override
  public HoldOutcome capture(Order order, Part part, Rest rest) {
    ObjectNode content = JSON.createObjectNode().put("out_trade_no", order.outTradeNo());
    content.put("auth_no", part.reference()).put("product_code", PRODUCT);
    content.put("auth_confirm_mode", rest == Rest.RELEASED ? "COMPLETE" : "NOT_COMPLETE");
    content.put("total_amount", part.amount().figures()).put("subject", order.subject());
    content.put("terminal_id", terminal);
    long left = rest == Rest.RELEASED ? 0 : order.amount().minor() - part.amount().minor();
    return ask(
        "alipay.trade.pay", content, reply -> captured(reply, order, part.amount().minor(), left));
  }

  @Override
  public HoldOutcome release(Order order, Part rest) {
    if (rest.reference().isEmpty()) {
      ObjectNode content = numbers(order).put("remark", "not confirmed");
      return ask("alipay.fund.auth.operation.cancel", content, reply -> cancelled(reply, order));
    }
    ObjectNode content = JSON.createObjectNode().put("auth_no", rest.reference());
    content.put("out_request_no", releaseNo(order)).put("amount", rest.amount().figures());
    content.put("remark", "released");
    return ask("alipay.fund.auth.order.unfreeze", content, reply -> unfrozen(reply, order, rest));
  }

  @Override
  public void close() {
    gateway.close();
  }

  /** A freeze is the only one of its order, so both have one number. */
  private static ObjectNode numbers(Order order) {
    return JSON.createObjectNode()
        .put("out_order_no", order.outTradeNo())
        .put("out_request_no", order.outTradeNo());
  }

  private static String releaseNo(Order order) {
    return order.outTradeNo() + "R";
  }

  private HoldOutcome ask(
      String method, ObjectNode content, Function<AlipayReply, HoldOutcome> reading) {
    return Wire.outcome(
        () -> gateway.call(method, content),
        reading,
        HoldOutcome.NotSent::new,
        HoldOutcome.Unknown::new);
  }

  private static HoldOutcome frozen(AlipayReply reply, Order order) {
    if (isForAnother(reply, order)) {
      return other();
    }
    String subCode = reply.text("sub_code");
    return switch (reply.text("code")) {
      case "10000" ->
          switch (reply.text("status")) {
            case "SUCCESS" -> isFreezeOf(reply, order) ? held(reply) : other();
            case "INIT" -> new HoldOutcome.Pending();
            default -> unknown(reply);
          };
      case "10003" -> isOf(reply, order) ? new HoldOutcome.Pending() : other();
      case "40004" ->
          Optional.ofNullable(REFUSALS.get(subCode.replaceFirst("^ACQ\\.", "")))
              .<HoldOutcome>map(reason -> new HoldOutcome.Declined(reason, subCode))
              .orElseGet(() -> unknown(reply));
      // The gateway refused the request itself: a wrong key, a missing right, a bad parameter.
      case "40001", "40002", "40006" ->
          new HoldOutcome.Declined(DeclineReason.BANK_REFUSED, subCode);
      default -> unknown(reply);
    };
  }

  private static HoldOutcome shown(AlipayReply reply, Order order) {
    String code = reply.text("code_value");
    return reply.text("code").equals("10000") && isOf(reply, order) && !code.isEmpty()
        ? new HoldOutcome.Shown(code)
        : unknown(reply);
  }

  private HoldOutcome queried(AlipayReply reply, Order order) {
    if (isForAnother(reply, order)) {
      return other();
    }
    if (notFound(reply)) {
      return new HoldOutcome.NotFound();
    }
    if (!reply.text("code").equals("10000")) {
      return unknown(reply);
    }
    if (!isFreezeOf(reply, order)) {
      return other();
    }
    long paid = reply.minorOf("total_pay_amount").orElse(0L);
    long left = reply.minorOf("rest_amount").orElse(-1L);
    if (paid > 0) {
      return paidOut(order, paid, Math.max(0, left));
    }
    // The order's status says more than the operation's, where it is given.
    String status = reply.text("order_status");
    return switch (status.isEmpty() ? reply.text("status") : status) {
      case "INIT" -> new HoldOutcome.Pending();
      case "AUTHORIZED", "SUCCESS" -> left == 0 ? new HoldOutcome.Released() : held(reply);
      case "FINISH", "CLOSED" -> new HoldOutcome.Released();
      default -> unknown(reply);
    };
  }

  /** A hold of which something was paid: the trade says under which number. */
  private HoldOutcome paidOut(Order order, long paid, long left) {
    ObjectNode content = JSON.createObjectNode().put("out_trade_no", order.outTradeNo());
    return ask(
        "alipay.trade.query",
        content,
        reply ->
            reply.text("code").equals("10000")
                    && reply.text("trade_status").matches("TRADE_SUCCESS|TRADE_FINISHED")
                ? captured(reply, order, paid, left)
                : unknown(reply));
  }

  private static HoldOutcome captured(AlipayReply reply, Order order, long minor, long left) {
    String number = reply.text("out_trade_no");
    if (!number.isEmpty() && !number.equals(order.outTradeNo())) {
      return other();
    }
    return switch (reply.text("code")) {
      case "10000" ->
          reply.minorOf("total_amount").filter(m -> m == minor).isPresent() && !number.isEmpty()
              ? new HoldOutcome.Captured(reply.text("trade_no"), minor, left)
              : other();
      case "10003" -> new HoldOutcome.Pending();
      case "40004" -> {
        DeclineReason reason = AlipayProvider.REFUSALS.get(reply.text("sub_code"));
        yield reason == null
            ? unknown(reply)
            : new HoldOutcome.Declined(reason, reply.text("sub_code"));
      }
      case "40001", "40002", "40006" ->
          new HoldOutcome.Declined(DeclineReason.BANK_REFUSED, reply.text("sub_code"));
      default -> unknown(reply);
    };
  }

  private static HoldOutcome cancelled(AlipayReply reply, Order order) {
    if (isForAnother(reply, order)) {
      return other();
    }
    if (notFound(reply)) {
      return new HoldOutcome.NotFound();
    }
    if (!reply.text("code").equals("10000")) {
      return unknown(reply);
    }
    return switch (reply.text("action")) {
      case "close", "unfreeze" -> isOf(reply, order) ? new HoldOutcome.Released() : other();
      default -> new HoldOutcome.NotFound(); // nothing was there to be closed
    };
  }

  private static HoldOutcome unfrozen(AlipayReply reply, Order order, Part rest) {
    if (!reply.text("code").equals("10000")) {
      return reply.text("code").equals("40004") && !reply.text("sub_code").contains("SYSTEM_ERROR")
          ? new HoldOutcome.Declined(DeclineReason.BANK_REFUSED, reply.text("sub_code"))
          : unknown(reply);
    }
    boolean ours =
        reply.text("out_request_no").equals(releaseNo(order))
            && reply.text("auth_no").equals(rest.reference())
            && reply.minorOf("amount").filter(m -> m == rest.amount().minor()).isPresent();
    if (!ours) {
      return other();
    }
    return switch (reply.text("status")) {
      case "SUCCESS" -> new HoldOutcome.Released();
      case "INIT" -> new HoldOutcome.Pending();
      default -> unknown(reply);
    };
  }

  private static HoldOutcome held(AlipayReply reply) {
    return reply.text("auth_no").isEmpty()
        ? unknown(reply)
        : new HoldOutcome.Held(reply.text("auth_no"), payer(reply));
  }

  /** Merchants of before see the user's id, those of today an id of their own application. */
  private static String payer(AlipayReply reply) {
    String open = reply.text("payer_open_id");
    return open.isEmpty() ? reply.text("payer_user_id") : open;
  }

  private static boolean notFound(AlipayReply reply) {
    return reply.text("code").equals("40004")
        && reply
            .text("sub_code")
            .matches("(ACQ\\.)?AUTH_(ORDER|OPERATION)_NOT_EXIST|(ACQ\\.)?ORDER_NOT_EXIST");
  }

  /** Refusals need not name the hold; one that names another is not ours. */
  private static boolean isForAnother(AlipayReply reply, Order order) {
    return !reply.text("out_order_no").isEmpty() && !isOf(reply, order);
  }

  private static boolean isOf(AlipayReply reply, Order order) {
    return reply.text("out_order_no").equals(order.outTradeNo());
  }

  private static boolean isFreezeOf(AlipayReply reply, Order order) {
    return isOf(reply, order)
        && reply.minorOf("amount").filter(m -> m == order.amount().minor()).isPresent();
  }

  private static HoldOutcome other() {
    return new HoldOutcome.Unknown("the reply is for another hold or amount");
  }

  private static HoldOutcome unknown(AlipayReply reply) {
    return new HoldOutcome.Unknown(
        "code %s %s %s"
            .formatted(reply.text("code"), reply.text("sub_code"), reply.text("status"))
            .strip());
  }
}
