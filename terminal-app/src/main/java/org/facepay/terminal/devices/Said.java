package org.facepay.terminal.devices;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.facepay.peripherals.lock.LockWorker.DoorChanged;
import org.facepay.peripherals.rfid.Tag;
import org.facepay.peripherals.scale.NotWeighed;
import org.facepay.peripherals.scale.ScaleReading;
import org.facepay.peripherals.scale.Weight;
import org.facepay.peripherals.scanner.Scan;
import org.facepay.peripherals.scanner.ScanResult;
import org.facepay.peripherals.scanner.Unreadable;
import org.facepay.peripherals.shelf.ShelfReading;
import org.facepay.peripherals.vending.VendEvent;
import org.facepay.terminal.payment.PayCode;

/** What a running device says by itself. */
public sealed interface Said {
  /** A code was read. */
  record Scanned(ScanResult result) implements Said {}

  /** The weight, or why there is none, has changed. */
  record Weighed(ScaleReading reading) implements Said {}

  /** A door was opened or shut. */
  record DoorMoved(DoorChanged change) implements Said {}

  /** A shelf was read; again and again. */
  record ShelfRead(ShelfReading reading) implements Said {}

  /** The tags before a reader have changed. */
  record TagsSeen(Set<Tag> tags) implements Said {}

  /** The vending machine did something. */
  record Vended(VendEvent event) implements Said {}

  /** A cash drawer was opened or shut. */
  record DrawerMoved(boolean open) implements Said {}

  /** For a technician, without what may be a wallet's pay code. */
  default String words() {
    return switch (this) {
      case Scanned(Scan scan) ->
          "scanned " + shown(scan.data()) + scan.aimId().map(a -> " " + a).orElse("");
      case Scanned(Unreadable unreadable) -> "scanned something unreadable: " + unreadable.reason();
      case Weighed(Weight w) -> kilograms(w.milligrams()) + (w.stable() ? " stable" : " moving");
      case Weighed(NotWeighed none) -> "no weight: " + none.reason();
      case DoorMoved(DoorChanged door) -> "door " + door.channel() + " " + door.state();
      case ShelfRead(ShelfReading r) ->
          "shelf "
              + r.shelf()
              + " left "
              + kilograms(r.leftMilligrams())
              + " right "
              + kilograms(r.rightMilligrams())
              + (r.stable() ? " stable" : " moving");
      case TagsSeen(Set<Tag> tags) ->
          tags.isEmpty()
              ? "no tags"
              : tags.size() + " tags " + new TreeSet<>(tags.stream().map(Tag::epc).toList());
      case Vended(VendEvent event) -> event.toString();
      case DrawerMoved(boolean open) -> open ? "drawer open" : "drawer closed";
    };
  }

  private static String shown(String code) {
    return PayCode.looksLikeOne(code) ? "a wallet's code [REDACTED]" : code;
  }

  private static String kilograms(long milligrams) {
    return String.format(Locale.ROOT, "%.3f kg", milligrams / 1e6);
  }
}
