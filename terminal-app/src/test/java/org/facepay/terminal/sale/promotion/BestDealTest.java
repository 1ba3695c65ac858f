package org.facepay.terminal.sale.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.facepay.terminal.lab.offers.BruteForce;
import org.facepay.terminal.lab.offers.RandomShop;
import org.facepay.terminal.sale.promotion.Offers.Policy;
import org.junit.jupiter.api.Test;

/** The best deal against everything that could be tried, whatever the shop and the basket. */
class BestDealTest {
  static final int STEPS = 1_000_000;
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 12, 1, 15, 0);
  private static final Set<String> COUPONS = Set.of(RandomShop.code(0), RandomShop.code(1));

  /** A basket, what is offered, and what it comes to. */
  record Trial(List<Item> pieces, InForce inForce, List<Offer> offers, Policy policy) {
    static Trial by(Random random) {
      RandomShop shop = new RandomShop(random, 6, 3);
      List<Offer> offers = new ArrayList<>();
      for (int n = 1 + random.nextInt(5); n > 0; n--) {
        offers.add(
            shop.ofItems(
                "i" + n, random.nextInt(6) == 0 ? shop.coupon(random.nextInt(3)) : shop.terms(2)));
      }
      for (int n = random.nextInt(4); n > 0; n--) {
        offers.add(
            shop.ofBasket(
                "b" + n, random.nextInt(4) == 0 ? shop.coupon(random.nextInt(3)) : shop.terms(2)));
      }
      Policy policy = random.nextInt(3) == 0 ? Policy.BEST_DEAL : Policy.STACKING;
      Eligibility whose = random.nextBoolean() ? Eligibility.MEMBERS : Eligibility.EVERYBODY;
      InForce inForce =
          new Offers(policy, Set.of(), offers).inForce(NOW, whose, COUPONS, Spent.NOTHING);
      List<Item> pieces = shop.pieces(1 + random.nextInt(6));
      return new Trial(pieces, inForce, inForce.offers(), policy);
    }

    /** Its pieces in lines by chance. */
    List<Item.Count> lines(Random random) {
      List<Item> shuffled = new ArrayList<>(pieces);
      Collections.shuffle(shuffled, random);
      List<Item.Count> lines = new ArrayList<>();
      for (Item item : shuffled) {
        Item.Count last = lines.isEmpty() ? null : lines.getLast();
        if (last != null && last.item().equals(item) && random.nextBoolean()) {
          lines.set(lines.size() - 1, new Item.Count(last.line(), item, last.count() + 1));
        } else {
          lines.add(new Item.Count(lines.size() + 1, item, 1));
        }
      }
      return lines;
    }

    long worth() {
      return pieces.stream().mapToLong(Item::price).sum();
    }
  }

  @Test
  void nothingThatCanBeTriedIsBetter() {
    Random random = new Random(1);
    for (int n = 0; n < 4_000; n++) {
      Trial trial = Trial.by(random);
      Deal deal = BestDeal.of(trial.lines(random), trial.inForce(), STEPS);
      long least = BruteForce.least(trial.pieces(), trial.offers(), trial.policy());
      assertEquals(least, trial.worth() - deal.saved(), n + ": " + trial);
      assertEquals(0, deal.gap(), n + ": " + trial);
    }
  }

  @Test
  void theOrderAndTheLinesDoNotMatter() {
    Random random = new Random(2);
    for (int n = 0; n < 1_000; n++) {
      Trial trial = Trial.by(random);
      Map<String, Long> first = byArticle(trial, trial.lines(random));
      for (int again = 0; again < 3; again++) {
        assertEquals(first, byArticle(trial, trial.lines(random)), n + ": " + trial);
      }
    }
  }

  private static Map<String, Long> byArticle(Trial trial, List<Item.Count> lines) {
    Map<Integer, Item> items = new HashMap<>();
    lines.forEach(line -> items.put(line.line(), line.item()));
    Map<String, Long> off = new HashMap<>();
    BestDeal.of(lines, trial.inForce(), STEPS)
        .shares()
        .forEach(s -> off.merge(items.get(s.line()) + " " + s.offer().id(), s.minor(), Long::sum));
    return off;
  }

  @Test
  void noLineIsBelowZeroAndNoOfferAboveItsCaps() {
    Random random = new Random(3);
    for (int n = 0; n < 2_000; n++) {
      Trial trial = Trial.by(random);
      List<Item.Count> lines = trial.lines(random);
      Deal deal = BestDeal.of(lines, trial.inForce(), STEPS);
      for (Item.Count line : lines) {
        long off =
            deal.shares().stream()
                .filter(s -> s.line() == line.line())
                .mapToLong(Deal.Share::minor)
                .sum();
        assertTrue(off <= line.item().price() * line.count(), n + ": " + trial);
      }
      Map<String, Long> byOffer = new HashMap<>();
      Map<String, String> groups = new HashMap<>();
      for (Deal.Share share : deal.shares()) {
        assertTrue(share.minor() > 0);
        byOffer.merge(share.offer().id(), share.minor(), Long::sum);
        String group = share.offer().terms().group();
        if (!group.isEmpty()) {
          assertEquals(share.offer().id(), groups.getOrDefault(group, share.offer().id()));
          groups.put(group, share.offer().id());
        }
      }
      for (Offer offer : trial.offers()) {
        long most = offer.cap().basket();
        assertTrue(most == 0 || byOffer.getOrDefault(offer.id(), 0L) <= most, n + ": " + trial);
      }
    }
  }

  /** An offer more may change what is used, but nobody pays more for it. */
  @Test
  void oneOfferMoreNeverMakesItDearer() {
    Random random = new Random(4);
    for (int n = 0; n < 1_000; n++) {
      Trial trial = Trial.by(random);
      List<Item.Count> lines = trial.lines(random);
      List<Offer> fewer = new ArrayList<>(trial.offers());
      fewer.remove(Offer.MEMBER_PRICE);
      long least = BestDeal.of(lines, inForce(trial, List.of()), STEPS).saved();
      for (int some = 1; some <= fewer.size(); some++) {
        long saved = BestDeal.of(lines, inForce(trial, fewer.subList(0, some)), STEPS).saved();
        assertTrue(saved >= least, n + ": " + trial);
        least = saved;
      }
    }
  }

  private static InForce inForce(Trial trial, List<Offer> offers) {
    return new Offers(trial.policy(), Set.of(), offers)
        .inForce(NOW, Eligibility.MEMBERS, COUPONS, Spent.NOTHING);
  }
}
