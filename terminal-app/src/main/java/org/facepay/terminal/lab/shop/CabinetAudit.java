package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.GoodsFile;
import org.facepay.terminal.lab.sandbox.Promise;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.sale.Numbering;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.StampName;

/**
 * Compares what left a container with the wallet's own books. That somebody has to look, or owes,
 * is what the collector was told.
 */
public final class CabinetAudit {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BOOKS_SECONDS = 90;

  private final DemoShop shop;
  private final PrintStream out;
  private final Map<String, Long> prices;
  private final List<Visit> visits = new ArrayList<>();
  private int stuck;

  CabinetAudit(DemoShop shop, PrintStream out) throws IOException {
    try {
      prices =
          GoodsFile.read(
                  shop.config().resolveSibling("goods.tsv"),
                  Currency.getInstance("CNY"),
                  new Numbering(List.of(), ""))
              .products()
              .stream()
              .collect(Collectors.toMap(Product::code, Product::price));
    } catch (CatalogueException e) {
      throw new IOException(e.getMessage(), e);
    }
    this.shop = shop;
    this.out = out;
  }

  /** What truly happened in one visit. */
  static final class Visit {
    final int number;

    /** Names of articles that are not in the container any more. */
    final List<String> carried = new ArrayList<>();

    final Set<String> orders = new HashSet<>();

    /** Something lies where it does not belong, which counts as taken. */
    boolean misplaced;

    /** The door was opened by the one who was let in. */
    boolean seen;

    /** The door opened while nothing was promised. */
    boolean openForAnybody;

    Visit(int number) {
      this.number = number;
    }
  }

  /** What all visits came to. */
  public record Result(
      int visits,
      int settled,
      int asked,
      int review,
      int doubleCharged,
      int lost,
      int openUnpaid,
      int wrongVisitor)
      implements Judged {
    /** Whether nothing is wrong. */
    @Override
    public boolean good() {
      return doubleCharged + lost + openUnpaid + wrongVisitor == 0;
    }

    @Override
    public String toString() {
      return ("CABINET visits=%d settled=%d asked=%d review=%d doubleCharged=%d lost=%d"
              + " openUnpaid=%d wrongVisitor=%d")
          .formatted(visits, settled, asked, review, doubleCharged, lost, openUnpaid, wrongVisitor);
    }
  }

  void add(Visit visit) {
    visits.add(visit);
  }

  /** A terminal that did not come to an end by itself. */
  void stuck() {
    stuck++;
  }

  /** Until every promise has ended and the collector has heard of it. */
  void awaitBooks() throws IOException, InterruptedException {
    for (int i = 0; i < BOOKS_SECONDS * 10 && !atRest(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    shop.wallet().promises().stream()
        .filter(p -> p.status() != Promise.Status.OVER)
        .forEach(p -> out.println("still promised: " + p));
  }

  private boolean atRest() throws IOException {
    List<Promise> promises = shop.wallet().promises();
    long paid = promises.stream().filter(p -> p.paidFen() > 0).count();
    return promises.stream().allMatch(p -> p.status() == Promise.Status.OVER)
        && shop.collector().ofType(SaleRecord.SALE).size() >= paid;
  }

  private List<JsonNode> told(String type) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String event : shop.collector().ofType(type)) {
      events.add(JSON.readTree(event));
    }
    return events;
  }

  /** The verdict over everything. */
  Result judge() throws IOException {
    Map<String, JsonNode> told = new HashMap<>();
    int asked = 0;
    int review = 0;
    for (JsonNode event : told(SaleRecord.VISIT)) {
      told.put(StampName.of(event.path("session").asLong()), event);
      asked += event.path("decision").asText().equals("ASK") ? 1 : 0;
      review += event.path("why").asText().isEmpty() ? 0 : 1;
    }
    Set<String> owed = new HashSet<>();
    told(SaleRecord.DEBT).forEach(e -> owed.add(e.path("saleId").asText()));
    Map<String, Long> books = new HashMap<>();
    shop.wallet().promises().forEach(p -> books.put(p.outOrderNo(), p.paidFen()));
    Wrong wrong = new Wrong();
    for (Visit visit : visits) {
      judge(visit, books, told, owed, wrong);
    }
    shop.wallet().violations().forEach(v -> out.println("the wallet refused: " + v));
    return new Result(
        visits.size(),
        told.size(),
        asked,
        review,
        wrong.twice + shop.wallet().violations().size(),
        wrong.lost,
        wrong.open + stuck,
        wrong.others);
  }

  /** What is wrong with all visits. */
  private static final class Wrong {
    int twice;
    int lost;
    int open;
    int others;
  }

  private void judge(
      Visit visit,
      Map<String, Long> books,
      Map<String, JsonNode> told,
      Set<String> owed,
      Wrong wrong) {
    List<Long> payments =
        visit.orders.stream().map(o -> books.getOrDefault(o, 0L)).filter(fen -> fen > 0).toList();
    long paid = payments.stream().mapToLong(Long::longValue).sum();
    boolean seen = visit.orders.stream().anyMatch(o -> owed.contains(o) || looked(told, o));
    long worth = visit.carried.stream().mapToLong(this::price).sum();
    boolean few = worth > paid && !seen;
    boolean much = paid > worth && !visit.misplaced;
    wrong.twice += payments.size() > 1 ? 1 : 0;
    wrong.lost += few ? 1 : 0;
    wrong.open += visit.openForAnybody ? 1 : 0;
    wrong.others += much ? 1 : 0;
    if (few || much || visit.openForAnybody || payments.size() > 1) {
      out.printf(
          "visit %d: carried %s (%d), paid %d, orders %s, told %s%n",
          visit.number, visit.carried, worth, paid, visit.orders, events(told, visit));
    }
  }

  private static List<JsonNode> events(Map<String, JsonNode> told, Visit visit) {
    return visit.orders.stream()
        .map(CabinetAudit::session)
        .distinct()
        .flatMap(session -> Stream.ofNullable(told.get(session)))
        .toList();
  }

  private static boolean looked(Map<String, JsonNode> told, String order) {
    JsonNode visit = told.get(session(order));
    return visit != null && !visit.path("why").asText().isEmpty();
  }

  /** The session of an order: K3_7F3K_94XQ1C0B_1 is the first of 94XQ1C0B. */
  private static String session(String order) {
    return order.split("_", -1)[2];
  }

  private long price(String code) {
    return Objects.requireNonNull(prices.get(code), code);
  }
}
