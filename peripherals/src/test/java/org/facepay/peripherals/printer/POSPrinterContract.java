package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.printer.PrintResult.NotPrinted;
import org.facepay.peripherals.printer.PrintResult.Printed;
import org.facepay.peripherals.printer.PrintResult.Uncertain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every receipt printer driver does, over any wire; a driver's test extends this. */
abstract class POSPrinterContract {
  /** What a printer can be in when a receipt is to be printed. */
  enum Situation {
    HEALTHY,
    PAPER_NEAR_END,
    PAPER_OUT,
    COVER_OPEN,
    CUTTER_ERROR,
    PAPER_ENDS_MIDWAY,
    CUTTER_JAMS_AT_CUT,
    SILENT,
    NONSENSE,
    MUTE_AFTER_RECEIPT,
    HANGS_UP_MIDWAY
  }

  /** Opens the driver with a device in that situation behind it. */
  abstract POSPrinter open(Situation situation) throws Exception;

  /** Receipts that came out whole, or -1 if the wire cannot tell. */
  abstract int receipts();

  @Test
  void printsAndConfirms() throws Exception {
    assertEquals(new Printed(), print(Situation.HEALTHY));
    assertTrue(receipts() != 0);
  }

  @Test
  void printsWithLittlePaperLeftAndSaysSo() throws Exception {
    try (POSPrinter printer = open(Situation.PAPER_NEAR_END)) {
      PrinterStatus status = printer.checkHealth();
      assertTrue(status.paperNearEnd() && status.ready());
      assertEquals(new Printed(), printer.print(SampleReceipt.document()));
    }
  }

  @ParameterizedTest
  @CsvSource({"PAPER_OUT, paper out", "COVER_OPEN, cover open", "CUTTER_ERROR, cutter error"})
  void sendsNothingToAPrinterThatCannot(Situation situation, String reason) throws Exception {
    PrintResult result = print(situation);
    assertTrue(assertInstanceOf(NotPrinted.class, result).reason().contains(reason));
    assertTrue(receipts() <= 0);
  }

  @ParameterizedTest
  @CsvSource({
    "PAPER_ENDS_MIDWAY, paper out",
    "CUTTER_JAMS_AT_CUT, cutter error",
    "MUTE_AFTER_RECEIPT, answer",
    "HANGS_UP_MIDWAY, sent"
  })
  void neverCallsPrintedWhatItCannotKnow(Situation situation, String reason) throws Exception {
    PrintResult result = print(situation);
    String said = assertInstanceOf(Uncertain.class, result).reason();
    assertTrue(said.contains(reason), said);
  }

  @ParameterizedTest
  @CsvSource({"SILENT, does not answer", "NONSENSE, no ESC/POS status"})
  void aPrinterThatMakesNoSenseIsAFault(Situation situation, String reason) throws Exception {
    try (POSPrinter printer = open(situation)) {
      DeviceException fault =
          assertThrows(DeviceException.class, () -> printer.print(SampleReceipt.document()));
      assertTrue(fault.reason().contains(reason), fault.reason());
    }
  }

  private PrintResult print(Situation situation) throws Exception {
    try (POSPrinter printer = open(situation)) {
      return printer.print(SampleReceipt.document());
    }
  }
}
