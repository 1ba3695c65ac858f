package org.facepay.terminal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.checkout.CheckoutSettings;
import org.facepay.terminal.provider.card.CardTerminal;
import org.facepay.terminal.provider.offline.OfflineCaps;
import org.facepay.terminal.provider.wechat.PayscoreHolds;
import org.facepay.terminal.provider.wechat.WechatAccount;
import org.facepay.terminal.provider.wire.Route;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.member.Accounts;
import org.facepay.terminal.session.member.Faces;
import org.facepay.terminal.session.member.Members;
import org.junit.jupiter.api.Test;

/** Wallets, cards and agreements, and what a session makes of them. */
class ConfigReaderPaymentsTest extends ConfigFixture {
  @Test
  void readsWaysToPay() throws Exception {
    TerminalConfig.Money none = read(GOOD).money();
    assertEquals(Optional.empty(), none.wechat());
    assertEquals(Optional.empty(), none.card());
    assertEquals(Optional.empty(), none.agreement());
    assertEquals(false, none.alipay().holds());
    assertEquals(Optional.empty(), none.alipay().application().route().proxy());
    TerminalConfig.Money money = read(WALLETS + PAYMENTS).money();
    Route alipay = money.alipay().application().route();
    assertEquals(3128, alipay.proxy().orElseThrow().getPort());
    assertEquals(2, alipay.pins().size());
    WechatAccount wechat = money.wechat().orElseThrow();
    assertEquals(new Route(Duration.ofSeconds(5), Duration.ofSeconds(15)), wechat.route());
    assertTrue(money.alipay().holds());
    assertEquals(
        Optional.of(new PayscoreHolds.Service("500001", "https://shop.example/wechat")),
        wechat.payscore());
    assertEquals("https://shop.example/wechat", wechat.merchant().notices());
    assertEquals(wechat.times().inFlight(), wechat.times().firstCancel());
    assertEquals(Duration.ZERO, money.alipay().times().firstCancel());
    CardTerminal card = money.card().orElseThrow();
    assertEquals("tcp", card.address().getScheme());
    assertEquals(5000, card.address().getPort());
    assertEquals(2, card.key().orElseThrow().version());
    assertEquals(Duration.ofMinutes(2), card.till().dialogue());
    assertEquals(
        Optional.of(new OfflineCaps(5_000, 100_000, 50, Duration.ofHours(2))), card.offline());
    assertEquals(
        new OfflineCaps(8_000, 90_000, 20, Duration.ofHours(4)),
        money.agreement().orElseThrow().offline().orElseThrow());
    assertEquals("GENERAL_WITHHOLDING", money.agreement().orElseThrow().product());
  }

  /** What the file says of ways to pay is what a session goes by. */
  @Test
  void aSessionKnowsTheWaysToPayThatAreThere() throws Exception {
    CheckoutSettings none = read(GOOD).session().checkout();
    assertEquals(Ways.NONE, none.ways());
    assertEquals(Members.NONE, none.members());
    String more =
        """
        members: {}
        wallet-face: { socket: face.sock }
        """;
    CheckoutSettings all = read(GOOD + PAYMENTS + more).session().checkout();
    assertEquals("card", all.ways().card());
    assertEquals(
        new Members(new Accounts("balance", "agreement"), Faces.walletOnly("alipay"), true),
        all.members());
    String parts =
        "checkout:\n  instalments: { from: 300.00, seller-pays: true, plans: [{ months: 3 }] }\n";
    TerminalConfig paid = read(GOOD.replace("checkout:\n", parts));
    assertEquals(100, paid.money().alipay().application().sellerPercent());
    assertEquals(
        Optional.of(new Ways.Instalments("alipay", 30_000, true, List.of(new Ways.Plan(3, 0)))),
        paid.session().checkout().ways().instalments());
  }

  /** One wallet stands in one section; a file of before is told where its keys are now. */
  @Test
  void keysThatHaveMovedAreRefusedWithTheirPlace() {
    String before =
        """
        payments:
          alipay: { proxy: "proxy.shop:3128", holds: true }
          wechat: { notices: https://shop.example/wechat }
        faces: { key: x, camera: { source: v4l2, path: /dev/video0 } }
        """;
    assertEquals(
        List.of(
            "faces.key: stands in the section members now: members: { key: … }",
            "payments.alipay: its keys stand in the section alipay now: alipay: { proxy, pins, holds }",
            "payments.wechat: its keys stand in the section wechat now: wechat: { proxy, pins,"
                + " notices, payscore-service, certificate }"),
        problems(GOOD + before));
  }

  /** What would only be found when somebody pays: a port above all, no host, a pin said twice. */
  @Test
  void addressesThatCannotBeConnectedToAreMistakes() throws Exception {
    for (String address :
        List.of(
            "tcp:192.168.1.20:70000",
            "tcp:192.168.1.20:0",
            "http://:80/nexo",
            "https://card_terminal/nexo",
            "https://192.168.1.20:99999/nexo")) {
      List<String> problems = problems(GOOD + PAYMENTS.replace("tcp:192.168.1.20:5000", address));
      assertEquals(1, problems.size(), address + problems);
      assertTrue(problems.getFirst().startsWith("payments.card.terminal"), problems::toString);
    }
    List<String> port = problems(GOOD.replace("openapi.alipay.com/", "openapi.alipay.com:99999/"));
    assertEquals(1, port.size(), port::toString);
    String twice = WALLETS.replace("B".repeat(43), "A".repeat(43));
    assertEquals(1, read(twice).money().alipay().application().route().pins().size());
  }

  @Test
  void reportsEveryMistakeInWaysToPay() {
    String bad =
        (WALLETS + PAYMENTS)
            .replace("proxy.shop:3128", "proxy.shop")
            .replace("AAA=", "AA")
            .replace("https://shop.example/wechat", "http://shop.example/wechat")
            .replace("tcp:192.168.1.20:5000", "192.168.1.20")
            .replace("TILL-1", "TILL 1")
            .replace("version: 2", "version: two")
            .replace("passphrase: merchant.key", "passphrase: none.key")
            .replace("count: 20", "count: 0")
            .replace("per-sale: 50.00, age: 2 h", "per-sale: 50.001, ages: 2 h")
            .replace("dialogue", "dialog");
    List<String> problems = problems(bad);
    for (String path :
        List.of(
            "alipay.proxy",
            "alipay.pins",
            "wechat.notices",
            "payments.card.terminal",
            "payments.card.sale-id",
            "payments.card.key.version",
            "payments.card.key.passphrase",
            "payments.card.dialog: unknown key",
            "payments.card.offline.per-sale",
            "payments.card.offline.ages: unknown key",
            "payments.agreement.offline.count")) {
      assertTrue(
          problems.stream().anyMatch(p -> p.startsWith(path)), path + " is not among " + problems);
    }
    assertEquals(11, problems.size(), problems.toString());
  }
}
