package org.facepay.peripherals.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.facepay.peripherals.worker.Health.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked of a device beside its duty. */
@Timeout(30)
class VisitTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private volatile boolean missing;
  private volatile CountDownLatch busy = new CountDownLatch(0);
  private volatile boolean held;
  private final Driver driver = () -> {};
  private final DeviceWorker worker = DeviceWorker.start("fake", new Fake(), health -> {});

  private final class Fake implements Duty {
    @Override
    public void open() throws DeviceException {
      if (missing) {
        throw new DeviceException(Problem.Kind.SCALE_SILENT);
      }
    }

    @Override
    public Identity identify() {
      return Identity.of(Identity.Kind.BUZZER);
    }

    @Override
    public Condition serve(Duration slice) throws DeviceException {
      open();
      held = busy.getCount() > 0;
      try {
        busy.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      LockSupport.parkNanos(200_000);
      return Condition.fine();
    }

    @Override
    public Driver device() {
      return driver;
    }

    @Override
    public boolean offline() {
      return false;
    }

    @Override
    public void release() {
      busy.countDown();
    }
  }

  private void online() throws Exception {
    Await.until("online", () -> worker.health().state() == State.ONLINE);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void theWorkersThreadAnswersAndGoesOn() throws Exception {
    online();
    Thread asked = worker.ask(device -> Thread.currentThread(), LONG);
    assertNotEquals(Thread.currentThread(), asked);
    assertEquals(driver, worker.ask(device -> device, LONG));
    assertEquals(State.ONLINE, worker.health().state());
  }

  @Test
  void whatGoesWrongIsToldToWhoeverAsksAlone() throws Exception {
    online();
    DeviceException lost =
        assertThrows(
            DeviceException.class,
            () ->
                worker.ask(
                    _ -> {
                      throw new DeviceException(Problem.Kind.PAPER_OUT);
                    },
                    LONG));
    assertEquals(Problem.Kind.PAPER_OUT, lost.problem().kind());
    DeviceException bug =
        assertThrows(
            DeviceException.class,
            () ->
                worker.ask(
                    _ -> {
                      throw new IllegalStateException("a bug");
                    },
                    LONG));
    assertEquals(Problem.Kind.SOFTWARE_FAULT, bug.problem().kind());
    assertEquals(State.ONLINE, worker.health().state());
  }

  @Test
  void oneThatCameTooLateIsNeverBegun() throws Exception {
    online();
    CountDownLatch work = new CountDownLatch(1);
    busy = work;
    Await.until("work", () -> held);
    AtomicInteger begun = new AtomicInteger();
    DeviceException late =
        assertThrows(
            DeviceException.class,
            () -> worker.ask(_ -> begun.incrementAndGet(), Duration.ofMillis(50)));
    assertEquals(Problem.Kind.DEVICE_BUSY, late.problem().kind());
    work.countDown();
    int first = worker.ask(_ -> begun.incrementAndGet(), LONG);
    assertEquals(1, first);
  }

  @Test
  void whatIsNotThereIsNotAsked() throws Exception {
    online();
    missing = true;
    Await.until("offline", () -> worker.health().state() == State.OFFLINE);
    DeviceException gone =
        assertThrows(DeviceException.class, () -> worker.ask(device -> device, LONG));
    assertEquals(Problem.Kind.SCALE_SILENT, gone.problem().kind());
  }
}
