package org.facepay.terminal.receipt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.provider.agreement.AgreementProvider;
import org.facepay.terminal.provider.balance.BalanceProvider;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.promotion.PriceModifier;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.session.Act;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Movement;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Shopper;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.visit.Debt;
import org.facepay.terminal.session.visit.Piece;
import org.facepay.terminal.session.visit.Settled;

/**
 * Sessions as JSON for the journal's sales and for the collector. Amounts are integers in minor
 * units.
 */
public final class SaleRecord {
  public static final String SALE = "org.facepay.sale.completed";
  public static final String REFUND = "org.facepay.sale.refunded";
  public static final String REFUND_SETTLED = "org.facepay.sale.refund-settled";
  public static final String HANDED_OVER = "org.facepay.payment.handed-over";
  public static final String SETTLED_LATER = "org.facepay.payment.settled-later";
  public static final String ABANDONED = "org.facepay.basket.abandoned";
  public static final String FACE_WITHDRAWN = "org.facepay.face.withdrawn";
  public static final String ACT = "org.facepay.attendant.acted";
  public static final String STOCK = "org.facepay.stock.moved";
  public static final String CALL = "org.facepay.attendant.called";
  public static final String VISIT = "org.facepay.container.visited";
  public static final String OBJECTION = "org.facepay.container.objection";
  public static final String DEBT = "org.facepay.container.debt";
  public static final String DEBT_PAID = "org.facepay.container.debt-paid";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Identity identity;
  private final ReceiptLinks links;
  private final Ways ways;

  /**
   * @param ways what paying in parts costs
   */
  public SaleRecord(Identity identity, ReceiptLinks links, Ways ways) {
    this.identity = identity;
    this.links = links;
    this.ways = ways;
  }

  /** The sale's id: its order number, which is never used twice. */
  public static String id(Payment payment) {
    return payment.order().outTradeNo();
  }

  /** UTF-8 JSON of a finished sale. */
  public byte[] sale(Effect.RecordSale effect, Instant at) {
    Session session = effect.session();
    ObjectNode json = head(session, at);
    String id = id(effect.payment());
    json.put("saleId", id).put("receiptToken", links.token(id));
    json.put("receiptLink", links.link(id).toString());
    goods(json, session.priced());
    session.staff().acts().forEach(act -> act(json.withArray("staff").addObject(), act));
    session.member().ifPresent(m -> json.put("member", m.id()));
    byFace(session, effect.payment())
        .ifPresent(
            m ->
                json.putObject("face")
                    .put("similarity", m.similarity())
                    .put("liveness", m.liveness()));
    payment(json.putObject("payment"), effect);
    return bytes(json);
  }

  private void payment(ObjectNode payment, Effect.RecordSale effect) {
    String provider = effect.payment().order().provider();
    Phrase way = PaperWords.paidWith(provider);
    payment
        .put("provider", provider)
        .put("way", way.in(Language.CHINESE))
        .put("wayEn", way.in(Language.ENGLISH))
        .put("outTradeNo", id(effect.payment()));
    if (effect.payment().end().orElseThrow() instanceof Payment.End.Paid(String tradeNo)) {
      payment.put("tradeNo", tradeNo);
    }
    Act.last(effect.session().staff().acts(), Act.Deed.CASH_TAKEN)
        .ifPresent(
            cash ->
                payment
                    .put("receivedMinor", cash.minor())
                    .put("changeMinor", cash.minor() - effect.session().priced().total().minor()));
    payment.put("amountMinor", effect.payment().order().amount().minor());
    ways.parts(effect.payment().order())
        .ifPresent(
            parts ->
                payment
                    .putObject("instalments")
                    .put("months", parts.months())
                    .put("eachMinor", parts.cost().each())
                    .put("feeMinor", parts.cost().fee()));
  }

  /** UTF-8 JSON of a refund: a sale below zero that names the one it belongs to. */
  public byte[] refund(Effect.RecordRefund effect, Instant at) {
    PastSale sale = effect.goods().sale();
    Money amount = sale.amount(effect.goods().lines());
    ObjectNode json = JSON.createObjectNode().put("shop", identity.shop().zh());
    json.put("terminal", identity.id()).put("terminalName", identity.terminal().zh());
    json.put("completed", at.toString()).put("localTime", Words.time(at, identity.zone()));
    json.put("refundId", effect.requestNo()).put("saleId", sale.id());
    json.put("attendant", effect.goods().attendant());
    json.put("totalMinor", -amount.minor()).put("currency", sale.currency());
    json.put("settlement", effect.settlement().name());
    json.put("back", Words.refunded(sale.provider(), effect.settlement(), Language.CHINESE));
    json.put("backEn", Words.refunded(sale.provider(), effect.settlement(), Language.ENGLISH));
    ArrayNode numbers = json.putArray("refundedLines");
    ArrayNode pieces = json.putArray("refundedPieces");
    ArrayNode amounts = json.putArray("refundedMinor");
    for (PastSale.PastLine line : sale.lines()) {
      int count = effect.goods().pieces(line);
      if (count > 0) {
        numbers.add(line.number());
        pieces.add(count);
        amounts.add(line.share(count));
      }
    }
    json.putObject("payment").put("provider", sale.provider()).put("outTradeNo", sale.id());
    return bytes(json);
  }

