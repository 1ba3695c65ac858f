package org.facepay.peripherals.printer;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.problem.Problem;

/**
 * Any printer that speaks ESC/POS, by what its profile says that it answers.
 *
 * <p>{@code DLE EOT} is answered at once, even while paper still waits in the printer's buffer, so
 * a healthy answer alone does not mean that the receipt is out. A request that is answered in its
 * turn (see {@link Answers}) is sent as a fence behind the document, and the real-time status read
 * after it (or repeatedly, while it does not come) tells how the printing went.
 *
 * <p>On a wire on which the printer cannot say that its buffer is full, the document goes in pieces
 * with a fence behind each, so that nothing can run over and what is lost takes a fence with it.
 *
 * <p>A write that was not confirmed may have ended in the middle of a command that tells its length
 * beforehand; the printer then takes what comes next for the rest of it. So what is sent after such
 * a write, and first over a new link, ends any such command first.
 */
public final class EscPosPrinter implements POSPrinter {
  private static final int DLE = 0x10;
  private static final int EOT = 0x04;

  /** Between looks at the status while the fence does not come. */
  private static final Duration FENCE_STEP = Duration.ofMillis(200);

  /** With its fence no more than the smallest receive buffer, 256 bytes. */
  private static final int PIECE_BYTES = 240;

  /** What a slow printer takes for a piece of zeros. */
  private static final Duration WORK_OFF = Duration.ofMillis(20);

  /** The longest command with a length of two bytes, and how much of it is tried at once. */
  private static final int LONGEST_STRAY = 65_536;

  private static final int STRAY_STEP = 4_096;

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

  /** Whether the printer is certainly not in the middle of a command. */
  private boolean synchronised;

  /**
   * Whether a fence is missing for no reason that the printer told: what it got may be no longer
   * what was sent.
   */
  private boolean astray;

  /** Whether the first pieces of a receipt were sent and not the last. */
  private boolean begun;

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
  public boolean answers() {
    return profile.answers().status();
  }

  @Override
  public PrinterStatus checkHealth() throws DeviceException {
    if (!answers()) {
      checkWire();
      return PrinterStatus.ASSUMED;
    }
    int[] status = new int[4];
    for (int n = 1; n <= 4; n++) {
      status[n - 1] = ask(n);
    }
    return PrinterStatus.decode(status[0], status[1], status[2], status[3])
        .orElseThrow(() -> new DeviceException(Problem.Kind.STATUS_SENSELESS));
  }

  @Override
  public PrintResult print(ReceiptDocument document) throws DeviceException {
    boolean apart = !link.flowControlled() && profile.answers().inTurn();
    List<byte[]> pieces =
        apart
            ? EscPosEncoder.pieces(document, profile, PIECE_BYTES)
            : List.of(EscPosEncoder.encode(document, profile));
    Optional<Problem> before = checkHealth().problem();
    if (before.isPresent()) {
      return new PrintResult.NotPrinted(before.get().english());
    }
    try {
      resynchronise();
      return send(pieces);
    } catch (DeviceException e) {
      astray = profile.answers().inTurn();
      return new PrintResult.Uncertain("sent, not confirmed: " + e.reason());
    }
  }

  @Override
  public boolean openDrawer(DrawerKick kick) throws DeviceException {
    resynchronise();
    link.write(kick.pulse(), timing.write());
    if (!answers()) {
      return false;
    }
    long deadline = System.nanoTime() + timing.answer().toNanos();
    boolean open = kick.opened(ask(1));
    while (!open && System.nanoTime() - deadline < 0) {
      open = kick.opened(ask(1));
    }
    return open;
  }

  @Override
  public boolean drawerOpened(DrawerKick kick) throws DeviceException {
    return answers() && kick.opened(ask(1));
  }

  @Override
  public void checkWire() throws DeviceException {
    int ignored = link.available();
  }

  @Override
  public void close() {
    link.close();
  }

