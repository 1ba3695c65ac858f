package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.terminal.lab.browser.PageClient;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Promise;

/**
 * Shoppers at a smart container whose wallet, network, bolt, cells and power fail: take, put back,
 * misplace, take two at once, take nothing, leave the door open. What left is seen by the container
 * itself, what was paid by the wallet's own books; {@link CabinetAudit} compares them.
 */
public final class CabinetTorture {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Duration SOON = Duration.ofSeconds(12);
  private static final Set<String> WAITS = Set.of("boot", "doorOpening", "counting", "processing");

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
          Behaviour.CUT,
          Behaviour.BALANCE_TOO_LOW);

  private static final List<Fault> FAULTS =
      List.of(Fault.MUTE, Fault.GARBAGE, Fault.BAD_CHECKSUM, Fault.SPLIT_FRAMES, Fault.REPLUG);

  /** Moments at which something goes wrong. */
  private enum Moment {
    PROMISE,
    DRAWN,
    OPEN,
    TAKEN,
    SHUT,
    BILL
  }

  /** What goes wrong. */
  private enum Blow {
    NONE,
    POWER,
    NETWORK,
    BOLT,
    CELLS
  }

  private final DemoShop shop;
  private final PrintStream out;
  private final Random random;
  private final CabinetAudit audit;
  private final Set<String> known = new HashSet<>();

  /** From the shut door to what came of it, where nothing failed. */
  private final List<Long> decidedMs = new ArrayList<>();

  private final PoweredTerminal terminal;
  private Moment when = Moment.PROMISE;
  private Blow blow = Blow.NONE;

  /**
   * Starts the terminal.
   *
   * @param log what the terminal writes
   */
  public CabinetTorture(DemoShop shop, Path log, PrintStream out, long seed)
      throws IOException, InterruptedException {
    this.shop = shop;
    this.out = out;
    this.random = new Random(seed);
    this.audit = new CabinetAudit(shop, out);
    terminal = new PoweredTerminal(shop, log);
  }

  private PageClient page() {
    return terminal.page();
  }

  private DemoShelves shelves() {
    return shop.cabinet().container();
  }

  /** So many visits, and what they came to. */
  public CabinetAudit.Result run(int visits) throws IOException, InterruptedException {
    try {
      for (int i = 1; i <= visits; i++) {
        visit(i);
      }
      heal();
      awaitWelcome();
      audit.awaitBooks();
    } finally {
      terminal.close();
    }
    sayHowLong();
    return audit.judge();
  }

  private void sayHowLong() {
    List<Long> ms = decidedMs.stream().sorted().toList();
    if (!ms.isEmpty()) {
      out.printf(
          "DOOR visits=%d closed_to_decision_p50_ms=%d closed_to_decision_p95_ms=%d%n",
          ms.size(), ms.get(ms.size() / 2), ms.get(ms.size() * 95 / 100));
    }
  }

  private void visit(int number) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    when = Moment.values()[random.nextInt(Moment.values().length)];
    blow = random.nextInt(5) < 2 ? Blow.NONE : Blow.values()[random.nextInt(Blow.values().length)];
    awaitWelcome();
    if (number % 8 == 0) {
      restock();
    }
    Behaviour behaviour = WALLET.get(random.nextInt(WALLET.size()));
    CabinetAudit.Visit visit = new CabinetAudit.Visit(number);
    String end;
    try {
      end = shopping(visit, behaviour);
    } catch (IOException e) {
      end = "stopped: " + e.getMessage();
    }
    end += left(visit);
    visit.carried.addAll(shelves().carriedAway());
    orders(visit);
    audit.add(visit);
    out.printf(
        "visit %3d  wallet %-21s  %-7s at %-7s  carried %-2d  %4.1f s  %s%n",
        number,
        behaviour,
        blow,
        when,
        visit.carried.size(),
        (System.nanoTime() - begun) / 1e9,
        end);
  }

  /** The door is shut, everything is well again, and the bolt holds; what is not so, in words. */
  private String left(CabinetAudit.Visit visit) throws InterruptedException {
    if (shelves().open()) {
      visit.openForAnybody |= !promised(visit) && !visit.seen;
    }
    shelves().shut();
    try {
      heal();
      awaitWelcome();
      if (!shelves().open()) {
        return "";
      }
      visit.openForAnybody = true;
      shelves().shut();
      return ", THE DOOR OPENS FOR ANYBODY";
    } catch (IOException e) {
      audit.stuck();
      return ", stuck: " + e.getMessage();
    }
  }

  /** Staff fill the lanes up again. */
  private void restock() throws IOException, InterruptedException {
    shop.scanner().scan(shop.badge());
    JsonNode shown = page().await("lanes", s -> !s.at("/screen/lanes").isEmpty(), SOON);
    if (pull()) {
      shelves().refill();
      for (int lane = 0; lane < shown.at("/screen/lanes").size(); lane++) {
        int at = lane;
        terminal.untilSeen(
            "lane " + lane,
            s -> full(s.at("/screen/lanes").path(at)),
            page -> page.chooseOption("full"));
      }
    }
    shelves().shut();
    terminal.untilSeen("the end", s -> !type(s).equals("restock"), page -> page.touch("back"));
    awaitWelcome();
  }

  private static boolean full(JsonNode lane) {
    return lane.at("/article/pieces").asInt() == lane.path("capacity").asInt(-1);
  }

  /** Orders of the wallet that were not there before are this visit's. */
  private void orders(CabinetAudit.Visit visit) {
    for (Promise promise : shop.wallet().promises()) {
      if (known.add(promise.outOrderNo())) {
        visit.orders.add(promise.outOrderNo());
      }
    }
  }

  private boolean promised(CabinetAudit.Visit visit) {
    orders(visit);
    return shop.wallet().promises().stream()
        .filter(p -> visit.orders.contains(p.outOrderNo()))
        .anyMatch(p -> p.status() == Promise.Status.HELD || p.paidFen() > 0);
  }

  private String shopping(CabinetAudit.Visit visit, Behaviour behaviour)
      throws IOException, InterruptedException {
    String code = Barcodes.payCode(random);
    shop.wallet().onCode(code, behaviour);
    shop.scanner().scan(code);
    page().awaitScreen("holdExplained", SOON);
    page().touch("agreeHold");
    strike(Moment.PROMISE);
    JsonNode shown = page().await("the bolt", s -> drawn(s) || over(s), PATIENCE);
    if (!drawn(shown)) {
      return type(shown) + " " + shown.at("/screen/reason").asText();
    }
    strike(Moment.DRAWN);
    if (random.nextInt(10) == 0 || !pull()) {
      if (random.nextInt(4) > 0) {
        page().touch("back"); // some say so, others just go
      }
      return "not pulled";
    }
    visit.seen = true;
    visit.openForAnybody |= !promised(visit);
    strike(Moment.OPEN);
    hands(visit);
    if (random.nextInt(6) == 0) {
      TimeUnit.MILLISECONDS.sleep(2_500); // somebody cannot decide
    }
    visit.openForAnybody |= !promised(visit);
    long shut = System.nanoTime();
    shelves().shut();
    strike(Moment.SHUT);
    JsonNode decided = judged();
    if (blow == Blow.NONE) {
      decidedMs.add((System.nanoTime() - shut) / 1_000_000);
    }
    return bill(visit, decided);
  }

  private boolean pull() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      if (shelves().open()) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return false;
  }

  private void hands(CabinetAudit.Visit visit) throws IOException, InterruptedException {
    int moves = random.nextInt(5);
    for (int i = 0; i < moves; i++) {
      TimeUnit.MILLISECONDS.sleep(400 + random.nextInt(700));
      int shelf = 1 + random.nextInt(3);
      int lane = 1 + random.nextInt(4);
      switch (random.nextInt(8)) {
        case 0 -> shelves().putBack(0, 0);
        case 1 -> visit.misplaced |= shelves().putBack(shelf, lane);
        case 2 -> {
          shelves().take(shelf, lane);
          shelves().take(shelf, 1 + random.nextInt(4));
        }
        default -> shelves().take(shelf, lane);
      }
      if (i == 0) {
        strike(Moment.TAKEN);
      }
    }
    TimeUnit.MILLISECONDS.sleep(400 + random.nextInt(600));
  }

  private String bill(CabinetAudit.Visit visit, JsonNode first)
      throws IOException, InterruptedException {
    JsonNode shown = first;
    while (type(shown).equals("ask")) {
      int options = shown.at("/screen/choices").size();
      String option = random.nextInt(4) == 0 ? "none" : Integer.toString(random.nextInt(options));
      page().chooseOption(option);
      page().await("the answer", s -> !type(s).equals("ask"), SOON);
      shown = judged();
    }
    if (blow != Blow.BOLT && shelves().open()) {
      visit.openForAnybody = true; // whoever comes next pulls it as well
      shelves().shut();
    }
    strike(Moment.BILL);
    return type(shown) + " " + shown.at("/screen/state").asText();
  }

  /** A door whose switch is not read is not shut for all that is known, until staff see to it. */
  private JsonNode judged() throws IOException, InterruptedException {
    Predicate<JsonNode> judged = s -> over(s) || type(s).equals("ask");
    try {
      return page().await("the bill", judged, SOON);
    } catch (IOException e) {
      heal();
      return page().await("the bill", judged, PATIENCE);
    }
  }

  /** What was to go wrong at this moment does. */
  private void strike(Moment now) throws IOException, InterruptedException {
    if (now != when) {
      return;
    }
    switch (blow) {
      case NONE -> {}
      case POWER -> {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(600));
        terminal.cutPower();
      }
      case NETWORK -> shop.network(false);
      case BOLT -> strike(shop.cabinet().lock().peer());
      case CELLS -> strike(shop.cabinet().shelves().peer());
    }
  }

  private void strike(SimulatedPeer peer) throws IOException, InterruptedException {
    peer.inflict(FAULTS.get(random.nextInt(FAULTS.size())));
    TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(1_500));
    if (random.nextBoolean()) {
      peer.heal();
    }
  }

  private void heal() throws IOException {
    shop.network(true);
    shop.cabinet().lock().peer().heal();
    shop.cabinet().shelves().peer().heal();
  }

  private static String type(JsonNode snapshot) {
    return snapshot.path("screen").path("type").asText();
  }

  private static boolean drawn(JsonNode shown) {
    return (type(shown).equals("doorOpening") && shown.at("/screen/drawn").asBoolean())
        || type(shown).equals("taking");
  }

  /** Whether a screen stands at the end of a visit. */
  private static boolean over(JsonNode shown) {
    return List.of("bill", "containerWelcome", "notOpened", "closed").contains(type(shown));
  }

  /** Leaves whatever is shown, as shoppers do. */
  private void awaitWelcome() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos() * 2;
    List<String> passed = new ArrayList<>();
    while (!page().shows("containerWelcome")) {
      if (System.nanoTime() > end) {
        throw new IOException("never welcome again: " + passed);
      }
      JsonNode shown = page().await("a screen", s -> !WAITS.contains(type(s)), PATIENCE);
      if (type(shown).equals("containerWelcome")) {
        return;
      }
      passed.add(type(shown));
      switch (type(shown)) {
        case "ask" -> page().chooseOption("unsure");
        case "holdExplained" -> page().touch("cancel");
        default -> page().touch("finish");
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
  }
}
