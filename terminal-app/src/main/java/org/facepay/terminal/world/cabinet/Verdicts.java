package org.facepay.terminal.world.cabinet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.visit.Estimate;
import org.facepay.terminal.session.visit.Piece;
import org.facepay.terminal.session.visit.Settled;
import org.facepay.terminal.settlement.engine.Arrangement;
import org.facepay.terminal.settlement.engine.Settlement;
import org.facepay.terminal.settlement.engine.Settler;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * What the engine says, as a session understands it.
 *
 * @param products by the ids of the planogram
 * @param sure from which probability the number of a line is not doubted
 */
record Verdicts(Planogram planogram, Function<String, Product> products, double sure) {
  /** Below it, what is seen while hands move is not worth showing. */
  private static final double WORTH_SHOWING = 0.5;

  /** Of a visit whose door is closed. */
  Settled settled(Settler.Outcome outcome, String evidence) {
    if (outcome.settlement().isEmpty()) {
      return Settled.unread(evidence);
    }
    Settlement said = outcome.settlement().get();
    List<List<Piece>> choices =
        said.doubt().likely().stream().map(basket -> pieces(basket, said)).toList();
    boolean asks = said.decision() == Settlement.Decision.ASK && choices.size() > 1;
    Settled.Decision decision =
        switch (said.decision()) {
          case CHARGE -> Settled.Decision.CHARGE;
          case ASK -> asks ? Settled.Decision.ASK : Settled.Decision.REVIEW;
          case REVIEW -> Settled.Decision.REVIEW;
        };
    return new Settled(
        decision,
        said.lines().stream()
            .map(l -> piece(l.sku(), l.quantity(), l.confidence() >= sure))
            .sorted(Comparator.comparingLong((Piece p) -> -p.minor()))
            .toList(),
        pieces(said.doubt().certain(), said),
        asks ? choices : List.of(),
        evidence);
  }

  private List<Piece> pieces(List<Integer> basket, Settlement said) {
    List<Piece> pieces = new ArrayList<>();
    for (int sku = 0; sku < basket.size(); sku++) {
      if (basket.get(sku) > 0) {
        int place = sku;
        boolean undoubted =
            said.lines().stream()
                .anyMatch(
                    l ->
                        l.sku() == place
                            && l.quantity() == basket.get(place)
                            && l.confidence() >= sure);
        pieces.add(piece(sku, basket.get(sku), undoubted));
      }
    }
    return pieces;
  }

  private Piece piece(int sku, int count, boolean undoubted) {
    return new Piece(product(sku), count, shelf(sku), undoubted);
  }

  private Product product(int sku) {
    return products.apply(planogram.skus().get(sku).id());
  }

  /** The first shelf it stands on, from 1. */
  private int shelf(int sku) {
    for (int s = 0; s < planogram.shelves().size(); s++) {
      if (planogram.shelves().get(s).lanes().stream().anyMatch(l -> l.sku() == sku)) {
        return s + 1;
      }
    }
    return 1;
  }

  /** While the door is open; empty where the cells say too little. */
  Optional<Estimate> estimate(Settler.Outcome outcome, Estimate last) {
    return outcome
        .settlement()
        .filter(said -> said.confidence() > WORTH_SHOWING)
        .map(
            said -> {
              List<Piece> pieces =
                  said.lines().stream()
                      .map(l -> piece(l.sku(), l.quantity(), l.confidence() >= sure))
                      .toList();
              return new Estimate(newestFirst(pieces, last.pieces()), strays(outcome));
            });
  }

  /** What was not there before, or not so many of it, stands on top. */
  private static List<Piece> newestFirst(List<Piece> pieces, List<Piece> last) {
    List<Piece> ordered = new ArrayList<>(pieces.stream().filter(p -> more(p, last)).toList());
    for (Piece before : last) {
      pieces.stream()
          .filter(p -> p.product().equals(before.product()) && !ordered.contains(p))
          .forEach(ordered::add);
    }
    return ordered;
  }

  private static boolean more(Piece piece, List<Piece> last) {
    return last.stream()
        .noneMatch(l -> l.product().equals(piece.product()) && l.count() >= piece.count());
  }

  private List<Estimate.Stray> strays(Settler.Outcome outcome) {
    return outcome.arrangement().strays().stream()
        .filter(s -> s.sku() >= 0)
        .map(
            (Arrangement.Stray s) ->
                new Estimate.Stray(
                    product(s.sku()), s.shelf() + 1, shelf(s.sku()), planogram.shelves().size()))
        .filter(s -> s.shelf() != s.belongs())
        .toList();
  }
}
