package org.facepay.terminal.provider.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.provider.offline.OfflineSale;
import org.facepay.terminal.provider.offline.OfflineSeller.Answer;
import org.facepay.terminal.provider.offline.Payer;

/** What a card terminal's answers mean (nexo Sale to POI 3.0, Response and PaymentResult). */
final class NexoResult {
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
          // Somebody else's dialogue is under way: this one was never begun.
          Map.entry("Busy", DeclineReason.NETWORK_DOWN),
          Map.entry("MessageFormat", DeclineReason.NETWORK_DOWN));

  private NexoResult() {}

  static String result(JsonNode body) {
    return body.path("Response").path("Result").asText();
  }

  static String condition(JsonNode body) {
    return body.path("Response").path("ErrorCondition").asText();
  }

  /** Whether a payment took anything, a part of it too. */
  static boolean hasMoved(JsonNode payment) {
    return result(payment).matches("Success|Partial");
  }

  /** What a payment's answer means. */
  static Answer paid(JsonNode answer, Order order) {
    return switch (result(answer)) {
      case "Success" -> approved(answer, order);
      // A part was authorised, which nobody asked for: it ends by being cancelled.
      case "Partial" -> new Answer.Told(new Outcome.Pending());
      case "Failure" -> new Answer.Told(refused(condition(answer)));
      default -> new Answer.Told(new Outcome.Unknown("result " + result(answer)));
    };
  }

  private static Outcome refused(String condition) {
    return switch (condition) {
      case "InProgress" -> new Outcome.Pending();
      default ->
          Optional.ofNullable(REFUSALS.get(condition))
              .<Outcome>map(reason -> new Outcome.Declined(reason, condition))
              .orElseGet(() -> new Outcome.Unknown("condition " + condition));
    };
  }

  private static Answer approved(JsonNode answer, Order order) {
    JsonNode amounts = answer.path("PaymentResult").path("AmountsResp");
    JsonNode amount = amounts.path("AuthorizedAmount");
    String number =
        answer.path("SaleData").path("SaleTransactionID").path("TransactionID").asText();
    String currency = order.amount().currency().getCurrencyCode();
    boolean ours =
        number.equals(order.outTradeNo())
            && amount.isNumber()
            && amount.decimalValue().compareTo(new BigDecimal(order.amount().figures())) == 0
            && amounts.path("Currency").asText(currency).equals(currency);
    String tradeNo = answer.path("POIData").path("POITransactionID").path("TransactionID").asText();
    if (!ours || tradeNo.isEmpty()) {
      return new Answer.Told(new Outcome.Unknown("the answer is for another order or amount"));
    }
    return answer.path("PaymentResult").path("OnlineFlag").asBoolean(true)
        ? new Answer.Told(new Outcome.Approved(tradeNo))
        : new Answer.Offline(new Payer.Card(tradeNo), OfflineSale.State.STORED);
  }
}
