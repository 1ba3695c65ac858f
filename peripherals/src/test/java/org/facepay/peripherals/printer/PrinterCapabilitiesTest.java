package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.SerialSettings.FlowControl;
import org.facepay.peripherals.printer.paper.RollModel;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Printers that can less: of the wire, of answers; what is told must be what is known. */
@NeedsNatives
class PrinterCapabilitiesTest {
  private static final PrinterTiming TIMING =
      new PrinterTiming(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(2));
  private static final SerialSettings THREE_WIRES = SerialSettings.eightN1(115_200);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"PAPER_REPORT", "IDENTITY", "STATUS_BACK"})
  void everyFenceConfirms(Answers answers) throws Exception {
    for (FlowControl flow : List.of(FlowControl.NONE, FlowControl.RTS_CTS)) {
      try (PrinterSimulator simulator = start(PrinterElectronics.USUAL.answering(answers));
          POSPrinter printer = open(simulator, THREE_WIRES.with(flow), answers)) {
        assertEquals(new PrintResult.Printed(), printer.print(SampleReceipt.document()));
        assertEquals(1, simulator.receipts());
        simulator.conditions().paperOutAfter(5);
        assertInstanceOf(
            PrintResult.Uncertain.class, printer.print(SampleReceipt.document()), flow.name());
        assertEquals(1, simulator.receipts());
      }
    }
  }

  /** Whatever is configured: a printer that does not answer in its turn is never "printed". */
  @ParameterizedTest
  @EnumSource(names = {"PAPER_REPORT", "IDENTITY", "STATUS_BACK"})
  void aFenceThatThePrinterDoesNotKnow(Answers answers) throws Exception {
    Answers known = answers == Answers.IDENTITY ? Answers.PAPER_REPORT : Answers.IDENTITY;
    try (PrinterSimulator simulator = start(PrinterElectronics.USUAL.answering(known));
        POSPrinter printer = open(simulator, THREE_WIRES.with(FlowControl.RTS_CTS), answers)) {
      assertInstanceOf(PrintResult.Uncertain.class, printer.print(SampleReceipt.document()));
    }
  }

  @Test
  void realTimeStatusAloneIsUnconfirmed() throws Exception {
    try (PrinterSimulator simulator = start(PrinterElectronics.USUAL.answering(Answers.REAL_TIME));
        POSPrinter printer = open(simulator, THREE_WIRES, Answers.REAL_TIME)) {
      assertInstanceOf(PrintResult.Unconfirmed.class, printer.print(SampleReceipt.document()));
      simulator.paperOut(true);
      assertInstanceOf(PrintResult.NotPrinted.class, printer.print(SampleReceipt.document()));
    }
  }

  /** It prints, is online, and nobody says that it printed. */
  @Test
  void aPrinterThatOnlyListensIsUnconfirmed() throws Exception {
    BlockingQueue<PrintResult> results = new LinkedBlockingQueue<>();
    BlockingQueue<Boolean> opened = new LinkedBlockingQueue<>();
    PrinterProfile listening = PrinterProfile.WIDE.answering(Answers.NEVER);
    try (PrinterSimulator simulator = start(PrinterElectronics.USUAL.answering(Answers.NEVER));
        PrinterWorker worker =
            PrinterWorker.start(
                "printer",
                Printers.of(listening),
                Opener.serial(simulator.path(), THREE_WIRES),
                Duration.ofSeconds(5),
                health -> {})) {
      Await.until("online", () -> worker.health().online());
      assertTrue(worker.health().detail().contains("only listens"), worker.health().detail());
      worker.print(SampleReceipt.document(), "1", results::add);
      PrintResult result = results.poll(10, TimeUnit.SECONDS);
      assertInstanceOf(PrintResult.Unconfirmed.class, result);
      Await.until("paper", () -> simulator.receipts() == 1);
      worker.openDrawer(DrawerKick.usual(), opened::add);
      assertEquals(false, opened.poll(10, TimeUnit.SECONDS));
      Await.until("drawer", () -> simulator.conditions().drawerOpen());
      assertTrue(worker.health().online());
      assertEquals(1, worker.worker().statistics().of("UnconfirmedReceiptCount"));
      simulator.unplug();
      Await.until("offline", () -> !worker.health().online());
    }
  }

  /** 256 bytes of buffer, three wires, slow: piece by piece the same paper comes out. */
  @Test
  void nothingRunsOverOnThreeWires() throws Exception {
    byte[] expected = paper(PrinterElectronics.USUAL, FlowControl.RTS_CTS);
    assertArrayEquals(expected, paper(PrinterElectronics.POOR, FlowControl.NONE));
  }

  /** The same buffer behind either handshake. */
  @ParameterizedTest
  @EnumSource(names = {"RTS_CTS", "XON_XOFF"})
  void handshakesHoldTheTerminalBack(FlowControl flow) throws Exception {
    byte[] expected = paper(PrinterElectronics.USUAL, FlowControl.RTS_CTS);
    PrinterElectronics small = new PrinterElectronics(8_192, 40_000, flow, Answers.PAPER_REPORT);
    assertArrayEquals(expected, paper(small, flow));
  }

  /** Wherever they are lost: "printed" is told of the whole receipt alone. */
  @Test
  @Slow("a lost fence is known by the time that passes without it")
  void aGapIsNeverPrinted() throws Exception {
    byte[] whole = paper(PrinterElectronics.USUAL, FlowControl.RTS_CTS);
    int hit = 0;
    for (int at = 30; at < 14_000; at += 1_511) {
      try (PrinterSimulator simulator = start(PrinterElectronics.POOR);
          POSPrinter printer = open(simulator, THREE_WIRES, Answers.PAPER_REPORT)) {
        simulator.conditions().lose(at, 260);
        PrintResult result = printer.print(SampleReceipt.document());
        if (result instanceof PrintResult.Printed) {
          assertArrayEquals(whole, Files.readAllBytes(simulator.paper().getLast()), "at " + at);
        } else {
          assertInstanceOf(PrintResult.Uncertain.class, result);
          hit++;
        }
      }
    }
    assertTrue(hit > 5, hit + " receipts lost bytes");
  }

  /** Every piece fits the smallest buffer with its fence, in every profile. */
  @Test
  void piecesEndWhereCommandsDo() {
    for (PrinterProfile profile : PrinterProfile.named().values()) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      for (byte[] piece : EscPosEncoder.pieces(SampleReceipt.document(), profile, 240)) {
        assertTrue(piece.length <= 240, profile + ": " + piece.length);
        joined.writeBytes(piece);
      }
      assertTrue(joined.size() > 0);
    }
  }

  @Test
  void theOtherPinAndPolarityOfADrawer() throws Exception {
    try (PrinterSimulator simulator = start(PrinterElectronics.USUAL);
        POSPrinter printer = open(simulator, THREE_WIRES, Answers.PAPER_REPORT)) {
      simulator.conditions().drawerWiring(1, true);
      DrawerKick second = new DrawerKick(1, Duration.ofMillis(50), false);
      assertFalse(printer.drawerOpened(second));
      boolean ignored = printer.openDrawer(DrawerKick.usual()); // the other pin
      assertFalse(simulator.conditions().drawerOpen());
      assertTrue(printer.openDrawer(second));
      assertTrue(simulator.conditions().drawerOpen());
    }
  }

  /** Nothing is lost here, so a machine with much else to do may take its time. */
  private byte[] paper(PrinterElectronics electronics, FlowControl flow) throws Exception {
    SerialSettings line = THREE_WIRES.with(flow);
    try (PrinterSimulator simulator = start(electronics);
        POSPrinter printer = open(simulator, line, Answers.PAPER_REPORT, PrinterTiming.usual())) {
      assertEquals(new PrintResult.Printed(), printer.print(SampleReceipt.document()));
      assertNotNull(simulator.paper().getLast());
      return Files.readAllBytes(simulator.paper().getLast());
    }
  }

  private PrinterSimulator start(PrinterElectronics electronics) throws Exception {
    return PrinterSimulator.start(
        folder.resolve("printer"), folder.resolve("paper"), RollModel.USUAL, electronics);
  }

  private static POSPrinter open(PrinterSimulator simulator, SerialSettings line, Answers answers)
      throws Exception {
    return open(simulator, line, answers, TIMING);
  }

  private static POSPrinter open(
      PrinterSimulator simulator, SerialSettings line, Answers answers, PrinterTiming timing)
      throws Exception {
    return new EscPosPrinter(
        SerialLink.open(simulator.path(), line), PrinterProfile.WIDE.answering(answers), timing);
  }
}
