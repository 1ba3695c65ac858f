package org.facepay.terminal.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.PaymentScreen.ReaderStep;
import org.facepay.sync.desk.SelfSigned;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.config.ConfigReader;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.devices.Roles;
import org.facepay.terminal.lab.sandbox.card.CardTerminalSimulator;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.agreement.AgreementNumber;
import org.facepay.terminal.provider.card.NexoKey;
import org.facepay.terminal.provider.offline.OfflineProvider;
import org.facepay.terminal.provider.offline.OfflineQueue;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.world.cashier.OfflineFiles;
import org.facepay.terminal.world.members.MemberFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration file's ways to pay, put together and used. */
class ProvidersTest {
  private static final Alarms ALARMS = new Alarms(InstantSource.system());

  private static final String POI = "V400m-324688179";

  @TempDir Path folder;

  @BeforeEach
  void files() throws Exception {
    Files.writeString(folder.resolve("goods.tsv"), "x");
    Files.writeString(folder.resolve("alipay.pub"), Keys.base64(Keys.ALIPAY.getPublic()));
    secret("merchant.key", Keys.base64(Keys.MERCHANT.getPrivate()));
    certificate(Keys.MERCHANT);
    secret("api.key", "0123456789abcdef0123456789abcdef");
    secret("card.key", "passphrase");
  }

