package org.facepay.peripherals.cashdrawer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.PrinterSimulator;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsNatives
class PrinterDrawerTest extends CashDrawerContract {
  @TempDir Path folder;
  private PrinterSimulator simulator;

  @Override
  CashDrawer open() throws Exception {
    simulator = PrinterSimulator.start(folder.resolve("printer"), folder.resolve("paper"));
    return CashDrawers.CATALOGUE
        .named("escpos")
        .apply(SerialLink.open(simulator.path(), SerialSettings.eightN1(115_200)));
  }

  @Override
  void shut() {
    simulator.conditions().drawerOpen(false);
  }

  @Override
  void jam() {
    simulator.conditions().drawerJammed(true);
  }

  @Override
  void unplug() throws Exception {
    simulator.unplug();
  }

  @AfterEach
  void closeSimulator() throws Exception {
    simulator.close();
  }

  @Test
  void thePrintersWorkerOpensItBetweenReceipts() throws Exception {
    try (PrinterSimulator other =
            PrinterSimulator.start(folder.resolve("p2"), folder.resolve("paper2"));
        PrinterWorker worker = PrinterWorker.start("printer", other.path(), health -> {})) {
      CompletableFuture<Boolean> early = new CompletableFuture<>();
      worker.openDrawer(DrawerKick.usual(), early::complete);
      boolean ignored = early.get(5, TimeUnit.SECONDS);
      Await.until("ready", () -> worker.status().isPresent());
      CompletableFuture<Boolean> opened = new CompletableFuture<>();
      worker.openDrawer(DrawerKick.usual(), opened::complete);
      assertEquals(true, opened.get(5, TimeUnit.SECONDS));
      other.conditions().drawerOpen(false);
      other.conditions().drawerJammed(true);
      CompletableFuture<Boolean> jammed = new CompletableFuture<>();
      worker.openDrawer(DrawerKick.usual(), jammed::complete);
      assertEquals(false, jammed.get(5, TimeUnit.SECONDS));
    }
  }

  @Test
  void thePulseIsAsTheManualWritesIt() {
    assertArrayEquals(
        new byte[] {0x1B, 'p', 1, 25, 25}, new DrawerKick(1, Duration.ofMillis(50), true).pulse());
    assertThrows(
        IllegalArgumentException.class, () -> new DrawerKick(2, Duration.ofMillis(50), true));
    assertThrows(
        IllegalArgumentException.class, () -> new DrawerKick(0, Duration.ofMillis(900), true));
  }
}
