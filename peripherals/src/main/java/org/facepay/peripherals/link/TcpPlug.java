package org.facepay.peripherals.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A simulated network device's socket on the loopback address: one caller at a time, the newest
 * wins, as print servers and readers do. It keeps its port number through unplugging.
 */
public final class TcpPlug implements Plug {
  private final int port;
  private @Nullable ServerSocket server;
  private @Nullable Call call;

  private TcpPlug(ServerSocket server) {
    this.server = server;
    this.port = server.getLocalPort();
  }

  /** Listens on a free port. */
  public static TcpPlug open() throws IOException {
    TcpPlug plug = new TcpPlug(listen(0));
    plug.accept(plug.server);
    return plug;
  }

  @Override
  public String path() {
    return "127.0.0.1:" + port;
  }

  @Override
  public synchronized @Nullable Line line() {
    return call;
  }

  @Override
  public synchronized boolean pluggedIn() {
    return server != null;
  }

  @Override
  public synchronized void plugIn() throws IOException {
    if (server == null) {
      server = listenAgain();
      accept(server);
    }
  }

  @Override
  public synchronized void pull() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
    if (call != null) {
      call.socket.close();
      call = null;
    }
  }

  @Override
  public void close() throws IOException {
    pull();
  }

  /** The system may need a moment to give the port free. */
  private ServerSocket listenAgain() throws IOException {
    for (int i = 0; i < 100; i++) {
      try {
        return listen(port);
      } catch (BindException e) {
        LockSupport.parkNanos(10_000_000);
      }
    }
    return listen(port);
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private void accept(@Nullable ServerSocket listening) {
    if (listening != null) {
      Thread.ofVirtual().name("tcp-simulator").start(() -> acceptAll(listening));
    }
  }

  private void acceptAll(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        answered(listening, socket);
      } catch (IOException e) {
        // Closed by pull, or a caller that was gone at once; either way the loop knows.
      }
    }
  }

  private synchronized void answered(ServerSocket listening, Socket socket) throws IOException {
    if (call != null) {
      call.socket.close();
    }
    call = new Call(socket);
    if (listening.isClosed()) {
      socket.close();
    }
  }

  private record Call(Socket socket) implements Line {
    @Override
    public int read(byte[] into, Duration timeout) throws IOException {
      try {
        socket.setSoTimeout((int) Math.max(1, timeout.toMillis()));
        InputStream in = socket.getInputStream();
        return in.read(into);
      } catch (SocketTimeoutException e) {
        return 0;
      } catch (IOException e) {
        return -1;
      }
    }

    @Override
    public boolean write(byte[] bytes, Duration timeout) {
      try (WriteWatchdog watchdog = WriteWatchdog.over(this::hangUp, timeout)) {
        socket.getOutputStream().write(bytes);
        return !watchdog.fired();
      } catch (IOException e) {
        return false;
      }
    }

    private void hangUp() {
      try {
        socket.close();
      } catch (IOException e) {
        // It is closed as far as it can be.
      }
    }
  }
}
