package org.facepay.terminal.provider.card;

import java.util.Optional;

/** What the shopper has to do at the card reader now. */
public enum ReaderStep {
  INSERT_OR_TAP,
  ENTER_PIN,
  PROCESSING,
  REMOVE_CARD;

  /**
   * The step that an event of a display notification stands for (Terminal API, "display
   * notifications"); empty for those that change nothing for the shopper.
   */
  static Optional<ReaderStep> of(String event) {
    return switch (event) {
      case "TENDER_CREATED", "WAIT_FOR_CARD" -> Optional.of(INSERT_OR_TAP);
      case "WAIT_FOR_PIN" -> Optional.of(ENTER_PIN);
      case "CARD_INSERTED",
          "CARD_PRESENTED",
          "CARD_SWIPED",
          "PIN_ENTERED",
          "APPLICATION_SELECTED",
          "DCC_ACCEPTED",
          "DCC_REJECTED",
          "SIGNATURE_CHECKED" ->
          Optional.of(PROCESSING);
      case "TENDER_FINAL", "REMOVE_CARD", "PRINT_RECEIPT" -> Optional.of(REMOVE_CARD);
      default -> Optional.empty();
    };
  }
}
