package org.facepay.kiosk.screen;

import java.util.List;

/**
 * What a member of staff sees behind the badge. A dark band says who, and when it ends by itself;
 * the shopper's basket stays as it is.
 */
public sealed interface StaffScreen extends Screen {
  Badge badge();

  /**
   * Whose mode it is.
   *
   * @param attendant name on the badge
   * @param seconds without use after which it ends
   */
  record Badge(String attendant, int seconds) {}

  /**
   * Is the shopper old enough? Both answers have equal weight; one of them settles the whole
   * basket.
   *
   * @param years how old one has to be
   * @param lines what waits
   * @param amount of these lines together
   */
  record AgeCheck(Badge badge, int years, List<Line> lines, String amount) implements StaffScreen {}
}
