package org.facepay.terminal.session;

import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.sale.AgeLimit;

/**
 * What staff have done for one shopper.
 *
 * @param seen the age a member of staff has seen; one look holds for the whole basket
 * @param acts in the order they were done
 */
public record Assistance(AgeLimit seen, List<Act> acts) {
  static final Assistance NONE = new Assistance(AgeLimit.NONE, List.of());

  public Assistance {
    acts = List.copyOf(acts);
  }

  Assistance with(Act act) {
    List<Act> more = new ArrayList<>(acts);
    more.add(act);
    return new Assistance(seen, more);
  }

  Assistance seen(AgeLimit age) {
    return new Assistance(age.isMetBy(seen) ? seen : age, acts);
  }
}
