package org.facepay.terminal.payment.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.payment.wire.Wire;
import org.facepay.terminal.sale.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A card terminal (nexo Sale to POI 3.0): PaymentRequest, TransactionStatusRequest, AbortRequest
 * and ReversalRequest. A payment's number at the terminal is derived from its order, so that a till
 * that was started again asks for the very payment.
 *
 * <p>{@code authorise} blocks for the whole dialogue, at most for the configured time. The terminal
 * repeats a payment's answer for ever, also after its reversal, so a payment that is told to be
 * paid counts only when there is no reversal of it.
 */
public final class NexoProvider implements PaymentProvider, RefundProvider, AutoCloseable {
  public static final String NAME = "card";

  private static final Logger LOG = LoggerFactory.getLogger(NexoProvider.class);

  private static final String PAYMENT = "Payment";
  private static final String REVERSAL = "Reversal";

  /**
   * Error conditions that end a payment without money (nexo Sale to POI 3.0, ErrorCondition).
   * NotAllowed is none: a terminal says so of a number that it has seen before, too.
   */
  private static final Map<String, DeclineReason> REFUSALS =
      Map.ofEntries(
          Map.entry("Refusal", DeclineReason.BANK_REFUSED),
          Map.entry("WrongPIN", DeclineReason.WRONG_PIN),
          Map.entry("InvalidCard", DeclineReason.CARD_NOT_ACCEPTED),
          Map.entry("PaymentRestriction", DeclineReason.CARD_NOT_ACCEPTED),
          Map.entry("Aborted", DeclineReason.CANCELLED_BY_SHOPPER),
          Map.entry("Cancel", DeclineReason.CANCELLED_BY_SHOPPER),
          Map.entry("UnreachableHost", DeclineReason.NETWORK_DOWN),
          Map.entry("UnavailableService", DeclineReason.NETWORK_DOWN),
          Map.entry("UnavailableDevice", DeclineReason.NETWORK_DOWN),
          Map.entry("DeviceOut", DeclineReason.NETWORK_DOWN),
          Map.entry("LoggedOut", DeclineReason.NETWORK_DOWN),
          Map.entry("MessageFormat", DeclineReason.NETWORK_DOWN));

  private final CardSettings settings;
  private final NexoSession session;
  private final InstantSource clock;

