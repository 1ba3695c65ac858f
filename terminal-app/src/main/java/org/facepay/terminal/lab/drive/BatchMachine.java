package org.facepay.terminal.lab.drive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.facepay.sync.journal.Append;
import org.facepay.terminal.lab.drive.BatchState.Basket;
import org.facepay.terminal.lab.drive.BatchState.Charging;
import org.facepay.terminal.lab.drive.BatchState.Idle;
import org.facepay.terminal.lab.drive.BatchState.Open;
import org.facepay.terminal.lab.drive.BatchState.Presenting;
import org.facepay.terminal.lab.drive.BatchState.Refunding;
import org.facepay.terminal.loop.EventCodec;
import org.facepay.terminal.loop.Machine;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * A basket from its opening to its line, around the till's own {@code PaymentFlow}: the next code
 * is asked for only when the order before has truly ended without money.
 */
final class BatchMachine implements Machine<BatchState, BatchEvent, BatchEffect> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BatchRules rules;
  private final EventCodec<BatchEvent> codec =
      new EventCodec<>(
          BatchEvent.class,
          List.of(Outcome.class, RefundProvider.Refund.class),
          List.of(new EventCodec.Redaction<>(PayCode.class, PayCode.GONE)),
          (name, body) -> Optional.empty());

  BatchMachine(BatchRules rules) {
    this.rules = rules;
  }

  @Override
  public BatchState start() {
    return new Idle();
  }

  @Override
  public OptionalLong session(BatchState state) {
    return state instanceof Open open ? OptionalLong.of(open.basket().id()) : OptionalLong.empty();
  }

  @Override
  public EventCodec<BatchEvent> codec() {
    return codec;
  }

  /**
   * A settled line is kept as a sale, so that a kill before it is told cannot make the basket be
   * charged again.
   */
  @Override
  public Records records(List<BatchEffect> effects, Stamped<BatchEvent> event) {
    for (BatchEffect effect : effects) {
      if (effect instanceof BatchEffect.Tell(BatchEffect.Line line) && line.settled()) {
        Append.Sale sale =
            new Append.Sale(
                id(line.basket()), event.at(), line.amountMinor(), line.currency(), encode(line));
        return new Records(Optional.of(sale), List.of());
      }
    }
    return new Records(Optional.empty(), List.of());
  }

  static String id(int basket) {
    return "basket-" + basket;
  }

  static byte[] encode(BatchEffect.Line line) {
    try {
      return JSON.writeValueAsString(line).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line is a plain record", e);
    }
  }

  @Override
  public Step<BatchState, BatchEffect> step(BatchState state, Stamped<BatchEvent> event) {
    return switch (state) {
      case Idle idle -> idle(idle, event);
      case Presenting presenting -> presenting(presenting, event);
      case Charging charging -> charging(charging, event);
      case Refunding refunding -> refunding(refunding, event);
    };
  }

  private Step<BatchState, BatchEffect> idle(Idle state, Stamped<BatchEvent> event) {
    if (!(event.event() instanceof BatchEvent.BasketOpened(int number, long amount))) {
      return Step.of(state);
    }
    Basket basket = new Basket(event.stamp(), number, amount);
    return Step.of(
        new Presenting(basket, 0),
        new BatchEffect.StartPatience(basket.id(), rules.resolve()),
        new BatchEffect.AskForCode(number, 0));
  }

  private Step<BatchState, BatchEffect> presenting(Presenting state, Stamped<BatchEvent> event) {
    return switch (event.event()) {
      case BatchEvent.Restarted _ ->
          Step.of(
              state,
              new BatchEffect.StartPatience(state.basket().id(), rules.resolve()),
              new BatchEffect.AskForCode(state.basket().number(), state.presentation()));
      case BatchEvent.CodePresented(PayCode code) -> {
        Order order =
            new Order(number(state), Money.of(state.basket().amountMinor(), "CNY"), "FacePay");
        Step<Payment, PaymentEffect> begun =
            rules.flow().begin(order, code, event.stamp(), event.at());
        yield new Step<>(
            new Charging(state.basket(), state.presentation(), begun.next()),
            effects(begun.effects()));
      }
      default -> Step.of(state);
    };
  }

  private Step<BatchState, BatchEffect> charging(Charging state, Stamped<BatchEvent> event) {
    Instant at = event.at();
    long stamp = event.stamp();
    return switch (event.event()) {
      case BatchEvent.Answered(long attempt, Outcome outcome) ->
          after(state, rules.flow().answered(state.payment(), attempt, outcome, stamp, at), stamp);
      case BatchEvent.Waited(long attempt) ->
          after(state, rules.flow().waited(state.payment(), attempt, stamp), stamp);
      case BatchEvent.Restarted _ -> {
        Step<BatchState, BatchEffect> step =
            after(state, rules.flow().restarted(state.payment(), stamp, at), stamp);
        List<BatchEffect> effects = new ArrayList<>(step.effects());
        effects.add(new BatchEffect.StartPatience(state.basket().id(), rules.resolve()));
        yield new Step<>(step.next(), effects);
      }
      case BatchEvent.TimeIsUp(long basket) when basket == state.basket().id() ->
          Step.of(state, tell(state.basket(), state.payment(), state.presentation(), "unresolved"));
      default -> Step.of(state);
    };
  }

  private Step<BatchState, BatchEffect> after(
      Charging state, Step<Payment, PaymentEffect> step, long stamp) {
    Payment payment = step.next();
    if (payment.open()) {
      return new Step<>(
          new Charging(state.basket(), state.presentation(), payment), effects(step.effects()));
    }
    Basket basket = state.basket();
    int used = state.presentation();
    return switch (payment.end().orElseThrow()) {
      case Payment.End.Paid _
          when rules.refundEvery() > 0 && basket.number() % rules.refundEvery() == 0 ->
          Step.of(
              new Refunding(basket, used, payment, stamp, 0, Optional.empty()),
              new BatchEffect.Refund(stamp, payment.order(), requestNo(payment)));
      case Payment.End.Paid _ -> Step.of(new Idle(), tell(basket, payment, used, "paid"));
      case Payment.End.NotPaid _ when used + 1 < rules.presentations() ->
          Step.of(
              new Presenting(basket, used + 1),
              new BatchEffect.StartPatience(basket.id(), rules.resolve()),
              new BatchEffect.AskForCode(basket.number(), used + 1));
      case Payment.End.NotPaid(DeclineReason reason) ->
          Step.of(
              new Idle(), tell(basket, payment, used, refused(reason) ? "declined" : "cancelled"));
    };
  }

  private Step<BatchState, BatchEffect> refunding(Refunding state, Stamped<BatchEvent> event) {
    Basket basket = state.basket();
    Payment payment = state.payment();
    return switch (event.event()) {
      case BatchEvent.RefundAnswered(long attempt, RefundProvider.Refund refund)
          when attempt == state.attempt() ->
          switch (refund) {
            case RefundProvider.Refund.Accepted _ ->
                Step.of(new Idle(), tell(basket, payment, state.presentation(), "refunded"));
            case RefundProvider.Refund.Processing _ ->
                waitToRefund(state, Optional.of(event.at()), event.stamp());
            case RefundProvider.Refund.Abnormal _ ->
                Step.of(new Idle(), tell(basket, payment, state.presentation(), "refund-abnormal"));
            case RefundProvider.Refund.NotSent _ ->
                waitToRefund(state, state.doubt(), event.stamp());
            case RefundProvider.Refund.Refused _ when isOnItsWay(state, event.at()) ->
                waitToRefund(state, state.doubt(), event.stamp());
            case RefundProvider.Refund.Refused _ ->
                Step.of(new Idle(), tell(basket, payment, state.presentation(), "paid"));
            case RefundProvider.Refund.Unknown _ ->
                waitToRefund(state, Optional.of(event.at()), event.stamp());
          };
      case BatchEvent.Waited(long attempt) when attempt == state.attempt() ->
          Step.of(
              state.again(event.stamp(), state.tries(), state.doubt()),
              new BatchEffect.Refund(event.stamp(), payment.order(), requestNo(payment)));
      case BatchEvent.Restarted _ ->
          Step.of(
              state.again(event.stamp(), state.tries(), Optional.of(event.at())),
              new BatchEffect.StartPatience(basket.id(), rules.resolve()),
              new BatchEffect.Refund(event.stamp(), payment.order(), requestNo(payment)));
      case BatchEvent.TimeIsUp(long id) when id == basket.id() ->
          Step.of(state, tell(basket, payment, state.presentation(), "unresolved"));
      default -> Step.of(state);
    };
  }

  /** Until then a refusal, as "no such refund", proves nothing. */
  private boolean isOnItsWay(Refunding state, Instant at) {
    Duration window = rules.flow().times().inFlight();
    return state.doubt().filter(since -> at.isBefore(since.plus(window))).isPresent();
  }

  private Step<BatchState, BatchEffect> waitToRefund(
      Refunding state, Optional<Instant> doubt, long stamp) {
    Duration delay = rules.flow().times().retries().after(state.tries());
    return Step.of(
        state.again(stamp, state.tries() + 1, doubt), new BatchEffect.Wait(stamp, delay));
  }

  /** Whether the wallet or the customer said no; otherwise the terminal gave up and made sure. */
  private static boolean refused(DeclineReason reason) {
    return reason != DeclineReason.NOT_CONFIRMED_IN_TIME
        && reason != DeclineReason.NETWORK_DOWN
        && reason != DeclineReason.NOT_COMPLETED;
  }

  private BatchEffect.Tell tell(Basket basket, Payment payment, int presentation, String outcome) {
    return new BatchEffect.Tell(
        new BatchEffect.Line(
            basket.number(),
            rules.lane() + "_" + rules.epoch() + "_" + basket.id(),
            payment.order().outTradeNo(),
            basket.amountMinor(),
            payment.order().amount().currency().getCurrencyCode(),
            outcome,
            presentation + 1));
  }

  private String number(Presenting state) {
    return rules.lane()
        + "_"
        + rules.epoch()
        + "_"
        + state.basket().id()
        + "_"
        + (state.presentation() + 1);
  }

  /** One refund per order, so its number follows from the order's. */
  private static String requestNo(Payment payment) {
    return payment.order().outTradeNo() + "_r";
  }

  private static List<BatchEffect> effects(List<PaymentEffect> effects) {
    return effects.stream()
        .<BatchEffect>map(
            e ->
                e instanceof PaymentEffect.Wait(long attempt, var delay)
                    ? new BatchEffect.Wait(attempt, delay)
                    : new BatchEffect.Pay(e))
        .toList();
  }
}
