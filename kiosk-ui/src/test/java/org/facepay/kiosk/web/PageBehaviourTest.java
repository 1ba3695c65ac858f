package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.DeclineReason;
import org.facepay.kiosk.screen.Screen.Line;
import org.facepay.kiosk.screen.Screen.Notice;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.screen.Snapshot.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page does with touches, time and a lost connection. */
class PageBehaviourTest extends PageTest {
  private static final SampleScreens SAMPLES = new SampleScreens(Language.EN);

  @Test
  void everyButtonSendsItsIntent() throws InterruptedException {
    show("attract");
    assertEquals(new Intent.Start(), shopper.touch("Start"));
    assertEquals(new Intent.SwitchLanguage(), shopper.touch("中文"));
    assertEquals(new Intent.ToggleLargerText(), shopper.touch("Larger text"));
    assertEquals(new Intent.ToggleHighContrast(), shopper.touch("Contrast"));
    assertEquals(new Intent.CallStaff(), shopper.touch("Call staff"));
    show("basket");
    assertEquals(new Intent.OneMore("tea"), shopper.touch("One more: Unsweetened oolong tea"));
    assertEquals(new Intent.OneLess("tea"), shopper.touch("One less: Unsweetened oolong tea"));
    assertEquals(new Intent.OpenLine("milk"), shopper.touch("Change Fresh high-calcium milk"));
    assertEquals(new Intent.AddBag(), shopper.touch("Carrier bag"));
    assertEquals(new Intent.Cancel(), shopper.touch("Cancel"));
    assertEquals(new Intent.Pay(), shopper.touch("Pay"));
    show("paychoice");
    assertEquals(
        new Intent.ChooseMethod(Screen.Method.PAY_CODE),
        shopper.touch("Phone code Alipay, WeChat"));
    assertEquals(
        new Intent.ChooseMethod(Screen.Method.STAFF),
        shopper.touch("Pay with staff cash or another way"));
    assertEquals(new Intent.Back(), shopper.touch("Back to basket"));
    show("paycode");
    assertEquals(new Intent.Back(), shopper.touch("Another way"));
    show("declined");
    assertEquals(new Intent.AnotherWay(), shopper.touch("Another way"));
    assertEquals(new Intent.Retry(), shopper.touch("Try again"));
    show("unknown");
    assertEquals(new Intent.PrintReference(), shopper.touch("Print reference"));
    assertEquals(new Intent.CallStaff(), shopper.touch("Call staff again"));
    show("success");
    assertEquals(new Intent.PrintReceipt(), shopper.touch("Print receipt"));
    assertEquals(new Intent.NoPaper(), shopper.touch("No paper"));
    show("idle");
    assertEquals(new Intent.Continue(), shopper.touch("Keep shopping"));
    assertEquals(new Intent.Finish(), shopper.touch("Finish and clear"));
    show("cancel");
    assertEquals(new Intent.ConfirmCancel(), shopper.touch("Remove all"));
    page.setViewportSize(800, 480);
    show("line");
    assertEquals(new Intent.CloseLine(), shopper.touch("Done"));
    assertEquals(new Intent.RemoveLine("tea"), shopper.touch("Remove"));
  }

  @Test
  void processingOffersNothingThatClaimsToStopIt() {
    show("processing");
    assertEquals(4, page.locator("button").count(), "the bar only");
  }

  /** EN 301 549, 5.1.3: what a screen comes to is told to those who do not see it. */
  @Test
  void whatBecameOfTheMoneyIsAnnouncedOnce() {
    String region = "#said[role=status]";
    for (var told :
        Map.of(
                "success",
                "92.18",
                "declined",
                "No money",
                "unknown",
                "7F3K",
                "payqr-expired",
                "run out",
                "payqr-closing",
                "Closing the code",
                "ended-no-camera",
                "No money was taken",
                "vending-refunding",
                "going back",
                "basket-item-not-found",
                "6901234567892")
            .entrySet()) {
      show(told.getKey());
      assertTrue(page.locator(region).innerText().contains(told.getValue()), told.getKey());
    }
    show("unknown");
    page.evaluate("document.getElementById('said').textContent = 'read already'");
    show("unknown-alone");
    assertEquals("read already", page.locator(region).innerText(), "the same is not told twice");
    show("basket");
    assertEquals("", page.locator(region).innerText());
  }