  public NexoProvider(
      CardSettings settings, NexoLink link, ReaderListener listener, InstantSource clock) {
    this.settings = settings;
    this.session = new NexoSession(settings, link, listener);
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean accepts(Credential credential) {
    return credential instanceof CardPresented;
  }

  @Override
  public Outcome authorise(Order order, Credential credential) {
    if (!accepts(credential)) {
      throw new IllegalArgumentException(name() + " takes no " + credential);
    }
    ObjectNode body = NexoCodec.object();
    body.putObject("SaleData").set("SaleTransactionID", transaction(order.outTradeNo()));
    body.putObject("PaymentTransaction")
        .putObject("AmountsReq")
        .put("Currency", order.amount().currency().getCurrencyCode())
        .put("RequestedAmount", new BigDecimal(order.amount().figures()));
    return asked(
        () -> paid(session.ask(PAYMENT, paymentId(order), body, settings.dialogue()), order));
  }

  @Override
  public Outcome query(Order order) {
    return asked(() -> standing(order, false));
  }

  /** Ends the dialogue; a payment that was made all the same is reversed. */
  @Override
  public Outcome cancel(Order order) {
    return asked(
        () -> {
          leave(order);
          return standing(order, true);
        });
  }

  /** Where it cannot be told, the terminal's own red key ends the dialogue. */
  @Override
  public void abort(Order order) {
    try {
      leave(order);
    } catch (Wire.NotSentException | Wire.NoAnswerException e) {
      LOG.warn("the card terminal cannot be told to stop: {}", e.getMessage());
    }
  }

  private void leave(Order order) throws Wire.NotSentException, Wire.NoAnswerException {
    ObjectNode abort = session.reference(PAYMENT, paymentId(order));
    session.tell("Abort", abort.put("AbortReason", "MerchantAbort"));
  }

  /**
   * Gives money back to the card that paid, without the card: the terminal has to remember the
   * payment.
   */
  @Override
  public Refund refund(Order order, Money amount, String requestNo) {
    try {
      String serviceId = NexoSession.serviceId("refund " + requestNo);
      if (result(answerTo(REVERSAL, serviceId)).equals("Success")) {
        return new Refund.Accepted();
      }
      JsonNode payment = answerTo(PAYMENT, paymentId(order));
      if (!(paid(payment, order) instanceof Outcome.Approved)) {
        return payment.isMissingNode()
            ? new Refund.Refused("the card terminal does not remember the payment")
            : new Refund.Refused("not paid");
      }
      ObjectNode body = original(payment, "CustCancel");
      body.put("ReversedAmount", new BigDecimal(amount.figures()));
      JsonNode answer = session.ask(REVERSAL, serviceId, body, settings.answer());
      return switch (result(answer)) {
        case "Success" -> new Refund.Accepted();
        case "Failure" -> new Refund.Refused(condition(answer));
        default -> new Refund.Unknown("result " + result(answer));
      };
    } catch (Wire.NotSentException | Wire.NoAnswerException e) {
      return new Refund.Unknown(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private static Outcome asked(Wire.Call<Outcome> question) {
    return Wire.outcome(question, Function.identity(), Outcome.NotSent::new, Outcome.Unknown::new);
  }

  /**
   * What has become of a payment.
   *
   * @param giveBack whether money that has moved is to be given back
   */
  private Outcome standing(Order order, boolean giveBack)
      throws Wire.NotSentException, Wire.NoAnswerException {
    JsonNode status = statusOf(PAYMENT, paymentId(order));
    if (!result(status).equals("Success")) {
      return switch (condition(status)) {
        case "InProgress" -> new Outcome.Pending();
        case "NotFound" -> new Outcome.NotFound();
        default -> new Outcome.Unknown("status " + condition(status));
      };
    }
    JsonNode payment = repeated(status, PAYMENT);
    boolean moved = result(payment).matches("Success|Partial");
    if (moved && isReversed(order)) {
      return new Outcome.Reversed();
    }
    Outcome outcome = paid(payment, order);
    if (moved && giveBack && !(outcome instanceof Outcome.Unknown)) {
      return reverse(order, payment);
    }
    // It ended without money and cannot be paid any more.
    return outcome instanceof Outcome.Declined ? new Outcome.Reversed() : outcome;
  }

  private boolean isReversed(Order order) throws Wire.NotSentException, Wire.NoAnswerException {
    return result(answerTo(REVERSAL, reversalId(order))).equals("Success");
  }

  private Outcome reverse(Order order, JsonNode payment)
      throws Wire.NotSentException, Wire.NoAnswerException {
    JsonNode answer =
        session.ask(
            REVERSAL, reversalId(order), original(payment, "MerchantCancel"), settings.answer());
    return result(answer).equals("Success")
        ? new Outcome.Reversed()
        : new Outcome.Unknown("reversal " + condition(answer));
  }

  private static ObjectNode original(JsonNode payment, String reason) {
    ObjectNode body = NexoCodec.object().put("ReversalReason", reason);
    body.putObject("OriginalPOITransaction")
        .set("POITransactionID", payment.path("POIData").path("POITransactionID"));
    return body;
  }

  /** What the terminal answered to a request; missing when it knows of none. */
  private JsonNode answerTo(String category, String serviceId)
      throws Wire.NotSentException, Wire.NoAnswerException {
    JsonNode status = statusOf(category, serviceId);
    if (!result(status).equals("Success") && !condition(status).equals("NotFound")) {
      throw new Wire.NoAnswerException("status " + condition(status));
    }
    return repeated(status, category);
  }

  private JsonNode statusOf(String category, String serviceId)
      throws Wire.NotSentException, Wire.NoAnswerException {
    ObjectNode body = session.reference(category, serviceId).put("ReceiptReprintFlag", false);
    JsonNode status = session.ask("TransactionStatus", session.fresh(), body, settings.answer());
    JsonNode about = status.path("RepeatedMessageResponse").path("MessageHeader");
    if (result(status).equals("Success") && !about.path("ServiceID").asText().equals(serviceId)) {
      throw new Wire.NoAnswerException("the status of another message");
    }
    return status;
  }

  private static JsonNode repeated(JsonNode status, String category) {
    return status
        .path("RepeatedMessageResponse")
        .path("RepeatedResponseMessageBody")
        .path(category + "Response");
  }

  /** What a payment's answer means. */
  private static Outcome paid(JsonNode answer, Order order) {
    return switch (result(answer)) {
      case "Success" -> approved(answer, order);
      // A part was authorised, which nobody asked for: it ends by being cancelled.
      case "Partial" -> new Outcome.Pending();
      case "Failure" -> refused(condition(answer));
      default -> new Outcome.Unknown("result " + result(answer));
    };
  }

  private static Outcome refused(String condition) {
    return switch (condition) {
      case "InProgress" -> new Outcome.Pending();
      // Somebody else's dialogue is under way: this one was never begun.
      case "Busy" -> new Outcome.NotSent("the card terminal is busy");
      default ->
          Optional.ofNullable(REFUSALS.get(condition))
              .<Outcome>map(reason -> new Outcome.Declined(reason, condition))
              .orElseGet(() -> new Outcome.Unknown("condition " + condition));
    };
  }

  private static Outcome approved(JsonNode answer, Order order) {
    JsonNode amounts = answer.path("PaymentResult").path("AmountsResp");
    JsonNode amount = amounts.path("AuthorizedAmount");
    String number =
        answer.path("SaleData").path("SaleTransactionID").path("TransactionID").asText();
    String currency = amounts.path("Currency").asText(currencyOf(order));
    boolean ours =
        number.equals(order.outTradeNo())
            && amount.isNumber()
            && amount.decimalValue().compareTo(new BigDecimal(order.amount().figures())) == 0
            && currency.equals(currencyOf(order));
    String tradeNo = answer.path("POIData").path("POITransactionID").path("TransactionID").asText();
    return ours && !tradeNo.isEmpty()
        ? new Outcome.Approved(tradeNo)
        : new Outcome.Unknown("the answer is for another order or amount");
  }

  private ObjectNode transaction(String number) {
    return NexoCodec.object()
        .put("TransactionID", number)
        .put("TimeStamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
  }

  private static String paymentId(Order order) {
    return NexoSession.serviceId("payment " + order.outTradeNo());
  }

  private static String reversalId(Order order) {
    return NexoSession.serviceId("reversal " + order.outTradeNo());
  }

  private static String currencyOf(Order order) {
    return order.amount().currency().getCurrencyCode();
  }

  private static String result(JsonNode body) {
    return body.path("Response").path("Result").asText();
  }

  private static String condition(JsonNode body) {
    return body.path("Response").path("ErrorCondition").asText();
  }
}
