package org.facepay.terminal.lab.offers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.facepay.terminal.language.Name;
import org.facepay.terminal.sale.promotion.Cap;
import org.facepay.terminal.sale.promotion.Eligibility;
import org.facepay.terminal.sale.promotion.Item;
import org.facepay.terminal.sale.promotion.Offer;
import org.facepay.terminal.sale.promotion.Reward;
import org.facepay.terminal.sale.promotion.Rule;
import org.facepay.terminal.sale.promotion.Rule.Part;
import org.facepay.terminal.sale.promotion.Selection;
import org.facepay.terminal.sale.promotion.Terms;
import org.facepay.terminal.sale.promotion.Window;

/**
 * Articles, offers and baskets by chance. A group of coupons has offers of articles and of the
 * basket, as in shops.
 *
 * @param articles how many the shop sells
 * @param reach of how many of them an offer is at most
 */
public record RandomShop(Random random, int articles, int reach) {
  private static final int DEAREST = 3_000;

  /** The codes that offers of {@link #coupon} take. */
  public static String code(int coupon) {
    return "C" + coupon;
  }

  /** A piece or, one of eight, something weighed, with the price its article always has. */
  public Item item(int article) {
    Random its = new Random(article * 31L + 7);
    int price = 50 + its.nextInt(DEAREST);
    int members = price - (its.nextInt(3) == 0 ? its.nextInt(price / 4 + 1) : 0);
    int days = random.nextInt(10) == 0 ? random.nextInt(4) : Item.UNDATED;
    boolean weighed = article % 8 == 7;
    return new Item("A" + article, price, members, weighed ? 200 + random.nextInt(900) : 0, days);
  }

  /** So many pieces, some of an article that is there already. */
  public List<Item> pieces(int many) {
    List<Item> pieces = new ArrayList<>();
    while (pieces.size() < many) {
      boolean again = !pieces.isEmpty() && random.nextInt(3) == 0;
      pieces.add(
          again ? pieces.get(random.nextInt(pieces.size())) : item(random.nextInt(articles)));
    }
    return pieces;
  }

  /** An offer of articles, as shops have them. */
  public Offer ofItems(String id, Terms terms) {
    Selection of = selection();
    Rule rule =
        switch (random.nextInt(6)) {
          case 0 -> new Rule.Each(of, percent(4));
          case 1 -> new Rule.Each(of, 0, random.nextInt(3), percent(7));
          case 2 -> new Rule.Together(List.of(new Part(of, 2 + random.nextInt(2))), price(of, 2));
          case 3 ->
              new Rule.BuyGet(new Part(of, 1 + random.nextInt(2)), new Part(of, 1), percent(10));
          case 4 -> new Rule.BuyGet(new Part(of, 1), new Part(selection(), 1), percent(10));
          default ->
              new Rule.Together(
                  List.of(new Part(of, 1), new Part(selection(), 1)),
                  random.nextBoolean() ? percent(4) : new Reward.Amount(1 + random.nextInt(400)));
        };
    return offer(id, terms, rule);
  }

  /** An offer of the basket. */
  public Offer ofBasket(String id, Terms terms) {
    Reward reward =
        random.nextBoolean() ? percent(3) : new Reward.Amount(100 + random.nextInt(2_000));
    Selection of = random.nextInt(4) == 0 ? selection() : Selection.EVERYTHING;
    Terms from = terms.from(new Terms.Spend(of, random.nextInt(4 * DEAREST)));
    Cap cap = random.nextInt(3) == 0 ? Cap.basket(50 + random.nextInt(900)) : Cap.NONE;
    return new Offer(id, new Name("优惠", id), from, new Rule.Basket(reward), cap);
  }

  private Offer offer(String id, Terms terms, Rule rule) {
    Cap cap =
        switch (random.nextInt(8)) {
          case 0 -> Cap.times(1 + random.nextInt(2));
          case 1 -> Cap.basket(50 + random.nextInt(400));
          case 2 -> new Cap(0, 20 + random.nextInt(300), 0, 0, 0);
          default -> Cap.NONE;
        };
    return new Offer(id, new Name("优惠", id), terms, rule, cap);
  }

  /** Terms by chance: one of five is for members, one of seven in one of so many groups. */
  public Terms terms(int groups) {
    Terms terms = random.nextInt(5) == 0 ? Terms.ALWAYS.forMembers() : Terms.ALWAYS;
    return random.nextInt(7) == 0 ? terms.inGroup("g" + random.nextInt(groups)) : terms;
  }

  /** Terms of a coupon; all of them are of one group. */
  public Terms coupon(int number) {
    return new Terms(
        Window.ALWAYS, Eligibility.EVERYBODY, code(number), "coupons", Terms.Spend.NOTHING);
  }

  private Selection selection() {
    Set<String> codes = new HashSet<>();
    for (int n = 1 + random.nextInt(reach); n > 0; n--) {
      codes.add("A" + random.nextInt(articles));
    }
    return new Selection(codes);
  }

  /** From a twentieth up to so many tenths. */
  private Reward percent(int tenths) {
    return new Reward.Percent(500 * (1 + random.nextInt(2 * tenths)));
  }

  /** Below what the cheapest of them cost together, or not. */
  private Reward price(Selection of, int pieces) {
    long least =
        of.codes().stream()
            .mapToLong(code -> item(Integer.parseInt(code.substring(1))).price())
            .min()
            .orElse(DEAREST);
    return new Reward.Price(least * pieces * (60 + random.nextInt(60)) / 100);
  }
}
