package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.FaceScreen;
import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Guidance;
import org.junit.jupiter.api.Test;

/** What the page does with a face: free choices before, a live picture during, nothing after. */
class FacePageTest extends PageTest {
  private static final SampleScreens SAMPLES = new SampleScreens(Language.EN);
  private static final Color LEFT = new Color(0x20, 0x40, 0xe0);
  private static final Color RIGHT = new Color(0xe0, 0x40, 0x20);

  @Test
  void everyButtonOfThePaymentSendsItsIntent() throws InterruptedException {
    show("paychoice-four");
    assertEquals(
        new Intent.ChooseMethod(Screen.Method.FACE), shopper.touch("Face members, notice first"));
    assertEquals(
        new Intent.ChooseMethod(Screen.Method.WALLET_FACE),
        shopper.touch("Wallet face pay at the payment camera"));
    show("consent-payment");
    assertEquals(new Intent.AnotherWay(), shopper.touch("Pay another way"));
    assertEquals(new Intent.AgreeFace(), shopper.touch("Agree and start"));
    assertEquals(new Intent.FullNotice(), shopper.touch("Full notice"));
    assertEquals(new Intent.Back(), shopper.touch("Back to basket"));
    show("notice-payment");
    assertEquals(new Intent.FullNotice(), shopper.touch("Done"));
    show("capture-come-closer");
    assertEquals(new Intent.AnotherWay(), shopper.touch("Pay another way"));
    assertEquals(new Intent.Back(), shopper.touch("Stop"));
    show("confirm");
    assertEquals(new Intent.ConfirmPerson(), shopper.touch("Yes, pay ¥92.18"));
    assertEquals(new Intent.NotMe(), shopper.touch("Not me"));
    assertEquals(new Intent.AnotherWay(), shopper.touch("Another way"));
    show("keypad");
    for (int digit = 0; digit <= 9; digit++) {
      assertEquals(new Intent.Digit(digit), shopper.touch(Integer.toString(digit)));
    }
    assertEquals(new Intent.ClearDigits(), shopper.touch("Clear"));
    assertEquals(new Intent.DeleteDigit(), shopper.touch("Delete"));
    assertEquals(new Intent.AnotherWay(), shopper.touch("Another way"));
    show("ended-not-recognised");
    assertEquals(new Intent.AnotherWay(), shopper.touch("Another way"));
    assertEquals(new Intent.Retry(), shopper.touch("Try again"));
    show("follow-camera");
    assertEquals(new Intent.Back(), shopper.touch("Another way"));
  }

  @Test
  void everyButtonOfTheMemberSendsItsIntent() throws InterruptedException {
    show("basket-member");
    assertEquals(new Intent.Member(), shopper.touch("Member"));
    show("basket-looking");
    assertEquals(new Intent.Member(), shopper.touch("Camera on. Move to the middle"));
    show("basket-known");
    assertEquals(new Intent.Member(), shopper.touch("Member 王**"));
    assertEquals(new Intent.Pay(), shopper.touch("Pay"));
    show("basket");
    assertEquals(0, shopper.button("Member").count(), "a shop without members has no button");
    show("consent-storage");
    assertEquals(new Intent.Back(), shopper.touch("No, thanks"));
    assertEquals(new Intent.AgreeFace(), shopper.touch("Agree and join"));
    show("consent-recognition");
    assertEquals(new Intent.Back(), shopper.touch("No, thanks"));
    show("capture-member");
    assertEquals(new Intent.Back(), shopper.touch("Cancel"));
    show("keypad-phone");
    assertEquals(new Intent.Back(), shopper.touch("Back to basket"));
    show("ended-join");
    assertEquals(new Intent.Back(), shopper.touch("Back to basket"));
    assertEquals(new Intent.Retry(), shopper.touch("Try again"));
    show("member");
    assertEquals(new Intent.WithdrawFace(), shopper.touch("Delete my face data"));
    assertEquals(new Intent.Back(), shopper.touch("Keep shopping"));
    show("member-code");
    assertEquals(0, shopper.button("Delete my face data").count());
    assertEquals(new Intent.LeaveMembership(), shopper.touch("Leave and delete my data"));
    show("leave");
    assertEquals(new Intent.ConfirmLeave(), shopper.touch("Leave"));
    show("consent-otherwise");
    assertEquals(new Intent.WithoutFace(), shopper.touch("Code or phone number"));
    show("member-ways");
    assertEquals(new Intent.ByPhone(), shopper.touch("Phone number"));
    assertEquals(new Intent.Join(), shopper.touch("Join"));
    assertEquals(new Intent.Back(), shopper.touch("Back to basket"));
    show("withdraw");
    assertEquals(new Intent.ConfirmWithdraw(), shopper.touch("Delete"));
    assertEquals(new Intent.Continue(), shopper.touch("Keep it"));
  }

