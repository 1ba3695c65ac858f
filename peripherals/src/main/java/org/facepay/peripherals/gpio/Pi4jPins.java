package org.facepay.peripherals.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines of a Raspberry Pi's header through Pi4J and its gpiod plug-in; other boards, and a Pi as
 * well, have {@link KernelPins}.
 */
public final class Pi4jPins implements Pins {
  private static final Logger log = LoggerFactory.getLogger(Pi4jPins.class);
  private static final long DEBOUNCE_MILLIS = 20;
  private static final Map<String, Pi4jBoard> BOARDS = new HashMap<>();

  private final Pi4jBoard board;
  private final Map<Integer, Use> uses = new HashMap<>();
  private final Map<Integer, DigitalInput> inputs = new HashMap<>();
  private final Map<Integer, DigitalOutput> outputs = new HashMap<>();
  private boolean closed;

  private Pi4jPins(Pi4jBoard board) {
    this.board = board;
  }

  /** Opens lines of that chip, such as {@code /dev/gpiochip0}, by their BCM numbers. */
  public static Opening on(String chip) {
    return requested -> {
      Pi4jBoard.requirePi();
      return open(board(chip).withoutMocks(), requested);
    };
  }

  /** Pi4J would quietly go on with the chip it has open. */
  private static Pi4jBoard board(String chip) throws DeviceException {
    synchronized (BOARDS) {
      for (Map.Entry<String, Pi4jBoard> other : BOARDS.entrySet()) {
        if (!other.getKey().equals(chip) && other.getValue().inUse()) {
          throw new DeviceException(Problem.Kind.PI4J_OTHER_CHIP, other.getKey());
        }
      }
      return BOARDS.computeIfAbsent(chip, Pi4jBoard::ofChip);
    }
  }

  /** Opens lines of any board. */
  static Pins open(Pi4jBoard board, List<Use> requested) throws DeviceException {
    board.join();
    Pi4jPins pins = new Pi4jPins(board);
    boolean complete = false;
    try {
      for (Use use : requested) {
        pins.request(use);
      }
      complete = true;
      return pins;
    } finally {
      if (!complete) {
        pins.close();
      }
    }
  }

  @Override
  public synchronized boolean get(int offset) throws DeviceException {
    Use use = use(offset);
    DigitalState state =
        board.with(
            context ->
                use.direction() == Direction.INPUT
                    ? line(inputs, offset).state()
                    : line(outputs, offset).state());
    return state.isHigh() != use.activeLow();
  }

  @Override
  public synchronized void set(int offset, boolean active) throws DeviceException {
    Use use = use(offset);
    if (use.direction() == Direction.INPUT) {
      throw new DeviceException(Problem.Kind.LINE_IS_INPUT, offset);
    }
    DigitalOutput ignored = board.with(context -> line(outputs, offset).state(level(active, use)));
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    List<String> ids = new ArrayList<>();
    inputs.values().forEach(line -> ids.add(line.id()));
    outputs.values().forEach(line -> ids.add(line.id()));
    ids.forEach(id -> quietly(() -> board.with(context -> context.shutdown(id))));
    quietly(board::leave);
  }

  private interface Closing {
    void run() throws DeviceException;
  }

  /** What cannot be let go is let go by the kernel when the program ends. */
  private static void quietly(Closing closing) {
    try {
      closing.run();
    } catch (DeviceException e) {
      log.warn("GPIO through Pi4J: {}", e.reason());
    }
  }

  private void request(Use use) throws DeviceException {
    String id = "facepay-" + use.offset();
    boolean taken = board.with(context -> context.registry().exists(id));
    if (taken) {
      throw new DeviceException(Problem.Kind.LINE_IN_USE, use.offset());
    }
    uses.put(use.offset(), use);
    if (use.direction() == Direction.INPUT) {
      inputs.put(use.offset(), board.with(context -> input(context, id, use)));
    } else {
      outputs.put(use.offset(), board.with(context -> output(context, id, use)));
    }
  }

  private DigitalInput input(Context context, String id, Use use) {
    return context
        .provider(board.inputs(), DigitalInputProvider.class)
        .create(
            DigitalInput.newConfigBuilder(context)
                .id(id)
                .address(use.offset())
                .debounce(DEBOUNCE_MILLIS, TimeUnit.MILLISECONDS)
                .build());
  }

  /** Inactive when it is opened and when it is let go. */
  private DigitalOutput output(Context context, String id, Use use) {
    return context
        .provider(board.outputs(), DigitalOutputProvider.class)
        .create(
            DigitalOutput.newConfigBuilder(context)
                .id(id)
                .address(use.offset())
                .initial(level(false, use))
                .shutdown(level(false, use))
                .build());
  }

  private static DigitalState level(boolean active, Use use) {
    return active == use.activeLow() ? DigitalState.LOW : DigitalState.HIGH;
  }

  private static <L> L line(Map<Integer, L> lines, int offset) {
    L line = lines.get(offset);
    if (line == null) {
      throw new IllegalStateException("line " + offset + " is not open");
    }
    return line;
  }

  private Use use(int offset) throws DeviceException {
    if (closed) {
      throw new DeviceException(Problem.Kind.LINES_CLOSED);
    }
    Use use = uses.get(offset);
    if (use == null) {
      throw new IllegalArgumentException("line " + offset + " not requested");
    }
    return use;
  }
}
