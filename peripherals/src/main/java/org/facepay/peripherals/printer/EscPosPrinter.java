package org.facepay.peripherals.printer;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntPredicate;
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
  private static final int NO_ANSWER = -1;

  private final Link link;
  private final PrinterTiming timing;

  public EscPosPrinter(Link link, PrinterTiming timing) {
    this.link = link;
    this.timing = timing;
  }

  /** With the usual timing. */
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
    byte[] bytes = EscPosEncoder.encode(document);
    Optional<String> before = checkHealth().problem();
    if (before.isPresent()) {
      return new PrintResult.NotPrinted(before.get());
    }
    try {
      link.write(bytes, timing.write());
      link.write(FENCE, timing.write());
      return confirm();
    } catch (DeviceException e) {
      return new PrintResult.Uncertain("sent, not confirmed: " + e.reason());
    }
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
    boolean passed = await(Duration.ofMillis(200), EscPosPrinter::isFence) != NO_ANSWER;
    while (!passed && System.nanoTime() - deadline < 0) {
      Answers answers = statusWhilePrinting();
      if (answers.status().problem().isPresent()) {
        return new PrintResult.Uncertain(
            "stopped while printing: " + answers.status().problem().get());
      }
      passed =
          answers.fencePassed()
              || await(Duration.ofMillis(200), EscPosPrinter::isFence) != NO_ANSWER;
    }
    if (!passed) {
      return new PrintResult.Uncertain("sent, but the printer did not confirm its end in time");
    }
    Optional<String> after = checkHealth().problem();
    return after.isPresent()
        ? new PrintResult.Uncertain("sent, but then: " + after.get())
        : new PrintResult.Printed();
  }

  private record Answers(PrinterStatus status, boolean fencePassed) {}

  /** Like {@link #checkHealth}, but does not throw the fence's answer away. */
  private Answers statusWhilePrinting() throws DeviceException {
    boolean[] fence = new boolean[1];
    int[] answers = new int[4];
    for (int n = 1; n <= 4; n++) {
      link.write(new byte[] {DLE, EOT, (byte) n}, timing.answer());
      answers[n - 1] =
          await(
              timing.answer(),
              b -> {
                fence[0] |= isFence(b);
                return PrinterStatus.isStatus(b);
              });
    }
    return PrinterStatus.decode(answers[0], answers[1], answers[2], answers[3])
        .map(status -> new Answers(status, fence[0]))
        .orElseThrow(() -> new DeviceException("it stopped answering while printing"));
  }

  private int ask(int n) throws DeviceException {
    discard();
    link.write(new byte[] {DLE, EOT, (byte) n}, timing.answer());
    int[] other = {NO_ANSWER};
    int answer =
        await(
            timing.answer(),
            b -> {
              boolean status = PrinterStatus.isStatus(b);
              other[0] = status ? other[0] : b;
              return status;
            });
    if (answer != NO_ANSWER) {
      return answer;
    }
    throw new DeviceException(
        other[0] == NO_ANSWER
            ? "open, but the printer does not answer: check its power, cable and baud rate"
            : "answers 0x"
                + HexFormat.of().toHexDigits((byte) other[0])
                + ", which is no ESC/POS status: check the baud rate and the printer's model");
  }

  private void discard() throws DeviceException {
    byte[] stale = new byte[256];
    for (int i = 0; i < 64 && link.available() > 0; i++) {
      int ignored = link.read(stale, Duration.ZERO);
    }
  }

  /** Reads byte by byte until one is wanted; {@link #NO_ANSWER} when the time is over. */
  private int await(Duration timeout, IntPredicate wanted) throws DeviceException {
    long deadline = System.nanoTime() + timeout.toNanos();
    byte[] one = new byte[1];
    long left = timeout.toNanos();
    while (left > 0) {
      if (link.read(one, Duration.ofNanos(left)) == 1 && wanted.test(one[0] & 0xFF)) {
        return one[0] & 0xFF;
      }
      left = deadline - System.nanoTime();
    }
    return NO_ANSWER;
  }

  /** An answer to {@code GS r 1}: bits 4 and 7 are 0, which no {@code DLE EOT} answer has. */
  private static boolean isFence(int b) {
    return (b & 0x90) == 0;
  }
}
