package org.facepay.vision.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an open-set search found for each probe, from which the rate of missed members at any rate
 * of strangers taken for somebody follows (ISO/IEC 19795-1: FNIR at FPIR).
 *
 * @param members similarity of the right member; {@link #NOBODY} where another came first or no
 *     face was found
 * @param strangers similarity of whoever was most like them
 */
record OpenSetScores(List<Float> members, List<Float> strangers) {
  /** Below every similarity. */
  static final float NOBODY = -1;

  /** The share of the most similar strangers to which the tail is fitted. */
  private static final int TAIL = 10;

  OpenSetScores {
    members = members.stream().sorted().toList();
    List<Float> falling = new ArrayList<>(strangers);
    falling.sort(Collections.reverseOrder());
    strangers = List.copyOf(falling);
  }

  /**
   * Share of the members who are missed where at most that share of the strangers is taken for
   * somebody, both 0..1. With fewer strangers than can show such a share, none of them is.
   */
  double missed(double wrong) {
    int passing = (int) Math.floor(wrong * strangers.size());
    return missedAbove(passing < strangers.size() ? strangers.get(passing) : NOBODY);
  }

  /**
   * The same in a gallery so many times as large. The best of a larger gallery is the best of many
   * like this one; how rarely a stranger is that similar is read from an exponential tail over the
   * most similar tenth (peaks over a threshold; Pickands, Annals of Statistics 3, 1975).
   */
  double missed(double wrong, double times) {
    int peaks = strangers.size() / TAIL;
    if (peaks == 0) {
      return 1;
    }
    double above = strangers.get(peaks);
    double excess =
        strangers.subList(0, peaks).stream().mapToDouble(s -> s - above).average().orElse(0);
    double rarity = -Math.expm1(Math.log1p(-wrong) / times);
    double share = peaks / (double) strangers.size();
    return missedAbove(above + excess * Math.log(share / rarity));
  }

  private double missedAbove(double threshold) {
    long missed = members.stream().filter(s -> s <= threshold).count();
    return members.isEmpty() ? 0 : missed / (double) members.size();
  }
}
