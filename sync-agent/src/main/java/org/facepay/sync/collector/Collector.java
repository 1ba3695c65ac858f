package org.facepay.sync.collector;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.Limits;
import org.facepay.sync.desk.Routes;

/** The reference cloud end: one desk for each route, one store behind all of them. */
public final class Collector implements AutoCloseable {
  private static final Limits LIMITS = new Limits(EventsDesk.MAX_BODY, 256);
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final FrontDesk front;
  private final EventStore store;

  private Collector(FrontDesk front, EventStore store) {
    this.front = front;
    this.store = store;
  }

  /**
   * Starts on the loopback address.
   *
   * @param port 0 for any free one
   */
  public static Collector start(Path database, int port, InstantSource clock) throws IOException {
    EventStore store = EventStore.open(database);
    Routes routes =
        Routes.under(POLICY)
            .with("POST", EventsDesk.PATH, new EventsDesk(store, clock))
            .with("GET", ReceiptDesk.PATH, new ReceiptDesk(store));
    try {
      return new Collector(
          FrontDesk.open("collector", FrontDesk.loopback(port), LIMITS, routes), store);
    } catch (IOException e) {
      store.close();
      throw e;
    }
  }

  /** Where terminals post. */
  public URI uri() {
    return front.uri().resolve(EventsDesk.PATH);
  }

  /** Where e-receipts are read. */
  public URI receipts() {
    return front.uri().resolve(ReceiptDesk.PATH);
  }

  /** JSON data of all stored events of a type. */
  public List<String> ofType(String type) throws IOException {
    return store.ofType(type);
  }

  /** All stored events. */
  public long count() throws IOException {
    return store.count();
  }

  @Override
  public void close() throws IOException {
    front.close();
    store.close();
  }
}
