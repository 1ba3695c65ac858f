package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever does not see the screen hears what it says, and reaches every control by keys or
 * gestures.
 */
class VoicePageTest extends PageTest {
  private static final SampleScreens SAMPLES = new SampleScreens(Language.EN);
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @BeforeEach
  void plugIn() {
    shopper.server.voice((text, language) -> heard.add(language + " " + text));
    page.reload();
    page.waitForSelector("html[data-fonts=ready]");
    page.waitForCondition(() -> shopper.server.pages() == 1);
    shopper.show(EN, SAMPLES.all().get("attract"));
    page.waitForCondition(() -> page.locator(".voice-door").count() == 1);
    shopper.show(EN, SAMPLES.all().get("basket"));
    key("F15");
    page.waitForCondition(() -> page.locator(".voice").count() == 1);
    shopper.spoil();
  }

  @AfterEach
  void unplug() {
    key("F16");
  }

  /** Playwright knows the keys up to F12 only. */
  private void key(String key) {
    page.evaluate(
        "key => dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))",
        key);
  }

  private String next() throws InterruptedException {
    String said = heard.poll(10, TimeUnit.SECONDS);
    assertTrue(said != null, () -> "nothing was said; " + shopper.complaints);
    return said;
  }

  @Test
  void theModeSaysItselfAndHidesThePictureUntilThePlugIsPulled() throws InterruptedException {
    assertTrue(next().startsWith("EN Voice mode, picture off. Tap to hear"), "what to do");
    for (int[] size : new int[][] {{1080, 1920}, {1280, 800}, {800, 480}}) {
      page.setViewportSize(size[0], size[1]);
      // The page takes a new size up a frame after the window has it.
      page.waitForFunction(
          "width => visualViewport.width === width && (v => v.checkVisibility() && v.scrollHeight <= v.clientHeight)(document.querySelector('.voice'))",
          size[0]);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/screens/voice-" + size[0] + "x" + size[1] + "-en.png")));
    }
    page.setViewportSize(1280, 800);
    String covering =
        (String)
            page.evaluate(
                "document.elementFromPoint(300, 300).closest('.voice') ? 'voice' : 'page'");
    assertEquals("voice", covering);
    key("F16");
    assertEquals("EN Voice mode is off", next());
    assertEquals(0, page.locator(".voice").count());
  }

  @Test
  void keysReachEveryControlAndChoose() throws InterruptedException {
    next();
    key("F18");
    assertEquals("EN Your basket", next());
    String said = "";
    while (!said.equals("EN Pay, button")) {
      key("F18");
      said = next();
    }
    key("F21");
    assertEquals(new Intent.Pay(), shopper.next("the key that chooses"));
    key("F17");
    assertFalse(next().equals(said), "back to what stands before");
  }

  @Test
  void aScreenThatChangesIsReadAndTheNextShopperSeesAgain() throws InterruptedException {
    next();
    shopper.show(EN, SAMPLES.all().get("success"));
    assertEquals("EN Paid. Thank you.", next());
    shopper.show(EN, SAMPLES.all().get("attract"));
    assertEquals("EN Voice mode is off", next());
    assertEquals(0, page.locator(".voice").count());
  }

  @Test
  void theGlassIsOnePad() throws InterruptedException {
    next();
    Locator pay = shopper.button("Pay");
    double x = pay.boundingBox().x + 40;
    double y = pay.boundingBox().y + 40;
    finger(x, y, 0, 1);
    assertEquals("EN Pay, button", next());
    finger(x, y, 0, 2);
    assertEquals(new Intent.Pay(), meant("two taps"));
    assertEquals("EN Pay, button", next(), "one tap of two is the first");
    finger(300, 400, 200, 1);
    assertEquals("EN Carrier bag, button", next(), "a swipe goes on");
    finger(500, 400, -200, 1);
    assertEquals("EN Pay, button", next(), "and back");
    page.mouse().move(300, 400);
    page.mouse().down();
    assertEquals(new Intent.CallStaff(), meant("a finger that stays"));
    page.mouse().up();
  }

  /**
   * A finger that goes down here and comes up so far to the right, so many times, faster than a
   * test is.
   */
  private void finger(double x, double y, double by, int times) {
    page.evaluate(
        """
        ([x, y, by, times]) => {
          const glass = document.querySelector('.voice');
          const point = (type, at) =>
            glass.dispatchEvent(new PointerEvent(type, { clientX: at, clientY: y, isPrimary: true, bubbles: true }));
          for (let n = 0; n < times; n++) {
            point('pointerdown', x);
            point('pointerup', x + by);
          }
        }
        """,
        List.of(x, y, by, times));
  }

  /** Every touch of the glass also says that somebody is still there. */
  private Intent meant(String after) throws InterruptedException {
    Intent intent = shopper.next(after);
    return intent instanceof Intent.StillHere ? meant(after) : intent;
  }

  @Test
  void staffAndTheNextShopperFindThePictureAndSoDoesWhoTouchesTheButton()
      throws InterruptedException {
    for (String screen : List.of("staff-menu", "closed")) {
      if (page.locator(".voice").count() == 0) {
        key("F15");
      }
      shopper.show(EN, SAMPLES.all().get(screen));
      page.waitForCondition(() -> page.locator(".voice").count() == 0);
    }
    key("F15");
    page.waitForCondition(() -> page.locator(".voice").count() == 1);
    shopper.show(EN, SAMPLES.all().get("success"));
    shopper.show(EN, SAMPLES.all().get("basket"));
    page.waitForCondition(() -> page.locator(".voice").count() == 0);
    key("F15");
    page.locator(".voice .btn").click();
    page.waitForCondition(() -> page.locator(".voice").count() == 0);
  }

  /** What is read covers all names that the accessibility tree has for controls. */
  @Test
  @Slow("walks every screen by the key that goes on")
  void everyControlOfEveryScreenIsReadByItsAccessibleName() throws InterruptedException {
    next();
    List<String> unread = new ArrayList<>();
    Display display = SampleScreens.display(Language.EN, false, false);
    for (var sample : SAMPLES.all().entrySet()) {
      if (sample.getValue().otherWords() || sample.getValue().screen() instanceof Screen.Attract) {
        continue;
      }
      shopper.show(display, sample.getValue());
      if (page.locator(".voice").count() == 0) { // it was somebody else's screen
        key("F15");
        page.waitForCondition(
            () -> heard.stream().anyMatch(said -> said.startsWith("EN Voice mode, picture off")));
      }
      heard.clear();
      TreeSet<String> read = new TreeSet<>();
      key("Home");
      String before = next();
      read.add(before);
      for (int step = 0; step < 90; step++) {
        key("F18");
        String said = heard.poll(10, TimeUnit.SECONDS);
        assertTrue(said != null, sample.getKey() + ": nothing is said after " + before);
        if (said.equals(before)) {
          break;
        }
        before = said;
        read.add(said);
      }
      for (String name : controls()) {
        // A list that was read to its end leads back to its top by now.
        if (!name.endsWith("o top")
            && read.stream().noneMatch(said -> said.startsWith("EN " + name + ", button"))) {
          unread.add(sample.getKey() + ": " + name);
        }
      }
    }
    assertEquals(List.of(), unread);
  }

  @SuppressWarnings("unchecked")
  private List<String> controls() {
    return (List<String>)
        page.evaluate(
            """
            () => [...document.querySelectorAll('#page button:not([inert] *):not(.voice *)')].map(b =>
              (b.getAttribute('aria-label') ?? b.innerText).replaceAll('\u200b', '').replaceAll(/\\s+/g, ' ').trim())
            """);
  }
}
