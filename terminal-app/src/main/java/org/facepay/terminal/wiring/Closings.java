package org.facepay.terminal.wiring;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.facepay.sync.sqlite.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the running parts of a terminal end, the last begun first. */
final class Closings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closings.class);

  /** How one of them ends. */
  interface Ending {
    void end() throws StorageException, IOException;
  }

  private final Deque<Ending> open = new ArrayDeque<>();

  void push(Ending ending) {
    open.push(ending);
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().end();
      } catch (StorageException | IOException e) {
        LOG.warn("closing: {}", e.getMessage());
      }
    }
  }
}
