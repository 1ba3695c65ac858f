package org.facepay.peripherals.link;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TcpLinkTest extends LinkContract {
  @Override
  Plug plug() throws IOException {
    return TcpPlug.open();
  }

  @Override
  Link open(String path) throws DeviceException {
    Binding.Tcp to = (Binding.Tcp) Binding.parse("tcp:" + path);
    return TcpLink.open(to.host(), to.port(), Duration.ofSeconds(1));
  }

  @Test
  void saysWhyACallFailed() throws Exception {
    int port;
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = nobody.getLocalPort();
    }
    assertTrue(fault("127.0.0.1:" + port).contains("check the port number"));
    assertTrue(fault("no-such-host.invalid:1").contains("no such host"));
  }

  private String fault(String path) {
    return assertThrows(DeviceException.class, () -> open(path)).reason();
  }
}
