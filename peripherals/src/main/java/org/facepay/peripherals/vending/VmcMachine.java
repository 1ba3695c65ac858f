package org.facepay.peripherals.vending;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The machine of a {@link VmcSimulator} as a cashless device meets it: the states of MDB/ICP 4.3,
 * section 7, what was chosen, and what truly fell. Its owner guards it.
 */
final class VmcMachine {
  private final Lines lines;
  private final Map<Integer, Integer> fallen = new TreeMap<>();
  private CashlessState state = CashlessState.INACTIVE;
  private boolean alwaysIdle;
  private Choice choice = Choice.NONE;
  private boolean jammed;
  private boolean holding;
  private int denials;
  private int sessions;

  /** Where its adapter writes. */
  interface Lines {
    void say(String line) throws IOException;
  }

  /**
   * What a shopper chose.
   *
   * @param item 0 for nothing
   */
  private record Choice(int item, boolean approved) {
    static final Choice NONE = new Choice(0, false);
  }

  VmcMachine(Lines lines) {
    this.lines = lines;
  }

  boolean mayChoose() {
    return state == CashlessState.IDLE || (alwaysIdle && state == CashlessState.ENABLED);
  }

  void ask(String price, int item) throws IOException {
    choice = new Choice(item, false);
    state = CashlessState.VEND;
    lines.say("c,STATUS,VEND," + price + "," + item);
  }

  /** An adapter that comes back offers no payment before it is told to; what was approved falls. */
  void powered() {
    state = CashlessState.INACTIVE;
    choice = choice.approved() ? choice : Choice.NONE;
  }

  void reset() throws IOException {
    choice = Choice.NONE;
    lines.say("c,STATUS,INACTIVE");
    lines.say("c,STATUS,DISABLED");
    enter(CashlessState.ENABLED);
  }

  void end() throws IOException {
    choice = Choice.NONE;
    enter(CashlessState.IDLE);
    enter(CashlessState.ENABLED);
  }

  void drop(int item) {
    fallen.merge(item, 1, Integer::sum);
  }

  void jam(boolean on) {
    jammed = on;
  }

  void hold(boolean on) throws IOException {
    holding = on;
    if (!on && choice.approved()) {
      fall();
    }
  }

  Map<Integer, Integer> fallen() {
    return fallen;
  }

  int denials() {
    return denials;
  }

  int sessions() {
    return sessions;
  }

  CashlessState state() {
    return state;
  }

  boolean underWay() {
    return choice.approved();
  }

  /** One line of the terminal. */
  void order(String line) throws IOException {
    if (line.equals("V")) {
      lines.say("v,4.0.2.0,simulated");
    } else if (line.startsWith("C,SETCONF,mdb-always-idle=")) {
      alwaysIdle = line.endsWith("1");
      lines.say("c,SET,OK");
    } else if (line.equals("C,1")) {
      reset();
    } else if (line.equals("C,0")) {
      choice = Choice.NONE;
      enter(CashlessState.INACTIVE);
    } else if (line.startsWith("C,START,")) {
      begin();
    } else if (line.startsWith("C,VEND,")) {
      vend(line);
    } else if (line.equals("C,STOP")) {
      stop();
    } else {
      lines.say("c,ERR,CMD");
    }
  }

  private void enter(CashlessState next) throws IOException {
    state = next;
    lines.say("c,STATUS," + next);
  }

  private void fall() throws IOException {
    drop(choice.item());
    lines.say("c,VEND,SUCCESS");
    end();
  }

  private void begin() throws IOException {
    if (state != CashlessState.ENABLED) {
      lines.say("c,ERR,START -2");
      return;
    }
    sessions++;
    enter(CashlessState.IDLE);
  }

  private void vend(String line) throws IOException {
    if (choice.item() == 0 || choice.approved() || !line.endsWith("," + choice.item())) {
      lines.say("c,ERR,CMD -2");
      return;
    }
    lines.say("r,ACK");
    choice = new Choice(choice.item(), true);
    if (jammed) {
      lines.say("c,ERR,VEND 3");
      end();
    } else if (!holding) {
      fall();
    }
  }

  private void stop() throws IOException {
    denials += choice.item() == 0 ? 0 : 1;
    if (state == CashlessState.VEND || state == CashlessState.IDLE) {
      end();
    }
  }
}
