package org.facepay.peripherals.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facepay.peripherals.problem.Problem;

/**
 * A serial port through jSerialComm, with the library's traps kept inside: a fresh port object for
 * every open (the path is resolved when the object is made, and a replug may move it), blocking
 * reads on the caller's thread instead of listeners, the first -1 closes, and a watchdog over
 * writes because the library's own write time-out does nothing on Linux.
 */
public final class SerialLink implements Link {
  /** The kernel counts read time-outs in tenths of a second. */
  private static final int READ_STEP_MILLIS = 100;

  private static final Path PSEUDO_TERMINALS = Path.of("/dev/pts");

  private final String path;
  private final SerialPort port;
  private final boolean flowControlled;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SerialLink(String path, SerialPort port, boolean flowControlled) {
    this.path = path;
    this.port = port;
    this.flowControlled = flowControlled;
  }

  /**
   * Opens the port for this process alone; what the driver received before is thrown away.
   *
   * @param path a device file or a link to one, best below {@code /dev/serial/by-id}
   * @throws DeviceException if the path is missing, forbidden, in use or no serial port
   */
  public static SerialLink open(String path, SerialSettings settings) throws DeviceException {
    NativeSerial.load();
    Path device = realDevice(path);
    SerialPort port;
    try {
      port = SerialPort.getCommPort(device.toString());
    } catch (SerialPortInvalidPortException e) {
      throw new DeviceException(Problem.of(Problem.Kind.NO_SERIAL_PORT, path), e);
    }
    SerialSettings line =
        device.startsWith(PSEUDO_TERMINALS) ? settings.onPseudoTerminal() : settings;
    port.setComPortParameters(
        line.baud(),
        line.dataBits(),
        line.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS,
        parity(line.parity()));
    port.setFlowControl(flowControl(line.flowControl()));
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_STEP_MILLIS, 0);
    if (!port.openPort(0)) {
      throw OpenFailure.at(device, port.getLastErrorCode());
    }
    port.flushIOBuffers();
    return new SerialLink(path, port, line.flowControl() != SerialSettings.FlowControl.NONE);
  }

  @Override
  public int read(byte[] into, Duration timeout) throws DeviceException {
    if (timeout.isZero() && available() == 0) {
      return 0;
    }
    long deadline = System.nanoTime() + timeout.toNanos();
    do {
      int count = closed.get() ? -1 : port.readBytes(into, into.length);
      if (count > 0) {
        return count;
      }
      if (count < 0) {
        throw lost();
      }
    } while (System.nanoTime() - deadline < 0);
    return 0;
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws DeviceException {
    try (WriteWatchdog watchdog = WriteWatchdog.over(this::close, timeout)) {
      int sent = 0;
      while (sent < bytes.length) {
        int count = closed.get() ? -1 : port.writeBytes(bytes, bytes.length - sent, sent);
        if (watchdog.fired()) {
          throw new DeviceException(Problem.Kind.STALLED, path, timeout.toMillis());
        }
        if (count <= 0) {
          throw lost();
        }
        sent += count;
      }
    }
  }

  @Override
  public int available() throws DeviceException {
    int count = closed.get() ? -1 : port.bytesAvailable();
    if (count < 0) {
      throw lost();
    }
    return count;
  }

  @Override
  public boolean flowControlled() {
    return flowControlled;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      port.closePort();
    }
  }

  private DeviceException lost() {
    close();
    return new DeviceException(Problem.Kind.HUNG_UP, path);
  }

  private static Path realDevice(String path) throws DeviceException {
    Path given = Path.of(path);
    try {
      Path real = given.toRealPath();
      if (Files.isRegularFile(real) || Files.isDirectory(real)) {
        throw new DeviceException(Problem.Kind.FILE_NOT_SERIAL_PORT, path);
      }
      if (!Files.isReadable(real) || !Files.isWritable(real)) {
        throw OpenFailure.at(real, OpenFailure.EACCES);
      }
      return real;
    } catch (IOException e) {
      throw OpenFailure.at(given, OpenFailure.ENOENT);
    }
  }

  /** Of XON/XOFF only what the device sends: our own XOFF would be a byte of its picture. */
  private static int flowControl(SerialSettings.FlowControl flowControl) {
    return switch (flowControl) {
      case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
      case RTS_CTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
      case XON_XOFF -> SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
    };
  }

  private static int parity(SerialSettings.Parity parity) {
    return switch (parity) {
      case NONE -> SerialPort.NO_PARITY;
      case ODD -> SerialPort.ODD_PARITY;
      case EVEN -> SerialPort.EVEN_PARITY;
    };
  }
}
