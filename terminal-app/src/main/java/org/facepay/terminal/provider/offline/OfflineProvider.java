package org.facepay.terminal.provider.offline;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.provider.offline.OfflineSale.Decline;
import org.facepay.terminal.provider.offline.OfflineSale.State;
import org.facepay.terminal.provider.offline.OfflineSeller.Answer;
import org.facepay.terminal.sale.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider that sells within caps while it cannot be reached. What is sold so is written down
 * under its order's number before anybody is told, and forwarded later under the same, so that it
 * moves money once; or taken back, where the caps or the disk do not allow it. Thread-safe.
 */
public final class OfflineProvider implements PaymentProvider, RefundProvider {
  /** Code of a sale that its provider has forgotten: paid or not, a person has to look. */
  public static final String FORGOTTEN = "forgotten";

  /** Code of one that was to be taken back, and nothing was given for it. */
  public static final String FORGOTTEN_UNSOLD = "forgotten-unsold";

  private static final Logger LOG = LoggerFactory.getLogger(OfflineProvider.class);

  /** How long the answer "paid" is kept for questions about it. */
  private static final Duration KEEP = Duration.ofDays(30);

  private final OfflineSeller seller;
  private final OfflineQueue queue;
  private final OfflineCaps caps;
  private final InstantSource clock;

  public OfflineProvider(
      OfflineSeller seller, OfflineQueue queue, OfflineCaps caps, InstantSource clock) {
    this.seller = seller;
    this.queue = queue;
    this.caps = caps;
    this.clock = clock;
  }

  @Override
  public String name() {
    return seller.name();
  }

  @Override
  public boolean accepts(Credential credential) {
    return seller.accepts(credential);
  }

  /** A card's dialogue takes long: nothing else waits for it. */
  @Override
  public Outcome authorise(Order order, Credential credential) {
    boolean offline = mayBeMade(order);
    return settled(order, seller.sell(order, credential, offline), offline);
  }

  @Override
  public void abort(Order order) {
    seller.abort(order);
  }

  private synchronized boolean mayBeMade(Order order) {
    try {
      Optional<String> refusal =
          queue.find(order.outTradeNo()).isPresent()
              ? Optional.of("this number is known already")
              : caps.refusal(order.amount().minor(), queue.open(), clock.instant());
      refusal.ifPresent(why -> LOG.info("{} may not be offline: {}", order.outTradeNo(), why));
      return refusal.isEmpty();
    } catch (IOException e) {
      LOG.error("{}", e.getMessage());
      return false; // nothing can be written: nothing is sold
    }
  }

  /** Writes a sale down that was made offline, before it is told; or takes it back. */
  private synchronized Outcome settled(Order order, Answer answer, boolean allowed) {
    if (answer instanceof Answer.Told(Outcome outcome)) {
      return outcome;
    }
    Answer.Offline made = (Answer.Offline) answer;
    try {
      Optional<OfflineSale> known = queue.find(order.outTradeNo());
      if (known.isPresent()) {
        return standing(known.get());
      }
      if (allowed && mayBeMade(order)) {
        queue.put(OfflineSale.made(order, made.payer(), clock.instant(), made.state()));
        return accepted(order);
      }
      if (made.state() == State.STORED) {
        LOG.warn("{} was made offline and may not be: it is taken back", order.outTradeNo());
        return refused(OfflineSale.made(order, made.payer(), clock.instant(), made.state()));
      }
    } catch (IOException e) {
      LOG.error("{}", e.getMessage());
    }
    return seller.refuse(order, made);
  }

  /** Whatever else comes of it is asked about, never believed to be not sent. */
  private Outcome refused(OfflineSale sale) throws IOException {
    Outcome outcome = takeBack(sale);
    return outcome instanceof Outcome.Reversed
        ? OfflineSeller.NOT_OFFLINE
        : new Outcome.Unknown("made offline and not taken back yet: " + outcome);
  }

  /** It is on the disk first that the sale is none: nothing else can come of it afterwards. */
  private Outcome takeBack(OfflineSale sale) throws IOException {
    if (sale.state() != State.RETURNING) {
      queue.put(sale.with(State.RETURNING));
    }
    Outcome outcome = seller.cancel(sale.order());
    if (outcome instanceof Outcome.Reversed) {
      queue.put(sale.with(State.CANCELLED));
    }
    return outcome;
  }

  @Override
  public Outcome query(Order order) {
    try {
      Optional<OfflineSale> sale = queue.find(order.outTradeNo());
      return sale.isPresent() ? standing(sale.get()) : settled(order, seller.standing(order), true);
    } catch (IOException e) {
      return unusable(e);
    }
  }

  private synchronized Outcome standing(OfflineSale sale) throws IOException {
    return switch (sale.state()) {
      // The goods went on the shop's own word, whatever the provider says later.
      case WAITING, SENT, STORED, PAID -> accepted(sale.order());
      case DECLINED ->
          hasCode(sale, FORGOTTEN_UNSOLD)
              ? new Outcome.Unknown(FORGOTTEN_UNSOLD)
              : accepted(sale.order());
      case RETURNING -> refused(sale);
      case CANCELLED -> new Outcome.Reversed();
    };
  }

