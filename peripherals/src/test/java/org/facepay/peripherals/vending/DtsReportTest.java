package org.facepay.peripherals.vending;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.Fuzz;
import org.facepay.peripherals.vending.DtsReport.Segment;
import org.junit.jupiter.api.Test;

class DtsReportTest {
  private static final VendAudit AUDIT =
      new VendAudit(
          "K3",
          new VendAudit.Currency("CNY", 2),
          new VendAudit.Sold(3, 1_650),
          List.of(
              new VendAudit.Selection("1", 500, "6900123400074", new VendAudit.Sold(2, 1_000)),
              new VendAudit.Selection("12", 650, "6900123400289", new VendAudit.Sold(1, 650))));

  private static DtsReport read(String text) throws DtsException {
    return DtsReport.read(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String written() {
    return new String(AUDIT.report().write(), StandardCharsets.US_ASCII);
  }

  @Test
  void isWrittenWithItsCountAndItsCrc() {
    assertEquals(
        String.join(
            "\r\n",
            "DXS*K3*VA*V0/6*1",
            "ST*001*0001",
            "ID1*K3*****",
            "ID4*2**CNY",
            "VA1*1650*3**",
            "DA2*1650*3**",
            "PA1*1*500*6900123400074",
            "PA2*2*1000**",
            "PA1*12*650*6900123400289",
            "PA2*1*650**",
            "G85*" + crcOf(written()),
            "SE*11*0001",
            "DXE*1*1",
            ""),
        written());
  }

  private static String crcOf(String text) {
    int at = text.indexOf("G85*") + 4;
    return text.substring(at, at + 4);
  }

  /** A report without a CRC is read; one with a wrong one is not. */
  @Test
  void aCrcIsCheckedWhereThereIsOne() throws Exception {
    String body = "ST*001*0001\r\nIC1******0\r\n";
    DtsReport report =
        read("DXS*A*VA*V0/6*1\r\n" + body + "SE*3*0001\r\nDXE*1*1\r\n"); // of before 6.0
    assertEquals(List.of(Segment.of("IC1", "", "", "", "", "", "0")), report.segments());
    assertEquals(Optional.of("0"), report.segments().getFirst().element(6));
    assertEquals(Optional.empty(), report.segments().getFirst().element(7));
    assertThrows(
        DtsException.class,
        () -> read("DXS*A*VA*V0/6*1\r\n" + body + "G85*ABCD\r\nSE*4*0001\r\nDXE*1*1\r\n"));
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    DtsReport report = DtsReport.read(AUDIT.report().write());
    assertEquals(AUDIT, VendAudit.of(report));
    assertArrayEquals(AUDIT.report().write(), report.write());
  }

  @Test
  void whatIsCutOrMiscountedIsRefused() {
    String whole = written();
    for (String broken :
        List.of(
            "",
            whole.substring(0, 60),
            whole.replace("DXE*1*1", ""),
            whole.replace("SE*11", "SE*12"),
            whole.replace("PA2*2*1000", "PA2*3*1000"),
            whole.replace("K3*****", "K\u00e93*****"))) {
      assertThrows(DtsException.class, () -> read(broken), broken);
    }
    assertThrows(IllegalArgumentException.class, () -> Segment.of("PA1", "a*b"));
    assertThrows(IllegalArgumentException.class, () -> Segment.of("PA1", "a\r\nG85"));
  }

  /** Whatever comes: a report that can be written again, or a clear refusal. */
  @Test
  void noBytesAreTakenForWhatTheyAreNot() {
    byte[][] genuine = {
      AUDIT.report().write(),
      new VendAudit("X", AUDIT.currency(), AUDIT.all(), List.of()).report().write()
    };
    int[] read = {0};
    Fuzz.frames(
        7,
        genuine,
        400,
        frame -> {
          try {
            DtsReport report = DtsReport.read(frame);
            VendAudit audit = VendAudit.of(report);
            assertEquals(report, DtsReport.read(report.write()));
            assertTrue(audit.all().minor() >= 0 && audit.currency().decimals() <= 4);
            read[0]++;
          } catch (DtsException e) {
            assertTrue(e.getMessage() != null && !e.getMessage().isEmpty());
          }
        });
    assertTrue(read[0] > 1_000, "only " + read[0] + " were reports");
  }
}
