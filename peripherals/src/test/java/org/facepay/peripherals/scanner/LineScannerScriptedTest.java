package org.facepay.peripherals.scanner;

import org.facepay.peripherals.link.ScriptedLink;

class LineScannerScriptedTest extends ScannerContract {
  private final ScriptedLink link = new ScriptedLink();

  @Override
  Scanner open() {
    return Scanners.named("line").apply(link);
  }

  @Override
  void send(byte[] bytes) {
    link.push(bytes);
  }

  @Override
  void unplug() {
    link.hangUp();
  }
}
