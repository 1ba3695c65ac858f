package org.facepay.terminal.sale.promotion;

/** What is left of pieces and limits while a packing is being searched for. */
final class Supplies {
  private final Columns all;
  private final int[] left;
  private final long[] times;
  private final long[] most;

  /** How often an offer of a group is taken, and which one. */
  private final int[] groupUses;

  private final int[] groupOf;

  Supplies(Columns all) {
    this.all = all;
    this.left = all.counts.clone();
    this.times = all.limits.stream().mapToLong(Columns.Limit::times).toArray();
    this.most = all.limits.stream().mapToLong(Columns.Limit::most).toArray();
    int groups = all.limits.stream().mapToInt(Columns.Limit::group).max().orElse(-1) + 1;
    this.groupUses = new int[groups];
    this.groupOf = new int[groups];
  }

  int left(int kind) {
    return left[kind];
  }

  boolean fit(Column column) {
    for (int i = 0; i < column.kinds.length; i++) {
      if (left[column.kinds[i]] < column.uses[i]) {
        return false;
      }
    }
    return column.limit == Column.FREE || allowed(column.limit);
  }

  private boolean allowed(int limit) {
    int group = all.limits.get(limit).group();
    boolean free = group < 0 || groupUses[group] == 0 || groupOf[group] == limit;
    return free && times[limit] > 0 && most[limit] > 0;
  }

  /** A column as it can be used now. */
  Pick pick(Column column) {
    long granted =
        column.limit == Column.FREE ? column.off : Math.min(column.off, most[column.limit]);
    return new Pick(column, granted);
  }

  /**
   * @param n 1, or -1 to put it back
   */
  void take(Pick pick, int n) {
    Column column = pick.column();
    for (int i = 0; i < column.kinds.length; i++) {
      left[column.kinds[i]] -= n * column.uses[i];
    }
    if (column.limit != Column.FREE) {
      times[column.limit] -= n;
      most[column.limit] -= n * pick.granted();
      int group = all.limits.get(column.limit).group();
      if (group >= 0) {
        groupUses[group] += n;
        groupOf[group] = column.limit;
      }
    }
  }

  int limits() {
    return times.length;
  }

  /** What is left of some kinds and limits; of a group, which of its offers it has become. */
  long[] state(int[] kinds, int[] limits) {
    int words = Math.ceilDiv(kinds.length, 4);
    long[] state = new long[words + 3 * limits.length];
    for (int i = 0; i < kinds.length; i++) {
      state[i / 4] |= (long) left[kinds[i]] << (16 * (i % 4));
    }
    for (int i = 0; i < limits.length; i++) {
      int group = all.limits.get(limits[i]).group();
      state[words + 3 * i] = times[limits[i]];
      state[words + 3 * i + 1] = most[limits[i]];
      state[words + 3 * i + 2] = group < 0 || groupUses[group] == 0 ? -1 : groupOf[group];
    }
    return state;
  }
}
