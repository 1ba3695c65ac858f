package org.facepay.peripherals.vending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.Fuzz;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.vending.VendEvent.VendCancelled;
import org.facepay.peripherals.vending.VendEvent.VendFailed;
import org.facepay.peripherals.vending.VendEvent.VendRequested;
import org.facepay.peripherals.vending.VendEvent.VendSucceeded;
import org.facepay.peripherals.vending.VendEvent.VendUncertain;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@NeedsNatives
class VendingTest {
  @TempDir Path folder;
  private VmcSimulator simulator;
  private CashlessDevice device;

  @BeforeEach
  void open() throws Exception {
    simulator = VmcSimulator.start(folder.resolve("mdb"));
    device =
        CashlessDevices.CATALOGUE
            .named("qibixx")
            .apply(SerialLink.open(simulator.path(), SerialSettings.eightN1(115_200)));
    assertTrue(device.checkHealth().english().contains("4.0.2.0"));
    device.enable(CashlessMode.ALWAYS_IDLE);
    VendEvent enabled = new VendEvent.StateChanged(CashlessState.ENABLED);
    Await.until("enabled", () -> device.events(Duration.ofMillis(50)).contains(enabled));
  }

  @AfterEach
  void close() throws Exception {
    device.close();
    simulator.close();
  }

  @Test
  void goesThroughAVend() throws Exception {
    assertTrue(simulator.choose("1.50", 7));
    assertEquals(new VendRequested(150, 7), next(VendRequested.class));
    assertFalse(device.approve(140, 7), "another price");
    assertTrue(device.approve(150, 7));
    assertEquals(new VendSucceeded(150, 7), next(VendSucceeded.class));
    assertEquals(1, simulator.dispensed());
    assertFalse(device.approve(150, 7), "twice");
    assertEquals(List.of(), device.lost());
  }

  @Test
  void aStuckProductIsNotCharged() throws Exception {
    simulator.jam(true);
    assertTrue(simulator.choose("2", 3));
    VendEvent ignored = next(VendRequested.class);
    assertTrue(device.approve(200, 3));
    assertEquals(3, next(VendFailed.class).item());
    assertEquals(0, simulator.dispensed());
  }

  @Test
  void aDeniedOrForeignSuccessIsNotCharged() throws Exception {
    simulator.say("c,VEND,SUCCESS");
    simulator.ask("2.00", 3);
    VendEvent ignored = next(VendRequested.class);
    device.deny();
    simulator.say("c,VEND,SUCCESS");
    simulator.ask("0.10", 4);
    List<VendEvent> seen = until(VendRequested.class);
    assertTrue(seen.stream().noneMatch(VendSucceeded.class::isInstance), seen.toString());
  }

  @Test
  void aLossAfterApprovalIsUncertainAndBeforeItCancelled() throws Exception {
    simulator.ask("2.00", 3);
    VendEvent ignored = next(VendRequested.class);
    assertEquals(List.of(new VendCancelled(200, 3)), device.lost());
    simulator.ask("2.00", 3);
    ignored = next(VendRequested.class);
    simulator.peer().inflict(Fault.MUTE);
    assertTrue(device.approve(200, 3));
    simulator.peer().inflict(Fault.HANG_UP);
    assertThrows(DeviceException.class, () -> next(VendSucceeded.class));
    assertEquals(List.of(new VendUncertain(200, 3)), device.lost());
  }

  /** A success that is lost on its way must not become a failure: goods would go for nothing. */
  @Test
  void whatTheMachineLeavesWithoutAWordIsUncertain() throws Exception {
    simulator.hold(true);
    simulator.ask("2.00", 3);
    VendEvent ignored = next(VendRequested.class);
    assertTrue(device.approve(200, 3));
    Await.until("approved", simulator::underWay);
    simulator.lose(1);
    simulator.hold(false);
    assertEquals(new VendUncertain(200, 3), next(VendUncertain.class));
    assertEquals(1, simulator.dispensed());
  }

  @Test
  void aMachineThatVendsWithoutAskingIsToldOf() throws Exception {
    simulator.vendUnasked(4);
    assertEquals(new VendEvent.VendUnpaid(), next(VendEvent.VendUnpaid.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c,STATUS,VEND,1.005,3",
        "c,STATUS,VEND,-1,3",
        "c,STATUS,VEND,1.00",
        "c,STATUS,VEND,1.00,999999",
        "c,STATUS,WHAT",
        "c",
        "hello",
        "c,STATUS,VEND,1e3,3"
      })
  void refusesLinesThatAreNotTheAdapters(String line) {
    assertEquals(Optional.empty(), QibixxLine.decode(bytes(line), 2));
  }

  /** However the adapter and the terminal behave, a charge has one approval and one success. */
  @Test
  void randomWalksNeverChargeWithoutApprovalAndSuccess() {
    SplittableRandom random = new SplittableRandom(6);
    VendMachine machine = VendMachine.start();
    int approvals = 0;
    int charges = 0;
    int others = 0;
    for (int i = 0; i < 1_000_000; i++) {
      VendMachine.Step step =
          switch (random.nextInt(8)) {
            case 0, 1 -> machine.requested(100 + random.nextInt(3), random.nextInt(3));
            case 2 -> machine.succeeded();
            case 3 -> machine.failed("stuck");
            case 4 -> machine.reported(CashlessState.values()[random.nextInt(7)]);
            case 5 ->
                random.nextInt(5) == 0 ? machine.lost() : new VendMachine.Step(machine, List.of());
            default -> {
              VendMachine.Vend vend = machine.vend();
              boolean approves = vend != null && machine.approvable(vend.priceMinor(), vend.item());
              approvals += approves ? 1 : 0;
              yield new VendMachine.Step(approves ? machine.approved() : machine, List.of());
            }
          };
      for (VendEvent event : step.events()) {
        if (event instanceof VendSucceeded(long price, int item)) {
          charges++;
          assertTrue(machine.vend() != null && machine.vend().approved());
          assertEquals(machine.vend().priceMinor(), price);
        }
        others += event instanceof VendFailed || event instanceof VendUncertain ? 1 : 0;
      }
      machine = step.next();
    }
    assertTrue(charges > 10_000 && charges <= approvals, charges + " of " + approvals);
    int open = machine.vend() != null && machine.vend().approved() ? 1 : 0;
    assertEquals(approvals, charges + others + open, "each approval has exactly one end");
  }

  @Test
  void randomLines() {
    AtomicInteger requests = new AtomicInteger();
    byte[][] genuine = {
      bytes("c,STATUS,VEND,1.00,5\r\n"), bytes("c,VEND,SUCCESS\n"), bytes("v,4.0\n")
    };
    Fuzz.frames(
        15,
        genuine,
        40,
        frame ->
            QibixxLine.decode(frame, 2)
                .ifPresent(line -> requests.addAndGet(line instanceof QibixxLine.Request ? 1 : 0)));
    assertTrue(requests.get() > 1000);
  }

  private <T extends VendEvent> T next(Class<T> type) throws DeviceException {
    return type.cast(until(type).getLast());
  }

  private List<VendEvent> until(Class<? extends VendEvent> type) throws DeviceException {
    List<VendEvent> seen = new ArrayList<>();
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (System.nanoTime() - deadline < 0) {
      for (VendEvent event : device.events(Duration.ofMillis(100))) {
        seen.add(event);
        if (type.isInstance(event)) {
          return seen;
        }
      }
    }
    throw new AssertionError("no " + type + " in " + seen);
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.US_ASCII);
  }
}
