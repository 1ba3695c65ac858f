package org.facepay.kiosk.screen;

import java.util.List;

/** The screens of a vending machine. */
public sealed interface VendingScreen extends Screen {

  /**
   * What the machine holds; also what it shows while nobody is there.
   *
   * @param tray whether something of before lies in the output: nothing can be paid until it is out
   */
  record Shelf(List<Slot> slots, Chosen chosen, boolean tray) implements VendingScreen {}

  /**
   * What a machine holds whose keypad, not this page, is chosen on; also what it shows while nobody
   * is there.
   */
  record ByKeypad(List<Slot> slots, Prompt prompt) implements VendingScreen {}

  /** What a shopper does next at a machine with a keypad. */
  enum Prompt {
    /** Key in a number, and pay here then. */
    CHOOSE,
    /** Touch the button here first. */
    START,
    /** Key in a number now. */
    CHOOSE_NOW,
    /** Key in a number now: the code that was read pays it at once. */
    CODE_READ
  }

  /** What was keyed in is not sold: nothing is paid, and nothing falls. */
  record NotSold(Unsold why) implements VendingScreen {}

  /** Why something is not sold that was keyed in. */
  enum Unsold {
    WRONG_PRICE,
    NOT_SOLD
  }

  /** More or fewer of what was chosen. */
  record Numbers(Chosen chosen) implements VendingScreen {}

  /**
   * It is paid, and falls, one piece after the other.
   *
   * @param piece which one comes, from 1
   * @param pieces in all
   */
  record Dispensing(List<Coming> lines, int piece, int pieces) implements VendingScreen {}

  /**
   * All of it lies in the tray.
   *
   * @param paid figures only
   */
  record Collect(List<Article> articles, String paid) implements VendingScreen {}

  /**
   * Something did not come out, or nobody saw whether it did.
   *
   * @param articles which did not; with {@code REVIEW} which nobody saw
   * @param unseen whether staff look for others that nobody saw
   * @param amount what was paid for the articles
   * @param staff what became of the call for them
   */
  record NotDelivered(
      List<Article> articles,
      boolean unseen,
      String amount,
      String paid,
      Money money,
      Screen.StaffCall staff)
      implements VendingScreen {}

  /**
   * Something to choose.
   *
   * @param id what an intent names, at most 64 characters
   * @param picture name of a product picture of the sprite, without its prefix
   * @param note size, e.g. "500 ml"
   * @param price figures only
   * @param pieces chosen of it
   */
  record Slot(
      String id,
      String picture,
      String name,
      String note,
      String price,
      int pieces,
      Selling selling) {}

  /** Whether a slot is sold from. */
  enum Selling {
    SOLD,
    SOLD_OUT,
    /** It is out of order, or what lies in it may not be sold. */
    OFF
  }

  /**
   * What was chosen.
   *
   * @param pieces of all of it
   * @param full whether there can be no more pieces
   * @param total figures only
   */
  record Chosen(List<Pick> lines, int pieces, boolean full, String total) {}

  /**
   * What was chosen of one slot.
   *
   * @param id of the slot
   * @param more whether there can be one more
   * @param amount figures only
   */
  record Pick(String id, Article article, boolean more, String amount) {}

  /** What falls out of one slot, and how far it is. */
  record Coming(Article article, Progress progress) {}

  /** How far something is that is paid. */
  enum Progress {
    NEXT,
    COMING,
    OUT,
    /** Some of it, or all, stays in the machine. */
    NOT_OUT,
    /** Nobody saw whether it came out. */
    UNSEEN
  }

  /** Where the money of something is that did not come out. */
  enum Money {
    /** On its way back. */
    REFUNDING,
    /** Back with the shopper. */
    REFUNDED,
    /** Nobody saw whether it came out; staff look, and decide. */
    REVIEW,
    /** It cannot be given back by the machine: staff do. */
    STAFF
  }
}
