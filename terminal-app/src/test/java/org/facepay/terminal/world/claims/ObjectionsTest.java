package org.facepay.terminal.world.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.Limits;
import org.facepay.sync.desk.Response;
import org.facepay.sync.desk.Routes;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Sales;
import org.facepay.sync.retry.Backoff;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.language.Name;
import org.facepay.terminal.loop.Arrivals;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.receipt.Books;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.technician.Deeds;
import org.facepay.terminal.technician.VisitDesk;
import org.facepay.terminal.world.cabinet.KeptVisits;
import org.facepay.terminal.world.cashier.LateNews;
import org.facepay.terminal.world.cashier.OpenRefunds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is objected to on an e-receipt: looked at, or given back once, whatever is in the way. */
class ObjectionsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration QUICK = Duration.ofMillis(5);
  private static final String SALE = "K3_7F3K_V1_1";
  private static final String TEA = "6900123400074";
  private static final String SOLD =
      """
      {"lines":[{"code":"6900123400074","name":"茶","nameEn":"Tea","quantity":"×2","amountMinor":1000}],
       "payment":{"provider":"wallet"}}
      """;

  private static final Identity IDENTITY =
      new Identity(
          "K3",
          new Name("店", "Shop"),
          new Name("柜", "Cabinet"),
          ZoneId.of("Asia/Shanghai"),
          Currency.getInstance("CNY"));

  @TempDir Path folder;
  private final Inbox<Event> inbox = new Inbox<>(100);
  private final ScriptedWallet wallet = new ScriptedWallet();
  private final AtomicBoolean occupied = new AtomicBoolean();
  private final InstantSource clock = InstantSource.system();
  private volatile String waiting = "{\"objections\":[]}";
  private FrontDesk collector;
  private Journal journal;
  private OpenRefunds open;
  private Objections objections;
  private long stamp;

  @BeforeEach
  void open() throws Exception {
    collector =
        FrontDesk.open(
            "collector",
            FrontDesk.loopback(0),
            new Limits(1_000, 8),
            Routes.under("default-src 'none'")
                .with("GET", "/v1/objections", _ -> Response.json(200, waiting)));
    journal = Journal.open(folder.resolve("journal.db"));
    append(SALE, 1_000, SOLD);
    evidence(0.9);
    claim("TAKEN");
    start();
  }

  private void start() throws Exception {
    PaymentProviders providers = new PaymentProviders(List.of(wallet));
    open =
        new OpenRefunds(
            folder.resolve("refunds.db"),
            providers,
            new Alarms(clock),
            _ -> true,
            new Backoff(QUICK, QUICK),
            clock);
    PaymentFlow.Times times =
        new PaymentFlow.Times(QUICK, QUICK, QUICK, Duration.ofSeconds(30), QUICK, QUICK, QUICK);
    SideThread thread = new SideThread("objections");
    ReceiptLinks links = new ReceiptLinks(URI.create("https://example.com/r/"), new byte[32]);
    objections =
        new Objections(
            new ObjectionParts(
                new ObjectionBook(folder.resolve("objections.db"), Books.events()),
                WaitingObjections.at(
                    new Uplink.Endpoint(
                        collector.uri().resolve("/v1/events"), QUICK, PATIENCE, QUICK),
                    "urn:K3"),
                new ObjectionFiles(
                    Sales.open(folder.resolve("journal.db")),
                    links,
                    new ClaimEnds(folder.resolve(Claims.FILE)),
                    "K3_7F3K_"),
                new KeptVisits(
                    folder, Currency.getInstance("CNY"), new Deeds("K3", journal::send, clock)),
                open,
                new LateNews(journal, new SaleRecord(IDENTITY, links, Ways.NONE), clock),
                inbox),
            new Objections.Rules(QUICK, 0.999),
            new ApartRefunds(
                providers,
                new PaymentFlows(Map.of("wallet", new PaymentFlow(times))),
                "店",
                occupied::get,
                thread,
                clock,
                new ApartRefunds.Pace(QUICK, new Backoff(QUICK, QUICK))),
            thread);
  }

  @AfterEach
  void close() throws Exception {
    objections.close();
    open.close();
    journal.close();
    collector.close();
  }

  private void append(String id, long minor, String body) throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    stamp = Math.max(stamp + 1, journal.firstStamp());
    journal.append(
        new Append(
            stamp,
            stamp,
            clock.instant(),
            "Sold",
            bytes,
            Optional.of(new Append.Sale(id, clock.instant(), minor, "CNY", bytes)),
            List.of(),
            true));
  }

  private void evidence(double confidence) throws IOException {
    Path visits = Files.createDirectories(folder.resolve("cabinet/visits"));
    Planogram.Lane lane = new Planogram.Lane(0, 0, 300, 6);
    PlanogramFile.write(
        visits.resolve("V1.json"),
        new Planogram(
            Currency.getInstance("CNY"),
            List.of(new Planogram.Shelf("S1", 600, 1, List.of(lane))),
            List.of(new Planogram.Sku(TEA, "茶", 500, 538, 3))));
    Files.writeString(visits.resolve("V1.csv"), "t_ms,source,a,b\n");
    Files.writeString(
        visits.resolve("V1.answer"),
        "{\"lines\":[{\"sku\":\"%s\",\"quantity\":2,\"confidence\":%s}],\"confidence\":0.5}"
            .formatted(TEA, confidence));
    Files.writeString(visits.resolve("V1.notes"), "1\tNOTHING\t1000\t茶 ×2\n");
  }

  private void claim(String end) throws SQLException {
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Claims.FILE));
        Statement s = c.createStatement()) {
      s.execute("CREATE TABLE IF NOT EXISTS claim(number TEXT PRIMARY KEY)");
      s.execute("CREATE TABLE IF NOT EXISTS ended(number TEXT PRIMARY KEY, way TEXT)");
      s.execute("DELETE FROM claim");
      s.execute("DELETE FROM ended");
      s.execute(
          end.isEmpty()
              ? "INSERT INTO claim VALUES('" + SALE + "')"
              : "INSERT INTO ended VALUES('" + SALE + "','" + end + "')");
    }
  }

  private void object(String why) {
    waiting = "{\"objections\":[{\"saleId\":\"" + SALE + "\",\"line\":1,\"why\":\"" + why + "\"}]}";
  }

  private List<String> told() throws Exception {
    try (Outbox outbox = journal.outbox()) {
      return outbox.oldest(100, 1 << 20, 0, Set.of()).stream()
          .filter(row -> row.type().equals(SaleRecord.OBJECTION))
          .map(row -> new String(row.data(), StandardCharsets.UTF_8))
          .map(said -> said.replaceAll(".*\"state\":\"(\\w+)\",\"minor\":(\\d+).*", "$1 $2"))
          .toList();
    }
  }

  private void toldAtLast(String state) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (told().isEmpty() || !told().getLast().equals(state)) {
      assertTrue(System.nanoTime() < end, "waited for " + state + " and was told " + told());
    }
  }

  /** The state thread writes the refund down. */
  private Told.MoneyReturned recorded() throws Exception {
    Event event = Arrivals.next(inbox, PATIENCE).orElseThrow();
    Told.MoneyReturned refund = assertInstanceOf(Told.MoneyReturned.class, event);
    Return goods = refund.goods();
    append(
        refund.requestNo(),
        -goods.sale().amount(goods.lines()).minor(),
        "{\"refundedLines\":[1],\"refundedPieces\":[" + goods.lines().size() + "]}");
    return refund;
  }

  private String asked() throws InterruptedException {
    return String.valueOf(wallet.asked.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
  }

  private void nobodyAsks() throws InterruptedException {
    assertNull(wallet.asked.poll(60, TimeUnit.MILLISECONDS));
  }

  @Test
  void whatTheCellsAreNotSureOfGoesBackOnce() throws Exception {
    object("NOT_TAKEN");
    assertEquals(SALE + "_R01 1000", asked());
    assertEquals(List.of(1, 1), recorded().goods().lines());
    toldAtLast("RETURNED 1000");
    nobodyAsks();
    assertTrue(Arrivals.next(inbox, Duration.ofMillis(50)).isEmpty(), "recorded once");
    assertEquals(List.of("REFUNDING 1000", "RETURNED 1000"), told());
  }

  @Test
  void oneTooManyIsOnePiece() throws Exception {
    object("WRONG_NUMBER");
    assertEquals(SALE + "_R01 500", asked());
    assertEquals(List.of(1), recorded().goods().lines());
    toldAtLast("RETURNED 500");
  }

  @Test
  void anUnknownOutcomeIsAskedAboutUnderTheSameNumber() throws Exception {
    wallet.script.add(new RefundProvider.Refund.Unknown("no answer"));
    wallet.script.add(new RefundProvider.Refund.Refused("NO_SUCH"));
    object("NOT_TAKEN");
    assertEquals(SALE + "_R01 1000", asked());
    assertEquals(SALE + "_R01 1000", asked());
    assertEquals(SALE + "_R01 1000", asked(), "a refusal after it proves nothing yet");
    recorded();
    toldAtLast("RETURNED 1000");
  }

  @Test
  void aRestartAsksAgainAndMovesNothingTwice() throws Exception {
    object("NOT_TAKEN");
    assertEquals(SALE + "_R01 1000", asked());
    assertTrue(Arrivals.next(inbox, PATIENCE).isPresent(), "never written");
    assertEquals(1, objections.goingBack(SALE).size());
    objections.close();
    open.close();
    start();
    assertEquals(SALE + "_R01 1000", asked());
    recorded();
    toldAtLast("RETURNED 1000");
    assertEquals(List.of(), objections.goingBack(SALE));
  }

  @Test
  void whileSomebodyShopsNothingIsAsked() throws Exception {
    occupied.set(true);
    object("NOT_TAKEN");
    toldAtLast("REFUNDING 1000");
    nobodyAsks();
    assertEquals(1, objections.goingBack(SALE).size(), "nobody can tick it meanwhile");
    occupied.set(false);
    assertEquals(SALE + "_R01 1000", asked());
  }

  @Test
  void whatTheWalletRefusesIsLookedAt() throws Exception {
    wallet.script.add(new RefundProvider.Refund.Refused("CLOSED"));
    object("NOT_TAKEN");
    toldAtLast("REVIEW 0");
    assertTrue(objections.visits().getFirst().open());
    assertEquals(List.of(), objections.goingBack(SALE));
  }

  @Test
  void whatTheCellsAreSureOfWaitsForAVerdict() throws Exception {
    evidence(0.9999);
    object("NOT_TAKEN");
    toldAtLast("REVIEW 0");
    nobodyAsks();
    assertTrue(objections.looked("V1", VisitDesk.Verdict.WRONG, List.of(1), "Ana"));
    assertEquals(SALE + "_R00 500", asked());
    assertEquals("Ana", recorded().goods().attendant());
    toldAtLast("RETURNED 500");
    assertTrue(objections.looked("V1", VisitDesk.Verdict.WRONG, List.of(1), "Ana"));
    nobodyAsks();
  }

  @Test
  void twoTouchesAtTheConsoleAreOneRefund() throws Exception {
    evidence(0.9999);
    object("NOT_TAKEN");
    toldAtLast("REVIEW 0");
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String who : List.of("Ana", "Li", "Ana", "Li")) {
        var _ =
            hands.submit(
                () -> objections.looked("V1", VisitDesk.Verdict.WRONG, List.of(1, 1), who));
      }
    }
    assertEquals(SALE + "_R00 1000", asked());
    assertEquals(List.of(1, 1), recorded().goods().lines());
    toldAtLast("RETURNED 1000");
    assertTrue(objections.looked("V1", VisitDesk.Verdict.WRONG, List.of(1, 1), "Li"));
    nobodyAsks();
    assertTrue(Arrivals.next(inbox, Duration.ofMillis(50)).isEmpty(), "recorded once");
    assertEquals(List.of("REVIEW 0", "REFUNDING 1000", "RETURNED 1000"), told());
  }

  @Test
  void twoPhonesThatObjectToOneLineAreOneRefund() throws Exception {
    String one = "{\"saleId\":\"" + SALE + "\",\"line\":1,\"why\":\"NOT_TAKEN\"}";
    String other = one.replace("NOT_TAKEN", "WRONG_NUMBER");
    waiting = "{\"objections\":[" + one + "," + other + "," + one + "]}";
    assertEquals(SALE + "_R01 1000", asked());
    assertTrue(objections.looked("V1", VisitDesk.Verdict.WRONG, List.of(1, 1), "Ana"));
    assertEquals(List.of(1, 1), recorded().goods().lines());
    toldAtLast("RETURNED 1000");
    waiting = "{\"objections\":[" + other + "]}";
    nobodyAsks();
    assertTrue(Arrivals.next(inbox, Duration.ofMillis(50)).isEmpty(), "recorded once");
    assertEquals(List.of("REFUNDING 1000", "RETURNED 1000"), told());
  }

  @Test
  void aVerdictThatTheBillIsRightIsTold() throws Exception {
    evidence(0.9999);
    object("NOT_TAKEN");
    toldAtLast("REVIEW 0");
    assertTrue(objections.looked("V1", VisitDesk.Verdict.RIGHT, List.of(), "Ana"));
    toldAtLast("KEPT 0");
    assertFalse(objections.visits().getFirst().open());
    nobodyAsks();
  }

  @Test
  void whatWasNeverPaidIsLookedAtAndWhatIsBeingPaidWaits() throws Exception {
    claim("");
    object("NOT_TAKEN");
    nobodyAsks();
    assertEquals(List.of(), told());
    claim("EXPIRED");
    toldAtLast("REVIEW 0");
    nobodyAsks();
  }

  @Test
  void whereNothingIsKeptNothingIsLookedAt() throws Exception {
    Files.delete(folder.resolve("cabinet/visits/V1.csv"));
    object("NOT_TAKEN");
    toldAtLast("EXPIRED 0");
  }
}
