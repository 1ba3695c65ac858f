package org.facepay.terminal.provider.wire;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** HTTP servers that only this machine reaches. */
public final class Loopback {
  private Loopback() {}

  /**
   * A server that is not started yet.
   *
   * @param port 0 for any free one
   * @param backlog connections that may wait
   * @throws IOException saying where nobody can listen, and why
   */
  public static HttpServer server(int port, int backlog) throws IOException {
    InetSocketAddress at = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      return HttpServer.create(at, backlog);
    } catch (IOException e) {
      throw new IOException(
          "cannot listen at 127.0.0.1:" + port + ": " + e.getMessage() + "; is another running?",
          e);
    }
  }
}
