package org.facepay.terminal.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Outgoing;
import org.facepay.terminal.checkout.Checkout;
import org.facepay.terminal.checkout.State;
import org.facepay.terminal.loop.EventCodec;
import org.facepay.terminal.loop.Machine;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/** Self-checkout for the loop: what of its effects is committed together with an event. */
public final class Books implements Machine<State, Event, Effect> {
  private static final String CALL = "call-";

  private final Checkout checkout;
  private final SaleRecord records;
  private final EventCodec<Event> codec =
      new EventCodec<>(
          Event.class,
          List.of(Quantity.class, Outcome.class, FaceResult.class, RefundProvider.Refund.class),
          List.of(
              new EventCodec.Redaction<>(PayCode.class, PayCode.GONE),
              new EventCodec.Redaction<>(Credential.class, new Credential.Gone()),
              new EventCodec.Redaction<>(Digits.Digit.class, Digits.Digit.GONE)));

  public Books(Checkout checkout, SaleRecord records) {
    this.checkout = checkout;
    this.records = records;
  }

  @Override
  public State start() {
    return Checkout.START;
  }

  @Override
  public Step<State, Effect> step(State state, Stamped<Event> event) {
    return checkout.step(state, event);
  }

  @Override
  public OptionalLong session(State state) {
    Optional<Session> open = state.openSession();
    return open.isPresent() ? OptionalLong.of(open.get().id()) : OptionalLong.empty();
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
      if (!(effect instanceof Effect.Publish publish)) {
        continue;
      }
      switch (publish) {
        case Effect.RecordSale paid -> {
          byte[] body = records.sale(paid, event.at());
          String id = SaleRecord.id(paid.payment());
          Money total = paid.payment().order().amount();
          sale =
              Optional.of(
                  new Append.Sale(
                      id, event.at(), total.minor(), total.currency().getCurrencyCode(), body));
          outgoing.add(new Outgoing("sale-" + id, SaleRecord.SALE, event.at(), body));
        }
        case Effect.RecordRefund refund -> {
          byte[] body = records.refund(refund, event.at());
          String id = refund.requestNo();
          Money amount = refund.goods().sale().amount(refund.goods().lines());
          sale =
              Optional.of(
                  new Append.Sale(
                      id, event.at(), -amount.minor(), amount.currency().getCurrencyCode(), body));
          outgoing.add(new Outgoing("refund-" + id, SaleRecord.REFUND, event.at(), body));
        }
        case Effect.RecordHandedOver handed ->
            outgoing.add(
                new Outgoing(
                    "handed-over-" + handed.payment().order().outTradeNo(),
                    SaleRecord.HANDED_OVER,
                    event.at(),
                    records.handedOver(handed, event.at())));
        case Effect.RecordAbandoned abandoned ->
            outgoing.add(
                new Outgoing(
                    "abandoned-" + event.stamp(),
                    SaleRecord.ABANDONED,
                    event.at(),
                    records.abandoned(abandoned, event.at())));
        case Effect.RecordFaceWithdrawn gone ->
            outgoing.add(
                new Outgoing(
                    "face-withdrawn-" + event.stamp(),
                    SaleRecord.FACE_WITHDRAWN,
                    event.at(),
                    records.withdrawn(gone, event.at())));
        case Effect.CallStaff call ->
            outgoing.add(
                new Outgoing(
                    CALL + call.call(),
                    SaleRecord.CALL,
                    event.at(),
                    records.call(call, event.at())));
      }
    }
    return new Records(sale, outgoing);
  }

  /** The events that follow from rows the collector has stored: calls that have reached staff. */
  public static List<Event> stored(List<String> ids) {
    return ids.stream()
        .filter(id -> id.startsWith(CALL))
        .<Event>map(id -> new Event.CallDelivered(Long.parseLong(id.substring(CALL.length()))))
        .toList();
  }
}
