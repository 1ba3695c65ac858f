package org.facepay.peripherals.printer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.PtyPlug;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.peripherals.printer.paper.PaperRoll;
import org.facepay.peripherals.printer.paper.RollModel;

/**
 * An ESC/POS receipt printer as a real peer on a pseudo-terminal. It answers {@code DLE EOT} the
 * moment it arrives, as real ones do, works the rest through in its turn, stops while it has no
 * paper, an open cover or a cutter fault, and puts a PNG of each cut receipt into a folder. Calls
 * may come from any thread.
 */
public final class PrinterSimulator implements AutoCloseable {
  private final PtyPlug plug;
  private final PrinterMechanism mechanism;
  private final SimulatedPeer peer;

  private PrinterSimulator(PtyPlug plug, PrinterMechanism mechanism) {
    this.plug = plug;
    this.mechanism = mechanism;
    this.peer = SimulatedPeer.start("printer", plug, mechanism);
    mechanism.conditions().onFault(peer);
  }

  /**
   * Plugs a printer in at {@code link}, a symbolic link that it keeps through replugs.
   *
   * @param folder where the receipts' pictures go, made if missing: {@code receipt-0001.png}, ...
   */
  public static PrinterSimulator start(Path link, Path folder) throws IOException {
    return start(link, folder, RollModel.USUAL);
  }

  /** As above, with another mechanism. */
  public static PrinterSimulator start(Path link, Path folder, RollModel model) throws IOException {
    return start(link, folder, model, PrinterElectronics.USUAL);
  }

  /** As above, with other electronics. */
  public static PrinterSimulator start(
      Path link, Path folder, RollModel model, PrinterElectronics electronics) throws IOException {
    Files.createDirectories(folder);
    PaperRoll.loadFonts();
    return new PrinterSimulator(PtyPlug.at(link), new PrinterMechanism(folder, model, electronics));
  }

  /** Its plug and its faults. */
  public SimulatedPeer peer() {
    return peer;
  }

  /** What to configure the terminal with. */
  public String path() {
    return plug.path();
  }

  /** The receipts cut so far, oldest first. */
  public List<Path> paper() {
    return mechanism.paper();
  }

  /** How many receipts were cut so far. */
  public int receipts() {
    return paper().size();
  }

  /** Its paper, cover, cutter and drawer. */
  public PrinterConditions conditions() {
    return mechanism.conditions();
  }

  /** Takes the roll out or puts a new one in. */
  public void paperOut(boolean on) {
    conditions().paperOut(on);
  }

  /** Opens or closes the cover. */
  public void coverOpen(boolean on) {
    conditions().coverOpen(on);
  }

  /** Jams or frees the cutter. */
  public void cutterError(boolean on) {
    conditions().cutterError(on);
  }

  /** Pulls the plug: the terminal is hung up on, the path is gone, the buffer is lost. */
  public void unplug() throws IOException {
    peer.inflict(Fault.HANG_UP);
  }

  /** Pulls the plug once so many more bytes have come. */
  public void unplugAfter(int bytes) {
    conditions().after(bytes, Fault.HANG_UP);
  }

  /** Plugs in again, at the same path, behind another device file. */
  public void replug() throws IOException {
    plug.plugIn();
  }

  /** Ends the faults of its wire, also those still to come, and plugs it in. */
  public void heal() throws IOException {
    conditions().calm();
    peer.heal();
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
