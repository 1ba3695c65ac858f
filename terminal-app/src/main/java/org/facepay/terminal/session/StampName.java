package org.facepay.terminal.session;

/**
 * A stamp as people and wallets see it. Stamps have up to sixteen digits, which leaves no room in
 * an order number of 32 characters and cannot be read out; in base 32, without the letters I, L, O
 * and U (Crockford's alphabet), nine or ten characters say the same.
 */
public final class StampName {
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /**
   * Stamps below were given when a journal still counted from 1; their orders were sent under the
   * plain number, which an open session of such a journal has to ask for.
   */
  private static final long COUNTED = 10_000_000L;

  private static final int GROUP = 4;

  private StampName() {}

  public static String of(long stamp) {
    if (stamp < COUNTED) {
      return Long.toString(stamp);
    }
    StringBuilder name = new StringBuilder();
    for (long left = stamp; left > 0; left >>>= 5) {
      name.insert(0, LETTERS.charAt((int) (left & 31)));
    }
    return name.toString();
  }

  /** The same in groups of four. */
  public static String spoken(long stamp) {
    String name = of(stamp);
    return stamp < COUNTED ? name : name.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }
}