  /** Ends what was cut off, and cuts what had come out of it from the next receipt. */
  private void resynchronise() throws DeviceException {
    if (synchronised) {
      return;
    }
    sendZeros(EscPosEncoder.longestCommand(profile));
    if (astray) {
      findBack();
    }
    if (begun) {
      link.write(EscPosEncoder.cutOff(profile), timing.write());
    }
    synchronised = true;
    begun = false;
  }

  /**
   * Zeros do nothing but end a command. They are worked off faster than any wire brings them; still
   * none may run over where they cannot be held back.
   */
  private void sendZeros(int count) throws DeviceException {
    int most = link.flowControlled() ? count : PIECE_BYTES;
    for (int left = count; left > 0; left -= most) {
      link.write(new byte[Math.min(left, most)], timing.write());
      if (!link.flowControlled() && answers()) {
        int ignored = ask(1);
      }
    }
    int ignored = link.flowControlled() ? NO_ANSWER : next(WORK_OFF);
  }

  /**
   * What followed lost bytes may have been taken for a command of any length; more zeros, until a
   * fence is answered.
   */
  private void findBack() throws DeviceException {
    for (int sent = 0; sent < LONGEST_STRAY && astray; sent += STRAY_STEP) {
      link.write(profile.answers().fence(), timing.write());
      fencesOwed = 1;
      awaitFences();
      astray = fencesOwed > 0;
      if (astray) {
        sendZeros(STRAY_STEP);
      }
    }
    fencesOwed = 0;
    if (astray) {
      throw new DeviceException(Problem.Kind.COMMAND_DAMAGED);
    }
    int late = NO_ANSWER + 1;
    while (late != NO_ANSWER) {
      late = next(FENCE_STEP); // answers to fences that were thought lost
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Sends the pieces, each when the one before is confirmed. */
  private PrintResult send(List<byte[]> pieces) throws DeviceException {
    long deadline = System.nanoTime() + timing.write().plus(timing.paper()).toNanos();
    synchronised = false;
    begun = true;
    for (int i = 0; i < pieces.size(); i++) {
      link.write(joined(pieces.get(i), profile.answers().fence()), timing.write());
      begun = i < pieces.size() - 1;
      fencesOwed += profile.answers().inTurn() ? 1 : 0;
      Optional<PrintResult> stopped = confirm(deadline);
      if (stopped.isPresent()) {
        return stopped.get();
      }
    }
    synchronised = true;
    return ended();
  }

  /** Reads the status a last time. */
  private PrintResult ended() throws DeviceException {
    Optional<Problem> after = checkHealth().problem();
    if (after.isPresent()) {
      return new PrintResult.Uncertain("sent, but then: " + after.get().english());
    }
    return profile.answers().inTurn()
        ? new PrintResult.Printed()
        : new PrintResult.Unconfirmed("sent; this kind of printer does not tell what it printed");
  }

  /** Waits for the fence, looking for faults meanwhile; empty once it came. */
  private Optional<PrintResult> confirm(long deadline) throws DeviceException {
    awaitFences();
    while (fencesOwed > 0 && System.nanoTime() - deadline < 0) {
      Optional<Problem> problem = checkHealth().problem();
      if (problem.isPresent()) {
        return Optional.of(
            new PrintResult.Uncertain("stopped while printing: " + problem.get().english()));
      }
      awaitFences();
    }
    if (fencesOwed > 0) {
      astray = true;
      fencesOwed = 0; // healthy all that time: what was to come out is out, the answer got lost
      return Optional.of(
          new PrintResult.Uncertain("sent, but the printer did not confirm its end in time"));
    }
    return Optional.empty();
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
    throw other == NO_ANSWER
        ? new DeviceException(Problem.Kind.PRINTER_SILENT)
        : new DeviceException(
            Problem.Kind.NO_PRINTER_STATUS, HexFormat.of().toHexDigits((byte) other));
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
    fencesOwed -= profile.answers().isFence(b) && fencesOwed > 0 ? 1 : 0;
    return b;
  }
}
