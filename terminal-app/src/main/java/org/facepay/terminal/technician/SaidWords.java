package org.facepay.terminal.technician;

import java.util.Locale;
import java.util.Set;
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
import org.facepay.terminal.devices.Said;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;

/**
 * What a device said last, for a technician. Of a code that may be a wallet's, a receipt's or a
 * badge only its length is told.
 */
final class SaidWords {
  /** An article's number, which is on its pack for everybody to read. */
  private static final String ARTICLE = "\\d{3,14}";

  private static final Phrase CODE = new Phrase("刚读到 %s", "read %s");
  private static final Phrase OTHER_CODE =
      new Phrase("刚读到一个 %s 个字符的码", "read a code of %s characters");
  private static final Phrase UNREADABLE = new Phrase("读到了，但认不出", "read something that is no code");
  private static final Phrase STABLE = new Phrase("%s，稳定", "%s, stable");
  private static final Phrase MOVING = new Phrase("%s，在动", "%s, moving");
  private static final Phrase NO_WEIGHT = new Phrase("没有重量（%s）", "no weight (%s)");
  private static final Phrase MOTION = new Phrase("在动", "moving");
  private static final Phrase OVERLOAD = new Phrase("太重", "too heavy");
  private static final Phrase UNDERLOAD = new Phrase("低于零", "below zero");
  private static final Phrase FAULT = new Phrase("故障", "fault");
  private static final Phrase STALE = new Phrase("没有新读数", "no new reading");
  private static final Phrase DOOR_OPEN = new Phrase("门 %s 开了", "door %s open");
  private static final Phrase DOOR_SHUT = new Phrase("门 %s 关了", "door %s closed");
  private static final Phrase DOOR_UNKNOWN = new Phrase("门 %s 状态不明", "door %s not known");
  private static final Phrase SHELF = new Phrase("货架 %s：左 %s，右 %s", "shelf %s: left %s, right %s");
  private static final Phrase TAGS = new Phrase("看到 %s 个标签", "%s tags seen");
  private static final Phrase DRAWER_OPEN = new Phrase("钱箱开了", "drawer open");
  private static final Phrase DRAWER_SHUT = new Phrase("钱箱关了", "drawer closed");
  private static final Phrase VENDED = new Phrase("售货机有动作", "the machine did something");

  private SaidWords() {}

  static String of(Language language, Said said) {
    return switch (said) {
      case Said.Scanned(ScanResult result) -> scanned(language, result);
      case Said.Weighed(ScaleReading reading) -> weighed(language, reading);
      case Said.DoorMoved(DoorChanged door) -> door(language, door);
      case Said.ShelfRead(ShelfReading read) ->
          SHELF.in(
              language,
              read.shelf(),
              kilograms(read.leftMilligrams()),
              kilograms(read.rightMilligrams()));
      case Said.TagsSeen(Set<Tag> tags) -> TAGS.in(language, tags.size());
      case Said.Vended(VendEvent _) -> VENDED.in(language);
      case Said.DrawerMoved(boolean open) -> (open ? DRAWER_OPEN : DRAWER_SHUT).in(language);
    };
  }

  private static String scanned(Language language, ScanResult result) {
    return switch (result) {
      case Scan scan ->
          scan.data().matches(ARTICLE)
              ? CODE.in(language, scan.data())
              : OTHER_CODE.in(language, scan.data().length());
      case Unreadable _ -> UNREADABLE.in(language);
    };
  }

  private static String weighed(Language language, ScaleReading reading) {
    return switch (reading) {
      case Weight w -> (w.stable() ? STABLE : MOVING).in(language, kilograms(w.milligrams()));
      case NotWeighed(NotWeighed.Reason reason) ->
          NO_WEIGHT.in(
              language,
              switch (reason) {
                case MOTION -> MOTION.in(language);
                case OVERLOAD -> OVERLOAD.in(language);
                case UNDERLOAD -> UNDERLOAD.in(language);
                case FAULT -> FAULT.in(language);
                case STALE -> STALE.in(language);
              });
    };
  }

  private static String door(Language language, DoorChanged door) {
    return switch (door.state()) {
      case OPEN -> DOOR_OPEN.in(language, door.channel());
      case CLOSED -> DOOR_SHUT.in(language, door.channel());
      case UNKNOWN -> DOOR_UNKNOWN.in(language, door.channel());
    };
  }

  private static String kilograms(long milligrams) {
    return String.format(Locale.ROOT, "%.3f kg", milligrams / 1e6);
  }
}
