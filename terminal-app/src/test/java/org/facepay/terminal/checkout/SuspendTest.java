package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.StaffScreen.Job;
import org.facepay.terminal.receipt.BasketCodes;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.KeptBasket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Act.Deed;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Answered.Claim;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Touched.Touch;
import org.junit.jupiter.api.Test;

/** A basket is suspended at one terminal and goes on at another, once. */
class SuspendTest {
  private static final BasketCodes CODES = new BasketCodes(key("the shop's own key"));

  private final Fixture till = new Fixture();
  private final Fixture other = new Fixture();

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<Product> goods(String code) {
    return List.of(Fixture.TEA, Fixture.BEER, Fixture.APPLES).stream()
        .filter(p -> p.code().equals(code))
        .findFirst();
  }

  /** Two teas, a beer somebody has looked at, apples at 20 per cent off. */
  private Task.Suspended suspended() {
    till.scan(Fixture.TEA).scan(Fixture.TEA).scan(Fixture.BEER);
    till.on(new Answered.AgeChecked(till.session().id(), "小李", new AgeLimit(18), true));
    till.on(new Read.ItemScanned(Fixture.APPLES, new Quantity.Grams(486)));
    till.on(new Read.BadgeScanned("小李"))
        .on(new Touch(new Intent.ChooseTask(Job.DISCOUNT)))
        .on(new Touch(new Intent.TickLine("3")))
        .on(new Touch(new Intent.ChooseOption("20")))
        .on(new Touch(new Intent.ChooseOption("DAMAGED")))
        .on(new Touch(new Intent.ChooseTask(Job.SUSPEND)));
    return assertInstanceOf(Task.Suspended.class, till.at(Stage.Attended.class).task());
  }

  private Read.BasketScanned read(Task.Suspended kept) {
    BasketCodes.Read read =
        CODES.read(CODES.text(kept.basket(), kept.until()), SuspendTest::goods).orElseThrow();
    return new Read.BasketScanned(read.basket(), read.until().getEpochSecond());
  }

  @Test
  void theGoodsLeaveThisTerminalAndGoOnAtAnother() {
    Task.Suspended kept = suspended();
    long total = 1_000 + 850 + 578 - 116;
    assertEquals(total, kept.total());
    assertEquals(Deed.SUSPENDED, till.effects(Effect.RecordAct.class).getFirst().act().deed());
    assertEquals("suspended", till.effects(Effect.RecordAbandoned.class).getFirst().why());
    assertEquals(1, till.effects(Effect.PrintKept.class).size());
    till.on(new Touch(new Intent.Back()));
    assertInstanceOf(State.Attract.class, till.state(), "nothing of it can be paid here");
    other.on(read(kept));
    Effect.ClaimBasket asked = other.effects(Effect.ClaimBasket.class).getFirst();
    assertTrue(other.session().basket().isEmpty(), "not before the collector has said so");
    other.on(new Answered.BasketClaimed(asked.session(), Claim.GRANTED, asked.basket()));
    assertEquals(NoticeKind.BASKET_RESUMED, other.told());
    assertEquals(total, other.session().priced().total().minor());
    assertEquals(18, other.session().age().years(), "a slip shows nobody's age");
  }

  @Test
  void aBasketThatGoesOnElsewhereAddsNothing() {
    Read.BasketScanned read = read(suspended());
    other.on(read);
    long session = other.session().id();
    other.on(new Answered.BasketClaimed(session, Claim.USED, read.basket()));
    assertEquals(NoticeKind.BASKET_USED, other.told());
    other.on(new Answered.BasketClaimed(session, Claim.UNREACHED, read.basket()));
    assertEquals(NoticeKind.BASKET_UNREACHED, other.told());
    other.on(new Answered.BasketClaimed(session - 1, Claim.GRANTED, read.basket()));
    assertTrue(other.session().basket().isEmpty(), "of another session");
  }

  @Test
  void aCodeIsTooOldAfterTwoHours() {
    Read.BasketScanned read = read(suspended());
    other.later(Duration.ofMinutes(121)).on(read);
    assertEquals(NoticeKind.BASKET_EXPIRED, other.told());
    assertTrue(other.effects(Effect.ClaimBasket.class).isEmpty());
  }

  @Test
  void oneCodeAddsItsGoodsOnceToASession() {
    Read.BasketScanned read = read(suspended());
    other.on(read);
    long session = other.session().id();
    other.on(new Answered.BasketClaimed(session, Claim.GRANTED, read.basket()));
    long total = other.session().priced().total().minor();
    other.on(read);
    other.on(new Answered.BasketClaimed(session, Claim.GRANTED, read.basket()));
    assertEquals(total, other.session().priced().total().minor());
  }

  @Test
  void nobodyElseSignsOrChangesACode() {
    KeptBasket basket =
        new KeptBasket(
            "K3_7F3K_1",
            AgeLimit.NONE,
            List.of(new KeptBasket.KeptLine(Fixture.TEA, new Quantity.Pieces(2), "", 0)));
    Instant until = Instant.parse("2026-11-30T08:00:00Z");
    String text = CODES.text(basket, until);
    assertEquals(
        Optional.of(new BasketCodes.Read(basket, until)), CODES.read(text, SuspendTest::goods));
    for (String forged :
        List.of(
            text.replace("p2", "p1"),
            text.replace(",0|", ",90|"),
            new BasketCodes(key("another shop's key")).text(basket, until),
            text.substring(0, text.length() - 1),
            "FPB1|",
            "")) {
      assertTrue(CODES.read(forged, SuspendTest::goods).isEmpty(), forged);
    }
    assertTrue(CODES.read(text, code -> Optional.empty()).isEmpty(), "not sold here");
  }
}
