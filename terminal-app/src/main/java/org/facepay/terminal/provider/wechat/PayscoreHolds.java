package org.facepay.terminal.provider.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.payment.hold.HoldProvider;
import org.facepay.terminal.provider.wire.GatewayWatch;
import org.facepay.terminal.provider.wire.Wire;

/**
 * WeChat's pay score (API v3, {@code /v3/payscore/serviceorder}): an order is created before the
 * door opens, completed with what is owed, at most what was promised, or cancelled. Nothing is
 * frozen: WeChat vouches for the shopper and collects a completed order by itself, so a completed
 * order is {@link HoldOutcome.Claimed} until it is paid, and nothing is left to be released.
 *
 * <pre>CREATED -> DOING (USER_CONFIRM -> MCH_COMPLETE) -> DONE; REVOKED; EXPIRED</pre>
 */
public final class PayscoreHolds implements HoldProvider, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORDERS = "/v3/payscore/serviceorder";

  /** Business codes that say that no order will be made, without underscores. */
  private static final Map<String, DeclineReason> REFUSALS =
      Map.ofEntries(
          Map.entry("NOAUTH", DeclineReason.BANK_REFUSED),
          Map.entry("PARAMERROR", DeclineReason.BANK_REFUSED),
          Map.entry("INVALIDREQUEST", DeclineReason.BANK_REFUSED),
          Map.entry("SIGNERROR", DeclineReason.BANK_REFUSED),
          Map.entry("APPIDMCHIDNOTMATCH", DeclineReason.BANK_REFUSED),
          Map.entry("MCHNOTEXISTS", DeclineReason.BANK_REFUSED),
          Map.entry("USERNOTEXISTS", DeclineReason.CODE_NOT_ACCEPTED),
          Map.entry("PERMISSIONNOTEXIST", DeclineReason.CODE_NOT_ACCEPTED),
          Map.entry("USERACCOUNTABNORMAL", DeclineReason.BANK_REFUSED),
          Map.entry("NOTENOUGH", DeclineReason.BALANCE_TOO_LOW),
          Map.entry("RISKCONTROL", DeclineReason.BANK_REFUSED),
          Map.entry("RULELIMIT", DeclineReason.BANK_REFUSED));

  private final WechatGateway gateway;
  private final WechatSettings settings;
  private final Service service;

  /**
   * The merchant's service.
   *
   * @param id as the platform gave it
   * @param notices where the platform tells of confirmations; the terminal itself asks
   */
  public record Service(String id, String notices) {}

  /** With alarms that nobody sees but the log. */
  public PayscoreHolds(WechatSettings settings, Service service, InstantSource clock) {
    this(settings, service, clock, new Alarms(clock));
  }

  public PayscoreHolds(
      WechatSettings settings, Service service, InstantSource clock, Alarms alarms) {
    this.gateway = new WechatGateway(settings, clock, new GatewayWatch(alarms, "wechat-payscore"));
    this.settings = settings;
    this.service = service;
  }

  @Override
  public String name() {
    return WechatProvider.NAME;
  }

  @Override
  public HoldOutcome hold(Order order, Credential credential) {
    if (!(credential instanceof PayscoreUser(String openId))) {
      throw new IllegalArgumentException(name() + " holds nothing on " + credential);
    }
    ObjectNode content = service().put("out_order_no", order.outTradeNo());
    content.put("service_introduction", order.subject()).put("notify_url", service.notices());
    content.put("need_user_confirm", false).put("openid", openId);
    content.putObject("time_range").put("start_time", "OnAccept");
    content
        .putObject("risk_fund")
        .put("name", "ESTIMATE_ORDER_COST")
        .put("amount", order.amount().minor());
    HoldOutcome outcome = ask(() -> gateway.post(ORDERS, content), r -> created(r, order));
    return outcome instanceof HoldOutcome.Declined refused
        ? refused.confirmedBy(query(order)) // errors name no order
        : outcome;
  }

  @Override
  public HoldOutcome query(Order order) {
    String path =
        ORDERS
            + "?service_id=%s&out_order_no=%s&appid=%s"
                .formatted(service.id(), order.outTradeNo(), settings.merchant().appId());
    return ask(() -> gateway.get(path), reply -> queried(reply, order));
  }

  @Override
  public HoldOutcome capture(Order order, Part part, Rest rest) {
    long minor = part.amount().minor();
    ObjectNode content = service().put("total_amount", minor);
    content.putArray("post_payments").addObject().put("name", order.subject()).put("amount", minor);
    return ask(
        () -> gateway.post(ORDERS + "/" + order.outTradeNo() + "/complete", content),
        reply -> completed(reply, order, minor));
  }

  @Override
  public HoldOutcome release(Order order, Part rest) {
    ObjectNode content = service().put("reason", "nothing taken");
    return ask(
        () -> gateway.post(ORDERS + "/" + order.outTradeNo() + "/cancel", content),
        reply -> cancelled(reply, order));
  }

  @Override
  public void close() {
    gateway.close();
  }

  private ObjectNode service() {
    return JSON.createObjectNode()
        .put("appid", settings.merchant().appId())
        .put("service_id", service.id());
  }

  private static HoldOutcome ask(
      Wire.Call<WechatReply> call, Function<WechatReply, HoldOutcome> reading) {
    return Wire.outcome(call, reading, HoldOutcome.NotSent::new, HoldOutcome.Unknown::new);
  }

  private HoldOutcome created(WechatReply reply, Order order) {
    DeclineReason reason = REFUSALS.get(reply.code());
    if (!reply.ok() && reply.status() < 500 && reason != null) {
      return new HoldOutcome.Declined(reason, reply.text("code"));
    }
    return reply.ok() ? state(reply, order) : unknown(reply);
  }

  private HoldOutcome queried(WechatReply reply, Order order) {
    if (notFound(reply)) {
      return new HoldOutcome.NotFound();
    }
    return reply.ok() ? state(reply, order) : unknown(reply);
  }

  /** What an order's own state means (query reference, state and state_description). */
  private HoldOutcome state(WechatReply reply, Order order) {
    if (!isOf(reply, order)) {
      return other();
    }
    String reference = reply.text("order_id");
    return switch (reply.text("state")) {
      case "CREATED" -> new HoldOutcome.Pending();
      case "DOING" ->
          switch (reply.text("state_description")) {
            case "MCH_COMPLETE" -> claimed(reply, order);
            default ->
                promised(reply, order) && !reference.isEmpty()
                    ? new HoldOutcome.Held(reference, reply.text("openid"))
                    : other();
          };
      case "DONE" -> done(reply, order);
      case "REVOKED", "EXPIRED" -> new HoldOutcome.Released();
      default -> new HoldOutcome.Unknown("state " + reply.text("state"));
    };
  }

  private HoldOutcome completed(WechatReply reply, Order order, long minor) {
    if (reply.status() >= 400 && reply.status() < 500 && reply.status() != 429) {
      return new HoldOutcome.Declined(DeclineReason.BANK_REFUSED, reply.text("code"));
    }
    if (!reply.ok()) {
      return unknown(reply);
    }
    if (!isOf(reply, order)) {
      return other();
    }
    HoldOutcome told =
        reply.text("state").equals("DONE") ? done(reply, order) : claimed(reply, order);
    long amount =
        switch (told) {
          case HoldOutcome.Claimed(var _, long m) -> m;
          case HoldOutcome.Captured(var _, long m, var _) -> m;
          default -> -1;
        };
    return amount == minor ? told : other();
  }

  private static HoldOutcome claimed(WechatReply reply, Order order) {
    JsonNode total = reply.content().path("total_amount");
    return total.isIntegralNumber()
            && total.longValue() > 0
            && total.longValue() <= order.amount().minor()
        ? new HoldOutcome.Claimed(reply.text("order_id"), total.longValue())
        : other();
  }

  private static HoldOutcome done(WechatReply reply, Order order) {
    JsonNode total = reply.content().path("total_amount");
    if (!total.isIntegralNumber() || total.longValue() > order.amount().minor()) {
      return other();
    }
    if (total.longValue() == 0) {
      return new HoldOutcome.Released();
    }
    String paidAs =
        reply.content().path("collection").path("details").path(0).path("transaction_id").asText();
    return new HoldOutcome.Captured(
        paidAs.isEmpty() ? reply.text("order_id") : paidAs, total.longValue(), 0);
  }

  private HoldOutcome cancelled(WechatReply reply, Order order) {
    if (notFound(reply)) {
      return new HoldOutcome.NotFound();
    }
    if (reply.status() >= 400 && reply.status() < 500 && reply.status() != 429) {
      return new HoldOutcome.Declined(DeclineReason.BANK_REFUSED, reply.text("code"));
    }
    if (!reply.ok()) {
      return unknown(reply);
    }
    return isOf(reply, order) ? new HoldOutcome.Released() : other();
  }

  private static boolean notFound(WechatReply reply) {
    return reply.status() == 404 && reply.code().matches("ORDERNOTEXISTS?|RESOURCENOTEXISTS");
  }

  /** Of this order and service; merchant and service may be left out. */
  private boolean isOf(WechatReply reply, Order order) {
    return reply.text("out_order_no").equals(order.outTradeNo())
        && isOrMissing(reply, "service_id", service.id())
        && isOrMissing(reply, "mchid", settings.merchant().mchId());
  }

  private static boolean isOrMissing(WechatReply reply, String name, String value) {
    return !reply.content().has(name) || reply.text(name).equals(value);
  }

  private static boolean promised(WechatReply reply, Order order) {
    JsonNode amount = reply.content().path("risk_fund").path("amount");
    return amount.isMissingNode()
        || (amount.isIntegralNumber() && amount.longValue() == order.amount().minor());
  }

  private static HoldOutcome other() {
    return new HoldOutcome.Unknown("the answer is for another order, amount or service");
  }

  private static HoldOutcome unknown(WechatReply reply) {
    return new HoldOutcome.Unknown("HTTP " + reply.status() + " " + reply.text("code"));
  }
}
