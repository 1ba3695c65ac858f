package org.facepay.terminal.world;

import java.io.IOException;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SteadyClock;
import org.facepay.terminal.loop.TerminalLoop;
import org.facepay.terminal.loop.VitalThread;
import org.facepay.terminal.receipt.Books;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Told;

/**
 * The one thread of a terminal's state. It goes on where the journal ends, as soon as the scanner
 * is known.
 *
 * @param <G> the stages of the kind of session
 */
public final class StateThread<G> implements AutoCloseable {
  private final TerminalLoop<State<G>, Event, Effect> loop;
  private final VitalThread thread;

  private StateThread(TerminalLoop<State<G>, Event, Effect> loop, VitalThread thread) {
    this.loop = loop;
    this.thread = thread;
  }

  /**
   * Replays what was open, and starts it.
   *
   * @throws StorageException when the journal cannot be read
   * @throws IOException when it was written by another terminal or program
   */
  public static <G> StateThread<G> start(
      Books<G> books, World<G> world, Journal journal, Inbox<Event> inbox, SteadyClock clock)
      throws StorageException, IOException {
    var loop = new TerminalLoop<>(books, journal, inbox, world, clock);
    if (loop.replay()) {
      inbox.deliver(new Told.Restarted());
    }
    return new StateThread<>(
        loop,
        VitalThread.start(
            "state",
            () -> {
              world.awaitScanner();
              loop.run();
            }));
  }

  @Override
  public void close() {
    loop.stop();
    thread.await();
  }
}
