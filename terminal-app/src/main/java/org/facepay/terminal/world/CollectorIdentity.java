package org.facepay.terminal.world;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.facepay.sync.identity.Credentials;
import org.facepay.sync.identity.TerminalIdentity;
import org.facepay.terminal.files.KeyFolder;
import org.facepay.terminal.files.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of who this terminal is to its collector, beside its data and never in it. */
public final class CollectorIdentity {
  private static final Logger LOG = LoggerFactory.getLogger(CollectorIdentity.class);

  private CollectorIdentity() {}

  /**
   * Where it is kept.
   *
   * @param data the terminal's data folder
   */
  public static Path file(Path data) {
    return KeyFolder.beside(data, "collector.p12");
  }

  /** Keeps it, for the terminal's user alone. */
  public static void keep(Path data, Credentials own) throws IOException {
    Path file = file(data);
    Files.createDirectories(file.getParent());
    OwnerOnly.replace(file, own.encoded());
  }

  /**
   * What was kept; empty when the terminal was never enrolled.
   *
   * @throws IOException when it cannot be read
   */
  public static Optional<Credentials> kept(Path data) throws IOException {
    Path file = file(data);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Credentials.decode(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage() + "; enrol again (facepay provision)", e);
    }
  }

  /**
   * Looks after it while the terminal runs. One that cannot be used stops no sale: what the
   * collector then says is shown to the technician.
   *
   * @param collector any address of it; over http nobody proves anything
   */
  public static Optional<TerminalIdentity> lookAfter(
      Path data, URI collector, InstantSource clock) {
    try {
      Optional<Credentials> own = kept(data);
      return own.isEmpty() || !"https".equals(collector.getScheme())
          ? Optional.empty()
          : Optional.of(
              new TerminalIdentity(collector, own.get(), fresh -> keep(data, fresh), clock));
    } catch (IOException e) {
      LOG.error("nobody to the collector: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
