package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.tags.NeedsBrowser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One page for all tests of a process; it may not complain in any. */
@NeedsBrowser
abstract class PageTest {
  static final Display EN = SampleScreens.display(Language.EN, false, false);
  private static @Nullable ShopperPage reused;
  ShopperPage shopper;
  Page page;

  @BeforeEach
  void connect() throws IOException {
    if (reused == null) {
      reused = new ShopperPage(1280, 800);
    }
    shopper = reused;
    shopper.begin();
    page = shopper.page;
  }

  @AfterEach
  void content() {
    List<String> said = List.copyOf(shopper.complaints);
    shopper.complaints.clear();
    assertEquals(List.of(), said);
  }
}
