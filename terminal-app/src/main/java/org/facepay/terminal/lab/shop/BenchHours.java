package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whether the demo's shop is open, as a person at the bench has it: paused as by its staff, or by
 * opening hours, for which the terminal is started again.
 *
 * @param again starts the terminal by its configuration of then
 */
public record BenchHours(DemoShop shop, Reopening again) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Closes the terminal and starts it again. */
  @FunctionalInterface
  public interface Reopening {
    void again() throws IOException;
  }

  String act(String arg) throws IOException {
    Path paused = shop.config().resolveSibling("data").resolve("paused");
    return switch (arg) {
      case "PAUSE" -> {
        Files.writeString(paused, "from the bench\n");
        yield "paused, once nobody shops";
      }
      case "RESUME" -> {
        boolean was = Files.deleteIfExists(paused);
        yield was ? "it sells again" : "it was not paused";
      }
      case "OVER" -> {
        LocalTime now = LocalTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES);
        shop.opens(now.plusHours(1) + "-" + now);
        again.again();
        yield "closed for an hour by its opening hours";
      }
      case "ALWAYS" -> {
        shop.opens("");
        again.again();
        yield "open around the clock";
      }
      default -> "nobody knows " + arg;
    };
  }
}
