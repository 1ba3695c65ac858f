package org.facepay.terminal.session;

/** What a sensor of the terminal found, without having been asked. */
public sealed interface Moved extends Event {

  /**
   * The weight in the bags is right, or wrong.
   *
   * @param name of the article that is missing, or empty
   */
  record BagsChecked(BagFinding finding, String name) implements Moved {}
}
