package org.facepay.peripherals.vending;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one vend, as a pure value: what the adapter says goes in, what the terminal must act
 * on comes out. A success counts only for an approved vend, and only once; a vend that was approved
 * fails by the machine's word alone, and what it leaves without a word is uncertain.
 *
 * @param vend the product that is being paid for or dispensed, or null
 */
public record VendMachine(CashlessState state, @Nullable Vend vend) {
  /** A chosen product. */
  public record Vend(long priceMinor, int item, boolean approved) {}

  /** A machine and what it led to. */
  public record Step(VendMachine next, List<VendEvent> events) {}

  /** After power on. */
  public static VendMachine start() {
    return new VendMachine(CashlessState.INACTIVE, null);
  }

  /** A state report of the adapter without a product. */
  public Step reported(CashlessState now) {
    List<VendEvent> events = new ArrayList<>();
    if (vend != null && now != CashlessState.VEND) {
      events.add(left(vend));
    }
    Vend kept = now == CashlessState.VEND ? vend : null;
    return changed(now, kept, events);
  }

  /** A product was chosen. A second choice before the first ended takes the first one's place. */
  public Step requested(long priceMinor, int item) {
    List<VendEvent> events = new ArrayList<>();
    if (vend != null) {
      boolean repeated = !vend.approved() && vend.priceMinor() == priceMinor && vend.item() == item;
      if (repeated) {
        return changed(CashlessState.VEND, vend, events);
      }
      events.add(left(vend));
    }
    events.add(new VendEvent.VendRequested(priceMinor, item));
    return changed(CashlessState.VEND, new Vend(priceMinor, item, false), events);
  }

  /** The terminal approved the product; false if that is not what is waiting. */
  public boolean approvable(long priceMinor, int item) {
    return vend != null
        && !vend.approved()
        && vend.priceMinor() == priceMinor
        && vend.item() == item;
  }

  /** The product that waits was approved. */
  public VendMachine approved() {
    return vend == null
        ? this
        : new VendMachine(state, new Vend(vend.priceMinor(), vend.item(), true));
  }

  /** The product that waits was denied; what is approved goes on. */
  public VendMachine denied() {
    return vend != null && vend.approved() ? this : new VendMachine(state, null);
  }

  /** The adapter reports that the product fell. */
  public Step succeeded() {
    if (vend == null || !vend.approved()) {
      return new Step(this, List.of(new VendEvent.VendUnpaid()));
    }
    VendEvent event = new VendEvent.VendSucceeded(vend.priceMinor(), vend.item());
    return new Step(new VendMachine(state, null), List.of(event));
  }

  /** The adapter reports that it did not. */
  public Step failed(String reason) {
    if (vend == null) {
      return new Step(this, List.of());
    }
    VendEvent event =
        vend.approved()
            ? new VendEvent.VendFailed(vend.priceMinor(), vend.item(), reason)
            : left(vend);
    return new Step(new VendMachine(state, null), List.of(event));
  }

  /** The adapter is gone. */
  public Step lost() {
    return new Step(start(), vend == null ? List.of() : List.of(left(vend)));
  }

  private Step changed(CashlessState now, @Nullable Vend kept, List<VendEvent> events) {
    if (now != state) {
      events.addFirst(new VendEvent.StateChanged(now));
    }
    return new Step(new VendMachine(now, kept), List.copyOf(events));
  }

  /** The machine goes on without a word of it. */
  private static VendEvent left(Vend vend) {
    return vend.approved()
        ? new VendEvent.VendUncertain(vend.priceMinor(), vend.item())
        : new VendEvent.VendCancelled(vend.priceMinor(), vend.item());
  }
}
