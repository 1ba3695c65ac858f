package org.facepay.peripherals.modbus;

import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Exchange;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.problem.Problem;

/**
 * The master of a bus. Every answer is checked for its checksum, unit, function and length; one
 * damaged answer is asked again, because the questions used here may be repeated. One thread, as
 * the link.
 */
public final class ModbusMaster implements AutoCloseable {
  private static final Duration WRITE = Duration.ofMillis(500);
  private static final int TRIES = 2;

  private final Exchange exchange;
  private final Duration answer;

  /**
   * @param answer how long a unit may take; absent ones cost this much, twice
   */
  public ModbusMaster(Link link, Duration answer) {
    this.exchange = new Exchange(link, RtuFrame.ANSWERS, RtuFrame.LARGEST, WRITE);
    this.answer = answer;
  }

  /**
   * Reads 16-bit registers.
   *
   * @param function 3 holding or 4 input registers
   * @param count 1 to 125
   * @return unsigned values
   */
  public int[] registers(int unit, int function, int address, int count) throws DeviceException {
    RtuFrame frame = ask(RtuFrame.question(unit, function, address, count), 1 + 2 * count);
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = frame.word(1 + 2 * i);
    }
    return values;
  }

  /**
   * Reads coils or discrete inputs.
   *
   * @param function 1 coils or 2 discrete inputs
   * @param count 1 to 2000
   */
  public BitSet bits(int unit, int function, int address, int count) throws DeviceException {
    int bytes = (count + 7) / 8;
    RtuFrame frame = ask(RtuFrame.question(unit, function, address, count), 1 + bytes);
    byte[] bits = new byte[bytes];
    System.arraycopy(frame.data(), 1, bits, 0, bytes);
    BitSet set = BitSet.valueOf(bits);
    set.clear(count, bytes * 8 + 1);
    return set;
  }

  /** Switches a coil; the unit repeats the order, which is checked. */
  public void coil(int unit, int address, boolean on) throws DeviceException {
    echoed(RtuFrame.question(unit, RtuFrame.WRITE_SINGLE_COIL, address, on ? 0xFF00 : 0));
  }

  /** Writes a register; the unit repeats the order, which is checked. */
  public void register(int unit, int address, int value) throws DeviceException {
    echoed(RtuFrame.question(unit, RtuFrame.WRITE_SINGLE_REGISTER, address, value));
  }

  /**
   * Writes a register whose order must not be carried out twice, such as one that turns a motor: it
   * is sent once, whatever comes back.
   */
  public void registerOnce(int unit, int address, int value) throws DeviceException {
    RtuFrame question = RtuFrame.question(unit, RtuFrame.WRITE_SINGLE_REGISTER, address, value);
    same(question, ask(question, 4, 1));
  }

  /** Notices cheaply that the wire is dead. */
  public void checkWire() throws DeviceException {
    exchange.checkWire();
  }

  @Override
  public void close() {
    exchange.close();
  }

  private void echoed(RtuFrame question) throws DeviceException {
    same(question, ask(question, 4));
  }

  private static void same(RtuFrame question, RtuFrame frame) throws DeviceException {
    if (frame.word(0) != question.word(0) || frame.word(2) != question.word(2)) {
      throw new DeviceException(Problem.Kind.UNIT_DISOBEYED, question.unit());
    }
  }

  private RtuFrame ask(RtuFrame question, int dataBytes) throws DeviceException {
    return ask(question, dataBytes, TRIES);
  }

  private RtuFrame ask(RtuFrame question, int dataBytes, int tries) throws DeviceException {
    Problem.Kind problem = Problem.Kind.UNIT_SILENT;
    for (int i = 0; i < tries; i++) {
      Optional<byte[]> bytes = exchange.ask(question.encode(), answer);
      if (bytes.isEmpty()) {
        problem = Problem.Kind.UNIT_SILENT;
        continue;
      }
      Optional<RtuFrame> frame = RtuFrame.decode(bytes.get());
      if (frame.isEmpty() || frame.get().unit() != question.unit()) {
        problem = Problem.Kind.UNIT_DAMAGED;
        continue;
      }
      return checked(question, frame.get(), dataBytes);
    }
    throw new DeviceException(problem, question.unit());
  }

  private static RtuFrame checked(RtuFrame question, RtuFrame frame, int dataBytes)
      throws DeviceException {
    if (frame.function() == (question.function() | RtuFrame.EXCEPTION)) {
      int code = frame.data().length == 0 ? 0 : frame.data()[0] & 0xFF;
      throw refusal(question.unit(), code);
    }
    boolean read = question.function() <= RtuFrame.READ_INPUT_REGISTERS;
    boolean fits =
        frame.function() == question.function()
            && frame.data().length == dataBytes
            && (!read || (frame.data()[0] & 0xFF) == dataBytes - 1);
    if (!fits) {
      throw new DeviceException(Problem.Kind.UNIT_OTHER_ANSWER, question.unit());
    }
    return frame;
  }

  /** By the exception codes of the Modbus application protocol 1.1b3, section 7. */
  private static DeviceException refusal(int unit, int code) {
    return switch (code) {
      case 1 -> new DeviceException(Problem.Kind.UNIT_NO_FUNCTION, unit);
      case 2 -> new DeviceException(Problem.Kind.UNIT_NO_REGISTER, unit);
      case 3 -> new DeviceException(Problem.Kind.UNIT_NO_VALUE, unit);
      case 4 -> new DeviceException(Problem.Kind.UNIT_BROKEN, unit);
      case 5, 6 -> new DeviceException(Problem.Kind.UNIT_BUSY, unit);
      default -> new DeviceException(Problem.Kind.UNIT_EXCEPTION, unit, code);
    };
  }
}