  @Test
  void aDialogTakesTheFocusToWhatDoesNoHarm() {
    for (String dialog : List.of("idle", "cancel", "called-not")) {
      show("basket");
      show(dialog);
      assertEquals(
          page.locator(".dialog .answers button").first().innerText(),
          page.evaluate("document.activeElement.innerText"),
          dialog);
      Locator told = page.getByRole(AriaRole.ALERTDIALOG);
      assertFalse(told.locator("#dialog-text").innerText().isBlank(), "what it is about is read");
    }
  }

  @Test
  void anArticleWithoutAPictureHasItsFirstLetterAndNoWrongPicture() {
    Line tea = SAMPLES.lines().getFirst();
    Line peach =
        new Line(
            "1",
            "peach",
            "Honey peaches",
            "",
            "×1",
            1,
            "5.00",
            tea.was(),
            tea.offer(),
            false,
            false);
    shopper.show(
        SampleScreens.display(Language.EN, false, false),
        new SampleScreens.Sample(SAMPLES.basket(List.of(peach, tea), Optional.empty(), false)));
    assertEquals("H", page.locator(".pic.letter").innerText());
    assertEquals(1, page.locator(".list .pic svg").count());
  }

  @Test
  void unknownOffersNoPaymentAndClaimsStaffOnlyWhenTold() {
    show("unknown");
    assertTrue(shopper.text().contains("Call received"));
    assertFalse(shopper.text().contains("are coming"), "nobody has answered yet");
    assertFalse(shopper.text().contains("minute"), "nobody knows how long it takes");
    show("unknown-alone");
    assertFalse(shopper.text().contains("are coming"));
    assertEquals(0, page.locator("button.primary").count());
    assertEquals(0, shopper.button("Try again").count());
  }

  @Test
  void everyReasonAndNoticeHasItsSentenceInBothLanguages() {
    for (Language language : Language.values()) {
      Display display = SampleScreens.display(language, false, false);
      List<Screen> screens = new ArrayList<>();
      for (DeclineReason reason : DeclineReason.values()) {
        screens.add(new Screen.Declined("1.00", 1, reason));
      }
      for (Screen.ClosedReason reason : Screen.ClosedReason.values()) {
        screens.add(new Screen.Closed(reason));
      }
      for (NoticeKind kind : NoticeKind.values()) {
        var notice = Optional.of(new Notice(kind, ""));
        screens.add(new SampleScreens(language).basket(SAMPLES.lines(), notice, false));
        screens.add(new Screen.PresentCode(SAMPLES.totals(), notice));
      }
      for (Screen screen : screens) {
        shopper.show(display, new SampleScreens.Sample(screen));
        assertFalse(shopper.text().contains("undefined"), screen::toString);
        assertFalse(shopper.text().isBlank(), screen::toString);
      }
    }
  }

  @Test
  void theCountdownRunsInThePage() {
    shopper.show(EN, sampleWith(new Overlay.IdleWarning(3)));
    assertTrue(shopper.text().contains("In 3 seconds"));
    page.waitForCondition(() -> shopper.text().contains("In 2 seconds"));
    page.waitForCondition(() -> shopper.text().contains("In 1 second "));
  }

  @Test
  void theScreenBelowADialogIsOutOfReachButTheBarIsNot() {
    show("cancel");
    assertEquals(0, page.locator(".rail:not([inert])").count());
    assertTrue(shopper.button("Call staff").isEnabled());
  }

  @Test
  void theMorePillPagesToTheEndAndBack() {
    show("basket");
    Locator list = page.locator(".list");
    shopper.pageToTheEnd(page.locator(".btn.more"));
    shopper.button("Back to top").click();
    assertEquals(0, ShopperPage.scrolled(list));
  }

  @Test
  void anOpenedLineIsNeverUnderThePill() {
    show("basket");
    show("basket-weighed");
    double button = page.locator(".row.open .btn").boundingBox().y + 88;
    assertTrue(button <= page.locator(".fade").boundingBox().y + 1, "remove button at " + button);
    show("basket");
    assertEquals(0, ((Number) page.locator(".list").evaluate("l => l.scrollTop")).intValue());
  }

