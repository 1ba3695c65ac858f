package org.facepay.terminal.sale.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one more of everything that is scarce could be worth at most: a piece of a kind, a use of a
 * limited offer, being the offer of a group. It is a feasible solution of the dual of the packing's
 * linear relaxation, by coordinate descent: nothing that can be packed adds more than the sum of
 * it.
 */
final class Duals {
  /** Of a minor unit. */
  static final long SCALE = 1_000;

  private static final int SWEEPS = 6;

  private final Columns all;
  private final List<Column> columns;
  private final int kinds;
  private final int limits;
  private final long[] worths;

  /** Limits that are worth what their offers may take off in all. */
  private final boolean[] paid;

  /** How the search for them begins. */
  private enum Start {
    /** The pieces of a column share what it saves. */
    PIECES,
    /** Each of them is worth all of it. */
    EACH_PIECE,
    /** A limited offer is worth all of it, and its pieces nothing. */
    LIMITS
  }

  private Duals(Columns all, List<Column> columns, Start start) {
    this.all = all;
    this.columns = columns;
    this.kinds = all.items.length;
    this.limits = all.limits.size();
    int groups = all.limits.stream().mapToInt(Columns.Limit::group).max().orElse(-1) + 1;
    this.worths = new long[kinds + limits + groups];
    this.paid = new boolean[limits];
    columns.forEach(column -> begin(column, start));
    if (start == Start.LIMITS) {
      IntStream.range(0, limits).forEach(this::pay);
    }
    descend();
  }

  /** The best that are found soon. */
  static Duals of(Columns all, List<Column> columns) {
    Duals best = new Duals(all, columns, Start.PIECES);
    for (Start start : List.of(Start.EACH_PIECE, Start.LIMITS)) {
      boolean helps = start != Start.LIMITS || columns.stream().anyMatch(c -> c.limit >= 0);
      Duals other = helps ? new Duals(all, columns, start) : best;
      best = other.total() < best.total() ? other : best;
    }
    return best;
  }

  private void begin(Column column, Start start) {
    long net = column.net() * SCALE;
    if (start == Start.LIMITS && column.limit != Column.FREE) {
      int limit = kinds + column.limit;
      worths[limit] = Math.max(worths[limit], net);
      return;
    }
    long each = start == Start.EACH_PIECE ? net : Math.ceilDiv(net, column.size());
    for (int kind : column.kinds) {
      worths[kind] = Math.max(worths[kind], each);
    }
  }

  /** A limit's offer takes off no more than it may; then its uses are worth nothing beyond. */
  private void pay(int limit) {
    Columns.Limit of = all.limits.get(limit);
    int group = kinds + limits + of.group();
    if (of.most() < Long.MAX_VALUE / SCALE
        && of.most() * SCALE < worths[kinds + limit] * of.times()) {
      paid[limit] = true;
      worths[kinds + limit] = 0;
    } else if (of.group() >= 0) {
      worths[group] = Math.max(worths[group], worths[kinds + limit] * of.times());
      worths[kinds + limit] = 0;
    }
  }

  private long supply(int of) {
    return of < kinds
        ? all.counts[of]
        : of < kinds + limits ? all.limits.get(of - kinds).times() : 1;
  }

  /** Of all there is, thousandths of a minor unit. */
  long total() {
    long total = 0;
    for (int of = 0; of < worths.length; of++) {
      total += worths[of] == 0 ? 0 : worths[of] * supply(of);
    }
    for (int limit = 0; limit < limits; limit++) {
      total += paid[limit] ? all.limits.get(limit).most() * SCALE : 0;
    }
    return total;
  }

  /** Of one piece. */
  long of(int kind) {
    return worths[kind];
  }

  /** What uses of a limited offer can add beyond that, each of which takes off at most so much. */
  long beyond(int limit, long off) {
    Columns.Limit of = all.limits.get(limit);
    return paid[limit] ? 0 : Math.max(0, off * SCALE - worths[kinds + limit]) * of.times();
  }

  /** What a column uses of all that. */
  long cost(Column column) {
    return cost(column, column.net());
  }

  /**
   * The same where a cap lets it take off less.
   *
   * @param granted what it takes off
   */
  long cost(Column column, long granted) {
    long cost = 0;
    for (int i = 0; i < column.kinds.length; i++) {
      cost += worths[column.kinds[i]] * column.uses[i];
    }
    if (column.limit != Column.FREE) {
      Columns.Limit of = all.limits.get(column.limit);
      cost +=
          paid[column.limit]
              ? Math.min(column.net(), granted) * SCALE
              : worths[kinds + column.limit];
      cost += of.group() < 0 ? 0 : worths[kinds + limits + of.group()] / of.times();
    }
    return cost;
  }

  private void descend() {
    List<List<Column>> users = new ArrayList<>();
    for (int of = 0; of < worths.length; of++) {
      users.add(new ArrayList<>());
    }
    for (Column column : columns) {
      Arrays.stream(column.kinds).forEach(kind -> users.get(kind).add(column));
      if (column.limit != Column.FREE && !paid[column.limit]) {
        users.get(kinds + column.limit).add(column);
        int group = all.limits.get(column.limit).group();
        users.get(group < 0 ? kinds + column.limit : kinds + limits + group).add(column);
      }
    }
    boolean changed = true;
    for (int sweep = 0; sweep < SWEEPS && changed; sweep++) {
      changed = false;
      for (int of = 0; of < worths.length; of++) {
        long least = worths[of] == 0 ? 0 : least(of, users.get(of));
        changed |= least < worths[of];
        worths[of] = Math.min(worths[of], least);
      }
    }
  }

  /** The least one of it can be worth beside all others. */
  private long least(int of, List<Column> users) {
    long least = 0;
    long now = worths[of];
    for (Column column : users) {
      worths[of] = 0;
      long missing = column.net() * SCALE - cost(column);
      worths[of] = now;
      if (missing > 0) {
        least = Math.max(least, enough(of, column, missing));
      }
    }
    return least;
  }

  private long enough(int of, Column column, long missing) {
    if (of < kinds) {
      return Math.ceilDiv(missing, column.uses[Arrays.binarySearch(column.kinds, of)]);
    }
    return of < kinds + limits ? missing : missing * all.limits.get(column.limit).times();
  }
}
