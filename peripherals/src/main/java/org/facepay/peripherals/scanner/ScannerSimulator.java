package org.facepay.peripherals.scanner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.facepay.peripherals.link.Pty;
import org.facepay.peripherals.link.PtyPlug;

/**
 * A line scanner as a real peer on a pseudo-terminal, with the faults real ones have. Calls may
 * come from any thread.
 */
public final class ScannerSimulator implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final PtyPlug plug;
  private volatile String ending = "\r";
  private volatile boolean mute;

  private ScannerSimulator(PtyPlug plug) {
    this.plug = plug;
  }

  /** Plugs a scanner in at {@code link}, a symbolic link that it keeps through replugs. */
  public static ScannerSimulator start(Path link) throws IOException {
    return new ScannerSimulator(PtyPlug.at(link));
  }

  /** What to configure the terminal with. */
  public String path() {
    return plug.path();
  }

  /** What ends each line from now on: CR (as delivered), LF or CR LF. */
  public void ending(String characters) {
    this.ending = characters;
  }

  /** Reads a code (with its AIM identifier if it is to have one); lost while mute or unplugged. */
  public void scan(String code) throws IOException {
    send((code + ending).getBytes(StandardCharsets.UTF_8));
  }

  /** A code that arrives byte by byte, in as many writes. */
  public void splitScan(String code) throws IOException {
    for (byte b : (code + ending).getBytes(StandardCharsets.UTF_8)) {
      send(new byte[] {b});
    }
  }

  /** Noise as from a wrong baud rate, with a line end after it. */
  public void garbage() throws IOException {
    send(new byte[] {(byte) 0xC3, 0x28, 0x00, (byte) 0xFF, (byte) 0xFE, 0x07, '\r'});
  }

  /** A line of so many characters, for instance 10,000. */
  public void overlong(int characters) throws IOException {
    scan("9".repeat(characters));
  }

  /** Any bytes at all. */
  public synchronized void send(byte[] bytes) throws IOException {
    Pty line = plug.line();
    if (!mute && line != null) {
      line.write(bytes, PATIENCE);
    }
  }

  /** While mute, codes are lost, as with a scanner that lost its power but not its cable. */
  public void mute(boolean on) {
    this.mute = on;
  }

  /** Pulls the plug: the terminal is hung up on and the path is gone. */
  public void unplug() throws IOException {
    plug.pull();
  }

  /** Plugs in again, at the same path, behind another device file. */
  public void replug() throws IOException {
    plug.plugIn();
  }

  /** Whether it is plugged in. */
  public boolean plugged() {
    return plug.line() != null;
  }

  @Override
  public void close() throws IOException {
    plug.close();
  }
}
