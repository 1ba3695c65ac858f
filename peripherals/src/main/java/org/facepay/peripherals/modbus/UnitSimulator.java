package org.facepay.peripherals.modbus;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.facepay.peripherals.link.Firmware;
import org.facepay.peripherals.link.FrameBuffer;

/** The units of a simulated bus: answers for those that are there, is silent for the others. */
public final class UnitSimulator implements Firmware {
  /** What a unit's registers and coils are. */
  public interface Unit {
    /** A register or bit, by the function that reads it. */
    Optional<Integer> read(int function, int address);

    /** A coil (function 5) or register (6); false if there is none. */
    boolean write(int function, int address, int value);
  }

  private final Map<Integer, Unit> units = new ConcurrentHashMap<>();
  private final FrameBuffer frames = new FrameBuffer(RtuFrame.QUESTIONS, RtuFrame.LARGEST);

  /** Hangs a unit on the bus. */
  public void add(int address, Unit unit) {
    units.put(address, unit);
  }

  /** Takes a unit off the bus. */
  public void remove(int address) {
    units.remove(address);
  }

  @Override
  public void received(byte[] bytes, int count, Wire wire) throws IOException {
    int taken = 0;
    while (taken < count) {
      taken += frames.add(bytes, taken, count - taken);
      for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
        Optional<RtuFrame> question = RtuFrame.decode(frame);
        Unit unit = question.map(q -> units.get(q.unit())).orElse(null);
        if (question.isEmpty()) {
          frames.clear();
        } else if (unit != null) {
          boolean ignored = wire.send(answer(question.get(), unit).encode());
        }
      }
    }
  }

  @Override
  public void powered() {
    frames.clear();
  }

  private static RtuFrame answer(RtuFrame question, Unit unit) {
    int address = question.word(0);
    int value = question.word(2);
    return switch (question.function()) {
      case RtuFrame.READ_COILS, RtuFrame.READ_DISCRETE_INPUTS -> bits(question, unit, value);
      case RtuFrame.READ_HOLDING_REGISTERS, RtuFrame.READ_INPUT_REGISTERS ->
          registers(question, unit, value);
      default -> unit.write(question.function(), address, value) ? question : refuse(question, 2);
    };
  }

  private static RtuFrame registers(RtuFrame question, Unit unit, int count) {
    if (count < 1 || count > 125) {
      return refuse(question, 3);
    }
    byte[] data = new byte[1 + 2 * count];
    data[0] = (byte) (2 * count);
    for (int i = 0; i < count; i++) {
      Optional<Integer> value = unit.read(question.function(), question.word(0) + i);
      if (value.isEmpty()) {
        return refuse(question, 2);
      }
      data[1 + 2 * i] = (byte) (value.get() >> 8);
      data[2 + 2 * i] = (byte) (int) value.get();
    }
    return new RtuFrame(question.unit(), question.function(), data);
  }

  private static RtuFrame bits(RtuFrame question, Unit unit, int count) {
    if (count < 1 || count > 2000) {
      return refuse(question, 3);
    }
    byte[] data = new byte[1 + (count + 7) / 8];
    data[0] = (byte) (data.length - 1);
    for (int i = 0; i < count; i++) {
      Optional<Integer> value = unit.read(question.function(), question.word(0) + i);
      if (value.isEmpty()) {
        return refuse(question, 2);
      }
      data[1 + i / 8] |= (byte) (value.get() != 0 ? 1 << (i % 8) : 0);
    }
    return new RtuFrame(question.unit(), question.function(), data);
  }

  private static RtuFrame refuse(RtuFrame question, int code) {
    return new RtuFrame(
        question.unit(), question.function() | RtuFrame.EXCEPTION, new byte[] {(byte) code});
  }
}