  @Test
  void aNewLineComesIntoSightWhereverTheListStood() {
    show("basket");
    page.locator(".list").evaluate("l => { l.scrollTop = 400; }");
    List<Line> more = new ArrayList<>(SAMPLES.lines());
    more.addFirst(more.removeLast());
    shopper.show(EN, new SampleScreens.Sample(SAMPLES.basket(more, Optional.empty(), false)));
    assertEquals(0, ((Number) page.locator(".list").evaluate("l => l.scrollTop")).intValue());
  }

  @Test
  void aLostTerminalIsSaidAndThePageComesBack() throws IOException {
    var settings =
        new KioskServer.Settings(0, Optional.empty(), Optional.of("kept-token-0123456789"));
    KioskServer first = KioskServer.start(settings, received -> {});
    page.navigate(first.url().toString());
    page.waitForCondition(() -> first.pages() == 1);
    first.show(new Snapshot(9, EN, SAMPLES.all().get("basket").screen(), Optional.empty()));
    page.waitForCondition(() -> shopper.text().contains("92.18"));
    int port = first.port();
    first.close();
    page.waitForCondition(() -> shopper.text().contains("please do not pay again"));
    assertEquals(0, page.locator("button").count(), "nothing to press that does nothing");

    var again = new KioskServer.Settings(port, settings.panel(), settings.token());
    try (KioskServer second = KioskServer.start(again, received -> {})) {
      second.show(new Snapshot(1, EN, SAMPLES.all().get("attract").screen(), Optional.empty()));
      page.waitForCondition(() -> shopper.text().contains("Scan an item"));
      page.navigate("about:blank");
    }
    // what the browser says about refused connections while the terminal was away
    shopper.complaints.removeIf(line -> line.contains("ERR_CONNECTION_REFUSED"));
  }

  @Test
  void aGoodsOwnPictureIsShownAndAMissingOneIsTheFirstLetter(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("6900123400074.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8' fill='red'/></svg>");
    var settings = KioskServer.Settings.onPort(0).withPictures(folder);
    try (KioskServer photos = KioskServer.start(settings, received -> {})) {
      page.navigate(photos.url().toString());
      page.waitForCondition(() -> photos.pages() == 1);
      List<Line> lines =
          List.of(
              pictured("/pictures/6900123400074.svg?1"), pictured("/pictures/6900123400999.png?1"));
      photos.show(
          new Snapshot(1, EN, SAMPLES.basket(lines, Optional.empty(), false), Optional.empty()));
      page.waitForCondition(
          () ->
              page.locator(".photo img").count() == 2 && page.locator("img.missing").count() == 1);
      assertEquals(true, page.locator(".photo img").first().evaluate("i => i.naturalWidth > 0"));
      assertEquals("G", page.locator(".photo").last().textContent().strip());
      page.navigate("about:blank");
    }
    shopper.complaints.removeIf(line -> line.contains("404"));
  }

  private static Line pictured(String picture) {
    return new Line(
        picture,
        picture,
        "Good",
        "",
        "×1",
        1,
        "1.00",
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  @Test
  void theProvisionedPanelIsTakenAndScaledToItsWindow() throws IOException {
    var settings = new KioskServer.Settings(0, Optional.of(Panel.L7), Optional.empty());
    try (KioskServer small = KioskServer.start(settings, received -> {})) {
      page.setViewportSize(1600, 960);
      page.navigate(small.url().toString());
      page.waitForCondition(() -> small.pages() == 1);
      assertEquals("l7", page.evaluate("document.documentElement.dataset.size"));
      assertEquals(
          "10.5px", page.evaluate("document.documentElement.style.getPropertyValue('--mm')"));
      page.navigate("about:blank");
    }
  }

  @Test
  void nothingOfABasketIsLeftAfterTheWipe() {
    show("basket");
    assertTrue(page.content().contains("92.18"));
    show("attract");
    assertFalse(page.content().contains("92.18"));
    assertFalse(page.content().contains("Bananas"));
    assertEquals(
        0, ((Number) page.evaluate("localStorage.length + sessionStorage.length")).intValue());
    assertEquals("", page.evaluate("document.cookie"), "no script sees the cookie");
    assertFalse(page.url().contains("token"), "the address shown has no token");
  }

  private void show(String name) {
    shopper.show(EN, SAMPLES.all().get(name));
  }

  private static SampleScreens.Sample sampleWith(Overlay overlay) {
    return new SampleScreens.Sample(SAMPLES.basket(), Optional.of(overlay));
  }
}
