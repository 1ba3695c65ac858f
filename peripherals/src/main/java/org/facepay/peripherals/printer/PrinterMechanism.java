package org.facepay.peripherals.printer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.facepay.peripherals.link.Firmware;
import org.facepay.peripherals.printer.paper.EscPosParser;
import org.facepay.peripherals.printer.paper.PaperRoll;
import org.facepay.peripherals.printer.paper.PrintCommand;
import org.facepay.peripherals.printer.paper.RollModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a simulated printer does with the bytes it is sent; on its peer's thread. */
final class PrinterMechanism implements Firmware {
  private static final Logger log = LoggerFactory.getLogger(PrinterMechanism.class);

  /** A printer's receive buffer; while it is full, the printer takes nothing more. */
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path folder;
  private final RollModel model;
  private final PrinterConditions conditions = new PrinterConditions();
  private final List<Path> paper = new ArrayList<>();
  private EscPosParser parser = new EscPosParser();
  private PaperRoll roll;
  private int realTimeMatch;

  PrinterMechanism(Path folder, RollModel model) {
    this.folder = folder;
    this.model = model;
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
    answerRealTime(bytes, count, wire);
    parser.add(bytes, count);
    work(wire);
  }

  @Override
  public void tick(Wire wire) throws IOException {
    work(wire);
  }

  @Override
  public boolean full() {
    return parser.waiting() > BUFFER_BYTES;
  }

  /** A power cycle empties the printer. */
  @Override
  public void powered() {
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

  /** Prints until the buffer is empty or something stops the paper. */
  private void work(Wire wire) throws IOException {
    while (!conditions.stopped()) {
      PrintCommand command = parser.next();
      if (command == null) {
        return;
      }
      if (command instanceof PrintCommand.Report) {
        answer(conditions.paperReport(), wire);
      }
      if (command instanceof PrintCommand.Cut && conditions.jamsAtCut()) {
        return;
      }
      roll.apply(command).ifPresent(this::keep);
      conditions.printed(command);
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
