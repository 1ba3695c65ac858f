package org.facepay.peripherals.scale;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Exchange;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;

/** Any scale of a {@link ScaleProtocol}: asks, verifies, and keeps the pause its kind needs. */
final class PolledScale implements Scale {
  static final Duration ANSWER = Duration.ofMillis(300);
  private static final Duration WRITE = Duration.ofMillis(500);
  private static final int LARGEST = 64;

  private final ScaleProtocol protocol;
  private final Exchange exchange;
  private long askedNanos;
  private Optional<ScaleReading> last = Optional.empty();

  PolledScale(ScaleProtocol protocol, Link link) {
    this.protocol = protocol;
    this.exchange = new Exchange(link, protocol.framing(), LARGEST, WRITE);
    this.askedNanos = System.nanoTime() - protocol.manner().gap().toNanos();
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    ScaleReading ignored = readWeight();
    return Identity.of(Identity.Kind.ANSWERING, protocol.manner().model());
  }

  @Override
  public ScaleReading readWeight() throws DeviceException {
    pause(protocol.manner().gap());
    Optional<ScaleReading> before = last;
    last = Optional.empty(); // what is told and lost on the way is told once only
    ScaleReading reading =
        protocol.manner().question().length == 0 ? overheard() : answered(answer(), before);
    last = Optional.of(reading).filter(Weight.class::isInstance);
    return reading;
  }

  /** To the question, or why there is no answer. */
  private byte[] answer() throws DeviceException {
    ScaleProtocol.Manner manner = protocol.manner();
    if (manner.attention().length > 0) {
      byte[] attentive = ask(manner.attention());
      if (attentive.length != 1) {
        throw nonsense();
      }
      if (attentive[0] == ScaleProtocol.NAK && protocol.refusal().isPresent()) {
        return ask(protocol.refusal().get().question());
      }
    }
    byte[] answer = ask(manner.question());
    boolean refused = answer.length == 1 && answer[0] == ScaleProtocol.NAK;
    return refused && protocol.refusal().isPresent()
        ? ask(protocol.refusal().get().question())
        : answer;
  }

  private byte[] ask(byte[] question) throws DeviceException {
    return exchange.ask(question, ANSWER).orElseThrow(this::silent);
  }

  /** A scale that says that nothing has moved is believed about a weight that was heard. */
  private ScaleReading answered(byte[] answer, Optional<ScaleReading> before)
      throws DeviceException {
    boolean unmoved =
        protocol.refusal().filter(r -> Arrays.equals(r.unmoved(), answer)).isPresent();
    return unmoved && before.isPresent()
        ? before.get()
        : protocol.decode(answer).orElseThrow(this::nonsense);
  }

  @Override
  public void zeroScale() throws DeviceException {
    byte[] zero = protocol.manner().zero();
    if (zero.length == 0) {
      throw new DeviceException(Problem.Kind.ZERO_BY_KEY);
    }
    pause(protocol.manner().gap());
    exchange.send(zero);
  }

  @Override
  public void close() {
    exchange.close();
  }

  /** Of what comes unasked, the first piece may be the rest of a frame; the next one counts. */
  private ScaleReading overheard() throws DeviceException {
    Optional<ScaleReading> first =
        protocol.decode(exchange.fresh(ANSWER).orElseThrow(this::silent));
    if (first.isPresent()) {
      return first.get();
    }
    return protocol
        .decode(exchange.receive(ANSWER).orElseThrow(this::silent))
        .orElseThrow(this::nonsense);
  }

  private void pause(Duration gap) throws DeviceException {
    long wait = askedNanos + gap.toNanos() - System.nanoTime();
    if (wait > 0) {
      try {
        Thread.sleep(Duration.ofNanos(wait));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    exchange.checkWire();
    askedNanos = System.nanoTime();
  }

  private DeviceException silent() {
    return new DeviceException(Problem.Kind.SCALE_SILENT);
  }

  private DeviceException nonsense() {
    return new DeviceException(Problem.Kind.OTHER_SCALE, protocol.manner().model());
  }
}
