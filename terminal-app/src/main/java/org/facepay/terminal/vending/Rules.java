package org.facepay.terminal.vending;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.promotion.Tariff;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Stand;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.charge.Charges;
import org.facepay.terminal.session.member.Meetings;
import org.facepay.terminal.session.member.Members;
import org.facepay.terminal.session.refund.Refunds;
import org.facepay.terminal.session.restock.Restocks;

/**
 * What a vending machine sells, and how.
 *
 * @param members how they pay from what is theirs
 * @param most pieces in one basket
 * @param slots in the order of the page
 * @param selection where something is chosen
 */
public record Rules(
    Numbers numbers,
    Tariff tariff,
    PaymentFlows payments,
    Members members,
    Times times,
    int most,
    List<Slot> slots,
    Selection selection) {
  public Rules {
    slots = List.copyOf(slots);
  }

  /** Of a machine without offers whose slots the terminal turns itself. */
  public Rules(
      Numbers numbers,
      Currency currency,
      PaymentFlows payments,
      Members members,
      Times times,
      int most,
      List<Slot> slots) {
    this(numbers, Tariff.of(currency), payments, members, times, most, slots, Selection.SCREEN);
  }

  /** Where something is chosen, and who turns its slot. */
  public enum Selection {
    /** On the page; the terminal turns it. */
    SCREEN,
    /** At the machine's keypad, at any time; its controller asks for the money, and turns it. */
    KEYPAD,
    /** The same, once the terminal has begun a session with the controller. */
    KEYPAD_IN_SESSION
  }

  /** Whether the machine's controller asks for the money. */
  boolean byKeypad() {
    return selection != Selection.SCREEN;
  }

  /**
   * A spiral or lift position.
   *
   * @param number as the dispenser counts them
   * @param holds pieces it has room for; 0 when nobody has said
   */
  public record Slot(int number, Product product, int holds) {
    /** Pieces there may be of it in one basket; 0 when nobody knows. */
    int most(OptionalInt left) {
      return left.orElse(holds);
    }
  }

  /** The slot by its name on the page, which is its number. */
  public Optional<Slot> slot(String name) {
    return slots.stream().filter(s -> Integer.toString(s.number()).equals(name)).findFirst();
  }

  /**
   * One more piece of it is touched.
   *
   * @param left pieces that lie in it, where that is known
   */
  public Event touched(Slot slot, OptionalInt left) {
    return new Touched.PieceChosen(slot.number(), slot.product(), most, slot.most(left));
  }

  Currency currency() {
    return tariff.currency();
  }

  /** A vending machine in the frame of every session. */
  public Frame<Stage> frame() {
    return new Frame<>(new Vending(this), numbers, times, tariff);
  }

  Charges charges() {
    return new Charges(payments, "", times.doubt());
  }

  Meetings meetings() {
    return new Meetings(members, numbers, Optional.empty());
  }

  Restocks restocks() {
    return new Restocks(
        slots.stream().map(s -> new Stand(s.number(), s.product(), s.holds())).toList());
  }

  Refunds refunds() {
    return new Refunds(payments, numbers.subject(), times.success());
  }
}
