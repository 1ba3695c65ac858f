package org.facepay.peripherals.rfid;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Exchange;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;

/** A UHF reader of the RU5102 family on a serial line. */
public final class Ru5102Scanner implements RFIDScanner {
  private static final Duration WRITE = Duration.ofMillis(500);

  /** A reader's own inventory time-out is 1 s as delivered. */
  private static final Duration ANSWER = Duration.ofMillis(1500);

  private static final int MOST_FRAMES = 32;

  private final Exchange exchange;

  public Ru5102Scanner(Link link) {
    this.exchange = new Exchange(link, UhfFrame.FRAMING, UhfFrame.LARGEST, WRITE);
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    UhfFrame answer = ask(UhfFrame.READER_INFORMATION);
    if (answer.status() != UhfFrame.OK || answer.data().length < 3) {
      throw new DeviceException(Problem.Kind.OTHER_READER, "RU5102");
    }
    return Identity.of(
        Identity.Kind.UHF_READER, (answer.data()[0] & 0xFF) + "." + (answer.data()[1] & 0xFF));
  }

  @Override
  public Set<Tag> readTags(Duration timeout) throws DeviceException {
    long deadline = System.nanoTime() + timeout.toNanos();
    Set<Tag> seen = new LinkedHashSet<>();
    do {
      inventory(seen);
    } while (System.nanoTime() - deadline < 0);
    return seen;
  }

  @Override
  public void close() {
    exchange.close();
  }

  /** One round; a reader with many tags answers in several frames. */
  private void inventory(Set<Tag> seen) throws DeviceException {
    UhfFrame answer = ask(UhfFrame.INVENTORY);
    for (int i = 0; i < MOST_FRAMES; i++) {
      switch (answer.status()) {
        case UhfFrame.DONE, UhfFrame.TIME_OVER, UhfFrame.FULL, UhfFrame.MORE ->
            seen.addAll(answer.tags().orElseThrow(Ru5102Scanner::damaged));
        case UhfFrame.NO_TAG -> {}
        default ->
            throw new DeviceException(
                Problem.Kind.READER_ERROR, Integer.toHexString(answer.status()));
      }
      if (answer.status() != UhfFrame.MORE) {
        return;
      }
      answer = verified(exchange.receive(ANSWER), UhfFrame.INVENTORY);
    }
  }

  private UhfFrame ask(int command) throws DeviceException {
    byte[] question = new UhfFrame(UhfFrame.BROADCAST, command, -1, new byte[0]).encode();
    return verified(exchange.ask(question, ANSWER), command);
  }

  private static UhfFrame verified(Optional<byte[]> frame, int command) throws DeviceException {
    byte[] bytes = frame.orElseThrow(() -> new DeviceException(Problem.Kind.READER_SILENT));
    UhfFrame answer = UhfFrame.answer(bytes).orElseThrow(Ru5102Scanner::damaged);
    if (answer.command() != command) {
      throw new DeviceException(Problem.Kind.READER_OTHER_ANSWER);
    }
    return answer;
  }

  private static DeviceException damaged() {
    return new DeviceException(Problem.Kind.READER_DAMAGED);
  }
}