  /** The member whose face paid: how sure that was belongs to the proof of the payment. */
  private static Optional<Shopper.Recognition> byFace(Session session, Payment payment) {
    String provider = payment.order().provider();
    return provider.equals(BalanceProvider.NAME) || provider.equals(AgreementProvider.NAME)
        ? session.shopper().recognition()
        : Optional.empty();
  }

  /** UTF-8 JSON of an order that staff have taken over: all that is known of it. */
  public byte[] handedOver(Effect.RecordHandedOver effect, Instant at) {
    ObjectNode json = head(effect.session(), at).put("attendant", effect.attendant());
    Payment payment = effect.payment();
    json.put("started", payment.started().toString())
        .put("unknownSince", payment.doubtSince().orElse(at).toString());
    json.put("lastDone", payment.doing().name()).put("tries", payment.tries());
    json.putObject("payment")
        .put("provider", payment.order().provider())
        .put("outTradeNo", payment.order().outTradeNo())
        .put("amountMinor", payment.order().amount().minor());
    goods(json, effect.session().priced());
    return bytes(json);
  }

  /** UTF-8 JSON of the end of such an order. */
  public byte[] settledLater(Payment payment) {
    ObjectNode json = JSON.createObjectNode().put("terminal", identity.id());
    json.put("provider", payment.order().provider())
        .put("outTradeNo", payment.order().outTradeNo())
        .put("amountMinor", payment.order().amount().minor());
    boolean kept = payment.end().orElseThrow() instanceof Payment.End.Paid;
    return bytes(json.put("moneyKept", kept));
  }

  /** UTF-8 JSON of the end of a refund that was on its way: the money has arrived. */
  public byte[] refundSettled(Order order, Money amount, String requestNo) {
    ObjectNode json = JSON.createObjectNode().put("terminal", identity.id());
    json.put("refundId", requestNo).put("saleId", order.outTradeNo());
    return bytes(json.put("provider", order.provider()).put("amountMinor", amount.minor()));
  }

  /** UTF-8 JSON of a basket that was given up. */
  public byte[] abandoned(Effect.RecordAbandoned effect, Instant at) {
    ObjectNode json = head(effect.session(), at).put("why", effect.why());
    goods(json, effect.session().priced());
    return bytes(json);
  }

  /** UTF-8 JSON of a visit to a cabinet. */
  public byte[] visit(Effect.RecordVisit effect, Instant at) {
    Settled settled = effect.settled();
    ObjectNode json = head(effect.session(), at).put("decision", settled.decision().name());
    json.put("why", effect.why()).put("owedMinor", effect.owedMinor());
    pieces(json.putArray("pieces"), settled.pieces());
    pieces(json.putArray("certain"), settled.certain());
    ArrayNode choices = json.putArray("choices");
    settled.choices().forEach(choice -> pieces(choices.addArray(), choice));
    effect
        .bill()
        .ifPresent(
            bill ->
                json.putObject("bill")
                    .put("saleId", bill.sale())
                    .put("objectUntil", bill.until().toString())
                    .put("objectUntilLocal", Words.time(bill.until(), identity.zone())));
    return bytes(json.put("evidence", settled.evidence()));
  }

  private static void pieces(ArrayNode array, List<Piece> pieces) {
    for (Piece piece : pieces) {
      array
          .addObject()
          .put("code", piece.product().code())
          .put("name", piece.product().zh().name())
          .put("count", piece.count())
          .put("shelf", piece.shelf())
          .put("priceMinor", piece.product().price())
          .put("sure", piece.sure());
    }
  }

  /**
   * UTF-8 JSON of what has come of an objection to a line of a visit's bill.
   *
   * @param state REVIEW, REFUNDING, RETURNED, KEPT or EXPIRED
   * @param minor what goes back
   */
  public byte[] objection(String sale, int line, String state, long minor) {
    ObjectNode json = JSON.createObjectNode().put("terminal", identity.id());
    json.putObject("bill")
        .put("saleId", sale)
        .put("line", line)
        .put("state", state)
        .put("minor", minor);
    return bytes(json);
  }

