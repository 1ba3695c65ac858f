package org.facepay.terminal.container;

import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.session.visit.Piece;

/** What tells choices of pieces from each other. */
final class Choices {
  private Choices() {}

  /** What this choice has beyond what all of them have. */
  static List<Piece> own(List<List<Piece>> choices, int which) {
    List<Piece> own = new ArrayList<>();
    for (Piece piece : choices.get(which)) {
      String code = piece.product().code();
      int common = choices.stream().mapToInt(choice -> count(choice, code)).min().orElse(0);
      if (piece.count() > common) {
        own.add(new Piece(piece.product(), piece.count() - common, piece.shelf(), piece.sure()));
      }
    }
    return own;
  }

  private static int count(List<Piece> pieces, String code) {
    return pieces.stream()
        .filter(p -> p.product().code().equals(code))
        .mapToInt(Piece::count)
        .sum();
  }
}
