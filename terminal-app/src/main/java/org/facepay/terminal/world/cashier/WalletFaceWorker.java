package org.facepay.terminal.world.cashier;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.provider.token.FaceChallenge;
import org.facepay.terminal.provider.token.FaceCredential;
import org.facepay.terminal.provider.token.FaceCredentialSource;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the wallet's certified face camera on a thread of its own; one challenge at a time. */
public final class WalletFaceWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WalletFaceWorker.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final FaceCredentialSource source;
  private final Inbox<Event> inbox;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(4),
          Thread.ofPlatform().name("wallet-face").daemon().factory());
  private @Nullable Future<?> running;

  public WalletFaceWorker(FaceCredentialSource source, Inbox<Event> inbox) {
    this.source = source;
    this.inbox = inbox;
  }

  /** Called on the state thread, as {@link #stop}. */
  public void challenge(long attempt, Order order) {
    stop();
    running =
        thread.submit(
            () -> {
              FaceChallenge asked =
                  new FaceChallenge(order.outTradeNo(), order.amount(), order.subject());
              inbox.deliver(
                  switch (source.challenge(asked, PATIENCE)) {
                    case FaceCredential.Granted(var token) ->
                        new Answered.CredentialGranted(attempt, token);
                    case FaceCredential.Refused(var reason) -> {
                      LOG.info("the wallet's camera: {}", reason);
                      yield new Answered.CredentialRefused(attempt);
                    }
                  });
            });
  }

  public void stop() {
    if (running != null) {
      running.cancel(true);
      running = null;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
