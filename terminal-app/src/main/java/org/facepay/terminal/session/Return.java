package org.facepay.terminal.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is to go back.
 *
 * @param lines numbers of the ticked lines, each once for every piece of it that goes back
 * @param attendant name of the member of staff whose badge was read; empty: nobody has agreed
 */
public record Return(PastSale sale, List<Integer> lines, String attendant) {
  public Return {
    lines = List.copyOf(lines);
  }

  /** How many pieces of a line go back. */
  public int pieces(PastSale.PastLine line) {
    return Collections.frequency(lines, line.number());
  }

  /** With so many pieces of a line, from none to all that are left of it. */
  public Return with(PastSale.PastLine line, int pieces) {
    List<Integer> changed = new ArrayList<>(lines);
    changed.removeIf(number -> number == line.number());
    changed.addAll(Collections.nCopies(Math.clamp(pieces, 0, line.left()), line.number()));
    return new Return(sale, changed, attendant);
  }

  public Return agreedBy(String name) {
    return new Return(sale, lines, name);
  }
}
