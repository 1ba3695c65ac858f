package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.dispenser.DispenserSimulator;
import org.facepay.peripherals.link.Fault;
import org.facepay.terminal.lab.browser.PageClient;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Weather;

/**
 * Shoppers at a vending machine whose wallet, line, motors and power fail at random moments. Each
 * sale is judged by the wallet's own books and by what truly fell, never by what the terminal says:
 * a piece that was paid fell, or its money went back, or staff were called to look.
 */
public final class VendingTorture {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** A code that a power cut swallowed is not waited for any longer. */
  private static final Duration CODE_LOST = Duration.ofSeconds(5);

  private static final int MOST = 4;
  private static final int FULL = 6;
  private static final int SLOTS = 8;

  /** One sale in so many loses its power. */
  private static final int KILLS = 6;

  /** What a wallet may do; honest answers are the most frequent. */
  private static final List<Behaviour> WALLET =
      List.of(
          Behaviour.APPROVE,
          Behaviour.APPROVE,
          Behaviour.APPROVE,
          Behaviour.APPROVE,
          Behaviour.CONFIRM_LATER,
          Behaviour.PAID_BUT_SYSTEM_ERROR,
          Behaviour.PAID_BUT_CUT,
          Behaviour.PAID_AFTER_CUT,
          Behaviour.PAID_BUT_BAD_GATEWAY,
          Behaviour.CUT,
          Behaviour.BALANCE_TOO_LOW);

  /** What may happen to the machine while it turns. */
  private enum Trouble {
    NONE,
    HANGS_ONCE,
    EMPTY_SLOT,
    JAMS,
    MUTE,
    UNPLUGGED,
    BAD_CHECKSUM
  }

  private final DemoShop shop;
  private final PrintStream out;
  private final Random random;
  private final DispenserSimulator spirals;
  private final VendingLedger ledger;
  private final PoweredTerminal terminal;

  public VendingTorture(DemoShop shop, Path log, PrintStream out, long seed)
      throws IOException, InterruptedException {
    this.shop = shop;
    this.out = out;
    this.random = new Random(seed);
    this.spirals = shop.cabinet().spirals();
    this.ledger = new VendingLedger(shop);
    this.terminal = new PoweredTerminal(shop, log);
    shop.wallet().weather(new Weather(new Random(seed + 1), 0.15));
  }

  /** Goes on until so many pieces were paid. */
  public Judged run(int vends) throws IOException, InterruptedException {
    try {
      for (int sale = 1; ledger.vends() < vends; sale++) {
        round(sale);
      }
      return ledger.result();
    } finally {
      terminal.close();
    }
  }

  private PageClient page() {
    return terminal.page();
  }

  private void round(int number) throws IOException, InterruptedException {
    List<Integer> slots = chosen();
    ledger.begin(slots, prices());
    Behaviour behaviour = WALLET.get(random.nextInt(WALLET.size()));
    Trouble trouble = Trouble.values()[random.nextInt(Trouble.values().length)];
    boolean killed = random.nextInt(KILLS) == 0;
    shop.wallet().otherwise(behaviour);
    String end = "";
    try {
      buy(slots, trouble);
      CountDownLatch over = new CountDownLatch(1);
      Thread disturber = Thread.ofVirtual().start(() -> disturb(trouble, over));
      if (killed) {
        Thread.sleep(50 + random.nextInt(2_500));
        terminal.cutPower();
      }
      end = ended();
      over.countDown();
      disturber.join();
    } finally {
      heal();
    }
    Duration patience = killed ? PATIENCE : PATIENCE.dividedBy(2);
    String judged = ledger.judge(patience);
    leave();
    out.printf(
        "sale %4d  slots %-12s wallet %-22s machine %-12s %s then %-16s %s%n",
        number, slots, behaviour, trouble, killed ? "killed" : "      ", end, judged);
  }

  /** Waits for a shelf that is sold from, and looks at what it costs. */
  private Map<Integer, Long> prices() throws IOException, InterruptedException {
    shelf();
    JsonNode shown = page().awaitScreen("vendingShelf", PATIENCE);
    if (shown.toString().contains("\"OFF\"")) {
      service();
      shown = page().awaitScreen("vendingShelf", PATIENCE);
    }
    Map<Integer, Long> prices = new TreeMap<>();
    for (JsonNode slot : shown.path("screen").path("slots")) {
      long fen = new BigDecimal(slot.path("price").asText()).movePointRight(2).longValueExact();
      prices.put(slot.path("id").asInt(), fen);
    }
    return prices;
  }

