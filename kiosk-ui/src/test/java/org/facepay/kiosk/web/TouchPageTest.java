package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Intent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fingers on the glass: what one press sends, and what it says of itself. */
class TouchPageTest extends PageTest {
  private static final SampleScreens SAMPLES = new SampleScreens(Language.EN);
  private CDPSession devTools;

  @BeforeEach
  void openDevTools() {
    devTools = page.context().newCDPSession(page);
    show("basket");
  }

  @AfterEach
  void closeDevTools() {
    devTools.detach();
  }

  @Test
  void aFingerReportedAsTouchAndAsMouseIsOnePress() throws InterruptedException {
    BoundingBox more = shopper.button("One more: Unsweetened oolong tea").boundingBox();
    for (int press = 0; press < 5; press++) {
      touch("touchStart", more);
      touch("touchEnd");
      mouse("mousePressed", more);
      mouse("mouseReleased", more);
    }
    for (int press = 0; press < 5; press++) {
      touch("touchStart", more);
      mouse("mousePressed", more);
      mouse("mouseReleased", more);
      touch("touchEnd");
    }
    shopper.button("Pay").evaluate("pay => pay.click()");
    for (int press = 0; press < 10; press++) {
      assertEquals(new Intent.OneMore("tea"), shopper.next("press " + press));
    }
    assertEquals(new Intent.Pay(), shopper.next("ten presses"), "and no more than ten");
  }

  @Test
  void aMouseReportedFirstIsOnePressToo() throws InterruptedException {
    BoundingBox more = shopper.button("One more: Unsweetened oolong tea").boundingBox();
    for (int press = 0; press < 3; press++) {
      mouse("mousePressed", more);
      touch("touchStart", more);
      mouse("mouseReleased", more);
      touch("touchEnd");
    }
    shopper.button("Pay").evaluate("pay => pay.click()");
    for (int press = 0; press < 3; press++) {
      assertEquals(new Intent.OneMore("tea"), shopper.next("press " + press));
    }
    assertEquals(new Intent.Pay(), shopper.next("three presses"));
  }

  @Test
  void aHandThatMovesAListIsStillThere() throws InterruptedException {
    page.reload(); // nothing was told of hands a moment ago
    page.waitForSelector("html[data-fonts=ready]");
    page.waitForCondition(() -> shopper.server.pages() == 1);
    show("basket");
    page.evaluate(
        """
        () => {
          for (const type of ['pointerdown', 'pointercancel'])
            document.querySelector('.list').dispatchEvent(new PointerEvent(type, { isPrimary: true, bubbles: true }));
        }
        """);
    assertEquals(new Intent.StillHere(), shopper.next("a finger that the browser takes over"));
  }

  @Test
  void aPressNamesTheSnapshotOnTheGlassWhenTheFingerWentDown() throws InterruptedException {
    BoundingBox pay = shopper.button("Pay").boundingBox();
    long before = shopper.server.paintedSeq().orElseThrow();
    touch("touchStart", pay);
    show("basket");
    touch("touchEnd");
    KioskServer.Received got = shopper.received("a press");
    assertEquals(new Intent.Pay(), got.intent());
    assertEquals(before, got.seq());
  }

  @Test
  void aPressThatBeganOnAnotherScreenSendsNothing() {
    show("paychoice");
    BoundingBox tile = page.locator(".tilebtn").first().boundingBox();
    show("basket");
    mouse("mousePressed", tile);
    show("paychoice");
    mouse("mouseReleased", tile);
    show("basket");
    assertNull(shopper.received.poll());
  }

  @Test
  void twoFingersAreNoPress() throws InterruptedException {
    BoundingBox pay = shopper.button("Pay").boundingBox();
    BoundingBox bag = shopper.button("Carrier bag").boundingBox();
    touch("touchStart", pay);
    touch("touchStart", pay, bag);
    touch("touchEnd", pay);
    touch("touchEnd");
    shopper.button("Cancel").evaluate("button => button.click()");
    Intent first = shopper.next("cancel");
    assertTrue(List.of(new Intent.Pay(), new Intent.Cancel()).contains(first), first::toString);
  }

  private void show(String name) {
    shopper.show(EN, SAMPLES.all().get(name));
  }

  private void touch(String type, BoundingBox... fingers) {
    JsonArray points = new JsonArray();
    for (BoundingBox finger : fingers) {
      JsonObject point = middle(finger);
      point.addProperty("id", points.size());
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    shopper.spoil(); // for a while a mouse is taken for the echo of this finger
    devTools.send("Input.dispatchTouchEvent", event);
  }

  private void mouse(String type, BoundingBox at) {
    JsonObject event = middle(at);
    event.addProperty("type", type);
    event.addProperty("button", "left");
    event.addProperty("clickCount", 1);
    devTools.send("Input.dispatchMouseEvent", event);
  }

  private static JsonObject middle(BoundingBox box) {
    JsonObject point = new JsonObject();
    point.addProperty("x", box.x + box.width / 2);
    point.addProperty("y", box.y + box.height / 2);
    return point;
  }
}
