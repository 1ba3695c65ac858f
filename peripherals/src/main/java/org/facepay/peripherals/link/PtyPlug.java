package org.facepay.peripherals.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A simulated device's plug: a pseudo-terminal behind a stable symbolic link, as udev keeps one
 * below {@code /dev/serial/by-id}. Pulling it hangs up and removes the link; putting it back makes
 * a fresh pseudo-terminal, usually of another number, under the same link.
 */
public final class PtyPlug implements Plug {
  private final Path link;
  private @Nullable Pty pty;

  private PtyPlug(Path link) {
    this.link = link.toAbsolutePath();
  }

  /** Plugs a new device in at {@code link}; missing folders are made. */
  public static PtyPlug at(Path link) throws IOException {
    PtyPlug plug = new PtyPlug(link);
    plug.plugIn();
    return plug;
  }

  /** What a terminal is configured with. */
  @Override
  public String path() {
    return link.toString();
  }

  /** The line while plugged in, else null. */
  @Override
  public synchronized @Nullable Pty line() {
    return pty;
  }

  @Override
  public synchronized boolean pluggedIn() {
    return pty != null;
  }

  /** Plugs in again; does nothing while plugged in. */
  @Override
  public synchronized void plugIn() throws IOException {
    if (pty != null) {
      return;
    }
    Pty fresh = Pty.open();
    try {
      Files.createDirectories(link.resolveSibling("."));
      Path made = link.resolveSibling(link.getFileName() + ".new");
      Files.deleteIfExists(made);
      Files.createSymbolicLink(made, Path.of(fresh.path()));
      Files.move(made, link, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      fresh.close();
      throw e;
    }
    pty = fresh;
  }

  /** Hangs up, then takes the link away; does nothing while pulled. */
  @Override
  public synchronized void pull() throws IOException {
    if (pty != null) {
      pty.close();
      pty = null;
      Files.deleteIfExists(link);
    }
  }

  @Override
  public void close() throws IOException {
    pull();
  }
}
