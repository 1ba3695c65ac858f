package org.facepay.terminal.world.weighing;

/** What is known of the masses of articles. */
public interface Masses {
  /** By the article's code; {@link Mass#UNKNOWN} when it was never weighed. */
  Mass of(String code);

  /** A piece was put down alone and weighed so much. */
  void learn(String code, double grams);
}
