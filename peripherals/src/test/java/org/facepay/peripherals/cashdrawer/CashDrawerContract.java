package org.facepay.peripherals.cashdrawer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.facepay.peripherals.link.DeviceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every cash drawer driver does; a driver's test extends this. */
abstract class CashDrawerContract {
  private CashDrawer drawer;

  abstract CashDrawer open() throws Exception;

  /** Somebody pushes it shut. */
  abstract void shut() throws Exception;

  /** It does not spring open any more. */
  abstract void jam() throws Exception;

  abstract void unplug() throws Exception;

  @BeforeEach
  void openDrawer() throws Exception {
    drawer = open();
  }

  @AfterEach
  void closeDriver() {
    drawer.close();
    drawer.close();
  }

  @Test
  void opensAndTellsByItsSwitch() throws Exception {
    assertFalse(drawer.drawerOpened());
    assertTrue(drawer.openDrawer());
    assertTrue(drawer.drawerOpened());
    assertTrue(drawer.checkHealth().english().contains("open"));
    shut();
    assertFalse(drawer.drawerOpened());
  }

  @Test
  void aJammedDrawerIsNotCalledOpen() throws Exception {
    jam();
    assertFalse(drawer.openDrawer());
  }

  @Test
  void saysThatItWasUnplugged() throws Exception {
    unplug();
    assertThrows(DeviceException.class, () -> drawer.openDrawer());
  }
}
