package org.facepay.peripherals.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.facepay.peripherals.worker.Health.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class DeviceWorkerTest {
  private final List<Health> healths = new CopyOnWriteArrayList<>();

  /** A device whose state a test sets; every field may be changed while it is served. */
  private static final class Fake implements Duty {
    volatile boolean missing;
    volatile boolean wrong;
    volatile boolean bug;
    volatile boolean lost;
    volatile boolean hangs;
    volatile boolean appeared;
    volatile Condition condition = Condition.fine();
    final AtomicInteger opens = new AtomicInteger();
    final AtomicInteger releases = new AtomicInteger();
    final CountDownLatch freed = new CountDownLatch(1);

    @Override
    public void open() throws DeviceException {
      opens.incrementAndGet();
      fail(missing, "not there");
    }

    @Override
    public Identity identify() throws DeviceException {
      fail(wrong, "somebody else answered");
      return Identity.of(Identity.Kind.REVISION, "fake", "1.0");
    }

    @Override
    public Condition serve(Duration slice) throws DeviceException {
      if (bug) {
        throw new IllegalStateException("a bug");
      }
      fail(lost, "lost");
      if (hangs) {
        awaitFreed();
      }
      LockSupport.parkNanos(200_000);
      return condition;
    }

    @Override
    public boolean offline() {
      return appeared;
    }

    @Override
    public void release() {
      releases.incrementAndGet();
      if (hangs) {
        freed.countDown();
      }
    }

    private void awaitFreed() {
      try {
        freed.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private static void fail(boolean now, String reason) throws DeviceException {
      if (now) {
        throw new DeviceException(Problem.Kind.WIRE_FAILED, "fake", reason);
      }
    }
  }

  @Test
  void goesTheWholeWayUpAndCloses() throws Exception {
    Fake fake = new Fake();
    DeviceWorker worker = DeviceWorker.start("fake", fake, healths::add);
    Await.until("online", () -> worker.health().online());
    worker.close();
    assertEquals(
        List.of(State.OPENING, State.IDENTIFYING, State.ONLINE, State.CLOSED),
        healths.stream().map(Health::state).toList());
    assertEquals("fake, 1.0", healths.get(2).detail());
    assertEquals(1, fake.opens.get());
    assertTrue(fake.releases.get() >= 1);
  }

  @Test
  void reportsAndLogsALossOncePerChangeNotPerRetry() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(DeviceWorker.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    Level before = logger.getEffectiveLevel();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
    Fake fake = new Fake();
    fake.missing = true;
    fake.appeared = true; // no waiting between retries
    try (DeviceWorker worker = DeviceWorker.start("fake", fake, healths::add)) {
      Await.until("many retries", () -> fake.opens.get() > 200);
      assertEquals(
          List.of(State.OPENING, State.OFFLINE), healths.stream().map(Health::state).toList());
      assertEquals(2, log.list.size());
      fake.wrong = true;
      fake.missing = false;
      Await.until("new reason", () -> worker.health().detail().contains("somebody else"));
      assertEquals(healths.get(1).since(), worker.health().since(), "offline since the first loss");
      fake.wrong = false;
      Await.until("online", () -> worker.health().online());
      Await.until("told", () -> healths.size() == 4);
    } finally {
      logger.detachAppender(log);
      logger.setLevel(before);
    }
  }

  @Test
  void degradesAndHeals() throws Exception {
    Fake fake = new Fake();
    try (DeviceWorker worker = DeviceWorker.start("fake", fake, healths::add)) {
      Await.until("online", () -> worker.health().online());
      fake.condition = Condition.degraded(Problem.of(Problem.Kind.PAPER_OUT));
      Await.until("degraded", () -> worker.health().state() == State.DEGRADED);
      fake.condition = Condition.fineBut(Problem.of(Problem.Kind.PAPER_NEAR_END));
      Await.until("online", () -> worker.health().online());
      assertEquals("paper near its end: keep a new roll ready", worker.health().detail());
      fake.lost = true;
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      fake.lost = false;
      fake.condition = Condition.fine();
      Await.until("online again", () -> worker.health().online());
    }
  }

  @Test
  void aDriversBugTakesOnlyItsDeviceOffline() throws Exception {
    ((Logger) LoggerFactory.getLogger(DeviceWorker.class)).setLevel(Level.OFF);
    Fake fake = new Fake();
    fake.bug = true;
    try (DeviceWorker worker = DeviceWorker.start("fake", fake, healths::add)) {
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      assertTrue(worker.health().detail().contains("a bug"));
      fake.bug = false;
      Await.until("online", () -> worker.health().online());
    } finally {
      ((Logger) LoggerFactory.getLogger(DeviceWorker.class)).setLevel(null);
    }
  }

  @Test
  void whoeverTakesTheHealthCannotStopTheWorker() throws Exception {
    ((Logger) LoggerFactory.getLogger(DeviceWorker.class)).setLevel(Level.OFF);
    Fake fake = new Fake();
    fake.missing = true;
    try (DeviceWorker worker =
        DeviceWorker.start(
            "fake",
            fake,
            health -> {
              throw new IllegalStateException("inbox closed");
            })) {
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      fake.missing = false;
      Await.until("online", () -> worker.health().online());
    } finally {
      ((Logger) LoggerFactory.getLogger(DeviceWorker.class)).setLevel(null);
    }
  }

  @Test
  void closingFreesADeviceThatHangs() throws Exception {
    Fake fake = new Fake();
    DeviceWorker worker = DeviceWorker.start("fake", fake, healths::add);
    Await.until("online", () -> worker.health().online());
    fake.hangs = true;
    long began = System.nanoTime();
    worker.close();
    assertTrue(System.nanoTime() - began < 3_000_000_000L);
    assertEquals(State.CLOSED, worker.health().state());
  }

  @Test
  void backsOffFrom50MillisecondsToOneSecond() {
    for (int seed = 0; seed < 1000; seed++) {
      Backoff backoff = new Backoff(new Random(seed));
      int ceiling = 50;
      for (int i = 0; i < 12; i++) {
        long millis = backoff.next().toMillis();
        assertTrue(millis >= Math.max(50, ceiling / 2) && millis <= ceiling, millis + " ms");
        ceiling = Math.min(1000, ceiling * 2);
      }
      backoff.reset();
      assertEquals(50, backoff.next().toMillis());
    }
  }
}
