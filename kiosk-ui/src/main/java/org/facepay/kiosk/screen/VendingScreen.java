package org.facepay.kiosk.screen;

import java.util.List;

/** The screens of a vending machine. */
public sealed interface VendingScreen extends Screen {

  /** What the machine holds; also what it shows while nobody is there. */
  record Shelf(List<Slot> slots) implements VendingScreen {}

  /** It is paid, and on its way. */
  record Dispensing(Article article) implements VendingScreen {}

  /** It lies in the tray. */
  record Collect(Article article) implements VendingScreen {}

  /**
   * It did not come out.
   *
   * @param amount what was paid for it
   * @param money where that is now
   * @param staff what became of the call for them
   */
  record NotDelivered(Article article, String amount, Money money, Screen.StaffCall staff)
      implements VendingScreen {}

  /**
   * Something to choose.
   *
   * @param id what an intent names, at most 64 characters
   * @param picture name of a product picture of the sprite, without its prefix
   * @param note size, e.g. "500 ml"
   * @param price figures only
   */
  record Slot(String id, String picture, String name, String note, String price, boolean chosen) {}

  /**
   * What was chosen.
   *
   * @param picture name of a product picture of the sprite, without its prefix
   */
  record Article(String picture, String name) {}

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
