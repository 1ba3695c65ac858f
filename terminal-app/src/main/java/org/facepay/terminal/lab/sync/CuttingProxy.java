package org.facepay.terminal.lab.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/** A line that goes wrong: what passes through it breaks off, is lost on its way back, or waits. */
final class CuttingProxy implements AutoCloseable {
  private static final int BACKLOG = 50;
  private static final int PART = 1_024;

  /** What a terminal sends before it asks for anything, at most. */
  private static final int HANDSHAKE = 3_072;

  private static final int CONNECT_MILLISECONDS = 1_000;

  /** How the line is. */
  enum Line {
    GOOD,
    /** A connection breaks off somewhere in what is asked, one in three parts. */
    CUTS_REQUESTS,
    /** What is asked arrives; the answer never does. */
    LOSES_ANSWERS,
    /** Nobody is reached. */
    PARTED,
    /** Connections are made, and nothing passes through them. */
    SILENT
  }

  private final ServerSocket listening;
  private final int target;
  private final RandomGenerator random;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Line line = Line.GOOD;

  private CuttingProxy(ServerSocket listening, int target, RandomGenerator random) {
    this.listening = listening;
    this.target = target;
    this.random = random;
  }

  /**
   * Opens on a free port.
   *
   * @param target port of this machine
   */
  static CuttingProxy before(int target, RandomGenerator random) throws IOException {
    ServerSocket listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    CuttingProxy proxy = new CuttingProxy(listening, target, random);
    Thread.ofPlatform().daemon().name("line").start(proxy::accept);
    return proxy;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** From now on; connections of before break off. */
  void become(Line now) {
    line = now;
    cut();
  }

  /** Breaks off all that is open. */
  void cut() {
    open.forEach(CuttingProxy::end);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket near = listening.accept();
        open.add(near);
        Thread.ofVirtual().start(() -> carry(near));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void carry(Socket near) {
    Line now = line;
    if (now == Line.PARTED) {
      end(near);
    } else if (now != Line.SILENT) {
      Socket far = new Socket();
      open.add(far);
      try {
        far.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLISECONDS);
        AtomicLong asked = new AtomicLong();
        Thread back =
            Thread.ofVirtual()
                .start(
                    () ->
                        pass(far, near, _ -> now == Line.LOSES_ANSWERS && asked.get() > HANDSHAKE));
        pass(
            near,
            far,
            n ->
                asked.addAndGet(n) > HANDSHAKE
                    && now == Line.CUTS_REQUESTS
                    && random.nextInt(3) == 0);
        back.join();
      } catch (IOException e) {
        end(near);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        end(far);
        end(near);
      }
    }
  }

  /**
   * Until one side ends, or it breaks.
   *
   * @param breaks asked before each part is passed on
   */
  private static void pass(Socket from, Socket to, IntPredicate breaks) {
    byte[] part = new byte[PART];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(part); n >= 0 && !breaks.test(n); n = in.read(part)) {
        out.write(part, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // whoever is behind it finds out
    }
    end(from);
    end(to);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }
}
