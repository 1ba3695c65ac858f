package org.facepay.terminal.lab.drive;

import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider;

/** What happens in a lane. */
sealed interface BatchEvent {
  record BasketOpened(int number, long amountMinor) implements BatchEvent {}

  record CodePresented(PayCode code) implements BatchEvent {}

  record Answered(long attempt, Outcome outcome) implements BatchEvent {}

  record RefundAnswered(long attempt, RefundProvider.Refund refund) implements BatchEvent {}

  record Waited(long attempt) implements BatchEvent {}

  /** The time after which a basket is told to be unresolved. */
  record TimeIsUp(long basket) implements BatchEvent {}

  record Restarted() implements BatchEvent {}
}
