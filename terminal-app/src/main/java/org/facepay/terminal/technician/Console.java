package org.facepay.terminal.technician;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.Limits;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.desk.Routes;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.devices.HealthBoard;

/** The technician's console on the loopback address, behind a PIN: one page for each route. */
public final class Console implements AutoCloseable {

  /** A list of goods and the form around it; {@link Door} takes no other form of that size. */
  private static final Limits LIMITS = new Limits(GoodsImport.MOST_BYTES + 4_096, 16);

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

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
   * @param workshop of a terminal that has started
   */
  public record Desks(
      Supplier<List<Alarm>> alarms,
      Supplier<List<HealthBoard.Row>> devices,
      BooksDesk books,
      Optional<PrivacyDesk> privacy,
      Optional<StateDesk> state,
      Optional<Workshop> workshop) {

    /** Of a terminal that has not started, or cannot. */
    public static Desks before(Alarms alarms, InstantSource clock) {
      return new Desks(
          alarms::standing,
          List::of,
          BooksDesk.closed(clock),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

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

    /** Writes down what was done; before the terminal has started nothing is to be done. */
    void did(Visit visit, Deeds.Deed deed, String subject) {
      desks.workshop().ifPresent(shop -> shop.deeds().did(visit.who(), deed, subject));
    }

    /** Names of those who have a badge; empty while nobody knows. */
    private Optional<Set<String>> holders() {
      Optional<BadgeDesk> desk = desks.workshop().flatMap(Workshop::badges);
      if (desk.isEmpty()) {
        return desks.workshop().map(_ -> Set.of());
      }
      try {
        Set<String> names = new HashSet<>();
        desk.get().badges().forEach(badge -> names.add(badge.name()));
        return Optional.of(names);
      } catch (IOException e) {
        return Optional.empty();
      }
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
    HolderPins holders = HolderPins.beside(settings.pin(), shown::holders);
    Sessions sessions = new Sessions(pin, holders, clock);
    Door door = new Door(sessions);
    Routes told =
        told(
            shown,
            door,
            new DevicesPage(shown, zone, clock),
            new StatePage(shown, sessions, zone, clock));
    Routes routes = workshop(told, shown, door, holders, zone);
    return new Console(
        FrontDesk.open("console", FrontDesk.loopback(settings.port()), LIMITS, routes), shown);
  }

  /** What is told of the terminal. */
  private static Routes told(Shown shown, Door door, DevicesPage devices, StatePage state) {
    BooksPage books = new BooksPage(shown);
    PrivacyPage privacy = new PrivacyPage(shown, devices);
    return Routes.under(POLICY)
        .calledOnly("127.0.0.1", "localhost")
        .with("GET", "/console.css", Console::style)
        .with("GET", "/", door.shows(devices))
        .with("GET", ConsolePages.STATE, door.shows(state))
        .with("GET", ConsolePages.BOOKS, door.shows(books))
        .with("GET", ConsolePages.PRIVACY, door.shows(privacy))
        .with(
            "POST",
            "/",
            door.does(
                Map.of(
                    "leave", door::leave,
                    "print-day", books::print,
                    "test", new TestPage(shown)),
                privacy::member))
        .with("POST", ConsolePages.STATE, door.does(acts(door, state), state));
  }

  /** What is worked at. */
  private static Routes workshop(
      Routes told, Shown shown, Door door, HolderPins holders, ZoneId zone) {
    VisitsPage visits = new VisitsPage(shown, zone);
    GoodsPage goods = new GoodsPage(shown);
    BadgesPage badges = new BadgesPage(shown, holders);
    CameraPage camera = new CameraPage(shown);
    return told.with("GET", ConsolePages.GOODS, door.shows(goods))
        .with(
            "POST",
            ConsolePages.GOODS,
            door.takes(Map.of("read", goods::upload, "take", goods::take), goods, goods::tooLarge))
        .with("GET", ConsolePages.BADGES, door.shows(badges))
        .with(
            "POST",
            ConsolePages.BADGES,
            door.does(
                Map.of("add", badges::add, "revoke", badges::revoke, "pin", badges::pin), badges))
        .with("GET", ConsolePages.VISITS, door.shows(visits))
        .with("POST", ConsolePages.VISITS, door.does(Map.of("looked", visits::looked), visits))
        .with("GET", ConsolePages.CAMERA, door.shows(camera))
        .with("POST", ConsolePages.CAMERA, door.does(Map.of("turn", camera::turn), camera));
  }

  private static Map<String, Page> acts(Door door, StatePage state) {
    return Map.of(
        "leave", door::leave,
        "check-goods", state::goods,
        "bring-back", state::bringBack,
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
