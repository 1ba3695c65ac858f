package org.facepay.terminal.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.facepay.kiosk.screen.Intent;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Outgoing;
import org.facepay.terminal.loop.EventCodec;
import org.facepay.terminal.loop.Machine;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.EarlierTouches;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.PhoneLink;
import org.facepay.terminal.session.Placed;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.visit.Admission;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/** Sessions of one kind, with stages {@code G}: what is committed together with an event. */
public final class Books<G> implements Machine<State<G>, Event, Effect> {
  private static final String CALL = "call-";

  private final Frame<G> frame;
  private final SaleRecord records;
  private final EventCodec<Event> codec = events();

  /** How the journal writes events. */
  public static EventCodec<Event> events() {
    return new EventCodec<>(
        Event.class,
        List.of(
            Intent.class,
            Quantity.class,
            Outcome.class,
            HoldOutcome.class,
            Admission.class,
            Placed.class,
            FaceResult.class,
            MemberResult.class,
            RefundProvider.Refund.class),
        List.of(
            new EventCodec.Redaction<>(PayCode.class, PayCode.GONE),
            new EventCodec.Redaction<>(Credential.class, new Credential.Gone()),
            new EventCodec.Redaction<>(Digits.Digit.class, Digits.Digit.GONE),
            new EventCodec.Redaction<>(MemberCode.class, MemberCode.GONE),
            new EventCodec.Redaction<>(PhoneLink.class, PhoneLink.GONE)),
        EarlierTouches::read);
  }

  public Books(Frame<G> frame, SaleRecord records) {
    this.frame = frame;
    this.records = records;
  }

  @Override
  public State<G> start() {
    return State.start();
  }

  @Override
  public Step<State<G>, Effect> step(State<G> state, Stamped<Event> event) {
    return frame.step(state, event);
  }

  @Override
  public OptionalLong session(State<G> state) {
    return state.openSession().map(Session::id).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  @Override
  public EventCodec<Event> codec() {
    return codec;
  }

  @Override
  public Records records(List<Effect> effects, Stamped<Event> event) {
    Optional<Append.Sale> sale = Optional.empty();
    List<Outgoing> outgoing = new ArrayList<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Publish publish) {
        Outgoing row = outgoing(publish, event);
        Optional<Append.Sale> made = sale(publish, row);
        sale = made.isPresent() ? made : sale;
        outgoing.add(row);
      }
    }
    return new Records(sale, outgoing);
  }

  /** What the collector gets. */
  private Outgoing outgoing(Effect.Publish publish, Stamped<Event> event) {
    Instant at = event.at();
    return switch (publish) {
      case Effect.RecordSale paid ->
          new Outgoing(
              "sale-" + SaleRecord.id(paid.payment()), SaleRecord.SALE, at, records.sale(paid, at));
      case Effect.RecordRefund refund ->
          new Outgoing(
              "refund-" + refund.requestNo(), SaleRecord.REFUND, at, records.refund(refund, at));
      case Effect.RecordHandedOver handed ->
          new Outgoing(
              "handed-over-" + handed.payment().order().outTradeNo(),
              SaleRecord.HANDED_OVER,
              at,
              records.handedOver(handed, at));
      case Effect.RecordAbandoned abandoned ->
          new Outgoing(
              "abandoned-" + event.stamp(),
              SaleRecord.ABANDONED,
              at,
              records.abandoned(abandoned, at));
      case Effect.RecordFaceWithdrawn gone ->
          new Outgoing(
              "face-withdrawn-" + event.stamp(),
              SaleRecord.FACE_WITHDRAWN,
              at,
              records.withdrawn(gone, at));
      case Effect.RecordAct act ->
          new Outgoing(
              "act-" + event.stamp() + "-" + act.act().deed().name(),
              SaleRecord.ACT,
              at,
              records.act(act, at));
      case Effect.OfVisit visit -> ofVisit(visit, event);
      case Effect.RecordStock stock ->
          new Outgoing("stock-" + event.stamp(), SaleRecord.STOCK, at, records.stock(stock, at));
      case Effect.CallStaff call ->
          new Outgoing(CALL + call.call(), SaleRecord.CALL, at, records.call(call, at));
    };
  }

  private Outgoing ofVisit(Effect.OfVisit publish, Stamped<Event> event) {
    Instant at = event.at();
    return switch (publish) {
      case Effect.RecordVisit visit ->
          new Outgoing("visit-" + event.stamp(), SaleRecord.VISIT, at, records.visit(visit, at));
      case Effect.RecordDebtPaid paid ->
          new Outgoing(
              "debt-paid-" + paid.debt().order(),
              SaleRecord.DEBT_PAID,
              at,
              records.debtPaid(paid, at));
    };
  }

  /** What the shop has taken or given back, if that is what the row tells of. */
  private static Optional<Append.Sale> sale(Effect.Publish publish, Outgoing row) {
    return switch (publish) {
      case Effect.RecordSale paid -> {
        Money total = paid.payment().order().amount();
        yield Optional.of(sale(SaleRecord.id(paid.payment()), total, total.minor(), row));
      }
      case Effect.RecordRefund refund -> {
        Money amount = refund.goods().sale().amount(refund.goods().lines());
        yield Optional.of(sale(refund.requestNo(), amount, -amount.minor(), row));
      }
      case Effect.RecordHandedOver _,
          Effect.RecordAbandoned _,
          Effect.RecordFaceWithdrawn _,
          Effect.RecordAct _,
          Effect.OfVisit _,
          Effect.RecordStock _,
          Effect.CallStaff _ ->
          Optional.empty();
    };
  }

  private static Append.Sale sale(String id, Money amount, long minor, Outgoing row) {
    return new Append.Sale(id, row.at(), minor, amount.currency().getCurrencyCode(), row.data());
  }

  /** What follows from rows the collector has stored: calls have reached staff. */
  public static List<Event> stored(List<String> ids) {
    return ids.stream()
        .filter(id -> id.startsWith(CALL))
        .<Event>map(id -> new Answered.CallDelivered(Long.parseLong(id.substring(CALL.length()))))
        .toList();
  }
}
