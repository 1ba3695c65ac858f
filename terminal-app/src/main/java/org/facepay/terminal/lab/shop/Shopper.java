package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.facepay.terminal.lab.browser.PageClient;

/** A shopper without a browser: scans, pays, takes the receipt, leaves. */
public record Shopper(DemoShop shop, PageClient page, Random hand) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * The whole way from the attract screen to the attract screen, with so many different articles
   * (at most 10).
   */
  public void buy(int items) throws IOException, InterruptedException {
    page.awaitScreen("attract", PATIENCE);
    for (int n = 1; n <= items; n++) {
      int lines = n;
      shop.scanner().scan(Barcodes.TEN.get(n - 1));
      page.await("line " + n, s -> s.path("screen").path("lines").size() == lines, PATIENCE);
    }
    page.touch("pay");
    page.awaitScreen("payChoice", PATIENCE);
    page.choose("PAY_CODE");
    page.awaitScreen("presentCode", PATIENCE);
    shop.scanner().scan(Barcodes.payCode(hand));
    page.awaitScreen("success", PATIENCE);
    page.touch("printReceipt");
    page.await("paper", s -> s.path("screen").path("paper").asText().equals("PRINTED"), PATIENCE);
    page.touch("noPaper");
    page.awaitScreen("attract", PATIENCE);
  }
}
