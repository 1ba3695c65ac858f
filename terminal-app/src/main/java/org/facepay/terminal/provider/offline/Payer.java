package org.facepay.terminal.provider.offline;

/** Who owes the money of a sale that was made offline. */
public sealed interface Payer {

  /** A member, by a signed agreement. */
  record Member(String id) implements Payer {}

  /**
   * The holder of a card that the card terminal vouches for.
   *
   * @param transaction the terminal's own number, which its receipt and the bank's statement bear
   */
  record Card(String transaction) implements Payer {}
}
