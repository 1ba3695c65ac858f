package org.facepay.peripherals.gpio;

import com.pi4j.Pi4J;
import com.pi4j.boardinfo.util.BoardInfoHelper;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.library.gpiod.internal.GpioDException;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.provider.Provider;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A Raspberry Pi's GPIO header through Pi4J: one context for all who use lines, closed with the
 * last of them, because Pi4J's gpiod library has one chip open per program. Providers are named,
 * never found: on a machine that is no Pi, Pi4J would silently find mocks.
 */
final class Pi4jBoard {
  private static final String CHIP = "gpio.chip.name";

  private final Supplier<Context> making;
  private final String inputs;
  private final String outputs;
  private @Nullable Context context;
  private int users;

  /** What is done with the open context; its exceptions are all unchecked. */
  interface Work<T> {
    T on(Context context);
  }

  /**
   * @param inputs the provider of inputs by its Pi4J id, as {@code outputs}
   */
  Pi4jBoard(Supplier<Context> making, String inputs, String outputs) {
    this.making = making;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** The chip of the header, such as {@code /dev/gpiochip0}. */
  static Pi4jBoard ofChip(String chip) {
    String name = String.valueOf(Path.of(chip).getFileName());
    return new Pi4jBoard(
        () ->
            Pi4J.newContextBuilder()
                .noAutoDetect()
                .add(
                    GpioDDigitalInputProvider.newInstance(),
                    GpioDDigitalOutputProvider.newInstance())
                .property(CHIP, name)
                .build(),
        GpioDDigitalInputProvider.ID,
        GpioDDigitalOutputProvider.ID);
  }

  /** The providers must move real pins. */
  Pi4jBoard withoutMocks() throws DeviceException {
    synchronized (this) {
      join();
      try {
        Context open = opened();
        refuseMock(open.provider(inputs, DigitalInputProvider.class));
        refuseMock(open.provider(outputs, DigitalOutputProvider.class));
      } finally {
        leave();
      }
    }
    return this;
  }

  /** Whether this machine is a Raspberry Pi, which Pi4J's gpiod plug-in insists on. */
  static void requirePi() throws DeviceException {
    if (!call(BoardInfoHelper::runningOnRaspberryPi)) {
      throw new DeviceException(Problem.Kind.PI4J_ELSEWHERE);
    }
  }

  String inputs() {
    return inputs;
  }

  String outputs() {
    return outputs;
  }

  /** Whether anybody uses lines. */
  synchronized boolean inUse() {
    return users > 0;
  }

  /** One more uses lines. */
  synchronized void join() throws DeviceException {
    Context open = context;
    if (open == null || open.isShutdown()) {
      context = call(making);
    }
    users++;
  }

  /** One fewer; the last one closes the context. */
  synchronized void leave() throws DeviceException {
    users--;
    Context open = context;
    if (users == 0 && open != null && !open.isShutdown()) {
      context = null;
      Context ignored = call(open::shutdown);
    }
  }

  /**
   * Does something with the context.
   *
   * @throws DeviceException if Pi4J cannot
   */
  <T> T with(Work<T> work) throws DeviceException {
    Context open;
    synchronized (this) {
      open = opened();
    }
    return call(() -> work.on(open));
  }

  private Context opened() throws DeviceException {
    Context open = context;
    if (open == null || open.isShutdown()) {
      throw new DeviceException(Problem.Kind.PI4J_SHUT_DOWN);
    }
    return open;
  }

  private static void refuseMock(Provider<?, ?, ?> provider) throws DeviceException {
    String kind = provider.getClass().getName() + " " + provider.id();
    if (kind.toLowerCase(Locale.ROOT).contains("mock")) {
      throw new DeviceException(Problem.Kind.PI4J_MOCK, provider.id());
    }
  }

  private static <T> T call(Supplier<T> pi4j) throws DeviceException {
    try {
      return pi4j.get();
    } catch (Pi4JException | GpioDException | IllegalStateException | LinkageError e) {
      throw new DeviceException(
          Problem.of(Problem.Kind.PI4J_FAILED, String.valueOf(e.getMessage())), e);
    }
  }
}
