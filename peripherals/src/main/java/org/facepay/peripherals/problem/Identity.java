package org.facepay.peripherals.problem;

import java.util.List;

/** What answered: a device that is well, in a technician's terms. */
public record Identity(Kind kind, List<String> arguments) implements HealthText {
  /** What can be told; arguments are the names in braces. */
  public enum Kind implements HealthText.Kind {
    LISTENING("{model}, listening"),
    ANSWERING("{model}, answers"),
    READING("{model}, reading"),
    REVISION("{model}, {revision}"),
    PRINTER("printer, answers its status requests"),
    PRINTER_THAT_LISTENS("printer that only listens: look whether paper comes out"),
    DRAWER_OPEN("cash drawer on the printer, open"),
    DRAWER_CLOSED("cash drawer on the printer, closed"),
    LOCK_BOARD("lock board with {bolts} bolts"),
    LOCK_OPEN("GPIO lock, door open"),
    LOCK_CLOSED("GPIO lock, door closed"),
    SHELVES("{count} shelves on the bus"),
    DISPENSER("dispenser with {slots} slots"),
    UHF_READER("UHF reader, firmware {firmware}"),
    LLRP_READER("LLRP reader, {bytes} bytes of capabilities"),
    MDB_ADAPTER("MDB adapter {version}"),
    LAMPS("{count} lamps on GPIO"),
    BUZZER("buzzer on GPIO"),
    CAMERA("pictures arrive"),
    CAMERA_OFF("off, until somebody agrees to be looked at"),
    CAMERA_RESTING("off; its pictures arrived at the last look"),
    CAMERA_POINTED("on, a technician points it");

    private final String english;

    Kind(String english) {
      this.english = english;
    }

    @Override
    public String english() {
      return english;
    }
  }

  public Identity {
    HealthText.check(kind, arguments);
    arguments = List.copyOf(arguments);
  }

  /** With the arguments of its kind, in their order. */
  public static Identity of(Kind kind, Object... arguments) {
    return new Identity(kind, HealthText.texts(arguments));
  }
}
