package org.facepay.terminal.sale.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.facepay.terminal.language.Name;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.TaxRate;
import org.facepay.terminal.sale.promotion.Offers.Policy;
import org.facepay.terminal.sale.promotion.Rule.Part;
import org.junit.jupiter.api.Test;

/** Offers as shops write them, each with the sum on its poster. */
class OffersTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 12, 1, 15, 0);
  private static final Currency CNY = Currency.getInstance("CNY");
  private static final Product TEA = product("6900123400074", 500, 460, 1300);
  private static final Product MILK = product("6900123400142", 1490, 1490, 900);
  private static final Selection TEAS = Selection.of(TEA.code());
  private static final Selection BOTH = Selection.of(TEA.code(), MILK.code());
  private static final Offer TWO_FOR_EIGHT =
      offer("two", Terms.ALWAYS, together(new Reward.Price(800), new Part(TEAS, 2)));
  private static final Offer HALF =
      offer("half", Terms.ALWAYS, new Rule.BuyGet(new Part(TEAS, 1), new Part(TEAS, 1), half()));

  private static Product product(String code, long price, long members, int tax) {
    Product.Text text = new Product.Text("茶", "");
    return new Product(
        code, text, text, price, price, members, Product.Unit.PIECE, new TaxRate(tax), "tea");
  }

  private static Offer offer(String id, Terms terms, Rule rule) {
    return offer(id, terms, rule, Cap.NONE);
  }

  private static Offer offer(String id, Terms terms, Rule rule, Cap cap) {
    return new Offer(id, new Name("优惠", id), terms, rule, cap);
  }

  private static Rule together(Reward reward, Part... parts) {
    return new Rule.Together(List.of(parts), reward);
  }

  private static Reward half() {
    return new Reward.Percent(5_000);
  }

  private static Basket basket(int teas, int milks) {
    Basket basket = Basket.empty(CNY);
    basket = teas == 0 ? basket : basket.add(TEA, new Quantity.Pieces(teas));
    return milks == 0 ? basket : basket.add(MILK, new Quantity.Pieces(milks));
  }

  private static InForce inForce(Eligibility whose, Spent spent, Offer... offers) {
    return new Offers(Policy.STACKING, Set.of("off"), List.of(offers))
        .inForce(NOW, whose, Set.of("98-1"), spent);
  }

  private static long total(Basket basket, Offer... offers) {
    Priced priced = Priced.of(basket, inForce(Eligibility.EVERYBODY, Spent.NOTHING, offers));
    assertEquals(0, priced.gap());
    return priced.total().minor();
  }

  /**
   * The dearest article a list may hold; what is too much for a till is priced before it is said.
   */
  @Test
  void theDearestGoodsAreSharedToTheCent() {
    Product yacht = product(TEA.code(), 99_999_999_900L, 99_999_999_900L, 1300);
    Basket basket = Basket.empty(CNY).add(yacht, new Quantity.Pieces(1_000));
    Priced priced =
        Priced.of(
            basket.add(MILK, new Quantity.Pieces(1)),
            inForce(
                Eligibility.MEMBERS,
                Spent.NOTHING,
                offer("a", Terms.ALWAYS, together(new Reward.Price(1), new Part(BOTH, 3))),
                HALF,
                offer("b", Terms.ALWAYS, new Rule.Basket(new Reward.Percent(3_333)))));
    assertTrue(priced.total().minor() >= 0);
    assertTrue(priced.lines().stream().allMatch(line -> line.amount() >= 0));
    assertEquals(priced.regular().minor() - priced.saved(), priced.total().minor());
  }

  @Test
  void bundlesRepeatAndTheirCapsEndThem() {
    assertEquals(800 + 500, total(basket(3, 0), TWO_FOR_EIGHT));
    assertEquals(1_600, total(basket(4, 0), TWO_FOR_EIGHT));
    assertEquals(750, total(basket(2, 0), HALF));
    Offer once = offer("once", Terms.ALWAYS, HALF.rule(), Cap.times(1));
    assertEquals(750 + 1_000, total(basket(4, 0), once));
    Offer most = offer("most", Terms.ALWAYS, HALF.rule(), Cap.basket(300));
    assertEquals(2_000 - 300, total(basket(4, 0), most));
    Offer line = offer("line", Terms.ALWAYS, HALF.rule(), new Cap(0, 100, 0, 0, 0));
    assertEquals(1_000 - 200, total(basket(2, 0), line), "125 of each piece, and 100 at most");
  }

  @Test
  void mixAndMatchTakesAnyOfThem() {
    Offer mix = offer("mix", Terms.ALWAYS, together(new Reward.Price(1_500), new Part(BOTH, 2)));
    assertEquals(1_500, total(basket(1, 1), mix));
    assertEquals(1_500 + 1_000, total(basket(2, 2), mix), "the dear ones, not a dear and a cheap");
    assertEquals(1_000, total(basket(2, 0), mix), "nobody pays 15.00 for what costs 10.00");
  }

  @Test
  void theSecondHalfPriceBeatsTheMembersPriceAndTheyAreNotAddedUp() {
    Priced two = Priced.of(basket(2, 0), inForce(Eligibility.MEMBERS, Spent.NOTHING, HALF));
    assertEquals(750, two.total().minor());
    assertEquals(250, two.saved(PriceModifier.Reason.OFFER));
    Priced three = Priced.of(basket(3, 0), inForce(Eligibility.MEMBERS, Spent.NOTHING, HALF));
    assertEquals(750 + 460, three.total().minor());
    assertEquals(40, three.saved(PriceModifier.Reason.MEMBER_PRICE));
  }

  @Test
  void aBasketsOfferCountsByShelfPricesAndTakesOffWhatIsLeft() {
    Terms from = Terms.ALWAYS.from(new Terms.Spend(Selection.EVERYTHING, 1_000));
    Offer tenth = offer("tenth", from, new Rule.Basket(new Reward.Percent(1_000)));
    Offer two = offer("two-off", from, new Rule.Basket(new Reward.Amount(200)));
    assertEquals(720 - 200, total(basket(2, 0), TWO_FOR_EIGHT, tenth, two));
    assertEquals(500, total(basket(1, 0), tenth, two));
    Offer all = offer("all", Terms.ALWAYS, new Rule.Basket(new Reward.Amount(9_999)));
    Priced free = Priced.of(basket(1, 1), inForce(Eligibility.EVERYBODY, Spent.NOTHING, all));
    assertEquals(0, free.total().minor());
    free.taxes().forEach(tax -> assertEquals(0, tax.tax()));
  }

  @Test
  void couponsOfAGroupAreUsedOneAtATime() {
    Terms coupons = Terms.ALWAYS.with("98-1").inGroup("coupons");
    Offer five = offer("a", coupons, new Rule.Basket(new Reward.Amount(50)));
    Offer tea = offer("b", coupons, new Rule.Each(TEAS, new Reward.Amount(80)), Cap.times(1));
    assertEquals(500 - 80, total(basket(1, 0), five, tea));
    assertEquals(1_490 - 50, total(basket(0, 1), five, tea));
    Offer other = offer("c", coupons.with("98-2"), new Rule.Basket(new Reward.Amount(400)));
    assertEquals(500, total(basket(1, 0), other), "it was not shown");
    Offer off = offer("d", Terms.ALWAYS.inGroup("off"), new Rule.Basket(new Reward.Amount(400)));
    assertEquals(500, total(basket(1, 0), off), "its group is switched off");
  }

  @Test
  void aBudgetThatIsSpentEndsAnOffer() {
    Cap cap = new Cap(0, 0, 0, 300, 1_000);
    Offer offer = offer("budget", Terms.ALWAYS, new Rule.Each(TEAS, half()), cap);
    Map<String, Spent.Sums> sums = Map.of("budget", new Spent.Sums(990, 0));
    InForce last = inForce(Eligibility.EVERYBODY, new Spent(sums), offer);
    assertEquals(490, Priced.of(basket(1, 0), last).total().minor(), "10 of 1000 are left");
    sums = Map.of("budget", new Spent.Sums(500, 300));
    InForce members = inForce(Eligibility.EVERYBODY, new Spent(sums), offer);
    assertEquals(500, Priced.of(basket(1, 0), members).total().minor());
  }

  @Test
  void theBestDealIsOneKindOfOffer() {
    Offer tenth = offer("tenth", Terms.ALWAYS, new Rule.Basket(new Reward.Percent(1_000)));
    InForce either =
        new Offers(Policy.BEST_DEAL, Set.of(), List.of(TWO_FOR_EIGHT, tenth))
            .inForce(NOW, Eligibility.EVERYBODY, Set.of(), Spent.NOTHING);
    assertEquals(800, Priced.of(basket(2, 0), either).total().minor());
    assertEquals(3_582, Priced.of(basket(2, 2), either).total().minor(), "39.80 less a tenth");
  }

  @Test
  void timesAreTheShops() {
    Window happy =
        new Window(
            Optional.of(LocalDate.of(2026, 12, 1)),
            Optional.of(LocalDate.of(2026, 12, 4)),
            Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
            LocalTime.of(22, 0),
            LocalTime.of(2, 0));
    assertTrue(happy.contains(LocalDateTime.of(2026, 12, 1, 22, 0)));
    assertTrue(happy.contains(LocalDateTime.of(2026, 12, 2, 1, 59)), "the night of Tuesday");
    assertTrue(!happy.contains(LocalDateTime.of(2026, 12, 2, 2, 0)));
    assertTrue(!happy.contains(LocalDateTime.of(2026, 12, 2, 22, 0)), "Wednesday");
    assertTrue(happy.contains(LocalDateTime.of(2026, 12, 5, 1, 0)), "the night of the last day");
    assertTrue(!happy.contains(LocalDateTime.of(2026, 12, 1, 1, 0)), "the night before the first");
    Offer night = offer("night", Terms.ALWAYS.in(happy), new Rule.Each(TEAS, half()));
    assertEquals(500, total(basket(1, 0), night));
  }

  @Test
  void whatIsAboutToExpireIsMarkedDown() {
    Offer last = offer("last", Terms.ALWAYS, new Rule.Each(TEAS, 0, 1, half()));
    for (var trial :
        Map.of("2026-12-01", 250L, "2026-12-02", 250L, "2026-12-03", 500L).entrySet()) {
      Basket one =
          Basket.empty(CNY).add(TEA, new Quantity.Pieces(1), new Basket.Issue("", trial.getKey()));
      assertEquals(trial.getValue(), total(one, last), trial.getKey());
    }
    assertEquals(500, total(basket(1, 0), last), "no date is known");
  }

  @Test
  void staffTakeOffWhatIsLeft() {
    Basket reduced = basket(2, 0).discounted(1, 10);
    assertEquals(720, total(reduced, TWO_FOR_EIGHT), "nobody pays more because staff were kind");
  }

  @Test
  void negativeAmountsAndTwoOffersOfOneNameAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Reward.Price(-1));
    assertThrows(IllegalArgumentException.class, () -> new Reward.Amount(0));
    assertThrows(IllegalArgumentException.class, () -> new Reward.Percent(10_001));
    assertThrows(IllegalArgumentException.class, () -> new Terms.Spend(TEAS, -1));
    assertThrows(IllegalArgumentException.class, () -> Cap.basket(-1));
    assertThrows(
        IllegalArgumentException.class, () -> new Item("1", -5, -5, 0, Item.UNDATED), "a price");
    assertThrows(
        IllegalArgumentException.class,
        () -> new Offers(Policy.STACKING, Set.of(), List.of(HALF, HALF)));
  }

  /** Three pieces for 10.00 are 3.33, 3.33 and 3.34, in whatever steps they go back. */
  @Test
  void whatGoesBackPieceByPieceIsWhatWasPaid() {
    Offer three = offer("3", Terms.ALWAYS, together(new Reward.Price(1_000), new Part(BOTH, 3)));
    Priced priced = Priced.of(basket(2, 1), inForce(Eligibility.EVERYBODY, Spent.NOTHING, three));
    assertEquals(1_000, priced.total().minor());
    List<Long> back = new ArrayList<>();
    for (Priced.Line line : priced.lines()) {
      int pieces = line.goods().articles();
      IntStream.range(0, pieces).forEach(n -> back.add(line.part(n + 1) - line.part(n)));
    }
    assertEquals(1_000, back.stream().mapToLong(Long::longValue).sum());
    assertEquals(598, back.getFirst(), "14.90 of 24.90, of 10.00: the milk");
  }

  @Test
  void aThousandLinesEndAndTheGapIsSaid() {
    List<Item.Count> lines =
        IntStream.range(0, 1_000)
            .mapToObj(n -> new Item.Count(n, new Item("" + n, 100 + n, 100, 0, Item.UNDATED), 1))
            .toList();
    Part any = new Part(Selection.EVERYTHING, 3);
    Offer five = offer("5", Terms.ALWAYS, together(new Reward.Price(900), any), Cap.times(40));
    Deal deal = BestDeal.of(lines, inForce(Eligibility.EVERYBODY, Spent.NOTHING, five), 1_000);
    assertTrue(deal.saved() > 40 * 1_500, "saved " + deal.saved());
    assertTrue(deal.gap() > 0 && deal.gap() < deal.saved(), "gap " + deal.gap());
  }
}
