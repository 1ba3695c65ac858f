package org.facepay.peripherals.scanner;

import java.nio.charset.StandardCharsets;
import org.facepay.peripherals.link.ScriptedLink;

class LineScannerScriptedTest extends ScannerContract {
  private final ScriptedLink link = new ScriptedLink();

  @Override
  Scanner open() {
    return Scanners.named("line").apply(link);
  }

  @Override
  void scan(String code) {
    link.push((code + "\r").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  void drip(String code) {
    for (byte b : (code + "\r").getBytes(StandardCharsets.UTF_8)) {
      link.push(new byte[] {b});
    }
  }

  @Override
  void garbage() {
    link.push(new byte[] {(byte) 0xC3, 0x28, 0x00, (byte) 0xFF, 0x07, '\r'});
  }

  @Override
  void unplug() {
    link.hangUp();
  }
}
