package org.facepay.peripherals.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.problem.HealthText;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.facepay.peripherals.worker.Health.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that keeps one device open through unplugging, power cuts and faults, following the
 * states drawn at {@link State}. Changes of health go to a consumer, on this thread, and to the
 * log: once per change, never per retry. The consumer must not block.
 *
 * <p>This is the one place of the module that catches everything: a driver's bug takes its device
 * offline and is logged with its trace, it does not stop the shop.
 */
public final class DeviceWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DeviceWorker.class);
  private static final Duration SLICE = Duration.ofMillis(100);
  private static final Duration OFFLINE_SLICE = Duration.ofMillis(20);
  private static final Duration CLOSE_PATIENCE = Duration.ofMillis(700);

  private final String name;
  private final Duty duty;
  private final Consumer<Health> onHealth;
  private final Backoff backoff = new Backoff(ThreadLocalRandom.current());
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private final Statistics statistics;
  private final BlockingQueue<Visit<?>> visits = new ArrayBlockingQueue<>(1);
  private volatile Health health;

  private DeviceWorker(String name, Duty duty, Statistics statistics, Consumer<Health> onHealth) {
    this.statistics = statistics;
    this.name = name;
    this.duty = duty;
    this.onHealth = onHealth;
    this.health = new Health(name, State.CLOSED, Optional.empty(), Instant.now());
    this.thread = Thread.ofPlatform().daemon().name("device-" + name).unstarted(this::run);
  }

  /** Starts the worker; the device is opened on its thread, soon. */
  public static DeviceWorker start(String name, Duty duty, Consumer<Health> onHealth) {
    return start(name, duty, new Statistics(), onHealth);
  }

  /** As above; the duty counts in the same statistics. */
  public static DeviceWorker start(
      String name, Duty duty, Statistics statistics, Consumer<Health> onHealth) {
    DeviceWorker worker = new DeviceWorker(name, duty, statistics, onHealth);
    worker.thread.start();
    return worker;
  }

  /** What is asked of an open device; bounded in time, as all that a worker does. */
  @FunctionalInterface
  public interface Question<T> {
    T of(Driver device) throws DeviceException;
  }

  /** How the device is now. */
  public Health health() {
    return health;
  }

  /**
   * Asks the open device something beside its duty, between two cycles on this worker's thread, and
   * waits for the answer. What goes wrong is told to whoever asks; the worker goes on.
   *
   * @param patience for the worker to come to it and for the answer
   * @throws DeviceException if it is not open, is lost meanwhile or does not come to it; then it is
   *     not asked later either
   */
  public <T> T ask(Question<T> question, Duration patience) throws DeviceException {
    Health now = health;
    if (now.state() != State.ONLINE && now.state() != State.DEGRADED) {
      Problem closed = Problem.of(Problem.Kind.DEVICE_CLOSED);
      throw new DeviceException(
          now.text().filter(Problem.class::isInstance).map(Problem.class::cast).orElse(closed),
          null);
    }
    Visit<T> visit = new Visit<>(question);
    if (!visits.offer(visit)) {
      throw new DeviceException(Problem.Kind.DEVICE_BUSY);
    }
    try {
      return visit.answer(patience);
    } finally {
      boolean ignored = visits.remove(visit);
    }
  }

  /** What it has done since the start; OpenCount and CommunicationErrorCount are kept here. */
  public Statistics statistics() {
    return statistics;
  }

  /** Closes the device and ends the thread; a call that hangs in the device is freed. */
  @Override
  public void close() {
    stopping.countDown();
    if (Thread.currentThread().equals(thread)) {
      return;
    }
    try {
      if (!thread.join(CLOSE_PATIENCE)) {
        duty.release();
        thread.join(CLOSE_PATIENCE);
      }
    } catch (InterruptedException e) {
      duty.release();
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    publish(State.OPENING, Optional.empty());
    try {
      while (!stopped()) {
        attend();
        if (!stopped()) {
          rest(backoff.next());
        }
      }
      publish(State.CLOSED, Optional.empty());
    } catch (Error e) {
      publish(State.OFFLINE, Problem.of(Problem.Kind.WORKER_ENDED, e));
      throw e;
    }
  }

  /** Opens the device and serves it until it is lost or this worker is closed. */
  private void attend() {
    try {
      duty.open();
      statistics.count("OpenCount");
      publishPassing(State.IDENTIFYING);
      Identity identity = duty.identify();
      Duration slice = Duration.ZERO; // the first cycle tells the condition at once
      while (!stopped()) {
        Condition condition = duty.serve(slice);
        slice = SLICE;
        backoff.reset();
        publish(
            condition.useful() ? State.ONLINE : State.DEGRADED,
            condition.text().or(() -> Optional.of(identity)));
        Visit<?> visit = visits.poll();
        if (visit != null) {
          visit.begin(duty.device());
        }
      }
    } catch (DeviceException e) {
      statistics.count("CommunicationErrorCount");
      publish(State.OFFLINE, e.problem());
    } catch (Exception e) {
      log.error("{}: fault in the software", name, e);
      publish(State.OFFLINE, Problem.of(Problem.Kind.SOFTWARE_FAULT, e));
    } finally {
      duty.release();
    }
  }

  private void rest(Duration wait) {
    long deadline = System.nanoTime() + wait.toNanos();
    try {
      while (!stopped() && !duty.offline() && System.nanoTime() - deadline < 0) {
        pause(OFFLINE_SLICE);
      }
    } catch (Exception e) {
      log.error("{}: fault in the software", name, e);
      pause(wait);
    }
  }

  private void pause(Duration time) {
    try {
      boolean ignored = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping.countDown();
    }
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  /** A state that only shows on the way up from CLOSED; retries stay OFFLINE to the outside. */
  private void publishPassing(State state) {
    if (health.state() != State.OFFLINE) {
      publish(state, Optional.empty());
    }
  }

  private void publish(State state, Problem problem) {
    publish(state, Optional.of(problem));
  }

  private void publish(State state, Optional<HealthText> text) {
    Health before = health;
    if (before.state() == state && before.text().equals(text)) {
      return;
    }
    Instant since = before.state() == state ? before.since() : Instant.now();
    health = new Health(name, state, text, since);
    if (state == State.OFFLINE || state == State.DEGRADED) {
      log.warn("{} is {}: {}", name, state, health.detail());
    } else {
      log.info("{} is {} {}", name, state, health.detail());
    }
    try {
      onHealth.accept(health);
    } catch (Exception e) {
      log.error("{}: whoever takes its health failed", name, e);
    }
  }
}
