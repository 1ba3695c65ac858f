package org.facepay.peripherals.printer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.facepay.peripherals.link.Pty;
import org.facepay.peripherals.link.PtyPlug;
import org.facepay.peripherals.printer.paper.EscPosParser;
import org.facepay.peripherals.printer.paper.PaperRoll;
import org.facepay.peripherals.printer.paper.PrintCommand;
import org.facepay.peripherals.printer.paper.RollModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ESC/POS receipt printer as a real peer on a pseudo-terminal. It answers {@code DLE EOT} the
 * moment it arrives, as real ones do, works the rest through in its turn, stops while it has no
 * paper, an open cover or a cutter fault, and puts a PNG of each cut receipt into a folder. Calls
 * may come from any thread.
 */
public final class PrinterSimulator implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PrinterSimulator.class);
  private static final Duration SLICE = Duration.ofMillis(20);

  /** A printer's receive buffer; while it is full, the printer takes nothing more. */
  private static final int BUFFER_BYTES = 64 * 1024;

  private final PtyPlug plug;
  private final RollModel model;
  private final Path folder;
  private final Thread thread;
  private final List<Path> paper = new ArrayList<>();
  private final PrinterConditions conditions = new PrinterConditions();
  private volatile boolean closing;
  private EscPosParser parser = new EscPosParser();
  private PaperRoll roll;
  private int realTimeMatch;
  private @Nullable Pty served;

  private PrinterSimulator(PtyPlug plug, Path folder, RollModel model) {
    this.plug = plug;
    this.model = model;
    this.roll = new PaperRoll(model);
    this.folder = folder;
    this.thread = Thread.ofPlatform().daemon().name("printer-simulator").unstarted(this::run);
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
    Files.createDirectories(folder);
    PaperRoll.loadFonts();
    PrinterSimulator simulator = new PrinterSimulator(PtyPlug.at(link), folder, model);
    simulator.thread.start();
    return simulator;
  }

  /** What to configure the terminal with. */
  public String path() {
    return plug.path();
  }

  /** The receipts cut so far, oldest first. */
  public List<Path> paper() {
    synchronized (paper) {
      return List.copyOf(paper);
    }
  }

  /** How many receipts were cut so far. */
  public int receipts() {
    return paper().size();
  }

  /** Its switches and faults. */
  public PrinterConditions conditions() {
    return conditions;
  }

  /** Takes the roll out or puts a new one in. */
  public void paperOut(boolean on) {
    conditions.paperOut(on);
  }

  /** Opens or closes the cover. */
  public void coverOpen(boolean on) {
    conditions.coverOpen(on);
  }

  /** Jams or frees the cutter. */
  public void cutterError(boolean on) {
    conditions.cutterError(on);
  }

  /** Pulls the plug: the terminal is hung up on, the path is gone, the buffer is lost. */
  public void unplug() throws IOException {
    plug.pull();
  }

  /** Pulls the plug once so many more bytes have come. */
  public void unplugAfter(int bytes) {
    conditions.unplugAfter(bytes);
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
    closing = true;
    plug.close();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    byte[] buffer = new byte[1024];
    while (!closing) {
      try {
        cycle(buffer);
      } catch (IOException e) {
        log.warn("simulated printer: {}", e.getMessage());
      }
    }
  }

  private void cycle(byte[] buffer) throws IOException {
    Pty line = plug.line();
    if (line == null || conditions.stalled() || parser.waiting() > BUFFER_BYTES) {
      idle();
    } else {
      if (line != served) { // a power cycle empties the printer
        parser = new EscPosParser();
        roll = new PaperRoll(model);
        served = line;
      }
      int count = line.read(buffer, SLICE);
      if (conditions.received(Math.max(0, count))) {
        plug.pull();
        return;
      }
      if (count > 0) {
        answerRealTime(line, buffer, count);
        parser.add(buffer, count);
      }
    }
    if (line != null) {
      work(line);
    }
  }

  private static void idle() {
    try {
      Thread.sleep(SLICE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks for {@code DLE EOT n} in what arrives, across reads, and answers on the spot. */
  private void answerRealTime(Pty line, byte[] bytes, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int b = bytes[i];
      if (realTimeMatch == 2 && b >= 1 && b <= 4) {
        answer(line, conditions.realTime(b));
        realTimeMatch = 0;
      } else if (realTimeMatch == 1 && b == 0x04) {
        realTimeMatch = 2;
      } else {
        realTimeMatch = b == 0x10 ? 1 : 0;
      }
    }
  }

  /** Prints until the buffer is empty or something stops the paper. */
  private void work(Pty line) throws IOException {
    while (!conditions.stopped()) {
      PrintCommand command = parser.next();
      if (command == null) {
        return;
      }
      if (command instanceof PrintCommand.Report) {
        answer(line, conditions.paperReport());
      }
      if (command instanceof PrintCommand.Cut && conditions.jamsAtCut()) {
        return;
      }
      roll.apply(command).ifPresent(this::keep);
      conditions.printed(command);
    }
  }

  private void answer(Pty line, int status) throws IOException {
    if (conditions.mute()) {
      return;
    }
    int sent = conditions.nonsense() ? 0xFF : status;
    line.write(new byte[] {(byte) sent}, SLICE);
  }

  private void keep(BufferedImage receipt) {
    synchronized (paper) {
      Path file = folder.resolve("receipt-%04d.png".formatted(paper.size() + 1));
      try {
        ImageIO.write(receipt, "png", file.toFile());
        paper.add(file);
      } catch (IOException e) {
        log.warn("simulated printer: the receipt's picture was not written: {}", e.getMessage());
      }
    }
  }
}