  /** UTF-8 JSON of what somebody owes; who that is stays here. */
  public byte[] debt(Debt debt) {
    ObjectNode json = JSON.createObjectNode().put("terminal", identity.id());
    json.put("saleId", debt.order()).put("minor", debt.minor());
    json.put("since", debt.since().toString()).put("why", debt.why().name());
    pieces(json.putArray("pieces"), debt.goods());
    return bytes(json);
  }

  /** UTF-8 JSON of a debt that was paid. */
  public byte[] debtPaid(Effect.RecordDebtPaid effect, Instant at) {
    ObjectNode json = JSON.createObjectNode().put("terminal", identity.id());
    json.put("saleId", effect.debt().order()).put("minor", effect.debt().minor());
    json.put("paid", at.toString()).put("outTradeNo", effect.order().outTradeNo());
    return bytes(json.put("provider", effect.order().provider()));
  }

  /** UTF-8 JSON of a call for staff. */
  public byte[] call(Effect.CallStaff effect, Instant at) {
    ObjectNode json = JSON.createObjectNode().put("terminal", identity.id());
    json.put("terminalName", identity.terminal().zh())
        .put("localTime", Words.time(at, identity.zone()));
    return bytes(json.put("why", effect.why()).put("reference", effect.reference()));
  }

  /** UTF-8 JSON of what a member of staff did. */
  public byte[] act(Effect.RecordAct effect, Instant at) {
    ObjectNode json = JSON.createObjectNode().put("terminal", identity.id());
    json.put("terminalName", identity.terminal().zh())
        .put("localTime", Words.time(at, identity.zone()));
    act(json, effect.act());
    return bytes(json.put("reference", effect.reference()));
  }

  private static void act(ObjectNode json, Act act) {
    json.put("deed", act.deed().name()).put("attendant", act.attendant());
    json.put("at", act.at().toString()).put("why", act.why());
    if (act.minor() != 0) {
      json.put("minor", act.minor());
    }
  }

  /** UTF-8 JSON of pieces that came into a machine, or went, by hand. */
  public byte[] stock(Effect.RecordStock effect, Instant at) {
    ObjectNode json = JSON.createObjectNode().put("terminal", identity.id());
    json.put("attendant", effect.attendant()).put("at", at.toString());
    for (Movement movement : effect.movements()) {
      ObjectNode row = json.withArray("movements").addObject();
      row.put("slot", movement.place().slot()).put("code", movement.place().code());
      movement.before().ifPresent(before -> row.put("before", before));
      row.put("now", movement.now());
    }
    return bytes(json);
  }

  /** UTF-8 JSON of a withdrawn face: every other terminal deletes what it has of the member. */
  public byte[] withdrawn(Effect.RecordFaceWithdrawn effect, Instant at) {
    ObjectNode json = JSON.createObjectNode().put("terminal", identity.id());
    return bytes(json.put("member", effect.member()).put("withdrawn", at.toString()));
  }

  private ObjectNode head(Session session, Instant at) {
    ObjectNode json = JSON.createObjectNode();
    json.put("shop", identity.shop().zh())
        .put("terminal", identity.id())
        .put("terminalName", identity.terminal().zh());
    json.put("session", session.id()).put("opened", session.opened().toString());
    return json.put("completed", at.toString()).put("localTime", Words.time(at, identity.zone()));
  }

  private static void goods(ObjectNode json, Priced priced) {
    Money total = priced.total();
    json.put("totalMinor", total.minor()).put("currency", total.currency().getCurrencyCode());
    json.put("savedMinor", priced.saved());
    if (priced.gap() > 0) {
      json.put("offersGapMinor", priced.gap());
    }
    for (Priced.Line line : priced.lines().reversed()) {
      Product product = line.goods().product();
      ObjectNode node = json.withArray("lines").addObject();
      node.put("code", product.code())
          .put("name", product.zh().name())
          .put("nameEn", product.en().name());
      if (!line.goods().supplement().isEmpty()) {
        node.put("supplement", line.goods().supplement());
      }
      node.put("quantity", Words.quantity(line.goods())).put("unitPriceMinor", line.unitPrice());
      if (!product.age().equals(AgeLimit.NONE)) {
        node.put("ageLimit", product.age().years());
      }
      node.put("amountMinor", line.amount()).put("taxBasisPoints", product.tax().basisPoints());
      for (PriceModifier modifier : line.modifiers()) {
        ObjectNode why = node.withArray("modifiers").addObject();
        why.put("reason", modifier.reason().name()).put("minor", modifier.minor());
        modifier
            .offer()
            .ifPresent(
                offer ->
                    why.put("offer", offer.id())
                        .put("name", offer.name().zh())
                        .put("nameEn", offer.name().en()));
      }
    }
    for (Priced.TaxLine tax : priced.taxes()) {
      ObjectNode node = json.withArray("taxes").addObject().put("rate", tax.rate().label());
      node.put("grossMinor", tax.gross()).put("taxMinor", tax.tax());
    }
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
