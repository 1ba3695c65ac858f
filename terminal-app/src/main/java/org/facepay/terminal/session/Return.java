package org.facepay.terminal.session;

import java.util.List;

/**
 * What is to go back.
 *
 * @param lines numbers of the ticked lines
 * @param attendant name of the member of staff whose badge was read; empty: nobody has agreed
 */
public record Return(PastSale sale, List<Integer> lines, String attendant) {
  public Return {
    lines = List.copyOf(lines);
  }

  public Return agreedBy(String name) {
    return new Return(sale, lines, name);
  }
}
