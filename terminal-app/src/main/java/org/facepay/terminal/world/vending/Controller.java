package org.facepay.terminal.world.vending;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facepay.kiosk.screen.VendingScreen.Selling;
import org.facepay.peripherals.dispenser.DispenseResult;
import org.facepay.peripherals.dispenser.MachineReading;
import org.facepay.peripherals.vending.CashlessMode;
import org.facepay.peripherals.vending.CashlessWorker;
import org.facepay.peripherals.vending.VendEvent;
import org.facepay.peripherals.vending.VendEvent.VendRequested;
import org.facepay.terminal.alarm.Alarm.Kind;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.screen.Offering;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.State;
import org.facepay.terminal.world.hands.Fleet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A machine whose own controller turns the slots and asks for the money over its bus: letting
 * something fall is to approve what it asks for. What it asks for is read anew whenever the session
 * has nothing else to do, so that nothing hangs on an event that came at the wrong time. What it
 * asks for at another price than the list's is denied. Thread-safe.
 */
public final class Controller implements Dispenser {
  private static final Logger LOG = LoggerFactory.getLogger(Controller.class);
  private static final String MACHINE = "machine";

  private final KeyedGoods goods;
  private final CashlessMode mode;
  private final Inbox<Event> inbox;
  private final Alarms alarms;
  private final CashlessWorker worker;
  private int unpaid;

  /**
   * On the bus of the machine.
   *
   * @param alwaysIdle whether it may ask without a session
   */
  public static Controller on(
      Fleet fleet, KeyedGoods goods, boolean alwaysIdle, Inbox<Event> inbox, Alarms alarms) {
    int decimals = goods.currency().getDefaultFractionDigits();
    CashlessMode mode = alwaysIdle ? CashlessMode.ALWAYS_IDLE : CashlessMode.SESSIONS;
    return new Controller(goods, mode, inbox, alarms, told -> fleet.cashless(decimals, told));
  }

  /**
   * @param mode how it may ask
   * @param starts the device, which tells what happens there
   */
  private Controller(
      KeyedGoods goods,
      CashlessMode mode,
      Inbox<Event> inbox,
      Alarms alarms,
      Function<Consumer<VendEvent>, CashlessWorker> starts) {
    this.goods = goods;
    this.mode = mode;
    this.inbox = inbox;
    this.alarms = alarms;
    this.worker = starts.apply(this::heard);
  }

  @Override
  public boolean online() {
    return worker.health().online();
  }

  /** The bus tells nothing of door, cold and output. */
  @Override
  public MachineReading reading() {
    return MachineReading.UNKNOWN;
  }

  @Override
  public Optional<String> refuses(int slot) {
    return asked(slot).isPresent()
        ? Optional.empty()
        : Optional.of("the controller does not ask for it any more");
  }

  @Override
  public void dispense(int slot, Consumer<DispenseResult> told) {
    asked(slot)
        .ifPresentOrElse(
            request -> worker.approve(request, told),
            () -> told.accept(new DispenseResult.NotDropped("not asked for any more")));
  }

  /** What is asked for of the article of a slot, whichever slot it is, at its right price. */
  private Optional<VendRequested> asked(int slot) {
    return goods
        .product(slot)
        .flatMap(product -> worker.waiting().filter(r -> goods.isFor(r, product.code())));
  }

  @Override
  public void run(Effect.AtController asked) {
    switch (asked) {
      case Effect.BeginVending _ -> worker.begin(goods.dearest());
      case Effect.DenyVend _ -> worker.deny();
    }
  }

  @Override
  public void meet(State<?> state, boolean idles, Offering now) {
    switch (state) {
      case State.Attract<?> _ -> {
        worker.offer(now.closed().isEmpty() ? mode : CashlessMode.OFF);
        worker.waiting().ifPresent(request -> tell(request, now));
      }
      case State.Closed<?> _ -> {
        worker.deny();
        worker.offer(CashlessMode.OFF);
      }
      case State.Open<?> open when idles -> meet(open.session().basket(), now);
      case State.Open<?> _ -> worker.waiting().ifPresent(request -> tell(request, now));
    }
  }

  /** Somebody is there, and pays nothing yet. */
  private void meet(Basket basket, Offering now) {
    if (basket.isEmpty()) {
      boolean awaits = mode == CashlessMode.SESSIONS ? worker.session() : online();
      worker
          .waiting()
          .ifPresentOrElse(request -> tell(request, now), () -> cancelledUnless(awaits));
    } else {
      String code = basket.lines().getFirst().product().code();
      cancelledUnless(worker.waiting().filter(r -> goods.isFor(r, code)).isPresent());
    }
  }

  private void cancelledUnless(boolean awaits) {
    if (!awaits) {
      inbox.offer(new Moved.VendCancelled());
    }
  }

  private void tell(VendRequested request, Offering now) {
    Optional<Product> product = goods.product(request.item());
    boolean priced = product.filter(p -> p.price() != request.priceMinor()).isEmpty();
    alarms.set(
        !priced,
        Kind.WRONG_PRICE,
        Integer.toString(request.item()),
        goods.figures(request.priceMinor()));
    if (product.isEmpty() || now.selling(request.item()) == Selling.OFF) {
      refuse(request, Moved.Unsold.NOT_SOLD);
    } else if (!priced) {
      refuse(request, Moved.Unsold.WRONG_PRICE);
    } else {
      inbox.offer(new Moved.VendRequested(request.item(), product.get()));
    }
  }

  private void refuse(VendRequested request, Moved.Unsold why) {
    LOG.warn("{} is denied: {}", request, why);
    worker.deny();
    inbox.offer(new Moved.VendRefused(why));
  }

  private void heard(VendEvent event) {
    if (event instanceof VendEvent.VendUnpaid) {
      unpaid();
    } else {
      LOG.info("the controller: {}", event);
    }
    inbox.nudge();
  }

  private synchronized void unpaid() {
    unpaid++;
    LOG.error("the controller tells of something that fell and that nobody has paid");
    alarms.raise(Kind.VENDED_UNPAID, MACHINE, Integer.toString(unpaid));
  }

  @Override
  public synchronized void serviced() {
    unpaid = 0;
    alarms.clear(Kind.VENDED_UNPAID, MACHINE);
  }

  @Override
  public void close() {
    worker.close();
  }
}
