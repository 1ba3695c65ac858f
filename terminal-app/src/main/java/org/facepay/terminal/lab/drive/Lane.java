package org.facepay.terminal.lab.drive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SteadyClock;
import org.facepay.terminal.loop.TerminalLoop;
import org.facepay.terminal.loop.Timers;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentEffect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One checkout of a batch: its own journal and the till's own loop, one basket after the other.
 * What was open when the program ended is resolved first.
 */
final class Lane implements Callable<Integer>, TerminalLoop.World<BatchState, BatchEffect> {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final Duration TURN = Duration.ofMillis(200);

  /** For so long the last request is let out and its answer awaited before the program ends. */
  private static final Duration LETTING_OUT = Duration.ofMillis(250);

  /** What all lanes of a batch share. */
  record Batch(
      BatchConfig config,
      Customers customers,
      Export export,
      int presentations,
      int refundEvery,
      int crashAfter,
      AtomicInteger requests) {}

  private final Batch batch;
  private final int number;
  private final Path file;
  private final int first;
  private final int end;
  private final int stride;
  private final Inbox<BatchEvent> inbox = new Inbox<>(256);
  private final Timers<String> timers = new Timers<>();

  /**
   * @param first basket of this lane; the next is {@code stride} further, up to but not including
   *     {@code end}
   */
  Lane(Batch batch, int number, Path folder, int first, int end, int stride) {
    this.batch = batch;
    this.number = number;
    this.file = folder.resolve("lane-" + number + ".db");
    this.first = first;
    this.end = end;
    this.stride = stride;
  }

  /** Works through the lane's baskets; returns how many it opened. */
  @Override
  public Integer call() throws StorageException, IOException, InterruptedException {
    try (timers;
        Journal journal = Journal.open(file)) {
      BatchRules rules =
          new BatchRules(
              "B" + number,
              journal.epoch(),
              new org.facepay.terminal.payment.PaymentFlow(batch.config().times()),
              batch.presentations(),
              batch.refundEvery(),
              batch.config().resolve());
      var loop =
          new TerminalLoop<>(new BatchMachine(rules), journal, inbox, this, new SteadyClock());
      if (loop.replay()) {
        inbox.deliver(new BatchEvent.Restarted());
        run(loop);
      }
      int opened = 0;
      for (int basket = first; basket < end; basket += stride) {
        opened += open(basket, journal, loop) ? 1 : 0;
      }
      return opened;
    }
  }

  /** Whether there was anything left to do for a basket. */
  private boolean open(
      int basket, Journal journal, TerminalLoop<BatchState, BatchEvent, BatchEffect> loop)
      throws StorageException, InterruptedException {
    if (batch.export().has(basket)) {
      return false;
    }
    Optional<byte[]> known = journal.sale(BatchMachine.id(basket));
    if (known.isPresent()) {
      batch.export().tell(basket, known.get(), true); // settled, but killed before it was told
      return false;
    }
    inbox.deliver(new BatchEvent.BasketOpened(basket, batch.customers().amountMinor(basket)));
    run(loop);
    return true;
  }

  /** Turns until the basket is settled; the first event is already in the inbox. */
  private static void run(TerminalLoop<BatchState, BatchEvent, BatchEffect> loop)
      throws InterruptedException {
    do {
      loop.runOnce(TURN);
    } while (!(loop.state() instanceof BatchState.Idle));
  }

  @Override
  public void run(BatchEffect effect) {
    switch (effect) {
      case BatchEffect.AskForCode(int basket, int presentation) ->
          inbox.deliver(new BatchEvent.CodePresented(batch.customers().code(basket, presentation)));
      case BatchEffect.Pay(PaymentEffect request) -> ask(request);
      case BatchEffect.Refund(long attempt, var order, String requestNo) ->
          inboxLater(
              order,
              () ->
                  new BatchEvent.RefundAnswered(
                      attempt,
                      batch.config().wallet().refunds().refund(order, order.amount(), requestNo)));
      case BatchEffect.Wait(long attempt, Duration delay) ->
          timers.start("wait", delay, () -> inbox.deliver(new BatchEvent.Waited(attempt)));
      case BatchEffect.StartPatience(long basket, Duration delay) ->
          timers.start("patience", delay, () -> inbox.deliver(new BatchEvent.TimeIsUp(basket)));
      case BatchEffect.Tell(BatchEffect.Line line) ->
          batch.export().tell(line.basket(), BatchMachine.encode(line), line.settled());
    }
  }

  private void ask(PaymentEffect request) {
    switch (request) {
      case PaymentEffect.Authorise(long attempt, var order, var code) -> {
        boolean last = batch.requests().incrementAndGet() == batch.crashAfter();
        if (last) {
          timers.start("crash", LETTING_OUT, Lane::end);
        }
        inboxLater(
            order,
            () -> {
              Outcome outcome = batch.config().wallet().payments().authorise(order, code);
              if (last) {
                end(); // sent, and nothing made of its answer
              }
              return new BatchEvent.Answered(attempt, outcome);
            });
      }
      case PaymentEffect.Query(long attempt, var order) ->
          inboxLater(
              order,
              () ->
                  new BatchEvent.Answered(
                      attempt, batch.config().wallet().payments().query(order)));
      case PaymentEffect.Cancel(long attempt, var order) ->
          inboxLater(
              order,
              () ->
                  new BatchEvent.Answered(
                      attempt, batch.config().wallet().payments().cancel(order)));
      case PaymentEffect.Wait _ -> throw new IllegalArgumentException("waits are timers");
    }
  }

  private static void end() {
    Runtime.getRuntime().halt(137);
  }

  /** One request at a time is under way in a lane, so a thread for each is one thread. */
  private void inboxLater(Order order, Supplier<BatchEvent> request) {
    Thread.ofVirtual()
        .name("lane-" + number)
        .start(
            () -> {
              BatchEvent heard = request.get();
              LOG.info("{} heard {}", order.outTradeNo(), heard);
              inbox.deliver(heard);
            });
  }

  @Override
  public void show(BatchState state) {}

  @Override
  public void idle(BatchState state) {}

  @Override
  public void storage(@Nullable StorageException failure) {}
}
