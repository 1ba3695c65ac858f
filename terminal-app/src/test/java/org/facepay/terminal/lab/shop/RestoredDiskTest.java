package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;
import org.junit.jupiter.api.Test;

/** The data folder of an earlier day is put back: numbers, receipts and sales stay apart. */
@NeedsNatives
class RestoredDiskTest extends OpenShop {
  @Test
  void nobodyIsShownSuccessForAnothersMoneyAndNoSaleIsLost() throws Exception {
    String first = buy("6900123400074");
    stop();
    Path image = folder.resolve("image");
    copy(folder.resolve("shop/data"), image);
    start();
    String second = buy("6900123400074"); // shopper A
    stop();
    copy(image, folder.resolve("shop/data"));
    start();
    toPaying(Behaviour.BALANCE_TOO_LOW); // shopper B
    JsonNode declined = screen("declined");
    assertEquals("BALANCE_TOO_LOW", declined.path("reason").asText());
    page.touch("anotherWay");
    screen("payChoice");
    page.choose("PAY_CODE");
    screen("presentCode");
    shop.scanner().scan(Barcodes.payCode(random));
    String third = screen("success").path("receiptUrl").asText();
    assertEquals(3, new HashSet<>(List.of(first, second, third)).size());
    until("three sales at the collector", () -> sales().size() == 3);
    Set<String> numbers = new HashSet<>();
    for (Trade trade : shop.wallet().trades()) {
      numbers.add(trade.outTradeNo());
    }
    assertEquals(3, numbers.size());
    assertEquals(List.of(), shop.wallet().violations());
  }

  private void stop() throws Exception {
    page.close();
    terminal.close();
  }

  /** What was there goes, as with an image of a memory card. */
  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      try (Stream<Path> old = Files.walk(to)) {
        for (Path path : old.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path path : files.toList()) {
        Files.copy(
            path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
