package org.facepay.peripherals.vending;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Exchange;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;

/** A vending machine's MDB bus behind a Qibixx adapter, which keeps the bus's 5 ms for us. */
public final class QibixxCashless implements CashlessDevice {
  private static final Duration WRITE = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofMillis(700);

  /** Lines looked through for one answer. */
  private static final int MOST_LINES = 64;

  private static final int MOST_WAITING = 64;

  private final Exchange exchange;
  private final int decimals;
  private final Deque<VendEvent> waiting = new ArrayDeque<>();
  private VendMachine machine = VendMachine.start();

  /**
   * @param decimals of the machine's currency
   */
  public QibixxCashless(Link link, int decimals) {
    this.exchange = new Exchange(link, Framing.until('\n'), QibixxLine.LARGEST, WRITE);
    this.decimals = decimals;
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    send("V");
    for (int i = 0; i < MOST_LINES; i++) {
      byte[] line =
          exchange.receive(ANSWER).orElseThrow(() -> new DeviceException(Problem.Kind.MDB_SILENT));
      Optional<QibixxLine> decoded = QibixxLine.decode(line, decimals);
      if (decoded.isPresent() && decoded.get() instanceof QibixxLine.Version(String text)) {
        return Identity.of(Identity.Kind.MDB_ADAPTER, text);
      }
      decoded.ifPresent(this::take);
    }
    throw new DeviceException(Problem.Kind.OTHER_MDB, "Qibixx");
  }

  /** The adapter takes its settings while it is off; a session that is open ends. */
  @Override
  public void enable(CashlessMode mode) throws DeviceException {
    send("C,0");
    if (mode != CashlessMode.OFF) {
      send("C,SETCONF,mdb-always-idle=" + (mode == CashlessMode.ALWAYS_IDLE ? 1 : 0));
      send("C,1");
    }
  }

  @Override
  public void begin(long fundsMinor) throws DeviceException {
    send("C,START," + QibixxLine.price(fundsMinor, decimals));
  }

  @Override
  public List<VendEvent> events(Duration timeout) throws DeviceException {
    if (waiting.isEmpty()) {
      exchange
          .receive(timeout)
          .flatMap(line -> QibixxLine.decode(line, decimals))
          .ifPresent(this::take);
    }
    List<VendEvent> events = new ArrayList<>(waiting);
    waiting.clear();
    return events;
  }

  @Override
  public boolean approve(long priceMinor, int item) throws DeviceException {
    if (!machine.approvable(priceMinor, item)) {
      return false;
    }
    machine = machine.approved(); // before it is sent: a loss from here on is uncertain
    send("C,VEND," + QibixxLine.price(priceMinor, decimals) + "," + item);
    return true;
  }

  @Override
  public void deny() throws DeviceException {
    VendMachine denied = machine.denied();
    if (denied.vend() == null) {
      machine = denied;
      send("C,STOP");
    }
  }

  @Override
  public List<VendEvent> lost() {
    VendMachine.Step step = machine.lost();
    machine = step.next();
    return step.events();
  }

  @Override
  public void close() {
    exchange.close();
  }

  private void take(QibixxLine line) {
    VendMachine.Step step =
        switch (line) {
          case QibixxLine.Status(CashlessState state) -> machine.reported(state);
          case QibixxLine.Request(long price, int item) -> machine.requested(price, item);
          case QibixxLine.Success() -> machine.succeeded();
          case QibixxLine.Failure(String reason) -> machine.failed(reason);
          case QibixxLine.Version v -> new VendMachine.Step(machine, List.of());
          case QibixxLine.Other o -> new VendMachine.Step(machine, List.of());
        };
    machine = step.next();
    for (VendEvent event : step.events()) {
      if (waiting.size() == MOST_WAITING) {
        waiting.removeFirst();
      }
      waiting.addLast(event);
    }
  }

  private void send(String line) throws DeviceException {
    exchange.send((line + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
