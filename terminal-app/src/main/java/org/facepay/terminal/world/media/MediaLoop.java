package org.facepay.terminal.world.media;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.MediaKind;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.kiosk.web.Media;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.catalogue.MediaFolder;
import org.facepay.terminal.catalogue.MediaItem;
import org.facepay.terminal.devices.HealthReports;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.world.media.PlayLog.End;

/**
 * Pictures and films that play where nobody is: one after the other in the order of the list, each
 * for its seconds, until a hand touches the glass or somebody shops. What is taken out of folder or
 * list, or past its last day, goes at once and is served no more. What cannot play is an alarm.
 * Thread-safe.
 */
public final class MediaLoop implements Media, AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final MediaFolder folder;
  private final Duration after;
  private final PlayLog log;
  private final Glass glass;
  private final InstantSource clock;
  private final SideThread thread = new SideThread("media");

  private Instant quietSince;
  private boolean free;
  private final Repertoire repertoire;
  private final Rotation rotation = new Rotation();

  /**
   * What a terminal has.
   *
   * @param folder beside its list of goods; need not be there
   * @param after how long nobody has touched anything before something plays
   * @param kept file of what of the plays is not told yet
   */
  public record Setup(Path folder, Duration after, Identity identity, Path kept) {}

  /**
   * Plays on this page from now on.
   *
   * @param rows takes what the collector is told of the plays
   * @param changed told when something else is to be shown
   */
  public static MediaLoop start(
      Setup setup,
      KioskServer page,
      HealthReports.Sink rows,
      Alarms alarms,
      InstantSource clock,
      Runnable changed) {
    MediaLoop media =
        new MediaLoop(
            new MediaFolder(setup.folder(), setup.identity().zone()),
            setup.after(),
            new PlayLog(setup.identity().id(), setup.kept(), rows),
            Glass.of(page, changed),
            alarms,
            clock);
    page.media(media);
    var _ =
        media.thread.scheduleWithFixedDelay(media::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    return media;
  }

  MediaLoop(
      MediaFolder folder,
      Duration after,
      PlayLog log,
      Glass glass,
      Alarms alarms,
      InstantSource clock) {
    this.folder = folder;
    this.after = after;
    this.log = log;
    this.glass = glass;
    this.repertoire = new Repertoire(alarms);
    this.clock = clock;
    this.quietSince = clock.instant();
  }

  /**
   * What is shown instead of the screen that waits for somebody; empty while nothing plays.
   *
   * @param seq of the snapshot it is shown with
   */
  public synchronized Optional<Screen> playing(long seq) {
    rotation.shown(seq);
    return rotation.item().map(MediaLoop::screen);
  }

  private static Screen screen(MediaItem item) {
    MediaKind kind = item.isVideo() ? MediaKind.VIDEO : MediaKind.PICTURE;
    return new Screen.Playing(item.name(), kind, HOME + item.name() + "?" + item.version());
  }

  /** Whether nobody is there, and nothing stands above the screen. */
  public synchronized void free(boolean now) {
    if (!now) {
      ended(End.GAVE_WAY);
    }
    if (now != free) {
      quietSince = clock.instant();
    }
    free = now;
  }

  /** A hand, or a code before the scanner. */
  public void touched() {
    synchronized (this) {
      quietSince = clock.instant();
      if (rotation.item().isEmpty()) {
        return;
      }
      ended(End.GAVE_WAY);
    }
    glass.changed();
  }

  @Override
  public synchronized Optional<Path> file(String name) {
    return repertoire.item(name, clock.instant()).map(item -> folder.file(item.name()));
  }

  @Override
  public void unplayable(String name) {
    synchronized (this) {
      Optional<MediaItem> item = rotation.item().filter(on -> on.name().equals(name));
      if (item.isEmpty()) {
        return;
      }
      repertoire.unplayable(item.get());
      ended(End.UNPLAYABLE);
    }
    thread.execute(this::look);
  }

  /** One look at folder, list and time; reads files, so never on the thread of the state. */
  void look() {
    MediaFolder.Contents contents = folder.read();
    boolean changed;
    List<PlayLog.Play> done;
    synchronized (this) {
      Instant now = clock.instant();
      repertoire.take(contents, now);
      rotation.painted(glass.painted());
      boolean quiet = free && Duration.between(quietSince, now).compareTo(after) >= 0;
      changed = rotation.turned(repertoire.order(), quiet, now);
      done = rotation.played();
    }
    done.forEach(log::add);
    log.look(clock.instant());
    if (changed) {
      glass.changed();
    }
  }

  private void ended(End end) {
    rotation.painted(glass.painted());
    rotation.end(end, clock.instant());
  }

  @Override
  public void close() {
    thread.shutdownNow();
    synchronized (this) {
      ended(End.GAVE_WAY);
      rotation.played().forEach(log::add);
    }
  }
}
