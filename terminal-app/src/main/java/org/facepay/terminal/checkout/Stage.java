package org.facepay.terminal.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.promotion.Eligibility;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.HandedOver;
import org.facepay.terminal.session.member.Meeting;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.step.Stamped;

/** How far a shopper at a self-checkout has come. */
public sealed interface Stage {

  /**
   * Goods are scanned.
   *
   * @param open number of the line being worked on, 0 for none
   * @param justScanned whether it is open because it was scanned
   * @param editing whether the shopper opened it by hand
   * @param removed what was taken out last, newest first, while one touch puts it back
   */
  record Shopping(
      int open,
      boolean justScanned,
      boolean editing,
      Optional<Screen.Notice> notice,
      List<Basket.Line> removed)
      implements Stage {
    static final Shopping CALM = new Shopping(0, false, false, Optional.empty());

    Shopping(int open, boolean justScanned, boolean editing, Optional<Screen.Notice> notice) {
      this(open, justScanned, editing, notice, List.of());
    }

    Shopping withoutNotice() {
      return new Shopping(open, false, editing, Optional.empty());
    }
  }

  /**
   * Goods without a barcode are chosen by picture.
   *
   * @param query initials typed so far, capital letters
   * @param letters whether a landscape panel shows the letters
   */
  record Searching(String query, boolean letters) implements Stage {}

  /**
   * One of them is on the scale, or counted.
   *
   * @param tareGrams taken off what the scale says
   * @param bagFirst whether a bag was to be taken off, and no empty one lay on the scale
   * @param count pieces of goods sold by the piece, 0 for goods sold by weight
   */
  record Weighing(Product product, int tareGrams, int count, boolean bagFirst) implements Stage {
    /** Under it nothing is sold: twenty divisions of a 1 g scale (OIML R 76, Min). */
    public static final int LEAST_GRAMS = 20;

    /** What so much on the scale costs; minor units. */
    public long price(int grossGrams, Eligibility eligibility) {
      long unit = eligibility.unitPrice(product);
      int net = grossGrams - tareGrams;
      return count > 0
          ? new Quantity.Pieces(count).amount(unit)
          : net > 0 ? new Quantity.Grams(net).amount(unit) : 0;
    }
  }

  /** The shopper chooses how to pay. */
  record Choosing() implements Stage {}

  /** Choosing whose code the terminal shows. */
  record ChoosingWallet() implements Stage {}

  /** The shopper chooses in how many parts to pay. */
  record Splitting() implements Stage {}

  /**
   * The terminal waits for a wallet's code.
   *
   * @param months in how many parts it is to pay, 0 for all at once
   */
  record Presenting(Optional<Screen.Notice> notice, int months) implements Stage {
    static final Presenting AT_ONCE = new Presenting(Optional.empty(), 0);
  }

  /** A face is asked for, or a member's page is open. */
  record Meets(Meeting meeting) implements Stage {}

  /** A charge is open. Nothing is wiped and nothing else can be paid until it has ended. */
  record Paying(Charge charge) implements Stage {}

  /** The last charge ended without money; the basket is as it was. */
  record Refused(Payment payment) implements Stage {}

  /**
   * The sale is recorded.
   *
   * @param job stamp of the print job, 0 when none was asked for
   * @param closing the clock that ends the screen
   */
  record Paid(Payment payment, Screen.Paper paper, long job, Closing closing) implements Stage {}

  /**
   * When a screen ends by itself. Whatever happens meanwhile only ever gives more time.
   *
   * @param stamp of its timer
   * @param ends when
   * @param stays from the timer's start until then
   */
  record Closing(long stamp, Instant ends, Duration stays) {
    static Closing after(Duration stays, Stamped<?> event) {
      return new Closing(event.stamp(), event.at().plus(stays), stays);
    }

    /** Not before that much time from now. */
    Closing notBefore(Duration least, Stamped<?> event) {
      Duration left = Duration.between(event.at(), ends);
      return after(left.compareTo(least) > 0 ? left : least, event);
    }
  }

  /** Staff have taken the payment from the terminal. */
  record WithStaff(HandedOver handed) implements Stage {}

  /** Staff are at it, behind their badge; the basket stays as it is. */
  record Attended(String attendant, Task task) implements Stage {}

  /** Goods come back. */
  record Returning(Refund refund) implements Stage {}
}
