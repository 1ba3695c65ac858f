package org.facepay.terminal.lab.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.lab.sandbox.Trade.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit notices every way in which words and books can part. */
class ChaosAuditTest {
  private static final Customers CUSTOMERS = new Customers("7", "28");

  @TempDir Path folder;

  private Trade trade(String number, int presentation, Status status) {
    String amount = BigDecimal.valueOf(CUSTOMERS.amountMinor(0), 2).toPlainString();
    String code = CUSTOMERS.code(0, presentation).digits();
    return new Trade(number, "T", amount, code, status, Behaviour.APPROVE, 0);
  }

  private static String line(String number, String outcome) {
    return "{\"basket\":0,\"outTradeNo\":\"%s\",\"amountMinor\":%d,\"outcome\":\"%s\"}"
        .formatted(number, CUSTOMERS.amountMinor(0), outcome);
  }

  private String audit(List<Trade> trades, String... lines) throws IOException {
    Path export = Files.write(folder.resolve("export"), List.of(lines));
    PrintStream quiet = new PrintStream(new ByteArrayOutputStream());
    ChaosAudit.Result result = new ChaosAudit(trades, List.of(), CUSTOMERS).of(export, 1, quiet);
    assertEquals(
        result.good(),
        result
            .toString()
            .endsWith("doubleCharged=0 lostMoney=0 wronglyPaid=0 unresolved=0 wrongScreen=0"));
    return result.toString().replaceAll(" \\w+=0", "").replaceFirst("CHAOS orders=1 ?", "");
  }

  @Test
  void namesEveryOrderOfABasketThatWasNotRight() throws Exception {
    Path export = Files.write(folder.resolve("export"), List.of(line("A", "cancelled")));
    PrintStream quiet = new PrintStream(new ByteArrayOutputStream());
    List<String> guilty = new ArrayList<>();
    List<Trade> trades = List.of(trade("A", 0, Status.CLOSED), trade("B", 1, Status.PAID));
    var _ = new ChaosAudit(trades, List.of(), CUSTOMERS).of(export, 1, quiet, guilty::add);
    assertEquals(List.of("A", "B"), guilty);
  }

  @Test
  void seesEveryWrong() throws Exception {
    Trade paid = trade("A", 0, Status.PAID);
    assertEquals("", audit(List.of(paid), line("A", "paid")));
    assertEquals("", audit(List.of(), line("A", "declined")));
    assertEquals("", audit(List.of(trade("A", 0, Status.CLOSED)), line("A", "cancelled")));
    assertEquals("", audit(List.of(trade("A", 0, Status.REFUNDED)), line("A", "refunded")));
    assertEquals(
        "",
        audit(
            List.of(trade("A", 0, Status.REFUNDED), trade("B", 1, Status.PAID)),
            line("B", "paid")));
    assertEquals(
        "doubleCharged=1", audit(List.of(paid, trade("B", 1, Status.PAID)), line("B", "paid")));
    assertEquals("lostMoney=1", audit(List.of(paid), line("A", "cancelled")));
    assertEquals("lostMoney=1", audit(List.of(paid), line("A", "declined")));
    assertEquals("wronglyPaid=1", audit(List.of(), line("A", "paid")));
    assertEquals("wronglyPaid=1", audit(List.of(paid), line("B", "paid")));
    assertEquals(
        "wronglyPaid=1",
        audit(List.of(paid), line("A", "paid").replaceFirst("Minor\":", "Minor\":1")));
    assertEquals("unresolved=1", audit(List.of(paid)));
    assertEquals("unresolved=1", audit(List.of(paid), line("A", "unresolved")));
    assertEquals("wrongScreen=1", audit(List.of(), line("A", "refunded")));
    assertEquals(
        "wrongScreen=1", audit(List.of(trade("A", 0, Status.REFUNDED)), line("A", "declined")));
    assertEquals(
        "wrongScreen=1", audit(List.of(trade("A", 0, Status.WAITING)), line("A", "cancelled")));
    assertEquals("wrongScreen=1", audit(List.of(paid), line("A", "paid"), line("A", "paid")));
    assertFalse(ChaosAudit.pays(Behaviour.OTHER_ORDER));
  }
}
