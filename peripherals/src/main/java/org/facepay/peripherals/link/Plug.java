package org.facepay.peripherals.link;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How a simulated device hangs on the terminal: it can be pulled and put back. */
public interface Plug extends AutoCloseable {
  /** What a terminal is configured with: a path, or host and port. */
  String path();

  /** The line while plugged in (and, over a network, called), else null. */
  @Nullable Line line();

  /** Whether it is plugged in, called or not. */
  boolean pluggedIn();

  /** Plugs in again; does nothing while plugged in. */
  void plugIn() throws IOException;

  /** Hangs up and goes away; does nothing while pulled. */
  void pull() throws IOException;

  @Override
  void close() throws IOException;
}
