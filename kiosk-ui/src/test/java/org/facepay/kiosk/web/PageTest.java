package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One browser for a class of tests, and a fresh page for each, which may not complain. */
abstract class PageTest {
  static final Display EN = SampleScreens.display(Language.EN, false, false);
  private static Chromium chromium;
  ShopperPage shopper;
  Page page;

  @BeforeAll
  static void open() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void connect() throws IOException {
    shopper = new ShopperPage(chromium, 1280, 800);
    page = shopper.page;
  }

  @AfterEach
  void disconnect() {
    shopper.close();
    assertEquals(List.of(), shopper.complaints);
  }
}
