package org.facepay.terminal.sale.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which offers of the basket are used: all that have no group, and one at most of each group. First
 * the shares, the greatest first, then the amounts: so they come to most for the shopper, and to
 * the same in whatever order they are written.
 *
 * <p>Whatever comes after, who has less to pay before has no more to pay then. So it is enough to
 * know, for every set of groups that were used, the least that is left.
 */
final class BasketOffers {
  /** Of which every set is looked at; of further ones the offer is taken that takes most off. */
  private static final int MOST_GROUPS = 10;

  private static final Comparator<Use> ORDER =
      Comparator.comparingInt((Use u) -> -u.basisPoints).thenComparing(u -> u.offer.id());

  private final long worth;
  private final List<Use> uses = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private boolean all = true;

  /**
   * An offer that can be used.
   *
   * @param basisPoints 0 for one of an amount
   * @param most it takes off
   */
  record Use(Offer offer, String group, int basisPoints, long most) {
    static Use of(Offer offer, String group, long most) {
      return switch (offer.rule().reward()) {
        case Reward.Percent(int points) -> new Use(offer, group, points, most);
        case Reward.Amount(long minor) -> new Use(offer, group, 0, Math.min(minor, most));
        default -> throw new IllegalArgumentException(offer.id());
      };
    }

    long off(long left) {
      long off = basisPoints == 0 ? most : offer.rule().reward().off(left, left);
      return Math.min(Math.min(off, most), left);
    }

    /** Whether another of its group is never worse. */
    boolean isBeatenBy(Use other) {
      boolean alike = basisPoints > 0 == other.basisPoints > 0;
      return alike && other.basisPoints >= basisPoints && other.most >= most;
    }
  }

  /** One that was used, and what it took off. */
  record Used(Offer offer, long minor) {}

  /**
   * @param used in the order they take off
   * @param left what is to be paid
   * @param bound what nothing can be below
   */
  record Chosen(List<Used> used, long left, long bound) {}

  /** What is left after some offers. */
  private record Left(@Nullable Left before, Use use, long minor) {
    List<Used> used(long worth) {
      List<Used> used = new ArrayList<>();
      for (Left at = this; at != null; at = at.before) {
        long off = (at.before == null ? worth : at.before.minor) - at.minor;
        used.add(new Used(at.use.offer, off));
      }
      return used.reversed();
    }
  }

  /**
   * @param worth what the basket comes to before them
   */
  BasketOffers(long worth, List<Use> possible) {
    this.worth = worth;
    Map<String, List<Use>> byGroup = new TreeMap<>();
    for (Use use : possible.stream().sorted(ORDER).toList()) {
      if (use.group.isEmpty()) {
        uses.add(use);
      } else {
        List<Use> others = byGroup.computeIfAbsent(use.group, _ -> new ArrayList<>());
        if (others.stream().noneMatch(use::isBeatenBy)) {
          others.removeIf(o -> o.isBeatenBy(use));
          others.add(use);
        }
      }
    }
    byGroup.values().forEach(this::group);
    uses.sort(ORDER);
  }

  private void group(List<Use> of) {
    if (groups.size() < MOST_GROUPS) {
      groups.add(of.getFirst().group);
      uses.addAll(of);
    } else {
      uses.add(of.stream().max(Comparator.comparingLong(u -> u.off(worth))).orElseThrow());
      all &= of.size() == 1;
    }
  }

  Chosen chosen() {
    @Nullable Left[] least = new Left[1 << groups.size()];
    boolean[] possible = new boolean[least.length];
    possible[0] = true;
    for (Use use : uses) {
      int group = groups.indexOf(use.group);
      int bit = group < 0 ? 0 : 1 << group;
      for (int before = 0; before < least.length; before++) {
        if (possible[before] && (bit == 0 || (before & bit) == 0)) {
          use(least, possible, use, before, before | bit);
        }
      }
    }
    int best = 0;
    for (int groupsUsed = 1; groupsUsed < least.length; groupsUsed++) {
      if (possible[groupsUsed] && left(least[groupsUsed]) < left(least[best])) {
        best = groupsUsed;
      }
    }
    long left = left(least[best]);
    Left last = least[best];
    return new Chosen(last == null ? List.of() : last.used(worth), left, all ? left : 0);
  }

  private void use(@Nullable Left[] least, boolean[] possible, Use use, int before, int after) {
    long left = left(least[before]);
    long off = use.off(left);
    if (off > 0 && (!possible[after] || left - off < left(least[after]))) {
      least[after] = new Left(least[before], use, left - off);
      possible[after] = true;
    }
  }

  private long left(@Nullable Left of) {
    return of == null ? worth : of.minor;
  }
}
