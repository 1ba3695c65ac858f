package org.facepay.terminal.lab.sync;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import org.facepay.sync.collector.Collector;
import org.facepay.sync.desk.FrontDesk;

/** A collector in a process that may be killed; ends with its input. */
final class SyncServer {
  private SyncServer() {}

  /**
   * Runs at a port of this machine.
   *
   * @param arguments the collector's database, and the port
   */
  public static void main(String[] arguments) throws IOException {
    run(Path.of(arguments[0]), Integer.parseInt(arguments[1]), System.out);
  }

  private static void run(Path database, int port, PrintStream out) throws IOException {
    Collector.Place place =
        new Collector.Place(FrontDesk.loopback(port), "127.0.0.1", FrontDesk.loopback(0));
    try (Collector collector = Collector.start(database, place, InstantSource.system())) {
      out.println(collector.uri().getPort() == port ? "READY" : "ELSEWHERE");
      while (System.in.read() >= 0) {
        // it is told nothing but its end
      }
    }
  }
}
