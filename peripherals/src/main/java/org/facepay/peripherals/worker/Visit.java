package org.facepay.peripherals.worker;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of an open device beside its duty, such as a technician's test: once, on the
 * worker's thread, between two cycles. One that nobody waits for any more is not begun.
 */
final class Visit<T> {
  private final FutureTask<T> task;
  private @Nullable Driver device;

  Visit(DeviceWorker.Question<T> question) {
    task =
        new FutureTask<>(
            () -> {
              Driver open = device;
              if (open == null) {
                throw new DeviceException(Problem.Kind.DEVICE_CLOSED);
              }
              return question.of(open);
            });
  }

  /** On the worker's thread; what goes wrong is told to whoever asks, not to the worker. */
  void begin(Driver open) {
    device = open;
    task.run();
  }

  /** Waits for the answer, and for no longer. */
  T answer(Duration patience) throws DeviceException {
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DeviceException lost) {
        throw lost;
      }
      throw new DeviceException(
          Problem.of(Problem.Kind.SOFTWARE_FAULT, String.valueOf(e.getCause())), e);
    } catch (TimeoutException e) {
      throw new DeviceException(Problem.of(Problem.Kind.DEVICE_BUSY), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException(Problem.Kind.DEVICE_CLOSED);
    } finally {
      task.cancel(false);
    }
  }
}
