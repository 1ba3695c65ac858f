package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.facepay.sync.collector.Collector;
import org.facepay.sync.desk.FrontDesk;

/** The collector at one address with the attendant's page, and a plug that can be pulled. */
final class CollectorSwitch implements AutoCloseable {
  private final Path database;
  private final StaffPage staff;
  private Collector collector;
  private final int port;
  private final int pages;
  private final int staffPort;
  private boolean on = true;

  CollectorSwitch(Path database, StaffPage staff) throws IOException {
    this.database = database;
    this.staff = staff;
    this.collector = start(0, 0, 0);
    this.port = collector.uri().getPort();
    this.pages = collector.receipts().getPort();
    this.staffPort = collector.staffPort();
  }

  private Collector start(int events, int shown, int attendants) throws IOException {
    Collector.Place place =
        new Collector.Place(FrontDesk.loopback(events), "127.0.0.1", FrontDesk.loopback(shown));
    Collector started = Collector.start(database, place, InstantSource.system());
    staff.open(started, attendants);
    return started;
  }

  synchronized Collector running() {
    return collector;
  }

  synchronized void online(boolean wanted) throws IOException {
    if (on && !wanted) {
      collector.close();
    } else if (!on && wanted) {
      collector = start(port, pages, staffPort);
    }
    on = wanted;
  }

  @Override
  public synchronized void close() throws IOException {
    online(false);
  }
}
