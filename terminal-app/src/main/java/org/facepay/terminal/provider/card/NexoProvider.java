package org.facepay.terminal.provider.card;

import static org.facepay.terminal.provider.card.NexoResult.condition;
import static org.facepay.terminal.provider.card.NexoResult.hasMoved;
import static org.facepay.terminal.provider.card.NexoResult.paid;
import static org.facepay.terminal.provider.card.NexoResult.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.provider.offline.OfflineSeller;
import org.facepay.terminal.provider.wire.Wire;
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
 *
 * <p>A terminal that cannot reach its host may approve by itself unless {@code ForceOnlineFlag} is
 * set, and then answers with {@code OnlineFlag} false (TransactionConditions and PaymentResult).
 * The protocol leaves open how a till hears what came of such a payment; this expects the terminal
 * to repeat its answer as it stands then: {@code OnlineFlag} true once the host has accepted it, a
 * failure once the host has refused it. A terminal that never does so leaves its sales waiting,
 * which the caps' age turns into "no more".
 */
public final class NexoProvider implements OfflineSeller, AutoCloseable {
  public static final String NAME = "card";

  private static final Logger LOG = LoggerFactory.getLogger(NexoProvider.class);

  private static final String PAYMENT = "Payment";
  private static final String REVERSAL = "Reversal";

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
  public Answer sell(Order order, Credential credential, boolean offline) {
    if (!accepts(credential)) {
      throw new IllegalArgumentException(name() + " takes no " + credential);
    }
    ObjectNode body = NexoCodec.object();
    body.putObject("SaleData").set("SaleTransactionID", transaction(order.outTradeNo()));
    ObjectNode payment = body.putObject("PaymentTransaction");
    payment
        .putObject("AmountsReq")
        .put("Currency", order.amount().currency().getCurrencyCode())
        .put("RequestedAmount", new BigDecimal(order.amount().figures()));
    if (!offline) {
      payment.putObject("TransactionConditions").put("ForceOnlineFlag", true);
    }
    return answered(
        () ->
            paid(session.ask(PAYMENT, paymentId(order), body, settings.till().dialogue()), order));
  }

  @Override
  public Answer standing(Order order) {
    return answered(
        () -> {
          JsonNode status = statusOf(PAYMENT, paymentId(order));
          if (!result(status).equals("Success")) {
            return new Answer.Told(unfinished(status));
          }
          JsonNode payment = repeated(status, PAYMENT);
          return hasMoved(payment) && isReversed(order)
              ? new Answer.Told(new Outcome.Reversed())
              : paid(payment, order);
        });
  }

  /** Whatever else came of it is asked about, never believed to be not sent. */
  @Override
  public Outcome refuse(Order order, Answer.Offline made) {
    Outcome outcome = asked(() -> giveBack(order));
    return outcome instanceof Outcome.Reversed
        ? NOT_OFFLINE
        : new Outcome.Unknown("approved offline and not taken back yet: " + outcome);
  }

  /** Ends the dialogue; a payment that was made all the same is reversed. */
  @Override
  public Outcome cancel(Order order) {
    return asked(
        () -> {
          leave(order);
          return giveBack(order);
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
      boolean paid =
          paid(payment, order) instanceof Answer.Offline
              || paid(payment, order) instanceof Answer.Told(Outcome.Approved _);
      if (!paid) {
        return payment.isMissingNode()
            ? new Refund.Refused("the card terminal does not remember the payment")
            : new Refund.Refused("not paid");
      }
      ObjectNode body = original(payment, "CustCancel");
      body.put("ReversedAmount", new BigDecimal(amount.figures()));
      JsonNode answer = session.ask(REVERSAL, serviceId, body, settings.till().answer());
      return switch (result(answer)) {
        case "Success" -> new Refund.Accepted();
        case "Failure" -> new Refund.Refused(condition(answer));
        default -> new Refund.Unknown("result " + result(answer));
      };
    } catch (Wire.NotSentException e) {
      return new Refund.NotSent(String.valueOf(e.getMessage()));
    } catch (Wire.NoAnswerException e) {
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

  private static Answer answered(Wire.Call<Answer> question) {
    return Wire.outcome(
        question,
        Function.identity(),
        why -> new Answer.Told(new Outcome.NotSent(why)),
        why -> new Answer.Told(new Outcome.Unknown(why)));
  }

  /** Why there is no payment to speak of. */
  private static Outcome unfinished(JsonNode status) {
    return switch (condition(status)) {
      case "InProgress" -> new Outcome.Pending();
      case "NotFound" -> new Outcome.NotFound();
      default -> new Outcome.Unknown("status " + condition(status));
    };
  }

  /** Reverses what has moved, with or without the host; what has not cannot be paid any more. */
  private Outcome giveBack(Order order) throws Wire.NotSentException, Wire.NoAnswerException {
    JsonNode status = statusOf(PAYMENT, paymentId(order));
    if (!result(status).equals("Success")) {
      return unfinished(status);
    }
    JsonNode payment = repeated(status, PAYMENT);
    if (hasMoved(payment) && isReversed(order)) {
      return new Outcome.Reversed();
    }
    return switch (paid(payment, order)) {
      case Answer.Told(Outcome.Unknown unknown) -> unknown;
      case Answer.Told(Outcome.Declined _) -> new Outcome.Reversed();
      case Answer.Told(Outcome outcome) when !hasMoved(payment) -> outcome;
      case Answer _ -> reverse(order, payment);
    };
  }

  private boolean isReversed(Order order) throws Wire.NotSentException, Wire.NoAnswerException {
    return result(answerTo(REVERSAL, reversalId(order))).equals("Success");
  }

  private Outcome reverse(Order order, JsonNode payment)
      throws Wire.NotSentException, Wire.NoAnswerException {
    JsonNode answer =
        session.ask(
            REVERSAL,
            reversalId(order),
            original(payment, "MerchantCancel"),
            settings.till().answer());
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
    JsonNode status =
        session.ask("TransactionStatus", session.fresh(), body, settings.till().answer());
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
}
