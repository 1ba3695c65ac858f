package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.receipt.SaleRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Touches as fast as a page can send them, as from a broken panel or a program that has the page's
 * cookie: ten seconds of it were 90,972 lines of errors.
 */
@NeedsNatives
class FloodTest extends OpenShop {
  private static final int TOUCHES = 50_000;

  @Test
  void aFloodOfTouchesIsAFewLinesOneCallAndSellingGoesOn() throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan("6900123400074");
    screen("basket");
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    try {
      for (int n = 0; n < TOUCHES; n++) {
        page.touch(n % 3 == 0 ? "callStaff" : "toggleHighContrast");
      }
      until(
          "the payment choice",
          () -> {
            page.touch("continue"); // the words about the call
            page.touch("pay");
            return page.shows("payChoice");
          });
    } finally {
      root.detachAppender(log);
    }
    List<ILoggingEvent> complaints =
        log.list.stream().filter(e -> e.getLevel().isGreaterOrEqual(Level.WARN)).toList();
    assertTrue(complaints.size() <= 4, complaints.toString());
    until("the call", () -> !shop.collector().ofType(SaleRecord.CALL).isEmpty());
    assertEquals(1, shop.collector().ofType(SaleRecord.CALL).size());
    page.choose("PAY_CODE");
    screen("presentCode");
    shop.scanner().scan(Barcodes.payCode(random));
    screen("success");
    until("the sale at the collector", () -> sales().size() == 1);
  }
}
