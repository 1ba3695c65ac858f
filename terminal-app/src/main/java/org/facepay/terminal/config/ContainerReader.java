package org.facepay.terminal.config;

import java.time.Duration;
import java.util.Currency;
import org.facepay.terminal.container.ContainerSettings;
import org.facepay.terminal.container.Rules;
import org.facepay.terminal.devices.Equipment;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.settlement.file.LayoutFiles;

/** Reads the section {@code container}. */
final class ContainerReader {
  /** A visit's trace is kept for so long. */
  private static final int KEPT_DAYS = 30;

  private ContainerReader() {}

  static ContainerSettings read(Section s, Currency currency, Times times) {
    ContainerSettings settings =
        new ContainerSettings(
            new LayoutFiles(s.file("planogram"), s.optionalFile("template")),
            s.number("channel", 0, 63, 0),
            times,
            new Rules.Limits(
                new Money(s.amount("most", currency, 10_000), currency),
                s.duration("pull", ConfigReader.SECOND, Duration.ofSeconds(15)),
                s.duration("door-open", ConfigReader.SECOND, Duration.ofSeconds(60)),
                s.flag("shown-code", true) ? "alipay" : "",
                s.duration("shown-valid", ConfigReader.SECOND, Duration.ofMinutes(2)),
                s.number("object-days", 1, KEPT_DAYS, 7)),
            new ContainerSettings.Caps(
                s.number("open-claims", 1, 50, 3), s.number("visits-a-day", 1, 200, 20)),
            s.optional(
                "refund-below",
                "a probability from 0.5 to 1, such as 0.999",
                0.999,
                raw -> raw.matches("0\\.[5-9]\\d{0,5}|1|1\\.0") ? Double.valueOf(raw) : null));
    if (settings.limits().most().minor() <= 0) {
      s.refuse("most", "expected an amount above 0");
    }
    s.end();
    return settings;
  }

  /** A door and shelves; of several the first. */
  static void needsCabinet(Section root, Equipment equipment) {
    for (String role : new String[] {"lock", "shelf"}) {
      if (equipment.others().stream().noneMatch(d -> d.role().equals(role))) {
        root.refuse("container", "expected a device with role " + role + " among the devices");
      }
    }
  }
}
