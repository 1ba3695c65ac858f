package org.facepay.peripherals.vending;

/** What the vending machine did, as far as the terminal must act on it. */
public sealed interface VendEvent {
  /** The cashless state changed. */
  record StateChanged(CashlessState state) implements VendEvent {}

  /**
   * A product was chosen: authorise it, then approve or deny.
   *
   * @param priceMinor in minor units of the machine's currency
   * @param item the machine's number of the column
   */
  record VendRequested(long priceMinor, int item) implements VendEvent {}

  /** The approved product was dispensed: the only reason to charge. */
  record VendSucceeded(long priceMinor, int item) implements VendEvent {}

  /** The approved product was not dispensed: release the authorisation, charge nothing. */
  record VendFailed(long priceMinor, int item, String reason) implements VendEvent {}

  /**
   * The adapter was lost after an approval, before its outcome was known: whether something was
   * dispensed, nobody knows. Charge nothing; somebody has to look.
   */
  record VendUncertain(long priceMinor, int item) implements VendEvent {}

  /** The request was taken back before it was approved or denied. */
  record VendCancelled(long priceMinor, int item) implements VendEvent {}
}
