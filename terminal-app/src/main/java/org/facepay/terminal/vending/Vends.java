package org.facepay.terminal.vending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.facepay.terminal.vending.Stage.Fate;
import org.facepay.terminal.vending.Stage.Piece;
import org.facepay.terminal.vending.Stage.Vend;

/** Everything that is paid, in the order in which it falls: slot by slot. */
public record Vends(List<Vend> all) {
  public Vends {
    all = List.copyOf(all);
  }

  static Vends of(List<Piece> pieces) {
    List<Vend> all = new ArrayList<>();
    for (int slot : pieces.stream().map(Piece::slot).distinct().toList()) {
      pieces.stream()
          .filter(p -> p.slot() == slot)
          .forEach(p -> all.add(new Vend(p, Fate.WAITING)));
    }
    return new Vends(all);
  }

  /** The one whose motor turns. */
  Optional<Piece> coming() {
    return all.stream().filter(v -> v.fate() == Fate.COMING).map(Vend::piece).findFirst();
  }

  /** The same, a part for each slot. */
  List<Vends> slots() {
    return all.stream()
        .map(v -> v.piece().slot())
        .distinct()
        .map(slot -> new Vends(all.stream().filter(v -> v.piece().slot() == slot).toList()))
        .toList();
  }

  /** The next piece is begun, if any waits. */
  Vends begun() {
    int next = all.stream().map(Vend::fate).toList().indexOf(Fate.WAITING);
    List<Vend> changed = new ArrayList<>(all);
    if (next >= 0) {
      changed.set(next, new Vend(all.get(next).piece(), Fate.COMING));
    }
    return new Vends(changed);
  }

  /**
   * What came is known, or not. A slot that failed, or was seen by nobody, is not turned again:
   * what waits in it stays there.
   */
  Vends ended(Fate fate) {
    Optional<Integer> slot = coming().map(Piece::slot);
    Vends ended = changed(v -> v.fate() == Fate.COMING, fate);
    return fate == Fate.DELIVERED
        ? ended
        : ended.changed(
            v -> v.fate() == Fate.WAITING && slot.equals(Optional.of(v.piece().slot())),
            Fate.NOT_BEGUN);
  }

  /** Nothing is begun any more. */
  Vends stopped() {
    return changed(v -> v.fate() == Fate.WAITING, Fate.NOT_BEGUN);
  }

  /** Numbers of the basket's lines, once for each piece. */
  List<Integer> lines(Predicate<Fate> of) {
    return all.stream().filter(v -> of.test(v.fate())).map(v -> v.piece().line()).toList();
  }

  boolean any(Predicate<Fate> of) {
    return all.stream().anyMatch(v -> of.test(v.fate()));
  }

  private Vends changed(Predicate<Vend> which, Fate fate) {
    return new Vends(all.stream().map(v -> which.test(v) ? new Vend(v.piece(), fate) : v).toList());
  }
}
