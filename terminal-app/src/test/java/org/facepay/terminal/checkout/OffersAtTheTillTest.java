package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Name;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.sale.promotion.Cap;
import org.facepay.terminal.sale.promotion.Offer;
import org.facepay.terminal.sale.promotion.Offers;
import org.facepay.terminal.sale.promotion.Reward;
import org.facepay.terminal.sale.promotion.Rule;
import org.facepay.terminal.sale.promotion.Selection;
import org.facepay.terminal.sale.promotion.Tariff;
import org.facepay.terminal.sale.promotion.Terms;
import org.facepay.terminal.screen.Figures;
import org.facepay.terminal.session.FoundMember;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.refund.Returns;
import org.junit.jupiter.api.Test;

/** Offers from the beam to the bill and back. */
class OffersAtTheTillTest {
  private static final Selection TEAS = Selection.of(Fixture.TEA.code());
  private static final String COUPON = "9812345678903";
  private static final Offer HALF =
      new Offer(
          "half",
          new Name("第二件半价", "Second half price"),
          Terms.ALWAYS,
          new Rule.BuyGet(
              new Rule.Part(TEAS, 1), new Rule.Part(TEAS, 1), new Reward.Percent(5_000)),
          Cap.NONE);
  private static final Offer LESS =
      new Offer(
          "less",
          new Name("满 8 减 1", "1 off from 8"),
          Terms.ALWAYS.with(COUPON).from(new Terms.Spend(Selection.EVERYTHING, 800)),
          new Rule.Basket(new Reward.Amount(100)),
          Cap.NONE);

  private final Fixture till = new Fixture(rules());

  private static Rules rules() {
    Rules rules = Fixture.RULES;
    Offers offers = new Offers(Offers.Policy.STACKING, Set.of(), List.of(HALF, LESS));
    Tariff tariff = new Tariff(Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"), offers);
    return new Rules(
        rules.numbers(),
        new Rules.Goods(tariff, rules.goods().limits(), false),
        rules.payments(),
        rules.times(),
        rules.members(),
        rules.ways(),
        rules.assistance());
  }

  private long total() {
    return till.session().priced().total().minor();
  }

  @Test
  void aSecondPieceIsHalfPriceAndTheLineSaysSo() {
    till.scan(Fixture.TEA).scan(Fixture.TEA);
    assertEquals(750, total());
    Screen.Line line = Lines.of(till.session(), Stage.Shopping.CALM, Language.ENGLISH).getFirst();
    assertEquals(Optional.of("10.00"), line.was());
    assertEquals("7.50", line.price());
    assertEquals(Optional.of("Second half price, −¥2.50"), line.offer());
    Screen.Totals totals = Figures.totals(till.session().priced(), Language.CHINESE);
    assertEquals(List.of(new Screen.Reduction("第二件半价", "2.50")), totals.reductions());
  }

  @Test
  void aCouponCountsOnceItsTermsAreMet() {
    till.scan(Fixture.TEA).on(new Read.CouponScanned(COUPON));
    assertEquals(NoticeKind.COUPON_TAKEN, till.told());
    assertEquals(500, total());
    till.scan(Fixture.TEA);
    assertEquals(750 - 100, total());
    till.on(new Read.CouponScanned(COUPON));
    assertEquals(650, total(), "it counts once");
    till.on(new Read.CouponScanned("9899999999995"));
    assertEquals(NoticeKind.COUPON, till.told());
  }

  @Test
  void whatGoesBackIsWhatWasPaid() {
    till.scan(Fixture.TEA).scan(Fixture.TEA).scan(Fixture.TEA).scan(Fixture.MILK);
    till.on(new Read.CouponScanned(COUPON));
    long total = total();
    Order order = new Order("K3X1", till.session().priced().total(), "shop", "alipay");
    PastSale sale = Returns.of(till.session(), order, List.of()).sale();
    long back = 0;
    for (PastSale.PastLine line : sale.lines()) {
      for (int piece = 0; piece < line.pieces().count(); piece++) {
        back +=
            new PastSale.PastLine(
                    line.number(),
                    line.code(),
                    line.name(),
                    line.nameEn(),
                    line.picture(),
                    line.quantity(),
                    line.amountMinor(),
                    false,
                    new PastSale.Pieces(line.pieces().count(), piece))
                .share(1);
      }
    }
    assertEquals(total, back);
    assertEquals(1_250 + 1_490 - 100, total);
  }

  @Test
  void aMemberHasWhatIsBest() {
    till.scan(Fixture.TEA).scan(Fixture.TEA).scan(Fixture.TEA);
    FoundMember anna = new FoundMember("M1", "王**", -1, false, false, false);
    long saved = till.session().of(anna).priced().saved();
    assertEquals(250 + 30, saved);
    assertTrue(till.session().of(anna).priced().gap() == 0);
  }
}
