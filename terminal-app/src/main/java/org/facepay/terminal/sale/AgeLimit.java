package org.facepay.terminal.sale;

/**
 * How old somebody has to be to buy an article. A member of staff looks at the person or a
 * document; nothing is guessed from a face.
 *
 * @param years 0 for what anybody may buy
 */
public record AgeLimit(int years) implements Comparable<AgeLimit> {
  /** Anybody may buy it. */
  public static final AgeLimit NONE = new AgeLimit(0);

  private static final int OLDEST = 99;

  public AgeLimit {
    if (years < 0 || years > OLDEST) {
      throw new IllegalArgumentException("expected an age of 0 to 99 years, found " + years);
    }
  }

  /** Whether whoever is as old as the other asks for may buy this, too. */
  public boolean isMetBy(AgeLimit other) {
    return years <= other.years();
  }

  @Override
  public int compareTo(AgeLimit other) {
    return Integer.compare(years, other.years());
  }
}
