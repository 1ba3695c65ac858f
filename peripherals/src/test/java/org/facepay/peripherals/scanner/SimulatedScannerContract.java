package org.facepay.peripherals.scanner;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.facepay.peripherals.link.CharacterDeviceLink;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.UsbTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract over a pseudo-terminal with the driver's simulator behind it. */
abstract class SimulatedScannerContract extends ScannerContract {
  @TempDir Path folder;
  ScannerSimulator simulator;
  private final ExecutorService hand = Executors.newSingleThreadExecutor();
  private final String driver;

  SimulatedScannerContract(String driver) {
    this.driver = driver;
  }

  @Override
  Scanner open() throws Exception {
    simulator = ScannerSimulator.start(driver, folder.resolve("scanner"));
    boolean serial = Scanners.CATALOGUE.wire(driver).kind() == UsbTree.Kind.SERIAL;
    Link link =
        serial
            ? SerialLink.open(simulator.path(), SerialSettings.eightN1(9600))
            : CharacterDeviceLink.open(simulator.path());
    return Scanners.named(driver).apply(link);
  }

  @Override
  void scan(String code) throws Exception {
    // Not on the test's thread: a long code only goes out while somebody reads it.
    hand.submit(() -> simulator.scan(code));
  }

  @Override
  void drip(String code) throws Exception {
    if (driver.equals("ssi")) {
      simulator.peer().inflict(org.facepay.peripherals.link.Fault.SPLIT_FRAMES);
      simulator.scan(code);
    } else {
      simulator.splitScan(code);
    }
  }

  @Override
  void garbage() throws Exception {
    simulator.send(new byte[] {(byte) 0xC3, 0x28, 0x00, (byte) 0xFF, 0x07});
    if (!driver.equals("ssi") && !driver.equals("hid-pos") && !driver.equals("evdev")) {
      simulator.send(new byte[] {'\r'});
    }
    if (driver.equals("evdev")) { // the kernel never hands out part of an event
      simulator.send(new byte[KeyEvents.EVENT_BYTES - 5]);
    }
  }

  @Override
  void unplug() throws Exception {
    simulator.unplug();
  }

  @AfterEach
  void closeSimulator() throws Exception {
    hand.shutdown();
    simulator.close();
  }
}
