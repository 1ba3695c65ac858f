package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Probabilities of baskets, the most probable first.
 *
 * @param trail expected counts as in {@link Experience}
 */
record Posterior(List<Share> shares, double[] trail) {

  /** Units of every article, by place in the planogram, and their probability. */
  record Share(int[] basket, double probability) {}

  /** An account in which something is not explained is as often right as not. */
  private static final double HALF = 0.5;

  Posterior {
    shares = List.copyOf(shares);
  }

  private record Key(int[] basket) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key k && Arrays.equals(basket, k.basket);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(basket);
    }
  }

  /**
   * By article, what the accounts' hands hold.
   *
   * @param forgotten probability of accounts that were given up, so that the others were kept
   */
  static Posterior of(List<Hypothesis> accounts, int articles, double forgotten) {
    double best = accounts.getFirst().logWeight();
    Map<Key, Double> weights = new LinkedHashMap<>();
    double[] trail = new double[Experience.COUNTS];
    double sum = 0;
    for (Hypothesis h : accounts) {
      double w = Math.exp(h.logWeight() - best);
      weights.merge(new Key(h.basket(articles)), h.lost() ? w * HALF : w, Double::sum);
      sum += w;
      for (int i = 0; i < trail.length; i++) {
        trail[i] += w * h.trail()[i];
      }
    }
    for (int i = 0; i < trail.length; i++) {
      trail[i] /= sum;
    }
    List<Share> shares = new ArrayList<>();
    for (Map.Entry<Key, Double> e : weights.entrySet()) {
      shares.add(new Share(e.getKey().basket(), e.getValue() / sum * (1 - forgotten)));
    }
    shares.sort(Comparator.comparingDouble(Share::probability).reversed());
    return new Posterior(shares, trail);
  }

  /** Probability that something happened that no account explains. */
  double unexplained() {
    return Math.max(0, 1 - shares.stream().mapToDouble(Share::probability).sum());
  }

  Share top() {
    return shares.getFirst();
  }

  /** Probability that an article has the quantity of the most probable basket. */
  double quantity(int sku) {
    int n = top().basket()[sku];
    return shares.stream().filter(s -> s.basket()[sku] == n).mapToDouble(Share::probability).sum();
  }

  /** Units of every article that are in all baskets of the set that holds so much probability. */
  int[] common(double probability) {
    int[] common = top().basket().clone();
    double sum = 0;
    for (Share s : shares) {
      if (sum >= probability) {
        break;
      }
      for (int i = 0; i < common.length; i++) {
        common[i] = Math.min(common[i], s.basket()[i]);
      }
      sum += s.probability();
    }
    return common;
  }
}
