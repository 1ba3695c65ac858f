package org.facepay.terminal.world.weighing;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.facepay.kiosk.screen.WeighScreen.ScaleState;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.scale.NotWeighed;
import org.facepay.peripherals.scale.ScaleReading;
import org.facepay.peripherals.scale.ScaleWorker;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.terminal.screen.Weight;
import org.facepay.terminal.world.reading.Touches;

/** The till's scale: what a shopper sees of it, and what may be sold of what it says. */
public final class CheckoutScale implements Touches.Scale, AutoCloseable {
  private static final int MILLIGRAMS = 1_000;

  private final ScaleWorker worker;
  private volatile boolean watched;

  /**
   * @param read told of every reading that differs
   * @param changed called when what the shopper sees has changed, while somebody looks
   */
  public CheckoutScale(
      String driver,
      Opener opener,
      Consumer<ScaleReading> read,
      Runnable changed,
      Consumer<Health> onHealth) {
    worker =
        ScaleWorker.start(
            "scale",
            Scales.named(driver),
            opener,
            reading -> {
              read.accept(reading);
              if (watched) {
                changed.run();
              }
            },
            onHealth);
  }

  /** What keeps it open. */
  public DeviceWorker worker() {
    return worker.worker();
  }

  /** Sets it to zero soon, as it is now. */
  public void zero() {
    worker.zero();
  }

  /** Whether anybody looks at the weight. */
  public void watched(boolean now) {
    watched = now;
  }

  public Weight weight() {
    return switch (worker.current()) {
      case org.facepay.peripherals.scale.Weight w -> weight(w);
      case NotWeighed(var reason) -> new Weight(state(reason), 0);
    };
  }

  /** What is shown as stable can be sold: a weight settles when it was the same twice. */
  private Weight weight(org.facepay.peripherals.scale.Weight w) {
    int grams = grams(w.milligrams());
    if (w.stable() && grams == 0) {
      return new Weight(ScaleState.WAITING, 0);
    }
    return new Weight(billableGrams().isPresent() ? ScaleState.STABLE : ScaleState.MOVING, grams);
  }

  private ScaleState state(NotWeighed.Reason reason) {
    return switch (reason) {
      case MOTION -> ScaleState.MOVING;
      case OVERLOAD -> ScaleState.TOO_HEAVY;
      case UNDERLOAD -> ScaleState.BELOW_ZERO;
      case FAULT, STALE -> worker.health().online() ? ScaleState.EXPIRED : ScaleState.NO_SCALE;
    };
  }

  @Override
  public OptionalInt billableGrams() {
    var billable = worker.billable();
    return billable.isPresent()
        ? OptionalInt.of(grams(billable.get().milligrams()))
        : OptionalInt.empty();
  }

  /** Whole grams, half a gram up. */
  private static int grams(long milligrams) {
    return Math.toIntExact((milligrams + MILLIGRAMS / 2) / MILLIGRAMS);
  }

  @Override
  public void close() {
    worker.close();
  }
}
