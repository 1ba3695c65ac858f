package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.facepay.sync.collector.Collector;

/** The collector at one address, with a plug that can be pulled. */
final class CollectorSwitch implements AutoCloseable {
  private final Path database;
  private Collector collector;
  private final int port;
  private boolean on = true;

  CollectorSwitch(Path database) throws IOException {
    this.database = database;
    this.collector = Collector.start(database, 0, InstantSource.system());
    this.port = collector.uri().getPort();
  }

  synchronized Collector running() {
    return collector;
  }

  synchronized void online(boolean wanted) throws IOException {
    if (on && !wanted) {
      collector.close();
    } else if (!on && wanted) {
      collector = Collector.start(database, port, InstantSource.system());
    }
    on = wanted;
  }

  @Override
  public synchronized void close() throws IOException {
    online(false);
  }
}