  @Test
  void bothAnswersOfAConsentWeighTheSame() {
    for (int[] size : new int[][] {{1280, 800}, {800, 480}, {1080, 1920}}) {
      page.setViewportSize(size[0], size[1]);
      for (ConsentPurpose purpose : ConsentPurpose.values()) {
        show("consent-" + purpose.name().toLowerCase(java.util.Locale.ROOT));
        Locator answers = page.locator(".btn.choice");
        assertEquals(2, answers.count());
        assertEquals(look(answers.nth(0)), look(answers.nth(1)));
        assertEquals(0, page.locator(".primary, input").count(), "nothing is suggested or ticked");
        assertTrue(
            shopper.text().contains("Camera off") || shopper.text().contains("The camera is off"));
      }
    }
  }

  private static Object look(Locator button) {
    return button.evaluate(
        """
        b => { const s = getComputedStyle(b), r = b.getBoundingClientRect();
          return [s.backgroundColor, s.color, s.borderColor, s.borderWidth, s.fontSize, s.fontWeight, Math.round(r.width), Math.round(r.height)].join(); }
        """);
  }

  @Test
  void everyGuidancePurposeAndEndHasItsSentenceInBothLanguages() {
    for (Language language : Language.values()) {
      Display display = SampleScreens.display(language, false, false);
      for (Screen screen : everyScreen()) {
        shopper.show(display, new SampleScreens.Sample(screen));
        assertFalse(shopper.text().contains("undefined"), screen::toString);
        assertFalse(shopper.text().contains("{shop}"), screen::toString);
        assertFalse(page.locator("h1").first().innerText().isBlank(), screen::toString);
      }
    }
  }

  private static List<Screen> everyScreen() {
    List<Screen> screens = new ArrayList<>();
    Optional<String> none = Optional.empty();
    for (ConsentPurpose purpose : ConsentPurpose.values()) {
      Optional<String> amount =
          purpose == ConsentPurpose.PAYMENT ? Optional.of("92.18") : Optional.empty();
      screens.add(new FaceScreen.Consent(purpose, false, "2026-11", true, amount));
      for (Guidance guidance : Guidance.values()) {
        screens.add(new FaceScreen.Capture(purpose, guidance, amount));
      }
      for (FaceEnd end : FaceEnd.values()) {
        screens.add(new FaceScreen.FaceEnded(purpose, end, amount));
        screens.add(new FaceScreen.FaceEnded(purpose, end, none));
      }
    }
    return screens;
  }

  @Test
  void aFaceThatLedToNothingSaysFirstWhereTheMoneyIs() {
    for (FaceEnd end : FaceEnd.values()) {
      show(new FaceScreen.FaceEnded(ConsentPurpose.PAYMENT, end, Optional.of("92.18")));
      assertEquals("No money was taken.", page.locator("h1").innerText());
      boolean again = end == FaceEnd.NOT_RECOGNISED || end == FaceEnd.NO_CAMERA;
      assertEquals(again ? 1 : 0, shopper.button("Try again").count(), end::toString);
      show(new FaceScreen.FaceEnded(ConsentPurpose.RECOGNITION, end, Optional.empty()));
      assertFalse(shopper.text().contains("money"), end::toString);
    }
  }

  @Test
  void digitsFillTheirBoxes() throws InterruptedException {
    show("keypad-phone-begun");
    assertEquals(
        List.of("1", "3", "8", "0", "0", "1", "3", "", "", "", ""),
        page.locator(".digits span").allInnerTexts());
    assertEquals(1, page.locator(".digits .next").count());
    assertTrue(shopper.button("Next").isDisabled(), "not before the number is whole");
    show("keypad-phone");
    assertEquals(new Intent.ConfirmDigits(), shopper.touch("Next"));
    show("keypad-member");
    assertEquals(0, page.locator(".digits .next").count(), "all are typed");
  }

