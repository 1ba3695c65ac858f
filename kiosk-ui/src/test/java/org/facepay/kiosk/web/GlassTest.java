package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.BoundingBox;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Intent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever hands do to the glass, the next shopper finds the page as it was. */
class GlassTest extends PageTest {
  private static final SampleScreens SAMPLES = new SampleScreens(Language.EN);
  private CDPSession devTools;

  @BeforeEach
  void openDevTools() {
    devTools = page.context().newCDPSession(page);
    show("basket");
    page.evaluate("window.born = true");
  }

  @AfterEach
  void closeDevTools() {
    devTools.detach();
  }

  @ParameterizedTest
  @ValueSource(strings = {".head", ".main", ".list", ".rail", ".bar", ".btn.primary"})
  void aPinchZoomsNothing(String part) {
    BoundingBox box = page.locator(part).first().boundingBox();
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    touch("touchStart", x - 10, y);
    touch("touchStart", x - 10, y, x + 10, y);
    for (int apart = 20; apart <= 300; apart += 20) {
      touch("touchMove", x - apart, y, x + apart, y);
    }
    touch("touchEnd");
    assertUnmoved();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.1, 2, 4})
  void aZoomThatGotThroughAllTheSameIsUndone(double factor) {
    shopper.spoil();
    JsonObject zoom = new JsonObject();
    zoom.addProperty("pageScaleFactor", factor);
    AtomicInteger loads = new AtomicInteger();
    page.onLoad(loaded -> loads.incrementAndGet());
    devTools.send("Emulation.setPageScaleFactor", zoom);
    page.waitForCondition(() -> loads.get() > 0);
    page.waitForSelector(".basket");
    assertEquals(1.0, ((Number) page.evaluate("visualViewport.scale")).doubleValue());
    assertEquals("", page.evaluate("location.search"));
  }

  @Test
  void everySessionBeginsUnscrolled() {
    shopper.spoil();
    page.evaluate("document.documentElement.style.height = '9000px'");
    page.evaluate("document.documentElement.scrollTop = 700");
    show("attract");
    assertUnmoved();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"contextmenu", "dragstart", "selectstart", "gesturestart", "gesturechange"})
  void gesturesOfTheBrowserAreOff(String gesture) {
    assertEquals(false, dispatched("new Event('" + gesture + "', {bubbles:true,cancelable:true})"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new WheelEvent('wheel', {bubbles:true,cancelable:true,ctrlKey:true,deltaY:-120})",
        "new KeyboardEvent('keydown', {bubbles:true,cancelable:true,ctrlKey:true,key:'+'})",
        "new KeyboardEvent('keydown', {bubbles:true,cancelable:true,altKey:true,key:'ArrowLeft'})",
        "new KeyboardEvent('keydown', {bubbles:true,cancelable:true,key:'F5'})",
        "new KeyboardEvent('keydown', {bubbles:true,cancelable:true,key:'BrowserBack'})",
        "new MouseEvent('mousedown', {bubbles:true,cancelable:true,button:3})",
        "new MouseEvent('mouseup', {bubbles:true,cancelable:true,button:4})",
      })
  void keysAndWheelsTellTheBrowserNothing(String event) {
    assertEquals(false, dispatched(event));
  }

  @Test
  void fingersStillReadAListOnAndPressNothing() throws InterruptedException {
    BoundingBox list = page.locator(".list").boundingBox();
    double x = list.x + 40;
    double y = list.y + list.height - 20;
    touch("touchStart", x, y);
    for (int up = 20; up <= 240; up += 20) {
      touch("touchMove", x, y - up);
    }
    touch("touchEnd");
    page.waitForCondition(() -> ShopperPage.scrolled(page.locator(".list")) > 0);
    assertEquals(new Intent.StillHere(), shopper.next("a hand that moves a list"));
    assertEquals(0, shopper.received.size());
  }

  @Test
  void aDragAcrossTheWordsSelectsNothing() {
    for (String part : new String[] {"h1", ".row .name", ".total", ".bar"}) {
      BoundingBox box = page.locator(part).first().boundingBox();
      page.mouse().move(box.x + 2, box.y + box.height / 2);
      page.mouse().down();
      page.mouse().move(box.x + box.width - 2, box.y + box.height / 2);
      page.mouse().move(box.x + box.width - 2, box.y + box.height + 60);
      page.mouse().up();
      assertEquals("", page.evaluate("getSelection().toString()"));
    }
    assertUnmoved();
  }

  @Test
  void goingBackLeadsNowhere() throws InterruptedException {
    shopper.spoil();
    for (int times = 0; times < 3; times++) {
      page.evaluate("history.back()");
      page.waitForCondition(() -> page.evaluate("history.state").equals("here"));
      assertUnmoved();
    }
    assertEquals(new Intent.Pay(), shopper.touch("Pay"));
  }

  /** The same page at its size and place. */
  private void assertUnmoved() {
    assertEquals(true, page.evaluate("window.born"), "loaded anew");
    assertEquals(
        "1 0 0 0 0",
        page.evaluate(
            """
        [visualViewport.scale, visualViewport.offsetLeft, visualViewport.offsetTop, scrollX, scrollY].join(' ')
        """));
  }

  private Object dispatched(String event) {
    return page.evaluate("document.querySelector('.row .name').dispatchEvent(" + event + ")");
  }

  private void show(String name) {
    shopper.show(EN, SAMPLES.all().get(name));
  }

  private void touch(String type, double... coordinates) {
    JsonArray points = new JsonArray();
    for (int i = 0; i < coordinates.length; i += 2) {
      JsonObject point = new JsonObject();
      point.addProperty("x", coordinates[i]);
      point.addProperty("y", coordinates[i + 1]);
      point.addProperty("id", i);
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    shopper.spoil(); // for a while a mouse is taken for the echo of this finger
    devTools.send("Input.dispatchTouchEvent", event);
  }
}
