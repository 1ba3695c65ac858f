package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.vending.CashlessState;
import org.facepay.peripherals.vending.VmcSimulator;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.receipt.SaleRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole terminal on the bus of a machine whose own controller asks for the money. */
@NeedsNatives
class KeypadShopTest extends OpenShop {
  private VmcSimulator machine;

  @Override
  DemoShop.Settings settings() {
    return new DemoShop.Settings(
        0, Duration.ofMillis(1_500), true, false, true, DemoShop.Form.KEYPAD);
  }

  @BeforeEach
  void machine() throws Exception {
    machine = shop.cabinet().controller();
    screen("vendingKeypad");
    until("payment is offered", () -> machine.state() == CashlessState.ENABLED);
  }

  private void payCode() throws Exception {
    shop.scanner().scan(Barcodes.payCode(random));
  }

  private void keyIn() throws Exception {
    until("the keypad reacts", () -> machine.choose("5.00", 1));
    screen("presentCode");
  }

  private Trade trade() throws Exception {
    assertEquals(1, shop.wallet().trades().size());
    return shop.wallet().trades().getFirst();
  }

  @Test
  void whatIsKeyedInIsPaidAndFalls() throws Exception {
    keyIn();
    assertEquals(0, machine.dispensed());
    payCode();
    screen("collect");
    assertEquals(1, machine.dispensed(1));
    assertEquals(Trade.Status.PAID, trade().status());
    until("it is told", () -> sales().size() == 1);
    until("next", () -> machine.choose("5.00", 1));
    screen("presentCode");
  }

  @Test
  void aCodeThatIsShownFirstPaysWhatIsKeyedIn() throws Exception {
    payCode();
    shows("it was read", s -> s.path("prompt").asText().equals("CODE_READ"));
    until("the keypad reacts", () -> machine.choose("5.00", 1));
    screen("collect");
    assertEquals(Trade.Status.PAID, trade().status());
  }

  @Test
  void whatGetsStuckIsGivenBack() throws Exception {
    machine.jam(true);
    keyIn();
    payCode();
    JsonNode told = shows("its money is back", s -> s.path("money").asText().equals("REFUNDED"));
    assertEquals("5.00", told.path("amount").asText());
    assertEquals(0, machine.dispensed());
    assertEquals(Trade.Status.REFUNDED, trade().status());
  }

  @Test
  void anotherPriceIsNeitherChargedNorSold() throws Exception {
    until("the keypad reacts", () -> machine.choose("6.00", 1));
    shows("it is said", s -> s.path("why").asText().equals("WRONG_PRICE"));
    until("denied", () -> machine.denials() == 1);
    page.touch("finish");
    screen("vendingKeypad");
    assertEquals(List.of(), shop.wallet().trades());
    until("the console knows", () -> !alarms("WRONG_PRICE").isEmpty());
  }

  private List<String> alarms(String kind) throws Exception {
    return shop.collector().ofType("org.facepay.alarm.v1").stream()
        .filter(row -> row.contains(kind))
        .toList();
  }

  @Test
  void aNumberThatNobodyKnowsIsNotSold() throws Exception {
    until("the keypad reacts", () -> machine.choose("5.00", 77));
    shows("it is said", s -> s.path("why").asText().equals("NOT_SOLD"));
    until("denied", () -> machine.denials() == 1);
  }

  @Test
  void aRefusedPaymentVendsNothing() throws Exception {
    shop.wallet().script(Behaviour.BALANCE_TOO_LOW);
    keyIn();
    payCode();
    screen("declined");
    page.touch("anotherWay");
    screen("vendingKeypad");
    until("denied", () -> machine.denials() == 1);
    assertEquals(0, machine.dispensed());
  }

  @Test
  void whatIsTakenBackEndsTheSession() throws Exception {
    keyIn();
    machine.cancel();
    screen("vendingKeypad");
    assertEquals(List.of(), shop.wallet().trades());
  }

  @Test
  void aResetWhileItIsPaidGivesTheMoneyBack() throws Exception {
    shop.wallet().script(Behaviour.CONFIRM_LATER);
    keyIn();
    payCode();
    screen("processing");
    machine.reset();
    shows("its money is back", s -> s.path("money").asText().equals("REFUNDED"));
    assertEquals(0, machine.dispensed());
    assertEquals(Trade.Status.REFUNDED, trade().status());
  }

  @Test
  void aWordThatIsLostIsForStaff() throws Exception {
    machine.hold(true);
    keyIn();
    payCode();
    until("approved", machine::underWay);
    machine.lose(1);
    machine.hold(false);
    shows("staff look", s -> s.path("money").asText().equals("REVIEW"));
    assertEquals(Trade.Status.PAID, trade().status());
    until("staff are called", () -> !shop.collector().ofType(SaleRecord.CALL).isEmpty());
  }

  @Test
  void aPowerCutBetweenTheApprovalAndItsEndIsForStaff() throws Exception {
    machine.hold(true);
    keyIn();
    payCode();
    until("approved", machine::underWay);
    page.close();
    terminal.close();
    machine.hold(false);
    assertEquals(1, machine.dispensed());
    start();
    shows("staff look", s -> s.path("money").asText().equals("REVIEW"));
    assertEquals(Trade.Status.PAID, trade().status(), "neither charged again nor given back");
    until("staff are called", () -> !shop.collector().ofType(SaleRecord.CALL).isEmpty());
    page.touch("finish");
    screen("vendingKeypad");
    until("it goes on", () -> machine.choose("5.00", 1));
    screen("presentCode");
  }

  @Test
  void anAdapterThatIsUnpluggedClosesTheMachineAndSellsAgainWhenItIsBack() throws Exception {
    machine.peer().inflict(Fault.HANG_UP);
    shows("closed", s -> s.path("reason").asText().equals("DISPENSER_AWAY"));
    machine.peer().heal();
    screen("vendingKeypad");
    keyIn();
  }

  @Test
  void aControllerThatVendsWithoutAskingIsToldOf() throws Exception {
    machine.vendUnasked(1);
    until("it is told", () -> !alarms("VENDED_UNPAID").isEmpty());
    assertTrue(shop.wallet().trades().isEmpty());
    machine.cash(2);
    keyIn();
  }
}
