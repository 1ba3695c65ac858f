package org.facepay.terminal.sale.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.facepay.terminal.sale.promotion.Packing.Packed;

/**
 * The best use of the offers of articles. What shares no article, no limit and no group is a
 * problem of its own.
 *
 * @param saved minor units
 * @param bound what nothing can be above
 */
record ItemDeal(Columns columns, List<Pick> picks, long saved, long bound) {

  static ItemDeal of(Columns columns, Budget budget) {
    long alone = 0;
    for (int kind = 0; kind < columns.items.length; kind++) {
      alone = Math.addExact(alone, columns.alone[kind] * columns.counts[kind]);
    }
    List<Pick> picks = new ArrayList<>();
    long saved = alone;
    long bound = alone;
    for (List<Column> component : components(columns)) {
      Packed packed = new Packing(columns, component, budget).packed();
      picks.addAll(packed.picks());
      saved += packed.saved();
      bound += packed.bound();
    }
    return new ItemDeal(columns, picks, saved, bound + unseen(columns));
  }

  /** What ways that are not written down could add where no way is. */
  private static long unseen(Columns columns) {
    Set<Integer> kinds = new HashSet<>();
    Set<Integer> limits = new HashSet<>();
    for (Column column : columns.columns) {
      Arrays.stream(column.kinds).forEach(kinds::add);
      limits.add(column.limit);
    }
    long more = 0;
    for (int kind = 0; kind < columns.items.length; kind++) {
      more += kinds.contains(kind) ? 0 : columns.unwritten[kind] * columns.counts[kind];
    }
    for (Map.Entry<Integer, Long> uses : columns.unwrittenUses.entrySet()) {
      Columns.Limit of = columns.limits.get(uses.getKey());
      long most = Math.min(of.most(), uses.getValue() * of.times());
      more += limits.contains(uses.getKey()) ? 0 : most * Duals.SCALE;
    }
    return Math.ceilDiv(more, Duals.SCALE);
  }

  /** The smallest first: what is easily proven is. */
  private static List<List<Column>> components(Columns columns) {
    int kinds = columns.items.length;
    int limits = columns.limits.size();
    int[] parents = IntStream.range(0, kinds + 2 * limits).toArray();
    for (Column column : columns.columns) {
      for (int kind : column.kinds) {
        join(parents, column.kinds[0], kind);
      }
      if (column.limit != Column.FREE) {
        join(parents, column.kinds[0], kinds + column.limit);
        int group = columns.limits.get(column.limit).group();
        join(parents, column.kinds[0], group < 0 ? column.kinds[0] : kinds + limits + group);
      }
    }
    Map<Integer, List<Column>> byRoot = new LinkedHashMap<>();
    for (Column column : columns.columns) {
      byRoot.computeIfAbsent(root(parents, column.kinds[0]), _ -> new ArrayList<>()).add(column);
    }
    return byRoot.values().stream().sorted(Comparator.comparingInt(List::size)).toList();
  }

  private static int root(int[] parents, int of) {
    int at = of;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private static void join(int[] parents, int one, int other) {
    parents[root(parents, other)] = root(parents, one);
  }

  /** What each piece of each kind gets, and by which offer; the pieces in a fixed order. */
  List<List<Part>> parts() {
    List<List<Part>> parts = new ArrayList<>();
    for (Item _ : columns.items) {
      parts.add(new ArrayList<>());
    }
    for (Pick pick : picks) {
      Column column = pick.column();
      long[] shares = column.shares(pick.granted(), columns.items);
      int at = 0;
      for (int i = 0; i < column.kinds.length; i++) {
        for (int n = 0; n < column.uses[i]; n++) {
          parts.get(column.kinds[i]).add(new Part(column.offer, shares[at++]));
        }
      }
    }
    for (int kind = 0; kind < columns.items.length; kind++) {
      Offer offer = columns.aloneBy[kind];
      while (offer != null && parts.get(kind).size() < columns.counts[kind]) {
        parts.get(kind).add(new Part(offer, columns.alone[kind]));
      }
    }
    return parts;
  }

  /** What one piece gets. */
  record Part(Offer offer, long minor) {}
}
