package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.Limits;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.desk.Routes;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.GoodsFile;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.lab.sandbox.card.CardBehaviour;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Numbering;
import org.facepay.terminal.sale.Product;

/**
 * A page with which a person plays the demo's hands and faults: scans, pays, pulls paper and plugs.
 */
public final class BenchPage implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Limits LIMITS = new Limits(4_096, 32);
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src blob:";

  private static final String PAPER = "/paper/";

  /** Prefix and item reference of the shop's own labels. */
  private static final int IN_STORE_DIGITS = 7;

  /** Something that nobody scanned. */
  private static final long OTHER_MILLIGRAMS = 250_000;

  private final FrontDesk front;
  private final DemoShop shop;
  private final BenchHours hours;
  private final String token;
  private final Random random = new SecureRandom();
  private final Map<String, Boolean> faults = new ConcurrentHashMap<>();
  private final List<Product> goods;
  private volatile String scanned = "";
  private long bagMilligrams;

  private BenchPage(DemoShop shop, List<Product> goods, int port, BenchHours.Reopening again)
      throws IOException {
    this.hours = new BenchHours(shop, again);
    this.shop = shop;
    this.goods = goods;
    this.token = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    this.front = FrontDesk.open("bench", FrontDesk.loopback(port), LIMITS, routes());
  }

  /**
   * Serves on the loopback address.
   *
   * @param again starts the shop's terminal again, by its configuration of then
   */
  public static BenchPage start(DemoShop shop, int port, BenchHours.Reopening again)
      throws IOException {
    try {
      List<Product> goods =
          GoodsFile.read(
                  shop.config().resolveSibling("goods.tsv"),
                  Currency.getInstance("CNY"),
                  new Numbering(List.of(), ""))
              .products();
      return new BenchPage(shop, goods, port, again);
    } catch (CatalogueException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  public URI url() {
    return front.uri().resolve("/?token=" + token);
  }

  @Override
  public void close() {
    front.close();
  }

  private Routes routes() {
    return Routes.under(POLICY)
        .calledOnly("127.0.0.1")
        .with("GET", "/", _ -> asset("bench.html", "text/html; charset=utf-8"))
        .with("GET", "/bench.css", _ -> asset("bench.css", "text/css"))
        .with("GET", "/bench.js", _ -> asset("bench.js", "text/javascript"))
        .with("GET", "/state", guarded(_ -> Response.json(200, state().toString())))
        .with("GET", "/goods", guarded(_ -> Response.json(200, goods().toString())))
        .with("GET", PAPER, guarded(this::paper))
        .with("POST", "/do", guarded(this::act));
  }

  private Desk guarded(Desk desk) {
    return request ->
        request.header("X-Bench-Token").filter(token::equals).isPresent()
            ? desk.answer(request)
            : Response.text(403, "open the address the demo printed");
  }

  private Response act(Request request) throws IOException {
    Map<String, String> form = request.form();
    return Response.text(200, act(form.getOrDefault("what", ""), form.getOrDefault("arg", "")));
  }

  private String act(String what, String arg) throws IOException {
    return switch (what) {
      case "scan", "garbage", "badge", "member" -> beam(what, arg);
      case "pay", "wechat", "phone" -> money(what, arg);
      case "card" -> card(arg);
      case "receipt" -> receipt();
      case "scale" -> {
        shop.scale().load(Math.clamp(Long.parseLong(arg), -50_000, 20_000_000));
        yield done(what);
      }
      case "bags" -> bags(arg);
      case "camera" -> camera(arg);
      case "container" ->
          shop.hasCabinet()
              ? new BenchContainer(shop.cabinet().container()).act(arg)
              : "no container here";
      case "device" -> device(arg);
      case "machine" ->
          shop.hasCabinet()
              ? new BenchMachine(shop.cabinet(), goods).act(arg)
              : "no vending machine here";
      case "hours" -> hours.act(arg);
      case "poster" -> poster(arg);
      case "fault" -> {
        String[] parts = arg.split("=", 2);
        fault(parts[0], Boolean.parseBoolean(parts[1]));
        faults.put(parts[0], Boolean.parseBoolean(parts[1]));
        yield done(what) + arg;
      }
      default -> "nobody knows " + what;
    };
  }

  private static String done(String what) {
    return "done: " + what + " ";
  }

  /** Something is held to the scanner. */
  private String beam(String what, String arg) throws IOException {
    switch (what) {
      case "scan" -> {
        scanned = arg.replaceAll("[^\\x20-\\x7e]", "");
        shop.scanner().scan(scanned);
      }
      case "badge" -> shop.scanner().scan(shop.badge());
      case "member" -> {
        if (shop.memberCode().isEmpty()) {
          return "no members here";
        }
        shop.scanner().scan(shop.memberCode());
      }
      default -> shop.scanner().garbage();
    }
    return done(what);
  }

  /** A phone pays: by a code it shows, or by the code on the screen. */
  private String money(String what, String arg) throws IOException {
    return switch (what) {
      case "pay" -> {
        String code = Barcodes.payCode(random);
        shop.wallet().onCode(code, Behaviour.valueOf(arg));
        shop.scanner().scan(code);
        yield done(what) + arg;
      }
      case "wechat" -> {
        String code = Barcodes.wechatCode(random);
        shop.wechat().onCode(code, Behaviour.valueOf(arg));
        shop.scanner().scan(code);
        yield done(what);
      }
      default -> {
        boolean paid = shop.wallet().scanNewest(true) || shop.wechat().scanNewest(true);
        yield paid ? "the phone paid" : "no code that can be paid";
      }
    };
  }

  /** What plays while nobody is there hangs, or is taken down. */
  private String poster(String arg) throws IOException {
    DemoMedia media = DemoMedia.of(shop);
    if (arg.equals("OUT")) {
      media.takeOut();
    } else {
      media.hang();
    }
    return done("poster") + arg;
  }

  /** What the card terminal does with the next card, or whether it reaches its bank. */
  private String card(String arg) {
    if (arg.startsWith("HOST=")) {
      shop.card().host(arg.endsWith("UP"));
    } else {
      shop.card().script(CardBehaviour.valueOf(arg));
    }
    return done("card") + arg;
  }

  /** The last receipt is held to the scanner. */
  private String receipt() throws IOException {
    List<String> sales = shop.collector().ofType(SaleRecord.SALE);
    if (sales.isEmpty()) {
      return "nothing was sold yet";
    }
    String token = JSON.readTree(sales.getLast()).path("receiptToken").asText();
    shop.scanner().scan(shop.collector().receipts() + token);
    return done("receipt");
  }

  /** Somebody, or nobody, stands before the camera. */
  private String camera(String who) throws IOException {
    switch (who) {
      case "NOBODY" -> shop.unplugCamera();
      case "PRINT" -> shop.film(FacePrint.of(FaceClip.Person.ANNA));
      default -> shop.film(FaceClip.Person.valueOf(who));
    }
    return done("camera");
  }

  /** What is laid into the bags or taken out of them; every article has a mass of its own. */
  private synchronized String bags(String arg) {
    if (!shop.hasCabinet()) {
      return "no scale under the bags";
    }
    long article = 80_000 + Math.floorMod(scanned.hashCode(), 900) * 1_000L;
    bagMilligrams =
        switch (arg) {
          case "LAST" -> bagMilligrams + article;
          case "MORE" -> bagMilligrams + OTHER_MILLIGRAMS;
          case "LESS" -> Math.max(0, bagMilligrams - OTHER_MILLIGRAMS);
          default -> 0;
        };
    shop.cabinet().bags().load(bagMilligrams);
    return "in the bags: " + bagMilligrams / 1_000 + " g";
  }

  /** A fault of a simulated device, switched on or off, or all of its faults put right. */
  private String device(String arg) throws IOException {
    String[] parts = arg.split("=", 2);
    SimulatedPeer peer = shop.peers().get(parts[0]);
    if (peer == null || parts.length < 2) {
      return "no device " + parts[0];
    }
    if (parts[1].equals("HEAL")) {
      peer.heal();
      return parts[0] + " is well again";
    }
    Fault fault = Fault.valueOf(parts[1]);
    if (!peer.suffers(fault)) {
      peer.inflict(fault);
      return parts[0] + " suffers: " + fault;
    }
    if (fault == Fault.HANG_UP) {
      peer.plugIn();
    } else {
      peer.cure(fault);
    }
    return parts[0] + " suffers no longer: " + fault;
  }

  private void fault(String name, boolean on) throws IOException {
    switch (name) {
      case "network" -> shop.network(!on);
      case "paper" -> shop.printer().paperOut(on);
      case "cover" -> shop.printer().coverOpen(on);
      case "cutter" -> shop.printer().cutterError(on);
      default -> throw new IOException("no fault " + name);
    }
  }

  private ObjectNode state() throws IOException {
    ObjectNode json = JSON.createObjectNode();
    ObjectNode on = json.putObject("faults");
    faults.forEach(on::put);
    ObjectNode devices = json.putObject("devices");
    shop.peers()
        .forEach(
            (name, peer) -> {
              ArrayNode suffered = devices.putArray(name);
              for (Fault fault : Fault.values()) {
                if (peer.suffers(fault)) {
                  suffered.add(fault.name());
                }
              }
            });
    if (shop.hasCabinet()) {
      new BenchContainer(shop.cabinet().container()).tell(json.putArray("lanes"));
    }
    ObjectNode books = json.putObject("books");
    List<Trade> trades = new ArrayList<>(shop.wallet().trades());
    trades.addAll(shop.wechat().trades());
    books.put("orders at the wallets", trades.size());
    books.put("paid", trades.stream().filter(t -> t.status() == Trade.Status.PAID).count());
    if (!Boolean.TRUE.equals(faults.get("network"))) {
      books.put("sales at the collector", shop.collector().ofType(SaleRecord.SALE).size());
      books.put("calls for staff", shop.collector().ofType(SaleRecord.CALL).size());
    }
    List<Path> paper = shop.printer().paper();
    books.put("receipts printed", paper.size());
    if (!paper.isEmpty()) {
      json.put("paper", String.valueOf(paper.getLast().getFileName()));
    }
    return json;
  }

  private ArrayNode goods() {
    ArrayNode list = JSON.createArrayNode();
    for (Product p : goods) {
      Optional<String> label = label(p);
      if (label.isEmpty()) {
        continue;
      }
      ObjectNode node = list.addObject().put("code", p.code()).put("scan", label.get());
      node.put("zh", p.zh().name());
      node.put("en", p.en().name()).put("price", Money.of(p.price(), "CNY").figures());
    }
    return list;
  }

  /** What stands on it; empty for what is counted at the till and has no label. */
  private Optional<String> label(Product p) {
    String item = p.code().substring(2);
    if (p.unit() == Product.Unit.KILOGRAM) {
      return Optional.of(Barcodes.weighed(item, 300 + random.nextInt(900)));
    }
    boolean inStore = p.code().length() == IN_STORE_DIGITS;
    if (inStore && p.code().startsWith("22")) {
      return Optional.of(Barcodes.priced(item, p.price()));
    }
    return inStore ? Optional.empty() : Optional.of(p.code());
  }

  private Response paper(Request request) throws IOException {
    String name = request.path().substring(PAPER.length());
    for (Path picture : shop.printer().paper()) {
      if (String.valueOf(picture.getFileName()).equals(name)) {
        return Response.of(200, "image/png", Files.readAllBytes(picture));
      }
    }
    return Response.text(404, "no such receipt");
  }

  private static Response asset(String name, String type) throws IOException {
    try (InputStream in = BenchPage.class.getResourceAsStream(name)) {
      return in == null
          ? Response.text(404, "missing " + name)
          : Response.of(200, type, in.readAllBytes());
    }
  }
}
