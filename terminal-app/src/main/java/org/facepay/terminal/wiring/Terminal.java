package org.facepay.terminal.wiring;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.alarm.Alarm.Kind;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.files.PageToken;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.loop.SteadyClock;
import org.facepay.terminal.loop.TrueTime;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.technician.Console;
import org.facepay.terminal.world.StandStill;
import org.facepay.terminal.world.reading.Touches;
import org.facepay.terminal.world.voice.Voice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One self-checkout terminal. Its page and the technician's console stand first, whatever is wrong
 * with its files; then it begins to sell. What cannot be used now, a full disk, a list of goods
 * that cannot be read, is said on the page and the console and tried again until it can.
 */
public final class Terminal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Terminal.class);
  private static final int INBOX = 1024;
  private static final Duration RETRY = Duration.ofSeconds(3);
  private static final Duration RENEWAL = Duration.ofMillis(500);

  private final Closings open = new Closings();
  private final TerminalConfig config;
  private final TrueTime time = new TrueTime();
  private final SteadyClock clock = new SteadyClock(time);
  private final Alarms alarms = new Alarms(clock);
  private final Inbox<Event> inbox = new Inbox<>(INBOX);
  private final AtomicLong shown = new AtomicLong();
  private final AtomicBoolean occupied = new AtomicBoolean();
  private final KioskServer page;
  private final SideThread starter = new SideThread("start");
  private volatile Touches touches = Touches.none();
  private Optional<Console> console = Optional.empty();
  private Optional<RunningTerminal> running = Optional.empty();

  /** The page cannot be served; the message says what to do. */
  public static final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private Terminal(TerminalConfig config) throws IOException {
    this.config = config;
    page =
        KioskServer.start(
            config
                .hands()
                .page()
                .with(PageToken.in(config.data()))
                .withPictures(config.books().goods().pictures()),
            received -> touches.event(received.intent()).ifPresent(inbox::offer));
    open.push(page::close);
    Voice.installed()
        .ifPresent(
            voice -> {
              open.push(voice::close);
              page.voice(voice::say);
            });
  }

  /**
   * Starts a terminal. When this returns its page stands, and it sells or says why it does not.
   *
   * @throws StartException when the page's port is taken
   */
  public static Terminal start(TerminalConfig config) throws StartException {
    try {
      Terminal terminal = new Terminal(config);
      terminal.show(new Screen.Boot());
      terminal.openConsole();
      terminal.begin();
      return terminal;
    } catch (IOException e) {
      throw new StartException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  /** The shopper's page, with its launch token. */
  public URI url() {
    return page.url();
  }

  /** The technician's console, where there is one. */
  public Optional<URI> consoleUrl() {
    return console.map(Console::url);
  }

  /** The page's server, for benchmarks of what is painted. */
  public KioskServer page() {
    return page;
  }

  private synchronized void begin() {
    try {
      running =
          Optional.of(
              RunningTerminal.start(
                  config,
                  new RunningTerminal.Outside(
                      page,
                      inbox,
                      shown,
                      occupied,
                      meant -> touches = meant,
                      desks -> console.ifPresent(c -> c.show(desks)),
                      this::renew),
                  alarms,
                  new RunningTerminal.Time(time, clock)));
      alarms.clear(Kind.NOT_SELLING, config.identity().id());
    } catch (StorageException e) {
      wait(StandStill.closed(e.reason()), e);
    } catch (CatalogueException e) {
      wait(StandStill.closed(e, ClosedReason.NO_GOODS), e);
    } catch (IOException e) {
      wait(StandStill.closed(e, ClosedReason.SET_UP), e);
    }
  }

  /** Makes the terminal behind the page anew as soon as nobody shops; nothing that is open ends. */
  private void renew() {
    var _ = starter.schedule(this::renewed, RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void renewed() {
    if (occupied.get()) {
      renew();
      return;
    }
    LOG.info("the terminal is made anew, for what was changed at the console");
    running.ifPresent(RunningTerminal::close);
    running = Optional.empty();
    show(new Screen.Boot());
    begin();
  }

  private void wait(ClosedReason reason, Exception cause) {
    alarms.raise(Kind.NOT_SELLING, config.identity().id(), StandStill.why(cause));
    show(new Screen.Closed(reason));
    var _ = starter.schedule(this::begin, RETRY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void show(Screen screen) {
    page.show(new Snapshot(shown.getAndIncrement(), display(), screen, Optional.empty()));
  }

  /** The console is for staff: that it cannot be opened is no reason not to sell. */
  private void openConsole() {
    if (config.people().console().isEmpty()) {
      return;
    }
    try {
      Console made =
          Console.start(
              config.people().console().get(),
              Console.Desks.before(alarms, clock),
              config.identity().zone(),
              clock);
      open.push(made::close);
      console = Optional.of(made);
      LOG.info("technician's console {}", made.url());
    } catch (IOException e) {
      LOG.error("no technician's console: {}", e.getMessage());
    }
  }

  private Display display() {
    return new Display(
        Display.Language.ZH,
        false,
        false,
        config.identity().shop().zh(),
        config.identity().terminal().zh(),
        "",
        true);
  }

  @Override
  public void close() {
    starter.shutdownNow();
    synchronized (this) {
      running.ifPresent(RunningTerminal::close);
    }
    open.close();
  }
}
