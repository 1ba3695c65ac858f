package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Snapshot.Overlay;
import org.facepay.kiosk.screen.WeighScreen;
import org.facepay.kiosk.screen.WeighScreen.ScaleState;
import org.junit.jupiter.api.Test;

/** What the page does with goods that have no barcode. */
class WeighPageTest extends PageTest {
  private static final WeighSamples SAMPLES = new WeighSamples(Language.EN);

  @Test
  void aGoodIsTwoTouchesAwayFromTheBasketOnEveryPanel() throws InterruptedException {
    for (int[] size :
        List.of(new int[] {1080, 1920}, new int[] {1280, 800}, new int[] {800, 480})) {
      page.setViewportSize(size[0], size[1]);
      show("basket-produce");
      assertEquals(new Intent.NoBarcode(), shopper.touch("No barcode"));
      show("produce");
      assertEquals(new Intent.ChooseGood("apple"), shopper.touch("Fuji apples ¥11.90/kg"));
    }
  }

  @Test
  void aShopWhereEverythingHasABarcodeHasNoSuchButton() {
    shopper.show(EN, new SampleScreens(Language.EN).all().get("basket"));
    assertEquals(0, shopper.button("No barcode").count());
    assertEquals(1, shopper.button("Carrier bag").count());
  }

  @Test
  void theSmallPanelHasTheBagAmongTheGoods() throws InterruptedException {
    page.setViewportSize(800, 480);
    show("basket-produce");
    assertEquals(0, shopper.button("Bag").count());
    show("produce");
    page.locator(".list").evaluate("l => { l.scrollTop = l.scrollHeight; }");
    page.waitForCondition(() -> shopper.button("Down").isDisabled());
    assertEquals(new Intent.AddBag(), shopper.touch("Carrier bag"));
    assertEquals(new Intent.Back(), shopper.touch("Back to basket"));
  }

  @Test
  void lettersLeadToGoodsAndDeadOnesCannotBePressed() throws InterruptedException {
    show("produce");
    assertEquals(new Intent.SearchGoods(), shopper.touch("Find by letter"));
    shopper.show(EN, new SampleScreens.Sample(SAMPLES.produce("", true, true)));
    assertEquals(new Intent.SearchLetter('A'), shopper.touch("A"));
    assertTrue(shopper.button("D").isDisabled());
    assertTrue(shopper.button("Clear").isDisabled(), "nothing to clear yet");
    show("produce-found");
    assertEquals(new Intent.ChooseGood("cucumber"), shopper.touch("Cucumbers ¥6.90/kg"));
    assertEquals(new Intent.ClearSearch(), shopper.touch("Clear"));
    assertEquals(new Intent.SearchGoods(), shopper.touch("Show these 2"));
    assertEquals(new Intent.Back(), shopper.touch("Back to basket"));
    shopper.show(EN, new SampleScreens.Sample(SAMPLES.nothing()));
    assertTrue(shopper.text().contains("Nothing found"));
    page.setViewportSize(1080, 1920);
    show("produce");
    assertEquals(
        new Intent.SearchLetter('W'), shopper.touch("W"), "a portrait panel has them at hand");
  }

  @Test
  void thePagesLeadToTheEndAndBackAndOtherLettersStartAtTheFirst() {
    show("produce");
    assertTrue(shopper.button("Up").isDisabled());
    shopper.button("Down").click();
    page.waitForCondition(() -> scrolled() > 0 && shopper.button("Up").isEnabled());
    assertTrue(page.locator(".good").nth(6).isVisible());
    shopper.button("Up").click();
    page.waitForCondition(() -> scrolled() == 0 && shopper.button("Up").isDisabled());
    for (int n = 0; n < 2; n++) {
      double before = scrolled();
      shopper.button("Down").click();
      page.waitForCondition(() -> scrolled() > before);
    }
    page.waitForCondition(() -> shopper.button("Down").isDisabled());
    shopper.show(EN, new SampleScreens.Sample(SAMPLES.produce("C", false, true)));
    assertEquals(0, scrolled());
  }

  @Test
  void withoutAScaleOnlyPiecesAreSold() throws InterruptedException {
    show("produce-no-scale");
    assertTrue(shopper.button("Fuji apples Not now").isDisabled());
    assertEquals(new Intent.ChooseGood("corn"), shopper.touch("Sweetcorn ¥3.00/each"));
    assertTrue(shopper.text().contains("The scale is not available"));
  }

