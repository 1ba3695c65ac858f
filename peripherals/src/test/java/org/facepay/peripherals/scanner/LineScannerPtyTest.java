package org.facepay.peripherals.scanner;

import java.nio.file.Path;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class LineScannerPtyTest extends ScannerContract {
  @TempDir Path folder;
  private ScannerSimulator simulator;

  @Override
  Scanner open() throws Exception {
    simulator = ScannerSimulator.start(folder.resolve("scanner"));
    return Scanners.named("line")
        .apply(SerialLink.open(simulator.path(), SerialSettings.eightN1(9600)));
  }

  @Override
  void send(byte[] bytes) throws Exception {
    simulator.send(bytes);
  }

  @Override
  void unplug() throws Exception {
    simulator.unplug();
  }

  @AfterEach
  void closeSimulator() throws Exception {
    simulator.close();
  }
}
