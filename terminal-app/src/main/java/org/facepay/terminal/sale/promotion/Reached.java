package org.facepay.terminal.sale.promotion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The states a search has been in, with the most it had saved there. Of a state counts what the
 * columns that are still to come can use; in a good order of them that is little, and many ways
 * lead to the same.
 */
final class Reached {
  /** Beyond it looking up costs more than it spares. */
  private static final int MOST_COLUMNS = 400;

  private static final int MOST_STATES = 50_000;

  private final Supplies supplies;
  private final int[][] kinds;
  private final int[][] limits;
  private final Map<State, Long> states = new HashMap<>();

  /**
   * @param columns in the order of the search
   */
  Reached(List<Column> columns, Supplies supplies, int kindsInAll) {
    this.supplies = supplies;
    int size = columns.size() > MOST_COLUMNS ? 0 : columns.size();
    this.kinds = new int[size][];
    this.limits = new int[size][];
    boolean[] openKinds = new boolean[kindsInAll];
    boolean[] openLimits = new boolean[supplies.limits()];
    for (int c = size - 1; c >= 0; c--) {
      Column column = columns.get(c);
      for (int kind : column.kinds) {
        openKinds[kind] = true;
      }
      if (column.limit != Column.FREE) {
        openLimits[column.limit] = true;
      }
      kinds[c] = IntStream.range(0, kindsInAll).filter(kind -> openKinds[kind]).toArray();
      limits[c] = IntStream.range(0, openLimits.length).filter(l -> openLimits[l]).toArray();
    }
  }

  /** Whether the search was here before with as much; it is remembered. */
  boolean before(int from, long value) {
    if (from >= kinds.length) {
      return false;
    }
    State state = new State(from, supplies.state(kinds[from], limits[from]));
    Long most = states.get(state);
    if (most != null && most >= value) {
      return true;
    }
    if (most != null || states.size() < MOST_STATES) {
      states.put(state, value);
    }
    return false;
  }

  private record State(int from, long[] of) {
    @Override
    public boolean equals(Object other) {
      return other instanceof State(int at, long[] those) && at == from && Arrays.equals(those, of);
    }

    @Override
    public int hashCode() {
      return 31 * from + Arrays.hashCode(of);
    }
  }
}
