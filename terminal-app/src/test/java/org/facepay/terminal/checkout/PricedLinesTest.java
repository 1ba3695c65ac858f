package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.TaxRate;
import org.facepay.terminal.sale.promotion.Eligibility;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.junit.jupiter.api.Test;

/** Every line of a basket costs something, whatever a label says and however it is rounded. */
class PricedLinesTest {
  private final Fixture till = new Fixture();

  private static Product nuts(long price, long member) {
    return new Product(
        "2100009",
        new Product.Text("坚果", ""),
        new Product.Text("Nuts", ""),
        price,
        price,
        member,
        Product.Unit.KILOGRAM,
        new TaxRate(900),
        "nuts");
  }

  private Stage.Shopping shopping() {
    return assertInstanceOf(Stage.Shopping.class, till.stage());
  }

  @Test
  void whatRoundsToNothingIsWeighedAgain() {
    for (Quantity nothing :
        List.of(new Quantity.Grams(2), new Quantity.Pack(0), new Quantity.Pack(-5))) {
      till.on(new Read.ItemScanned(nuts(199, 199), nothing));
      assertEquals(NoticeKind.NOT_WEIGHED, till.told(), nothing.toString());
      assertEquals("坚果", shopping().notice().orElseThrow().detail());
      assertTrue(till.session().basket().isEmpty());
    }
    till.on(new Read.ItemScanned(nuts(199, 199), new Quantity.Grams(3)));
    assertEquals(1, till.session().priced().total().minor());
  }

  @Test
  void neitherDoesItAtAMembersPrice() {
    till.on(new Read.ItemScanned(nuts(199, 149), new Quantity.Grams(3)));
    assertTrue(till.session().basket().isEmpty(), "0.01, and 0.00 for a member");
  }

  @Test
  void neitherDoesAHandfulOnTheTillsOwnScale() {
    till.scan(Fixture.TEA)
        .on(new Touch(new Intent.NoBarcode()))
        .on(new Touched.GoodChosen(nuts(10, 10)))
        .on(new Touched.WeighedAdded(25));
    assertEquals(NoticeKind.NOT_WEIGHED, till.told());
    assertEquals(500, till.session().priced().total().minor());
  }

  @Test
  void aRefusedLabelAndACouponAreTold() {
    till.on(new Read.GoodsRefused(nuts(199, 149), Read.Refusal.NOT_WEIGHED));
    assertEquals(NoticeKind.NOT_WEIGHED, till.told());
    till.on(new Read.CouponScanned("9812345678903"));
    assertEquals(NoticeKind.COUPON, till.told());
    assertTrue(till.session().basket().isEmpty());
  }

  @Test
  void noLineIsAtOrBelowNothing() {
    SplittableRandom random = new SplittableRandom(4);
    for (int n = 0; n < 20_000; n++) {
      Fixture one = new Fixture();
      long member = random.nextLong(1, 2_000);
      Quantity quantity =
          random.nextBoolean()
              ? new Quantity.Grams(random.nextInt(1, 30))
              : new Quantity.Pack(random.nextLong(-3, 3));
      one.on(new Read.ItemScanned(nuts(member + random.nextLong(200), member), quantity));
      Basket basket = one.state().openSession().orElseThrow().basket();
      Eligibility whose = random.nextBoolean() ? Eligibility.MEMBERS : Eligibility.EVERYBODY;
      for (Priced.Line line : Priced.of(basket, whose).lines()) {
        assertTrue(line.amount() > 0, line.toString());
      }
    }
  }

  @Test
  void twoIssuesAreTwoLinesAndTheSameOneIsCounted() {
    for (String issue : List.of("12", "13", "12")) {
      till.on(new Read.ItemScanned(Fixture.TEA, new Quantity.Pieces(1), issue));
    }
    List<Basket.Line> lines = till.session().basket().lines();
    assertEquals(List.of("12", "13"), lines.stream().map(Basket.Line::supplement).toList());
    assertEquals(new Quantity.Pieces(2), lines.getFirst().quantity());
    assertEquals("13", till.session().priced().lines().getLast().goods().supplement());
  }
}
