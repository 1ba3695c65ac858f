package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.facepay.terminal.lab.browser.PageClient;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.wiring.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole terminal among real peers: pseudo-terminals, sockets, SQLite; a hand that speaks the
 * page's protocol.
 */
abstract class OpenShop {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  final Random random = new Random(3);
  DemoShop shop;
  Program terminal;
  PageClient page;

  /** Of the shop; with what the test needs of it. */
  DemoShop.Settings settings() {
    return new DemoShop.Settings(0, Duration.ofMillis(1_500), true);
  }

  @BeforeEach
  void open() throws Exception {
    shop = new DemoShop(folder.resolve("shop"), settings());
    start();
  }

  final void start() throws Exception {
    terminal = Program.from(shop.config());
    page = new PageClient(terminal.terminal().url());
  }

  @AfterEach
  void close() throws Exception {
    page.close();
    terminal.close();
    shop.close();
  }

  final JsonNode screen(String type) throws Exception {
    return page.awaitScreen(type, PATIENCE).path("screen");
  }

  final JsonNode shows(String what, Predicate<JsonNode> wanted) throws Exception {
    return page.await(what, s -> wanted.test(s.path("screen")), PATIENCE).path("screen");
  }

  final void toPaying(Behaviour behaviour) throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan("6900123400074");
    screen("basket");
    page.touch("pay");
    screen("payChoice");
    page.choose("PAY_CODE");
    screen("presentCode");
    shop.wallet().script(behaviour);
    shop.scanner().scan(Barcodes.payCode(random));
  }

  static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited for " + what);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  final List<String> sales() throws IOException {
    return shop.collector().ofType(SaleRecord.SALE);
  }

  /** Pays one article with a code and leaves; the address on the receipt. */
  final String buy(String article) throws Exception {
    page.awaitScreen("attract", PATIENCE);
    shop.scanner().scan(article);
    screen("basket");
    page.touch("pay");
    screen("payChoice");
    page.choose("PAY_CODE");
    screen("presentCode");
    shop.scanner().scan(Barcodes.payCode(random));
    String receipt = screen("success").path("receiptUrl").asText();
    page.touch("noPaper");
    screen("attract");
    return receipt;
  }
}