  @Test
  void theFullNoticeCanBePagedToItsEnd() {
    page.setViewportSize(800, 480);
    show("notice-storage");
    shopper.pageToTheEnd(shopper.button("Read on"));
    page.waitForCondition(() -> shopper.button("To top").count() == 1);
  }

  @Test
  void thePreviewIsAMirrorInACircleAndSurvivesNewGuidance() throws IOException {
    show(capture(Guidance.COME_CLOSER));
    assertEquals(new Color(0xc8, 0xcf, 0xd7), glass().at(0.5, 0.4), "a silhouette at first");
    shopper.server.preview(picture());
    waitForPicture();
    Glass mirrored = glass();
    assertNear(RIGHT, mirrored.at(0.25, 0.5));
    assertNear(LEFT, mirrored.at(0.75, 0.5));
    assertNear(Color.WHITE, mirrored.at(0.02, 0.02));
    page.evaluate("window.kept = document.querySelector('canvas')");
    for (Guidance guidance : List.of(Guidance.LOOKING, Guidance.BLINK, Guidance.HOLD_STILL)) {
      show(capture(guidance));
      assertEquals(true, page.evaluate("document.querySelector('canvas') === window.kept"));
      assertNear(RIGHT, glass().at(0.25, 0.5));
    }
  }

  @Test
  void nothingOfThePictureIsLeftWhenTheScreenHasGone() throws IOException {
    show(capture(Guidance.LOOKING));
    shopper.server.preview(picture());
    waitForPicture();
    page.evaluate("window.kept = document.querySelector('canvas')");
    show("basket");
    assertEquals(0, page.evaluate("window.kept.width * window.kept.height"));
    assertEquals(0, page.locator("canvas").count());
    shopper.server.preview(picture()); // late, and for nobody
    show(capture(Guidance.LOOKING));
    assertEquals(new Color(0xc8, 0xcf, 0xd7), glass().at(0.5, 0.4), "no picture of before");
  }

  @Test
  void theCameraOpenedAnewStartsWithoutAPicture() throws IOException {
    show(capture(Guidance.LOOKING));
    shopper.server.preview(picture());
    waitForPicture();
    show(capture(Guidance.STARTING));
    assertEquals(new Color(0xc8, 0xcf, 0xd7), glass().at(0.5, 0.4));
    show(capture(Guidance.COME_CLOSER));
    assertEquals(new Color(0xc8, 0xcf, 0xd7), glass().at(0.5, 0.4));
  }

  private static Screen capture(Guidance guidance) {
    return new FaceScreen.Capture(ConsentPurpose.PAYMENT, guidance, Optional.of("92.18"));
  }

  /** A picture of 640 x 480 whose halves differ, as a camera would send it. */
  private static byte[] picture() throws IOException {
    var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(LEFT);
    pen.fillRect(0, 0, 320, 480);
    pen.setColor(RIGHT);
    pen.fillRect(320, 0, 320, 480);
    pen.dispose();
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", jpeg);
    return jpeg.toByteArray();
  }

  private void waitForPicture() {
    page.waitForFunction(
        "() => { const c = document.querySelector('canvas'); return c.width === 640 &&"
            + " c.getContext('2d').getImageData(100, 240, 1, 1).data[3] === 255; }");
  }

  /** What is on the screen where the ring's glass is. */
  private Glass glass() throws IOException {
    return new Glass(ImageIO.read(new ByteArrayInputStream(page.locator(".glass").screenshot())));
  }

  private record Glass(BufferedImage image) {
    Color at(double x, double y) {
      return new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
    }
  }

  private static void assertNear(Color expected, Color actual) {
    int off =
        Math.abs(expected.getRed() - actual.getRed())
            + Math.abs(expected.getGreen() - actual.getGreen())
            + Math.abs(expected.getBlue() - actual.getBlue());
    assertTrue(off < 30, () -> expected + " but was " + actual);
  }

  private void show(String name) {
    var sample = SAMPLES.all().get(name);
    assertTrue(sample != null, name);
    shopper.show(EN, sample);
  }

  private void show(Screen screen) {
    shopper.show(EN, new SampleScreens.Sample(screen));
  }
}
