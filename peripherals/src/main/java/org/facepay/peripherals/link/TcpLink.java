package org.facepay.peripherals.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facepay.peripherals.problem.Problem;

/**
 * A device on the network: printers on port 9100, LLRP readers on 5084, serial servers. A write
 * that its peer does not take is ended by a watchdog, as on serial lines.
 */
public final class TcpLink implements Link {
  private final String address;
  private final Socket socket;
  private final InputStream in;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final byte[] ahead = new byte[1];
  private boolean hasAhead;

  private TcpLink(String address, Socket socket) throws IOException {
    this.address = address;
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /**
   * Calls the device.
   *
   * @throws DeviceException if it does not answer the call in time, or refuses it
   */
  public static TcpLink open(String host, int port, Duration timeout) throws DeviceException {
    String address = host + ":" + port;
    Socket socket = new Socket();
    try {
      InetSocketAddress resolved = new InetSocketAddress(host, port);
      if (resolved.isUnresolved()) {
        throw new UnknownHostException(host);
      }
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.connect(resolved, (int) Math.max(1, timeout.toMillis()));
      if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
        // Nobody listens on this port of this machine, and the call met itself (RFC 9293, 3.5).
        throw new ConnectException("Connection refused");
      }
      return new TcpLink(address, socket);
    } catch (IOException e) {
      closeQuietly(socket);
      throw new DeviceException(explain(address, e), e);
    }
  }

  @Override
  public int read(byte[] into, Duration timeout) throws DeviceException {
    if (hasAhead) {
      hasAhead = false;
      into[0] = ahead[0];
      return 1;
    }
    if (timeout.isZero() && available() == 0) {
      return 0;
    }
    int count = receive(into, Math.max(1, timeout.toMillis()));
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws DeviceException {
    try (WriteWatchdog watchdog = WriteWatchdog.over(this::close, timeout)) {
      try {
        socket.getOutputStream().write(bytes);
      } catch (IOException e) {
        if (watchdog.fired()) {
          throw new DeviceException(
              Problem.of(Problem.Kind.STALLED, address, timeout.toMillis()), e);
        }
        throw lost(e);
      }
    }
  }

  /** Also finds out that the peer hung up, which a socket only tells to who reads. */
  @Override
  public int available() throws DeviceException {
    try {
      int there = closed.get() ? -1 : in.available();
      if (there == 0 && !hasAhead) {
        hasAhead = receive(ahead, 1) == 1;
      }
      if (there < 0) {
        throw lost(new IOException("closed"));
      }
      return (hasAhead ? 1 : 0) + in.available();
    } catch (IOException e) {
      throw lost(e);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      closeQuietly(socket);
    }
  }

  private int receive(byte[] into, long millis) throws DeviceException {
    try {
      socket.setSoTimeout((int) millis);
      int count = in.read(into);
      if (count < 0) {
        throw lost(new IOException("end of stream"));
      }
      return count;
    } catch (SocketTimeoutException e) {
      return 0;
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private DeviceException lost(IOException e) {
    close();
    return new DeviceException(Problem.of(Problem.Kind.CALL_ENDED, address), e);
  }

  private static Problem explain(String address, IOException e) {
    return switch (e) {
      case UnknownHostException _ -> Problem.of(Problem.Kind.NO_HOST, address);
      case SocketTimeoutException _ -> Problem.of(Problem.Kind.CALL_UNANSWERED, address);
      default -> Problem.of(Problem.Kind.CALL_DENIED, address, String.valueOf(e.getMessage()));
    };
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to free.
    }
  }
}
