package org.facepay.terminal.technician;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.Limits;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.desk.Routes;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.devices.HealthBoard;

/** The technician's console on the loopback address, behind a PIN: one page for each route. */
public final class Console implements AutoCloseable {
  private static final Limits LIMITS = new Limits(4_096, 16);
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final FrontDesk front;
  private final Shown shown;

  /**
   * Where it stands and who may use it.
   *
   * @param port on the loopback address, 0 for any free one
   * @param pin file with 6 to 12 digits, readable by the terminal's user alone
   */
  public record Settings(int port, Path pin) {}

  /**
   * What the console shows.
   *
   * @param alarms those that stand
   * @param devices how all of them are now
   * @param books of a day
   * @param privacy where the shop recognises faces
   * @param state of a terminal that has started
   */
  public record Desks(
      Supplier<List<Alarm>> alarms,
      Supplier<List<HealthBoard.Row>> devices,
      BooksDesk books,
      Optional<PrivacyDesk> privacy,
      Optional<StateDesk> state) {}

  /** What it shows now; the terminal behind it comes and goes. */
  static final class Shown implements Supplier<Desks> {
    private volatile Desks desks;

    private Shown(Desks desks) {
      this.desks = desks;
    }

    @Override
    public Desks get() {
      return desks;
    }
  }

  private Console(FrontDesk front, Shown shown) {
    this.front = front;
    this.shown = shown;
  }

  /**
   * Serves from now on.
   *
   * @throws IOException when the port is taken or the PIN cannot be used
   */
  public static Console start(Settings settings, Desks desks, ZoneId zone, InstantSource clock)
      throws IOException {
    Shown shown = new Shown(desks);
    Pin pin = Pin.read(settings.pin());
    Door door = new Door(new Sessions(pin, clock));
    DevicesPage devices = new DevicesPage(shown, zone, clock);
    StatePage state = new StatePage(shown, pin, zone, clock);
    BooksPage books = new BooksPage(shown);
    PrivacyPage privacy = new PrivacyPage(shown, devices);
    Routes routes =
        Routes.under(POLICY)
            .calledOnly("127.0.0.1", "localhost")
            .with("GET", "/console.css", Console::style)
            .with("GET", "/", door.shows(devices))
            .with("GET", ConsolePages.STATE, door.shows(state))
            .with("GET", ConsolePages.BOOKS, door.shows(books))
            .with("GET", ConsolePages.PRIVACY, door.shows(privacy))
            .with(
                "POST",
                "/",
                door.does(Map.of("leave", door::leave, "print-day", books::print), privacy::member))
            .with("POST", ConsolePages.STATE, door.does(acts(door, state), state));
    return new Console(
        FrontDesk.open("console", FrontDesk.loopback(settings.port()), LIMITS, routes), shown);
  }

  private static Map<String, Page> acts(Door door, StatePage state) {
    return Map.of(
        "leave", door::leave,
        "check-goods", state::goods,
        "zero-scale", state::zero,
        "slots-serviced", state::slots,
        "restart", state::restart,
        "new-pin", state::newPin);
  }

  /** Shows this from now on. */
  public void show(Desks desks) {
    shown.desks = desks;
  }

  public URI url() {
    return front.uri();
  }

  @Override
  public void close() {
    front.close();
  }

  private static Response style(Request request) throws IOException {
    try (InputStream in = Console.class.getResourceAsStream("console.css")) {
      byte[] css = in == null ? new byte[0] : in.readAllBytes();
      return Response.of(200, "text/css; charset=utf-8", css);
    }
  }
}
