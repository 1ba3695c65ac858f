package org.facepay.terminal.sale.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The order in which the kinds of a component are done with: next is always one that has fewest new
 * neighbours, so that little is open at any time (a small frontier, as in variable elimination).
 */
final class Elimination {
  /** Of larger components the order of the kinds themselves is taken. */
  private static final int MOST_KINDS = 128;

  private Elimination() {}

  /** The kinds some columns use. */
  static int[] order(List<Column> columns, Columns all) {
    BitSet used = new BitSet();
    columns.forEach(c -> Arrays.stream(c.kinds).forEach(used::set));
    int[] kinds = used.stream().toArray();
    if (kinds.length > MOST_KINDS) {
      return kinds;
    }
    List<BitSet> neighbours = neighbours(columns, all);
    List<Integer> left = new ArrayList<>(Arrays.stream(kinds).boxed().toList());
    BitSet open = new BitSet();
    int[] order = new int[kinds.length];
    for (int rank = 0; rank < order.length; rank++) {
      int best = 0;
      int fewest = Integer.MAX_VALUE;
      for (int i = 0; i < left.size(); i++) {
        BitSet added = (BitSet) neighbours.get(left.get(i)).clone();
        added.andNot(open);
        int more = 2 * added.cardinality() - (open.get(left.get(i)) ? 1 : 0);
        if (more < fewest) {
          fewest = more;
          best = i;
        }
      }
      int next = left.get(best);
      order[rank] = next;
      left.remove(Integer.valueOf(next));
      open.or(neighbours.get(order[rank]));
    }
    return order;
  }

  /** Per kind the kinds and, behind them, the limits and groups it has to do with, itself too. */
  private static List<BitSet> neighbours(List<Column> columns, Columns all) {
    List<BitSet> neighbours = new ArrayList<>();
    for (Item _ : all.items) {
      neighbours.add(new BitSet());
    }
    for (Column column : columns) {
      for (int kind : column.kinds) {
        Arrays.stream(column.kinds).forEach(neighbours.get(kind)::set);
        if (column.limit != Column.FREE) {
          int group = all.limits.get(column.limit).group();
          neighbours.get(kind).set(all.items.length + column.limit);
          neighbours
              .get(kind)
              .set(all.items.length + (group < 0 ? column.limit : all.limits.size() + group));
        }
      }
    }
    return neighbours;
  }
}
