package org.facepay.peripherals.vending;

/** What the vending machine did, as far as the terminal must act on it. */
public sealed interface VendEvent {
  /** The cashless state changed. */
  record StateChanged(CashlessState state) implements VendEvent {}

  /**
   * A product was chosen: charge it, then approve; or deny.
   *
   * @param priceMinor in minor units of the machine's currency
   * @param item the machine's number of the column
   */
  record VendRequested(long priceMinor, int item) implements VendEvent {}

  /** The approved product was dispensed. */
  record VendSucceeded(long priceMinor, int item) implements VendEvent {}

  /** The approved product was not dispensed: what was paid for it goes back. */
  record VendFailed(long priceMinor, int item, String reason) implements VendEvent {}

  /**
   * Nobody knows whether the approved product was dispensed: the adapter was lost, or the machine
   * went on without a word of it. Somebody has to look.
   */
  record VendUncertain(long priceMinor, int item) implements VendEvent {}

  /** The machine tells of a product that was dispensed and that nobody had approved. */
  record VendUnpaid() implements VendEvent {}

  /** The request was taken back before it was approved or denied. */
  record VendCancelled(long priceMinor, int item) implements VendEvent {}
}
