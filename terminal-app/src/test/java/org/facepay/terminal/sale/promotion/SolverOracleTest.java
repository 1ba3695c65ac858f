package org.facepay.terminal.sale.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;
import org.facepay.terminal.lab.offers.RandomShop;
import org.facepay.terminal.sale.promotion.Offers.Policy;
import org.junit.jupiter.api.Test;

/**
 * The offers of articles against a constraint solver, for baskets of which not everything can be
 * tried: which piece is which part of which use of which offer.
 */
class SolverOracleTest {
  private static final int BASKETS = 60;
  private static final int DEAREST = 100_000;

  /** The pieces of a basket, what a solver is asked, and the parts they have been given. */
  private record Question(Model model, List<Item> pieces, List<List<BoolVar>> roles) {
    Question(List<Item> pieces) {
      this(new Model(), pieces, new ArrayList<>());
      pieces.forEach(_ -> roles.add(new ArrayList<>()));
    }

    /** Which pieces are that part of a use, if it is one. */
    BoolVar[] part(Rule.Part part, BoolVar used) {
      BoolVar[] chosen = new BoolVar[pieces.size()];
      for (int i = 0; i < chosen.length; i++) {
        boolean fits = pieces.get(i).isPiece() && part.of().has(pieces.get(i).code());
        chosen[i] = fits ? model.boolVar() : model.boolVar(false);
        roles.get(i).add(chosen[i]);
      }
      model.sum(chosen, "=", used.mul(part.count()).intVar()).post();
      return chosen;
    }

    IntVar price(BoolVar[]... parts) {
      List<IntVar> all = new ArrayList<>();
      List<Integer> prices = new ArrayList<>();
      for (BoolVar[] part : parts) {
        for (int i = 0; i < part.length; i++) {
          all.add(part[i]);
          prices.add((int) pieces.get(i).price());
        }
      }
      IntVar sum = model.intVar(0, DEAREST);
      model
          .scalar(all.toArray(IntVar[]::new), prices.stream().mapToInt(p -> p).toArray(), "=", sum)
          .post();
      return sum;
    }

    IntVar off(Reward reward, IntVar price) {
      return switch (reward) {
        case Reward.Percent(int points) -> price.mul(points).add(5_000).div(10_000).intVar();
        case Reward.Amount(long minor) -> price.min((int) minor).intVar();
        case Reward.Price(long minor) -> price.sub((int) minor).max(0).intVar();
        case Reward.MemberPrice _ -> throw new IllegalArgumentException();
      };
    }

    IntVar use(Offer offer, BoolVar used) {
      return switch (offer.rule()) {
        case Rule.Together(List<Rule.Part> parts, Reward reward) ->
            off(reward, price(parts.stream().map(p -> part(p, used)).toArray(BoolVar[][]::new)));
        case Rule.BuyGet rule -> {
          BoolVar[] bought = part(rule.buy(), used);
          BoolVar[] got = part(rule.get(), used);
          if (rule.ofTheSame()) {
            cheapest(bought, got);
          }
          yield off(rule.reward(), price(got));
        }
        case Rule.Each each -> {
          BoolVar[] one = part(new Rule.Part(each.of(), 1), used);
          IntStream.range(0, one.length)
              .filter(i -> !pieces.get(i).fits(each))
              .forEach(i -> model.arithm(one[i], "=", 0).post());
          yield off(each.reward(), price(one));
        }
        case Rule.Basket _ -> throw new IllegalArgumentException();
      };
    }

    private void cheapest(BoolVar[] bought, BoolVar[] got) {
      for (int b = 0; b < bought.length; b++) {
        for (int g = 0; g < got.length; g++) {
          if (pieces.get(g).price() > pieces.get(b).price()) {
            model.arithm(bought[b], "+", got[g], "<=", 1).post();
          }
        }
      }
    }

    /** What an offer takes off, as often as it goes. */
    IntVar offer(Offer offer) {
      int size = offer.rule().parts().stream().mapToInt(Rule.Part::count).sum();
      int most = pieces.size() / size;
      int times = offer.cap().times() == 0 ? most : Math.min(most, offer.cap().times());
      List<IntVar> offs = new ArrayList<>(List.of(model.intVar(0)));
      BoolVar before = null;
      for (int n = 0; n < times; n++) {
        BoolVar used = model.boolVar();
        offs.add(use(offer, used));
        if (before != null) {
          model.arithm(used, "<=", before).post();
        }
        before = used;
      }
      IntVar sum = model.sum("off", offs.toArray(IntVar[]::new));
      return offer.cap().basket() == 0 ? sum : sum.min((int) offer.cap().basket()).intVar();
    }

    int most(List<Offer> offers) {
      IntVar[] offs = offers.stream().map(this::offer).toArray(IntVar[]::new);
      roles.forEach(r -> model.sum(r.toArray(BoolVar[]::new), "<=", 1).post());
      IntVar all = model.intVar(0, DEAREST);
      model.sum(offs, "=", all).post();
      model.setObjective(Model.MAXIMIZE, all);
      int most = 0;
      while (model.getSolver().solve()) {
        most = all.getValue();
      }
      return most;
    }
  }

  @Test
  void aSolverFindsNothingBetter() {
    Random random = new Random(7);
    int bundled = 0;
    for (int n = 0; n < BASKETS; n++) {
      RandomShop shop = new RandomShop(random, 7, 4);
      List<Offer> offers = new ArrayList<>();
      for (int offer = 2 + random.nextInt(3); offer > 0; offer--) {
        Offer one = shop.ofItems("i" + offer, Terms.ALWAYS);
        if (one.cap().line() == 0) {
          offers.add(one);
        }
      }
      InForce inForce =
          new Offers(Policy.STACKING, Set.of(), offers)
              .inForce(
                  LocalDateTime.of(2026, 12, 1, 15, 0),
                  Eligibility.EVERYBODY,
                  Set.of(),
                  Spent.NOTHING);
      List<Item> pieces = shop.pieces(9).stream().filter(Item::isPiece).toList();
      List<Item.Count> lines =
          IntStream.range(0, pieces.size())
              .mapToObj(i -> new Item.Count(i + 1, pieces.get(i), 1))
              .toList();
      Deal deal = BestDeal.of(lines, inForce, BestDealTest.STEPS);
      assertEquals(new Question(pieces).most(offers), deal.saved(), n + ": " + offers + pieces);
      assertEquals(0, deal.gap());
      bundled += deal.shares().size() > 2 ? 1 : 0;
    }
    assertTrue(bundled > BASKETS / 5, "only " + bundled + " of them are bundles");
  }
}
