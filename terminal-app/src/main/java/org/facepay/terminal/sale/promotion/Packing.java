package org.facepay.terminal.sale.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which columns of one component are used how often, so that they save most: branch and bound. The
 * bound is the duals' of what is left; the columns are looked at in one order, kind after kind, so
 * that no choice is met twice, and what was reached before with as much is not gone into again.
 */
final class Packing {
  /** A column is written off by what is known in so many rounds, before anything is searched. */
  private static final int ROUNDS = 3;

  private final Columns all;
  private final Supplies supplies;
  private final Budget budget;
  private Reached reached;
  private int[] order;
  private int[] leaders = {};
  private final List<Pick> path = new ArrayList<>();
  private List<Column> columns;
  private Duals duals;
  private long[] reducedCosts = {};
  private List<Pick> best = List.of();
  private long saved;

  /**
   * @param saved beyond what the pieces would have saved alone, minor units
   * @param bound what nothing can be above
   */
  record Packed(List<Pick> picks, long saved, long bound) {}

  /**
   * A column at its place in the search.
   *
   * @param leader rank of the first kind it uses
   * @param reducedCost by how much the bound falls when it is used
   */
  private record Ranked(Column column, int leader, long reducedCost) {}

  /**
   * @param columns of the component, none of which shares a kind, a limit or a group with another's
   */
  Packing(Columns all, List<Column> columns, Budget budget) {
    this.all = all;
    this.columns = columns;
    this.budget = budget;
    this.duals = Duals.of(all, columns);
    this.supplies = new Supplies(all);
    this.order = Elimination.order(columns, all);
    this.reached = new Reached(List.of(), supplies, 0);
  }

  Packed packed() {
    long root = root();
    long beyond = beyond();
    for (int round = 0; round < ROUNDS && sorted(root); round++) {
      greedy();
      int before = columns.size();
      columns = worthwhile(root);
      if (columns.size() == before) {
        break;
      }
      duals = Duals.of(all, columns);
      root = Math.max(saved, Math.min(root, root()));
    }
    boolean found = !sorted(root);
    reached = new Reached(columns, supplies, all.items.length);
    boolean ended = found || search(0, 0, 0, duals.total());
    return new Packed(best, saved, Math.max(beyond, ended ? saved : root));
  }

  private long root() {
    return duals.total() / Duals.SCALE;
  }

  /** The bound with the ways that are not written down; nothing where all are. */
  private long beyond() {
    Set<Integer> kinds = new HashSet<>();
    Set<Integer> limits = new HashSet<>();
    for (Column column : columns) {
      Arrays.stream(column.kinds).forEach(kinds::add);
      limits.add(column.limit);
    }
    boolean any = false;
    long sum = duals.total();
    for (int kind : kinds) {
      any |= all.unwritten[kind] > 0;
      sum += Math.max(0, all.unwritten[kind] - duals.of(kind)) * all.counts[kind];
    }
    for (int limit : limits) {
      any |= all.unwrittenUses.containsKey(limit);
      sum += any && limit >= 0 ? duals.beyond(limit, all.unwrittenUses.getOrDefault(limit, 0L)) : 0;
    }
    return any ? sum / Duals.SCALE : 0;
  }

  /** In the order of the search; false when there is nothing to be found beyond what is. */
  private boolean sorted(long root) {
    order = Elimination.order(columns, all);
    int[] ranks = new int[all.items.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    List<Ranked> ranked = new ArrayList<>();
    for (Column column : columns) {
      int leader = Arrays.stream(column.kinds).map(kind -> ranks[kind]).min().orElseThrow();
      long reduced = duals.cost(column) - column.net() * Duals.SCALE;
      ranked.add(new Ranked(column, leader, reduced));
    }
    ranked.sort(Comparator.comparingInt(Ranked::leader).thenComparingLong(Ranked::reducedCost));
    columns = ranked.stream().map(Ranked::column).toList();
    leaders = ranked.stream().mapToInt(Ranked::leader).toArray();
    reducedCosts = ranked.stream().mapToLong(Ranked::reducedCost).toArray();
    return saved < root;
  }

  /** Something to begin with: what costs least against the bound, as often as it goes. */
  private void greedy() {
    List<Integer> order =
        IntStream.range(0, columns.size())
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer c) -> reducedCosts[c])
                    .thenComparingLong(c -> -columns.get(c).net()))
            .toList();
    List<Pick> picks = new ArrayList<>();
    long sum = 0;
    for (int c : order) {
      while (supplies.fit(columns.get(c)) && supplies.pick(columns.get(c)).net() > 0) {
        Pick pick = supplies.pick(columns.get(c));
        supplies.take(pick, 1);
        picks.add(pick);
        sum += pick.net();
      }
    }
    picks.reversed().forEach(pick -> supplies.take(pick, -1));
    better(picks, sum);
  }

  /** The columns that can still be part of something better than what is known. */
  private List<Column> worthwhile(long root) {
    List<Column> some = new ArrayList<>();
    long bound = duals.total();
    for (int c = 0; c < columns.size(); c++) {
      if (Math.min(root, (bound - reducedCosts[c]) / Duals.SCALE) > saved) {
        some.add(columns.get(c));
      }
    }
    return some;
  }

  private void better(List<Pick> picks, long sum) {
    if (sum > saved) {
      saved = sum;
      best = List.copyOf(picks);
    }
  }

  /**
   * @param from the first column that may still be taken
   * @param rank of the first kind whose pieces are in the bound
   * @param bound of what can be added, thousandths
   * @return whether it came to its end
   */
  private boolean search(int from, int rank, long value, long bound) {
    better(path, value);
    int first = rank;
    long more = bound;
    for (int c = from; c < columns.size(); c++) {
      boolean next = c == from || first < leaders[c];
      for (; first < leaders[c]; first++) {
        more -= duals.of(order[first]) * supplies.left(order[first]);
      }
      if (value + more / Duals.SCALE <= saved || (next && reached.before(c, value))) {
        return true;
      }
      if (!budget.spend()) {
        return false;
      }
      boolean worth = value + (more - reducedCosts[c]) / Duals.SCALE > saved;
      if (worth && supplies.fit(columns.get(c)) && !taken(c, first, value, more)) {
        return false;
      }
    }
    return true;
  }

  private boolean taken(int c, int rank, long value, long bound) {
    Pick pick = supplies.pick(columns.get(c));
    if (pick.net() <= 0) {
      return true;
    }
    supplies.take(pick, 1);
    path.add(pick);
    long less = duals.cost(columns.get(c), pick.granted());
    boolean ended = search(c, rank, value + pick.net(), bound - less);
    path.removeLast();
    supplies.take(pick, -1);
    return ended;
  }
}