  @Test
  void onlyASettledWeightCanBeAdded() throws InterruptedException {
    for (ScaleState state : ScaleState.values()) {
      shopper.show(EN, new SampleScreens.Sample(SAMPLES.weighing(state)));
      assertEquals(
          state == ScaleState.STABLE, shopper.button("Add to basket").isEnabled(), state::name);
      assertEquals(state == ScaleState.STABLE, shopper.text().contains("8.71"), state::name);
    }
    show("weighing");
    assertEquals(new Intent.AddWeighed(), shopper.touch("Add to basket"));
    assertEquals(new Intent.Tare(), shopper.touch("Bag weight off"));
    assertEquals("true", shopper.button("Bag weight off").getAttribute("aria-pressed"));
    assertTrue(shopper.text().contains("0.008 kg taken off for the bag"));
    assertEquals(new Intent.Back(), shopper.touch("Choose again"));
    shopper.show(EN, new SampleScreens.Sample(SAMPLES.weighing(ScaleState.STABLE)));
    assertEquals("false", shopper.button("Bag weight off").getAttribute("aria-pressed"));
  }

  @Test
  void everyStateOfTheScaleHasItsSentenceInBothLanguages() {
    for (Language language : Language.values()) {
      Display display = SampleScreens.display(language, false, false);
      for (ScaleState state : ScaleState.values()) {
        var weighing = new WeighSamples(language).weighing(state);
        shopper.show(display, new SampleScreens.Sample(weighing));
        String said = page.locator(".dial [role=status]").innerText();
        assertFalse(said.isBlank() || said.contains("undefined"), state::name);
      }
    }
  }

  @Test
  void piecesAreCountedAndNotWeighed() throws InterruptedException {
    show("weighing-pieces");
    String name = SAMPLES.pieces(1).good().name();
    assertEquals(new Intent.MorePieces(), shopper.touch("One more: " + name));
    assertEquals(new Intent.FewerPieces(), shopper.touch("One less: " + name));
    assertEquals(0, shopper.button("Bag weight off").count());
    assertEquals(new Intent.AddWeighed(), shopper.touch("Add to basket"));
    WeighScreen.Weighing one = SAMPLES.pieces(1);
    shopper.show(EN, new SampleScreens.Sample(one));
    assertTrue(shopper.button("One less: " + name).isDisabled());
  }

  @Test
  void theBagCheckClaimsStaffOnlyWhenTold() throws InterruptedException {
    show("bagcheck");
    page.locator(".dialog button").last().click();
    assertEquals(new Intent.CallStaff(), shopper.next("Call staff"));
    assertEquals(new Intent.Continue(), shopper.touch("Go on scanning"));
    assertFalse(shopper.text().contains("Staff are coming"));
    for (Overlay.BagCheckKind kind : Overlay.BagCheckKind.values()) {
      shopper.show(EN, SAMPLES.bagCheck(kind, Screen.StaffCall.RECEIVED));
      assertTrue(shopper.text().contains("Staff were asked"));
      assertFalse(shopper.text().contains("are coming"));
      shopper.show(EN, SAMPLES.bagCheck(kind, Screen.StaffCall.COMING));
      assertTrue(shopper.text().contains("Staff are coming"));
      assertFalse(shopper.text().contains("undefined"), kind::name);
      assertEquals(1, page.locator(".dialog button").count());
    }
  }

  @Test
  void aWrongBagWeightIsANoticeThatLeavesPayInReach() throws InterruptedException {
    show("basket-bag");
    assertTrue(shopper.text().contains("Please put Unsweetened oolong tea into the bags"));
    assertEquals(new Intent.Pay(), shopper.touch("Pay"));
    Screen.Notice recalled = new Screen.Notice(NoticeKind.RECALLED_GOODS, "Pears");
    shopper.show(
        EN, new SampleScreens.Sample(SAMPLES.basket(Optional.of(recalled), Optional.empty())));
    assertTrue(shopper.text().contains("Pears: recalled by its maker"));
    Screen.Notice nothing = new Screen.Notice(NoticeKind.NOT_WEIGHED, "Pears");
    shopper.show(
        EN, new SampleScreens.Sample(SAMPLES.basket(Optional.of(nothing), Optional.empty())));
    assertTrue(shopper.text().contains("Please weigh it again: Pears"));
    Screen.Notice coupon = new Screen.Notice(NoticeKind.COUPON, "");
    shopper.show(
        EN, new SampleScreens.Sample(SAMPLES.basket(Optional.of(coupon), Optional.empty())));
    assertTrue(shopper.text().contains("This coupon cannot be used now"));
  }

  private void show(String name) {
    shopper.show(EN, SAMPLES.all().get(name));
  }

  private double scrolled() {
    return ((Number) page.locator(".list").evaluate("l => l.scrollTop")).doubleValue();
  }
}
