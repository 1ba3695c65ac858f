package org.facepay.terminal.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.facepay.kiosk.screen.Intent;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Outgoing;
import org.facepay.terminal.loop.EventCodec;
import org.facepay.terminal.loop.Machine;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.EarlierTouches;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * Sessions of one kind for the loop: what of their effects is committed together with an event.
 *
 * @param <G> the stages of the kind
 */
public final class Books<G> implements Machine<State<G>, Event, Effect> {
  private static final String CALL = "call-";

  private final Frame<G> frame;
  private final SaleRecord records;
  private final EventCodec<Event> codec =
      new EventCodec<>(
          Event.class,
          List.of(
              Intent.class,
              Quantity.class,
              Outcome.class,
              FaceResult.class,
              RefundProvider.Refund.class),
          List.of(
              new EventCodec.Redaction<>(PayCode.class, PayCode.GONE),
              new EventCodec.Redaction<>(Credential.class, new Credential.Gone()),
              new EventCodec.Redaction<>(Digits.Digit.class, Digits.Digit.GONE)),
          EarlierTouches::read);

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
        .<Event>map(id -> new Answered.CallDelivered(Long.parseLong(id.substring(CALL.length()))))
        .toList();
  }
}
