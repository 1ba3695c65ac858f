package org.facepay.peripherals.printer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.facepay.peripherals.link.Firmware;
import org.facepay.peripherals.link.SerialSettings.FlowControl;
import org.facepay.peripherals.printer.paper.ByteQueue;
import org.facepay.peripherals.printer.paper.EscPosParser;
import org.facepay.peripherals.printer.paper.PaperRoll;
import org.facepay.peripherals.printer.paper.PrintCommand;
import org.facepay.peripherals.printer.paper.RollModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a simulated printer does with the bytes it is sent; on its peer's thread. */
final class PrinterMechanism implements Firmware {
  private static final Logger log = LoggerFactory.getLogger(PrinterMechanism.class);

  /** Taken from the buffer at once. */
  private static final int SLICE_BYTES = 64;

  private static final byte XON = 0x11;
  private static final byte XOFF = 0x13;

  private final Path folder;
  private final RollModel model;
  private final PrinterElectronics electronics;
  private final PrinterConditions conditions = new PrinterConditions();
  private final List<Path> paper = new ArrayList<>();
  private ByteQueue buffer = new ByteQueue();
  private EscPosParser parser = new EscPosParser();
  private PaperRoll roll;
  private int realTimeMatch;
  private boolean heldBack;
  private long workedNanos = System.nanoTime();

  PrinterMechanism(Path folder, RollModel model, PrinterElectronics electronics) {
    this.folder = folder;
    this.model = model;
    this.electronics = electronics;
    this.roll = new PaperRoll(model);
  }

  PrinterConditions conditions() {
    return conditions;
  }

  List<Path> paper() {
    synchronized (paper) {
      return List.copyOf(paper);
    }
  }

  @Override
  public void received(byte[] bytes, int count, Wire wire) throws IOException {
    if (conditions.received(count)) {
      return;
    }
    int kept = conditions.kept(bytes, count);
    answerRealTime(bytes, kept, wire);
    work(wire);
    boolean bounded = electronics.flowControl() == FlowControl.NONE;
    buffer.add(bytes, bounded ? Math.min(kept, room()) : kept);
    work(wire);
  }

  private int room() {
    return Math.max(0, electronics.bufferBytes() - buffer.size());
  }

  /** Tells the terminal to wait, and to go on. */
  private void holdBack(Wire wire) throws IOException {
    boolean wait = buffer.size() > electronics.bufferBytes() / (heldBack ? 4 : 2);
    if (electronics.flowControl() == FlowControl.XON_XOFF && wait != heldBack) {
      heldBack = wait;
      boolean ignored = wire.send(new byte[] {wait ? XOFF : XON});
    }
  }

  @Override
  public void tick(Wire wire) throws IOException {
    work(wire);
  }

  @Override
  public boolean quiet() {
    return buffer.size() == 0;
  }

  @Override
  public boolean full() {
    return electronics.flowControl() == FlowControl.RTS_CTS && room() == 0;
  }

  /** A power cycle empties the printer; a data cable's plug alone does not. */
  @Override
  public void powered() {
    if (conditions.staysPowered()) {
      return;
    }
    buffer = new ByteQueue();
    parser = new EscPosParser();
    roll = new PaperRoll(model);
  }

  /** Its answers are single characters, with no check but the line's parity. */
  @Override
  public byte[] damaged(byte[] frame, RandomGenerator random) {
    return Firmware.withoutOne(frame, random);
  }

  @Override
  public byte[] noise(RandomGenerator random) {
    return new byte[] {(byte) 0xFF};
  }

  /** Looks for {@code DLE EOT n} in what arrives, across reads, and answers on the spot. */
  private void answerRealTime(byte[] bytes, int count, Wire wire) throws IOException {
    if (!electronics.answers().status()) {
      return;
    }
    for (int i = 0; i < count; i++) {
      int b = bytes[i];
      if (realTimeMatch == 2 && b >= 1 && b <= 4) {
        answer(conditions.realTime(b), wire);
        realTimeMatch = 0;
      } else if (realTimeMatch == 1 && b == 0x04) {
        realTimeMatch = 2;
      } else {
        realTimeMatch = b == 0x10 ? 1 : 0;
      }
    }
  }

  /** Prints at its pace until the buffer is empty or something stops the paper. */
  private void work(Wire wire) throws IOException {
    long now = System.nanoTime();
    long allowed = (now - workedNanos) * electronics.bytesPerSecond() / 1_000_000_000L;
    obey(wire);
    byte[] slice = new byte[SLICE_BYTES];
    while (allowed > 0 && buffer.size() > 0 && !conditions.stopped()) {
      int taken = buffer.take(slice, (int) Math.min(SLICE_BYTES, allowed));
      allowed -= taken;
      parser.add(slice, taken);
      obey(wire);
      workedNanos = now;
    }
    workedNanos = buffer.size() == 0 ? now : workedNanos;
    holdBack(wire);
  }

  private void obey(Wire wire) throws IOException {
    while (!conditions.stopped()) {
      PrintCommand command = parser.next();
      if (command == null) {
        return;
      }
      answerInTurn(command, wire);
      if (command instanceof PrintCommand.Cut && conditions.jamsAtCut()) {
        return;
      }
      roll.apply(command).ifPresent(this::keep);
      conditions.printed(command);
    }
  }

  private void answerInTurn(PrintCommand command, Wire wire) throws IOException {
    switch (electronics.answers()) {
      case PAPER_REPORT -> {
        if (command instanceof PrintCommand.Report) {
          answer(conditions.paperReport(), wire);
        }
      }
      case IDENTITY -> {
        if (command instanceof PrintCommand.Identify) {
          answer(0x02, wire);
        }
      }
      case STATUS_BACK -> {
        if (command instanceof PrintCommand.AutomaticStatus(int items) && items != 0) {
          boolean ignored = wire.send(conditions.statusBack());
        }
      }
      case REAL_TIME, NEVER -> {}
    }
  }

  private static void answer(int status, Wire wire) throws IOException {
    boolean ignored = wire.send(new byte[] {(byte) status});
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
