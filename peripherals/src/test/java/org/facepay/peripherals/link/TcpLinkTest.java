package org.facepay.peripherals.link;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
    TcpPlug gone = TcpPlug.open();
    gone.pull();
    assertTrue(fault(gone.path()).contains("check the port number"));
    assertTrue(fault("no-such-host.invalid:1").contains("no such host"));
  }

  private String fault(String path) {
    return assertThrows(DeviceException.class, () -> open(path)).reason();
  }
}