  private void certificate(KeyPair of) throws Exception {
    Instant now = Instant.now();
    byte[] der =
        SelfSigned.of(
                of, BigInteger.ONE, "merchant", now.minusSeconds(3_600), now.plusSeconds(3_600))
            .getEncoded();
    Files.writeString(
        folder.resolve("merchant.pem"),
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(der)));
  }

  private void secret(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private TerminalConfig config(String payments) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("terminal.yaml"),
            """
            terminal:
              id: K3
              shop: { zh: 店, en: Shop }
              name: { zh: 机, en: Till }
              zone: Asia/Shanghai
              currency: CNY
            data: data
            catalogue: goods.tsv
            screen: {}
            devices:
              scanner: { driver: line, port: /dev/null }
              printer: { driver: escpos, port: /dev/zero }
            checkout: { bag: "6900123400562", times: {} }
            alipay:
              holds: true
              gateway: http://127.0.0.1:9/gateway.do
              app-id: "2026112200000001"
              merchant-private-key: merchant.key
              alipay-public-key: alipay.pub
              waits: { connect: 1 s, answer: 1 s }
              polling: {}
            collector: { events: "http://127.0.0.1:9/e", receipts: "http://127.0.0.1:9/r/", waits: {} }
            """
                + payments);
    return new ConfigReader(new ConfigReader.Roles(Roles.ALL.keys())).read(file);
  }

  private static Order order(String number, String provider) {
    return new Order(number, Money.of(1_290, "CNY"), "店", provider);
  }

  @Test
  void everyWayToPayThatIsConfiguredIsThere() throws Exception {
    try (CardTerminalSimulator terminal =
        new CardTerminalSimulator(
            POI, Optional.of(NexoKey.of("k", 1, "passphrase")), Duration.ofSeconds(5))) {
      List<ReaderStep> steps = new ArrayList<>();
      String more =
          WECHAT
              + """
            payscore-service: "500001"
            notices: https://shop.example/n
            certificate: merchant.pem
          faces:
            camera: { source: stills, path: pictures }
          payments:
            card: { terminal: "tcp:127.0.0.1:%d", sale-id: TILL-1, poi-id: %s, key: { id: k, passphrase: card.key }, offline: { per-sale: 20.00, total: 30.00 } }
            agreement: { offline: { per-sale: 20.00, total: 30.00 } }
          """
                  .formatted(terminal.tcp().getPort(), POI);
      try (Providers providers = Providers.open(config(more), ALARMS, InstantSource.system())) {
        providers.reader().onChange(() -> steps.add(providers.reader().step()));
        assertEquals(
            List.of("alipay", "wechat", "balance", "card", "agreement"),
            List.copyOf(providers.all().names()));
        assertTrue(providers.alipayHolds().isPresent() && providers.payscore().isPresent());
        assertEquals(Optional.of("card"), providers.all().accepting(new CardPresented()));
        Outcome paid = providers.all().authorise(order("K3_1", "card"), new CardPresented());
        assertTrue(paid instanceof Outcome.Approved, paid::toString);
        assertEquals(ReaderStep.INSERT_OR_TAP, steps.getFirst());
        sellsByAgreement(providers);
        sellsByCard(providers, terminal);
      }
      TerminalConfig noMore = config(more.replaceAll(",? offline: \\{[^}]*}", ""));
      try (Providers providers = Providers.open(noMore, ALARMS, InstantSource.system())) {
        forwardsWhatWasSoldBefore(providers, terminal);
      }
    }
  }

  private static final String WECHAT =
      """
      wechat:
        base: http://127.0.0.1:9
        app-id: wx2026112200000001
        mch-id: "1900000001"
        merchant-serial: 5157F09EFDC096DE
        merchant-private-key: merchant.key
        api-v3-key: api.key
        waits: {}
        polling: {}
      """;

  @Test
  void anothersCertificateIsRefused() throws Exception {
    certificate(Keys.FORGER);
    TerminalConfig config = config(WECHAT + "  certificate: merchant.pem\n");
    assertTrue(
        assertThrows(
                IOException.class, () -> Providers.open(config, ALARMS, InstantSource.system()))
            .getMessage()
            .contains("merchant.pem: not the certificate of the merchant's key"));
  }

  private static OfflineProvider offline(Providers providers, String name) {
    return providers.offline().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Nobody listens at the wallet's address: an agreement sells within its caps, a code never. */
  private void sellsByAgreement(Providers providers) throws Exception {
    providers
        .agreements()
        .orElseThrow()
        .sign("M1", new AgreementNumber("20261234567890"), Instant.EPOCH);
    Outcome sold = providers.all().authorise(order("K3_2", "agreement"), new MemberAccount("M1"));
    assertTrue(sold instanceof Outcome.Approved, sold::toString);
    Outcome code =
        providers.all().authorise(order("K3_3", "alipay"), new PayCode("280000000000000001"));
    assertTrue(code instanceof Outcome.NotSent, code::toString);
    assertEquals(List.of(), offline(providers, "agreement").forward());
    try (OfflineQueue queue =
        new OfflineQueue(
            OfflineFiles.agreements(folder.resolve("data")),
            MemberFiles.vault(folder.resolve("data"), MemberFiles.key(folder.resolve("data"))))) {
      assertEquals(1, queue.open().size());
      assertThrows(OfflineQueue.NotEmptyException.class, queue::wipe);
    }
  }

  private void sellsByCard(Providers providers, CardTerminalSimulator terminal) throws Exception {
    terminal.floor(new BigDecimal("100.00"));
    terminal.host(false);
    Outcome sold = providers.all().authorise(order("K3_4", "card"), new CardPresented());
    assertTrue(sold instanceof Outcome.Approved, sold::toString);
    assertEquals(1, terminal.waiting());
    assertEquals(List.of(), offline(providers, "card").forward());
    Path file = OfflineFiles.cards(folder.resolve("data"));
    try (OfflineQueue queue =
        new OfflineQueue(file, OfflineFiles.cardsSeal(folder.resolve("data")))) {
      assertEquals(1, queue.open().size());
      assertThrows(OfflineQueue.NotEmptyException.class, queue::wipe);
    }
  }

  /** The shop has given up its caps while sales wait: no new ones, but nothing is lost. */
  private void forwardsWhatWasSoldBefore(Providers providers, CardTerminalSimulator terminal)
      throws Exception {
    Outcome no = providers.all().authorise(order("K3_5", "card"), new CardPresented());
    assertEquals(new Outcome.Declined(DeclineReason.NETWORK_DOWN, "UnreachableHost"), no);
    terminal.host(true);
    assertEquals(List.of(), offline(providers, "card").forward());
    assertEquals(0, terminal.kept("K3_4").compareTo(new BigDecimal("12.90")));
    Outcome none = providers.all().authorise(order("K3_6", "agreement"), new MemberAccount("M1"));
    assertTrue(none instanceof Outcome.NotSent, none::toString);
  }

  @Test
  void aLostKeyOfTheSalesThatWaitStopsNoCardsThatReachTheirHost() throws Exception {
    try (CardTerminalSimulator terminal =
        new CardTerminalSimulator(POI, Optional.empty(), Duration.ofSeconds(5))) {
      TerminalConfig config =
          config(
              "payments: { card: { terminal: \"tcp:127.0.0.1:%d\", sale-id: T, poi-id: %s, offline: {} } }\n"
                  .formatted(terminal.tcp().getPort(), POI));
      try (Providers providers = Providers.open(config, ALARMS, InstantSource.system())) {
        assertEquals(1, providers.offline().size());
      }
      Files.delete(folder.resolve("keys").resolve("offline.key"));
      terminal.floor(new BigDecimal("100.00"));
      try (Providers providers = Providers.open(config, ALARMS, InstantSource.system())) {
        assertEquals(List.of(), providers.offline());
        Outcome paid = providers.all().authorise(order("K3_1", "card"), new CardPresented());
        assertTrue(paid instanceof Outcome.Approved, paid::toString);
        terminal.host(false);
        Outcome no = providers.all().authorise(order("K3_2", "card"), new CardPresented());
        assertEquals(new Outcome.Declined(DeclineReason.NETWORK_DOWN, "UnreachableHost"), no);
      }
    }
  }

  @Test
  void whatWasOpenedIsClosedWhenALaterKeyIsRefused() throws Exception {
    Files.setPosixFilePermissions(
        folder.resolve("card.key"), PosixFilePermissions.fromString("rw-r--r--"));
    TerminalConfig config =
        config(
            """
            faces:
              camera: { source: stills, path: pictures }
            payments:
              card: { terminal: "tcp:127.0.0.1:9", sale-id: T, poi-id: P, key: { id: k, passphrase: card.key } }
            """);
    assertThrows(IOException.class, () -> Providers.open(config, ALARMS, InstantSource.system()));
    assertTrue(Files.exists(folder.resolve("data").resolve("balance.db")), "it was opened");
    assertEquals(List.of(), openFiles());
    secret("card.key", "passphrase");
    try (Providers _ = Providers.open(config, ALARMS, InstantSource.system())) {
      assertTrue(openFiles().stream().anyMatch(f -> f.contains("balance.db")));
    }
    assertEquals(List.of(), openFiles());
  }

  /** This process's open files in the test's folder. */
  private List<String> openFiles() throws IOException {
    List<String> open = new ArrayList<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path link : links) {
        try {
          String file = Files.readSymbolicLink(link).toString();
          if (file.startsWith(folder.toString())) {
            open.add(file);
          }
        } catch (NoSuchFileException e) {
          // closed meanwhile
        }
      }
    }
    return open;
  }

  @Test
  void agreementsNeedMembersAndAnOpenPassphraseIsRefused() throws Exception {
    TerminalConfig nobody = config("payments: { agreement: {} }\n");
    assertTrue(
        assertThrows(
                IOException.class, () -> Providers.open(nobody, ALARMS, InstantSource.system()))
            .getMessage()
            .contains("members"));
    Files.setPosixFilePermissions(
        folder.resolve("card.key"), PosixFilePermissions.fromString("rw-r--r--"));
    TerminalConfig open =
        config(
            "payments: { card: { terminal: \"tcp:127.0.0.1:9\", sale-id: T, poi-id: P, key: { id:"
                + " k, passphrase: card.key } } }\n");
    assertTrue(
        assertThrows(IOException.class, () -> Providers.open(open, ALARMS, InstantSource.system()))
            .getMessage()
            .contains("chmod 600"));
  }
}
