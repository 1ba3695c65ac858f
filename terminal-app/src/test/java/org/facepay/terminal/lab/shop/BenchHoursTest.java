package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.terminal.config.ConfigException;
import org.facepay.terminal.wiring.Program;
import org.facepay.terminal.wiring.Terminal;
import org.junit.jupiter.api.Test;

/** The bench closes the demo's shop and opens it again. */
@NeedsNatives
@Slow("starts a terminal and its peers three times")
class BenchHoursTest extends OpenShop {
  @Override
  DemoShop.Settings settings() {
    return new DemoShop.Settings(0, Duration.ofMillis(1_500), true);
  }

  private void startAgain() throws IOException {
    terminal.close();
    try {
      terminal = Program.from(shop.config());
    } catch (ConfigException | Terminal.StartException e) {
      throw new IOException(e);
    }
  }

  private Screen newest() {
    return terminal.terminal().page().newest().orElseThrow().screen();
  }

  private void sells() throws Exception {
    until("that it sells", () -> newest() instanceof Screen.Attract);
  }

  private void isClosed(ClosedReason why) throws Exception {
    until(why.name(), () -> newest() instanceof Screen.Closed closed && closed.reason() == why);
  }

  @Test
  void theShopIsPausedAndHasHours() throws Exception {
    BenchHours hours = new BenchHours(shop, this::startAgain);
    sells();
    assertEquals("paused, once nobody shops", hours.act("PAUSE"));
    isClosed(ClosedReason.STAFF);
    assertEquals("it sells again", hours.act("RESUME"));
    sells();
    assertEquals("it was not paused", hours.act("RESUME"));
    assertEquals("closed for an hour by its opening hours", hours.act("OVER"));
    isClosed(ClosedReason.OPENING_HOURS);
    assertTrue(((Screen.Closed) newest()).opens().isPresent(), "and says when it opens");
    assertEquals("open around the clock", hours.act("ALWAYS"));
    sells();
    assertEquals("nobody knows SOMETIMES", hours.act("SOMETIMES"));
  }
}
