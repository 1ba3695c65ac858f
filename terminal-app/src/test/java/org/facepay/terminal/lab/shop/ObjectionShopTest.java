package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.receipt.SaleRecord;
import org.junit.jupiter.api.Test;

/** A bill that is objected to on the shopper's phone, from the touch to the money. */
@NeedsNatives
class ObjectionShopTest extends OpenShop {
  private final HttpClient phone = HttpClient.newHttpClient();

  @Override
  DemoShop.Settings settings() {
    return new DemoShop.Settings(
        0, Duration.ofMillis(1_500), true, false, true, DemoShop.Form.CONTAINER);
  }

  /** Takes one tea; the address of the e-receipt. */
  private URI billed() throws Exception {
    DemoShelves shelves = shop.cabinet().container();
    screen("containerWelcome");
    shop.scanner().scan(Barcodes.payCode(random));
    screen("holdExplained");
    page.touch("agreeHold");
    shows("the bolt is drawn", s -> s.path("drawn").asBoolean());
    assertTrue(shelves.open());
    screen("taking");
    assertTrue(shelves.take(1, 1));
    shows("it is seen", s -> s.path("lines").size() == 1);
    shelves.shut();
    JsonNode bill = shows("it is charged", s -> s.path("state").asText().equals("CHARGED"));
    URI receipt = URI.create(bill.path("receiptUrl").asText());
    until("the receipt", () -> receipt(receipt).contains("我没拿"));
    return receipt;
  }

  private String receipt(URI address) throws Exception {
    return phone.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
  }

  private void object(URI receipt) throws Exception {
    int status =
        phone
            .send(
                HttpRequest.newBuilder(receipt)
                    .POST(HttpRequest.BodyPublishers.ofString("line=1&why=NOT_TAKEN"))
                    .build(),
                BodyHandlers.discarding())
            .statusCode();
    assertEquals(303, status);
  }

  private long refunded() {
    return shop.wallet().trades().stream()
        .mapToLong(t -> shop.wallet().refunded(t.outTradeNo()))
        .sum();
  }

  @Test
  void whatTheCellsAreSureOfWaitsForSomebodyWhoseVerdictGivesItBack() throws Exception {
    URI receipt = billed();
    page.touch("finish");
    screen("containerWelcome");
    object(receipt);
    object(receipt);
    until("it waits for staff", () -> receipt(receipt).contains("店员会看"));
    assertEquals(0, refunded());
    ConsoleClient console = new ConsoleClient(terminal.terminal().consoleUrl().orElseThrow());
    String list = console.page("/visits");
    assertTrue(list.contains("The shopper objects"), list);
    String name = list.replaceAll("(?s).*?visit=([0-9A-Z]+).*", "$1");
    String kept =
        console.post(
            "/visits?visit=" + name,
            "do",
            "looked",
            "visit",
            name,
            "bill",
            "yes",
            "back-1",
            "1",
            "right",
            "no");
    assertTrue(kept.contains("Written down."), kept);
    until("the money is back", () -> receipt(receipt).contains("原路退回"));
    assertEquals(1, shop.collector().ofType(SaleRecord.REFUND).size());
    assertEquals(500, refunded(), "once");
    assertFalse(receipt(receipt).contains("<form"), "everything is said");
  }

  @Test
  void whatTheCellsAreNotSureOfGoesBackByItself() throws Exception {
    URI receipt = billed();
    doubted();
    object(receipt);
    page.touch("finish");
    until("the money is back", () -> receipt(receipt).contains("原路退回"));
    assertEquals(500, refunded());
    assertEquals(1, shop.collector().ofType(SaleRecord.REFUND).size());
    page.close();
    terminal.close();
    start();
    screen("containerWelcome");
    assertEquals(500, refunded(), "nothing goes back twice");
  }

  /** As if the engine had been less sure. */
  private void doubted() throws Exception {
    Path visits = folder.resolve("shop/data/cabinet/visits");
    try (Stream<Path> files = Files.list(visits)) {
      List<Path> answers = files.filter(f -> f.toString().endsWith(".answer")).toList();
      for (Path answer : answers) {
        String text = Files.readString(answer);
        Files.writeString(
            answer, text.replaceAll("\"confidence\"\\s*:\\s*[0-9.E-]+", "\"confidence\":0.8"));
      }
    }
  }
}