  /** What waits is taken back; what was sent is cancelled at the provider. */
  @Override
  public synchronized Outcome cancel(Order order) {
    try {
      Optional<OfflineSale> sale = queue.find(order.outTradeNo());
      if (sale.isEmpty()) {
        return seller.cancel(order);
      }
      Outcome outcome =
          switch (sale.get().state()) {
            case WAITING, CANCELLED -> new Outcome.Reversed();
            case STORED, RETURNING -> takeBack(sale.get());
            case SENT, PAID -> seller.cancel(order);
            case DECLINED ->
                isForgotten(sale.get()) ? new Outcome.Unknown(FORGOTTEN) : new Outcome.Reversed();
          };
      if (outcome instanceof Outcome.Reversed && sale.get().state() != State.DECLINED) {
        queue.put(sale.get().with(State.CANCELLED));
      }
      return outcome;
    } catch (IOException e) {
      return unusable(e);
    }
  }

  private static boolean isForgotten(OfflineSale sale) {
    return hasCode(sale, FORGOTTEN) || hasCode(sale, FORGOTTEN_UNSOLD);
  }

  private static boolean hasCode(OfflineSale sale, String code) {
    return sale.decline().filter(d -> d.code().equals(code)).isPresent();
  }

  @Override
  public synchronized Refund refund(Order order, Money amount, String requestNo) {
    try {
      Optional<OfflineSale> sale = queue.find(order.outTradeNo());
      if (sale.filter(s -> s.state() == State.DECLINED && !isForgotten(s)).isPresent()) {
        return new Refund.Refused("not paid");
      }
      boolean stored = sale.filter(s -> s.state() == State.STORED).isPresent();
      if (sale.filter(OfflineSale::open).isPresent() && !stored) {
        return new Refund.NotSent("the sale has not been forwarded yet");
      }
      Refund refund = seller.refund(order, amount, requestNo);
      if (stored && refund instanceof Refund.Accepted) {
        queue.put(sale.orElseThrow().refunded(requestNo, amount.minor()));
      }
      return refund;
    } catch (IOException e) {
      return new Refund.Unknown(unusable(e).why());
    }
  }

  /**
   * Forwards what waits, each once, until the provider cannot be reached; call it now and then.
   * What was sent before and got no answer is asked about, and sent again, under the same number,
   * only when the provider does not know it. What a card terminal has is only asked about.
   *
   * @return the sales that came to nothing, to be told to the shop and then {@link #reported}; with
   *     those of before
   */
  public List<OfflineSale> forward() throws IOException {
    for (OfflineSale sale : queue.open()) {
      if (!forward(sale.order().outTradeNo())) {
        break;
      }
    }
    queue.forgetEndedBefore(clock.instant().minus(KEEP));
    return queue.declined();
  }

  /** The shop has been told of a sale that came to nothing. */
  public void reported(OfflineSale sale) throws IOException {
    queue.reported(sale.order().outTradeNo());
  }

  /** Forwards one; whether the provider could be reached. A shopper waits for one at most. */
  private synchronized boolean forward(String number) throws IOException {
    Optional<OfflineSale> open = queue.find(number).filter(OfflineSale::open);
    return open.isEmpty() || forward(open.get());
  }

  private boolean forward(OfflineSale sale) throws IOException {
    if (sale.state() == State.RETURNING) {
      return returned(sale, takeBack(sale));
    }
    Answer known =
        sale.state() == State.WAITING
            ? new Answer.Told(new Outcome.NotFound())
            : seller.standing(sale.order());
    boolean unknown = known instanceof Answer.Told(Outcome.NotFound _);
    if (unknown && sale.payer() instanceof Payer.Member(String id)) {
      queue.put(sale.with(State.SENT));
      known = new Answer.Told(seller.authorise(sale.order(), new MemberAccount(id)));
    }
    return switch (known) {
      case Answer.Offline _ -> true; // the card terminal has not forwarded it yet
      case Answer.Told(Outcome outcome) -> forwarded(sale, outcome);
    };
  }

  private boolean forwarded(OfflineSale sale, Outcome outcome) throws IOException {
    boolean card = sale.payer() instanceof Payer.Card;
    switch (outcome) {
      case Outcome.Approved _ -> queue.put(sale.with(State.PAID));
      case Outcome.Declined(DeclineReason reason, String code) ->
          queue.put(declined(sale, Optional.of(reason), code));
      // Closed by the provider, or by hand at the card terminal: the goods are gone.
      case Outcome.Reversed _ ->
          queue.put(declined(sale, Optional.of(DeclineReason.BANK_REFUSED), "closed"));
      case Outcome.NotFound _ when card -> queue.put(declined(sale, Optional.empty(), FORGOTTEN));
      case Outcome.NotSent _ -> {
        if (sale.state() == State.WAITING) {
          queue.put(sale); // it never left
        }
        return false;
      }
      case Outcome.Pending _, Outcome.Unknown _, Outcome.NotFound _, Outcome.Shown _ -> {
        // it was written down before that it is sent or stored
      }
    }
    return true;
  }

  private boolean returned(OfflineSale sale, Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.NotFound) {
      queue.put(declined(sale, Optional.empty(), FORGOTTEN_UNSOLD));
    }
    return !(outcome instanceof Outcome.NotSent);
  }

  private OfflineSale declined(OfflineSale sale, Optional<DeclineReason> reason, String code) {
    return sale.declined(new Decline(reason, code, clock.instant()));
  }

  private static Outcome accepted(Order order) {
    return new Outcome.Approved("offline-" + order.outTradeNo());
  }

  private static Outcome.Unknown unusable(IOException e) {
    LOG.error("{}", e.getMessage());
    return new Outcome.Unknown("the sales that wait cannot be read");
  }
}
