package org.facepay.terminal.world.cashier;

import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.terminal.provider.card.ReaderListener;
import org.facepay.terminal.provider.card.ReaderStep;

/** What the card reader asks of the shopper, for the screen. */
public final class CardReader implements ReaderListener {
  private volatile PaymentScreen.ReaderStep step = PaymentScreen.ReaderStep.INSERT_OR_TAP;
  private volatile Runnable changed = () -> {};

  @Override
  public void step(ReaderStep now) {
    step =
        switch (now) {
          case INSERT_OR_TAP -> PaymentScreen.ReaderStep.INSERT_OR_TAP;
          case ENTER_PIN -> PaymentScreen.ReaderStep.ENTER_PIN;
          case PROCESSING -> PaymentScreen.ReaderStep.PROCESSING;
          case REMOVE_CARD -> PaymentScreen.ReaderStep.REMOVE_CARD;
        };
    changed.run();
  }

  public PaymentScreen.ReaderStep step() {
    return step;
  }

  /** A new dialogue begins. */
  public void reset() {
    step = PaymentScreen.ReaderStep.INSERT_OR_TAP;
  }

  /** Hears of every step, on any thread. */
  public void onChange(Runnable listener) {
    changed = listener;
  }
}
