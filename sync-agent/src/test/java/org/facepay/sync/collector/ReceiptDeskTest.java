package org.facepay.sync.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.uplink.CloudEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk alone, without a server in front of it. */
class ReceiptDeskTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;

  private static Response get(EventStore store, String path) throws Exception {
    return new ReceiptDesk(store, InstantSource.fixed(NOW))
        .answer(new Request("GET", path, "", Map.of(), new byte[0]));
  }

  @Test
  void itHasAllThatStandsOnPaperAndTheRefundsThatFollowed() throws Exception {
    String sale =
        """
        {"receiptToken":"abc","saleId":"K3_1_1_1","receiptLink":"https://shop.example/r/abc","shop":"晴里","totalMinor":4320,
         "savedMinor":460,"lines":[{"name":"葡萄<b>","nameEn":"Grapes","quantity":"0.486 kg","unitPriceMinor":2580,
         "amountMinor":1254,"modifiers":[{"reason":"MEMBER_PRICE","minor":-120}]},
         {"name":"拌面","nameEn":"Noodles","quantity":"×3","unitPriceMinor":1000,"amountMinor":2700,
         "modifiers":[{"reason":"OFFER","offer":"half","name":"第二件<b>半价","nameEn":"Half price","minor":250},
          {"reason":"STAFF_DISCOUNT","minor":300}]}],
         "taxes":[{"rate":"13%","grossMinor":4320,"taxMinor":497}],
         "payment":{"outTradeNo":"K3_1_1_1","tradeNo":"2026X","amountMinor":4320,"way":"支付宝付款","wayEn":"Paid with Alipay",
         "instalments":{"months":6,"eachMinor":750,"feeMinor":180}}}""";
    String refund =
        """
        {"refundId":"R7","saleId":"K3_1_1_1","totalMinor":-3054,"localTime":"2026-03-02 09:00:00","refundedLines":[1,2],
         "refundedPieces":[1,2],"refundedMinor":[1254,1800],"back":"1 到 3 天，原路退回","backEn":"in 1 to 3 days"}""";
    try (EventStore store = EventStore.open(folder.resolve("collector.db"))) {
      store.store(
          List.of(received("1", sale), received("2", refund), received("3", "no json")), NOW);
      store.store(List.of(received("4", refund.replace("K3_1_1_1", "K3_1_1_2"))), NOW);
      String page = new String(get(store, "/r/abc").body(), StandardCharsets.UTF_8);
      for (String told :
          List.of("葡萄&lt;b&gt;", "0.486 kg @ ¥25.80/kg", "¥12.54", "<s>¥13.74</s>", "支付宝付款")) {
        assertTrue(page.contains(told), told);
      }
      for (String told :
          List.of("含税金额 ¥43.20", "¥4.60", "分 6 期", "¥45.00", "2026X", "R7", "−¥30.54", "<svg")) {
        assertTrue(page.contains(told), told);
      }
      for (String told :
          List.of(
              "已含 第二件&lt;b&gt;半价 Half price included ¥2.50", "会员价 Member price included ¥1.20")) {
        assertTrue(page.contains(told), told);
      }
      for (String told :
          List.of("店员优惠 Staff discount included ¥3.00", "×2</small>", "−¥18.00", "1 到 3 天")) {
        assertTrue(page.contains(told), told);
      }
      assertEquals(1, page.split("退款合计", -1).length - 1, "of this sale alone");
    }
  }

  @Test
  void cashStandsThereWithItsChange() throws Exception {
    String sale =
        """
        {"receiptToken":"cash","totalMinor":9218,"payment":{"way":"现金付款","wayEn":"Paid in cash","amountMinor":9218,
         "receivedMinor":10000,"changeMinor":782}}""";
    try (EventStore store = EventStore.open(folder.resolve("collector.db"))) {
      store.store(List.of(received("1", sale)), NOW);
      String page = new String(get(store, "/r/cash").body(), StandardCharsets.UTF_8);
      for (String told : List.of("现金付款", "收到 Received", "¥100.00", "找零 Change", "¥7.82")) {
        assertTrue(page.contains(told), told);
      }
    }
  }

  private static CloudEvents.Received received(String id, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
    return new CloudEvents.Received("urn:t", id, "sale", NOW, bytes);
  }

  @Test
  void aSaleIsShownByItsTokenAndAnyOtherComesLater() throws Exception {
    try (EventStore store = EventStore.open(folder.resolve("collector.db"))) {
      byte[] sale =
          "{\"receiptToken\":\"abc\",\"totalMinor\":1240}".getBytes(StandardCharsets.UTF_8);
      store.store(List.of(new CloudEvents.Received("urn:t", "1", "sale", NOW, sale)), NOW);
      Response shown = get(store, "/r/abc");
      assertEquals(200, shown.status());
      assertTrue(new String(shown.body(), StandardCharsets.UTF_8).contains("¥12.40"));
      for (String other : new String[] {"/r/", "/r/ab", "/r/abc/", "/r/' OR 1=1--"}) {
        assertEquals(404, get(store, other).status(), other);
      }
    }
  }
}
