package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.dispenser.DispenserSimulator;
import org.facepay.peripherals.vending.VmcSimulator;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Product;

/**
 * What a person does at the demo's vending machine, from the bench page: around its spirals, and at
 * the keypad of its own controller.
 *
 * @param goods with the prices that the controller asks
 */
record BenchMachine(DemoCabinet cabinet, List<Product> goods) {
  private static final String DEARER = "DEARER-";
  private static final String CASH = "CASH-";

  /**
   * One thing that a hand does.
   *
   * @param what a word, or a word and the number of a slot, e.g. KEY-3
   * @return what came of it
   */
  String act(String what) throws IOException {
    if (what.matches("(KEY|DEARER|CASH)-[0-9]{1,3}")) {
      return keyed(what);
    }
    return what.startsWith("VMC-") ? controller(what) : spirals(what);
  }

  private String spirals(String what) {
    DispenserSimulator spirals = cabinet.spirals();
    switch (what) {
      case "TAKE" -> spirals.takeOut();
      case "OPEN" -> spirals.door(true);
      case "CLOSE" -> spirals.door(false);
      case "WARM" -> spirals.temperature(90);
      case "COLD" -> spirals.temperature(35);
      case "PROBE" -> spirals.noProbe();
      case "HANG" -> spirals.hangOnce();
      case "JAM" -> spirals.jam(true);
      default -> spirals.jam(false);
    }
    return "done: " + what;
  }

  private String keyed(String what) throws IOException {
    int slot = Integer.parseInt(what.substring(what.indexOf('-') + 1));
    Optional<Product> product = product(slot);
    if (product.isEmpty()) {
      return "nothing lies behind " + slot;
    }
    long price = product.get().price() + (what.startsWith(DEARER) ? 100 : 0);
    VmcSimulator controller = cabinet.controller();
    if (what.startsWith(CASH)) {
      controller.cash(slot);
      return "coins paid " + slot;
    }
    boolean asked = controller.choose(Money.of(price, "CNY").figures(), slot);
    return asked ? "the controller asks for " + slot : "the keypad does not react";
  }

  private Optional<Product> product(int slot) {
    return DemoCabinet.article(slot)
        .flatMap(code -> goods.stream().filter(p -> p.code().equals(code)).findFirst());
  }

  private String controller(String what) throws IOException {
    VmcSimulator controller = cabinet.controller();
    switch (what) {
      case "VMC-CANCEL" -> controller.cancel();
      case "VMC-RESET" -> controller.reset();
      case "VMC-UNASKED" -> controller.vendUnasked(1);
      case "VMC-JAM" -> controller.jam(true);
      case "VMC-LOSE" -> controller.lose(1);
      default -> controller.jam(false);
    }
    return "done: " + what;
  }
}
