package org.facepay.peripherals.printer;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.facepay.peripherals.cashdrawer.DrawerKick;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;

/**
 * Any printer that speaks ESC/POS and answers its status requests.
 *
 * <p>{@code DLE EOT} is answered at once, even while paper still waits in the printer's buffer, so
 * a healthy answer alone does not mean that the receipt is out. {@code GS r 1} is answered in its
 * turn after everything before it: it is sent as a fence behind the document, and the real-time
 * status read after it (or repeatedly, while it does not come) tells how the printing went.
 */
public final class EscPosPrinter implements POSPrinter {
  private static final int DLE = 0x10;
  private static final int EOT = 0x04;
  private static final byte[] FENCE = {0x1D, 'r', 1};

  /** Both 0 in an answer to {@code GS r 1}, never in one to {@code DLE EOT}. */
  private static final int FENCE_BITS = 0x90;

  /** Between looks at the status while the fence does not come. */
  private static final Duration FENCE_STEP = Duration.ofMillis(200);

  private static final int NO_ANSWER = -1;

  private final Link link;
  private final PrinterProfile profile;
  private final PrinterTiming timing;
  private final byte[] one = new byte[1];

  /**
   * Fences sent and not answered. After an empty roll, the rest of the old receipt and its answer
   * come first; the new receipt is out only when its own answer has come, too.
   */
  private int fencesOwed;

  /** A printer of that profile. */
  public EscPosPrinter(Link link, PrinterProfile profile, PrinterTiming timing) {
    this.link = link;
    this.profile = profile;
    this.timing = timing;
  }

  /** 80 mm. */
  public EscPosPrinter(Link link, PrinterTiming timing) {
    this(link, PrinterProfile.WIDE, timing);
  }

  /** 80 mm, with the usual timing. */
  public EscPosPrinter(Link link) {
    this(link, PrinterTiming.usual());
  }

  @Override
  public PrinterStatus checkHealth() throws DeviceException {
    int[] answers = new int[4];
    for (int n = 1; n <= 4; n++) {
      answers[n - 1] = ask(n);
    }
    Optional<PrinterStatus> status =
        PrinterStatus.decode(answers[0], answers[1], answers[2], answers[3]);
    return status.orElseThrow(() -> new DeviceException("the status makes no sense"));
  }

  @Override
  public PrintResult print(ReceiptDocument document) throws DeviceException {
    byte[] bytes = EscPosEncoder.encode(document, profile);
    Optional<String> before = checkHealth().problem();
    if (before.isPresent()) {
      return new PrintResult.NotPrinted(before.get());
    }
    try {
      link.write(bytes, timing.write());
      link.write(FENCE, timing.write());
      fencesOwed++;
      return confirm();
    } catch (DeviceException e) {
      return new PrintResult.Uncertain("sent, not confirmed: " + e.reason());
    }
  }

  @Override
  public boolean openDrawer(DrawerKick kick) throws DeviceException {
    link.write(kick.pulse(), timing.write());
    long deadline = System.nanoTime() + timing.answer().toNanos();
    boolean open = kick.opened(ask(1));
    while (!open && System.nanoTime() - deadline < 0) {
      open = kick.opened(ask(1));
    }
    return open;
  }

  @Override
  public boolean drawerOpened(DrawerKick kick) throws DeviceException {
    return kick.opened(ask(1));
  }

  @Override
  public void checkWire() throws DeviceException {
    int ignored = link.available();
  }

  @Override
  public void close() {
    link.close();
  }

  /** Waits for the fence, looking for faults meanwhile, then reads the status a last time. */
  private PrintResult confirm() throws DeviceException {
    long deadline = System.nanoTime() + timing.paper().toNanos();
    awaitFences();
    while (fencesOwed > 0 && System.nanoTime() - deadline < 0) {
      Optional<String> problem = checkHealth().problem();
      if (problem.isPresent()) {
        return new PrintResult.Uncertain("stopped while printing: " + problem.get());
      }
      awaitFences();
    }
    if (fencesOwed > 0) {
      fencesOwed = 0; // healthy all that time: what was to come out is out, the answer got lost
      return new PrintResult.Uncertain("sent, but the printer did not confirm its end in time");
    }
    Optional<String> after = checkHealth().problem();
    return after.isPresent()
        ? new PrintResult.Uncertain("sent, but then: " + after.get())
        : new PrintResult.Printed();
  }

  private void awaitFences() throws DeviceException {
    long deadline = System.nanoTime() + FENCE_STEP.toNanos();
    long left = FENCE_STEP.toNanos();
    while (fencesOwed > 0 && left > 0) {
      int ignored = next(Duration.ofNanos(left));
      left = deadline - System.nanoTime();
    }
  }

  private int ask(int n) throws DeviceException {
    discard();
    link.write(new byte[] {DLE, EOT, (byte) n}, timing.answer());
    long deadline = System.nanoTime() + timing.answer().toNanos();
    long left = timing.answer().toNanos();
    int other = NO_ANSWER;
    while (left > 0) {
      int b = next(Duration.ofNanos(left));
      if (PrinterStatus.isStatus(b)) {
        return b;
      }
      other = b == NO_ANSWER ? other : b;
      left = deadline - System.nanoTime();
    }
    throw new DeviceException(
        other == NO_ANSWER
            ? "open, but the printer does not answer: check its power, cable and baud rate"
            : "answers 0x"
                + HexFormat.of().toHexDigits((byte) other)
                + ", which is no ESC/POS status: check the baud rate and the printer's model");
  }

  /** Throws away what came unasked, at most so much that a babbling device cannot hold us. */
  private void discard() throws DeviceException {
    for (int i = 0; i < 4096 && link.available() > 0; i++) {
      int ignored = next(Duration.ZERO);
    }
  }

  /** The next byte, {@link #NO_ANSWER} if none came in time; keeps count of the fences. */
  private int next(Duration timeout) throws DeviceException {
    if (link.read(one, timeout) == 0) {
      return NO_ANSWER;
    }
    int b = one[0] & 0xFF;
    boolean fence = (b & FENCE_BITS) == 0;
    fencesOwed -= fence && fencesOwed > 0 ? 1 : 0;
    return b;
  }
}
