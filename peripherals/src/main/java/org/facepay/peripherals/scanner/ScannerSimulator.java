package org.facepay.peripherals.scanner;

import java.io.IOException;
import java.nio.file.Path;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.Firmware;
import org.facepay.peripherals.link.PtyPlug;
import org.facepay.peripherals.link.SimulatedPeer;
import org.jspecify.annotations.Nullable;

/**
 * A scanner of any {@link Scanners} driver as a real peer on a pseudo-terminal, with the faults
 * real ones have. Calls may come from any thread.
 */
public final class ScannerSimulator implements AutoCloseable {
  private final ScannerVoice voice;
  private final @Nullable SsiDecoder ssi;
  private final PtyPlug plug;
  private final SimulatedPeer peer;

  private ScannerSimulator(String driver, PtyPlug plug) {
    this.voice = new ScannerVoice(driver);
    this.ssi = driver.equals("ssi") ? new SsiDecoder() : null;
    this.plug = plug;
    Firmware firmware = ssi == null ? voice : ssi;
    this.peer = SimulatedPeer.start("scanner", plug, firmware);
  }

  /** Plugs a line scanner in at {@code link}, a symbolic link that it keeps through replugs. */
  public static ScannerSimulator start(Path link) throws IOException {
    return start("line", link);
  }

  /** As above, a scanner for that driver. */
  public static ScannerSimulator start(String driver, Path link) throws IOException {
    return new ScannerSimulator(driver, PtyPlug.at(link));
  }

  /** Its plug and its faults. */
  public SimulatedPeer peer() {
    return peer;
  }

  /** What to configure the terminal with. */
  public String path() {
    return plug.path();
  }

  /** What ends each code from now on: CR (as delivered), anything else, or nothing. */
  public void ending(String characters) {
    voice.ending(characters);
  }

  /** The keyboard that a scanner in keyboard mode pretends to be. */
  public void keyboard(KeyLayout layout) {
    voice.keyboard(layout);
  }

  /**
   * Reads a code (with its AIM identifier if it is to have one).
   *
   * @return whether it left the scanner whole: false while mute, disturbed or unplugged. One that
   *     waits for acknowledgements keeps it until then, and answers true.
   */
  public boolean scan(String code) throws IOException {
    if (ssi == null) {
      return peer.send(voice.say(code));
    }
    boolean taken = ssi.scan(code);
    peer.stir();
    return taken;
  }

  /** Puts a code before a scanner that reads when it is triggered by command. */
  public void present(String code) {
    voice.present(code);
  }

  /** Packets that wait for their acknowledgement. */
  public int waiting() {
    return ssi == null ? 0 : ssi.waiting();
  }

  /** A code that arrives byte by byte, in as many writes. */
  public void splitScan(String code) throws IOException {
    for (byte b : voice.say(code)) {
      send(new byte[] {b});
    }
  }

  /** Noise as from a wrong baud rate, with a line end after it. */
  public void garbage() throws IOException {
    send(new byte[] {(byte) 0xC3, 0x28, 0x00, (byte) 0xFF, (byte) 0xFE, 0x07, '\r'});
  }

  /** A code of so many characters, for instance 10,000. */
  public void overlong(int characters) throws IOException {
    boolean ignored = scan("9".repeat(characters));
  }

  /** Any bytes at all. */
  public void send(byte[] bytes) throws IOException {
    boolean ignored = peer.send(bytes);
  }

  /** While mute, codes are lost, as with a scanner that lost its power but not its cable. */
  public void mute(boolean on) throws IOException {
    if (on) {
      peer.inflict(Fault.MUTE);
    } else {
      peer.cure(Fault.MUTE);
    }
  }

  /** Pulls the plug: the terminal is hung up on and the path is gone. */
  public void unplug() throws IOException {
    peer.inflict(Fault.HANG_UP);
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
    peer.close();
  }
}