  private List<Integer> chosen() {
    List<Integer> slots = new ArrayList<>();
    int pieces = 1 + random.nextInt(MOST);
    for (int i = 0; i < pieces; i++) {
      slots.add(1 + random.nextInt(SLOTS));
    }
    return slots;
  }

  private void buy(List<Integer> slots, Trouble trouble) throws IOException, InterruptedException {
    for (int n = 1; n <= slots.size(); n++) {
      int pieces = n;
      String slot = Integer.toString(slots.get(n - 1));
      terminal.untilSeen(
          "piece " + n,
          s -> s.path("screen").path("chosen").path("pieces").asInt() == pieces,
          page -> page.chooseGood(slot));
    }
    if (trouble == Trouble.EMPTY_SLOT) {
      ledger.fill(slots.getFirst(), 0);
    }
    terminal.untilSeen(
        "presentCode",
        s -> s.at("/screen/type").asText().equals("presentCode"),
        page -> page.touch("pay"));
    shop.scanner().scan(Barcodes.payCode(random));
  }

  /** Not longer than there is something to disturb. */
  private void disturb(Trouble trouble, CountDownLatch over) {
    try {
      if (over.await(random.nextInt(900), TimeUnit.MILLISECONDS)) {
        return;
      }
      switch (trouble) {
        case NONE, EMPTY_SLOT -> {}
        case HANGS_ONCE -> spirals.hangOnce();
        case JAMS -> spirals.jam(true);
        case MUTE -> spirals.peer().inflict(Fault.MUTE);
        case UNPLUGGED -> spirals.peer().inflict(Fault.HANG_UP);
        case BAD_CHECKSUM -> spirals.peer().inflict(Fault.BAD_CHECKSUM);
      }
      boolean ignored = over.await(200 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
      mend();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void mend() throws IOException {
    spirals.jam(false);
    spirals.peer().heal();
  }

  private void heal() throws IOException {
    mend();
    spirals.takeOut();
  }

  /** The screen at which nothing is undecided any more. */
  private String ended() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        JsonNode shown = page().await("a decision", s -> decided(s.path("screen")), CODE_LOST);
        return shown.path("screen").path("type").asText();
      } catch (IOException e) {
        if (page().shows("presentCode")) {
          return "presentCode";
        }
        if (System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }

  private static boolean decided(JsonNode screen) {
    return switch (screen.path("type").asText()) {
      case "boot", "processing", "unknown", "dispensing", "presentCode" -> false;
      case "notDelivered" -> !screen.path("money").asText().equals("REFUNDING");
      default -> true;
    };
  }

  /** As a shopper would, to the shelf with nothing chosen. */
  private void leave() throws IOException, InterruptedException {
    for (int slot = 1; slot <= SLOTS; slot++) {
      ledger.fill(slot, FULL);
    }
    shelf();
  }

  private void shelf() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      JsonNode shown =
          page()
              .await(
                  "a decision",
                  s ->
                      decided(s.path("screen"))
                          || s.at("/screen/type").asText().equals("presentCode"),
                  PATIENCE);
      JsonNode screen = shown.path("screen");
      String type = screen.path("type").asText();
      if (type.equals("vendingShelf")
          && screen.path("chosen").path("pieces").asInt() == 0
          && !screen.path("tray").asBoolean()) {
        return;
      }
      spirals.takeOut();
      if (!type.equals("vendingShelf") || screen.path("chosen").path("pieces").asInt() > 0) {
        page().touch(wayOut(type, shown.path("overlay").isObject()));
      }
      LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    }
    page().await("the shelf with nothing chosen", _ -> false, Duration.ZERO); // says what is shown
  }

  private static String wayOut(String type, boolean asked) {
    if (asked) {
      return "continue";
    }
    return switch (type) {
      case "collect", "notDelivered" -> "finish";
      case "declined" -> "anotherWay";
      case "handedOver" -> "noPaper";
      default -> "back";
    };
  }

  /** Whoever comes says that the slots are well again. */
  private void service() throws IOException, InterruptedException {
    shop.scanner().scan(shop.badge());
    page().await("restocking", s -> s.path("screen").path("lanes").size() == SLOTS, PATIENCE);
    terminal.untilSeen(
        "well",
        s -> s.path("screen").path("troubles").isEmpty(),
        page -> page.chooseOption("serviced"));
    terminal.untilSeen(
        "the shelf", s -> !s.path("screen").has("lanes"), page -> page.touch("back"));
    shelf();
    page().await("nothing is off", s -> !s.toString().contains("\"OFF\""), PATIENCE);
  }
}
