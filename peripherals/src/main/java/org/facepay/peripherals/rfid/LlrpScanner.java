package org.facepay.peripherals.rfid;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Exchange;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;

/**
 * A minimal LLRP 1.0.1 client: one reader operation that inventories all antennas and reports at
 * its end, started for each reading. Regulatory and antenna settings stay as the reader has them.
 */
public final class LlrpScanner implements RFIDScanner {
  private static final Duration WRITE = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final int SPEC = 1;

  /** Messages looked through for one answer; reports and events may come between. */
  private static final int MOST_MESSAGES = 64;

  private final Exchange exchange;
  private int lastId;

  public LlrpScanner(Link link) {
    this.exchange = new Exchange(link, LlrpMessage.FRAMING, LlrpMessage.LARGEST, WRITE);
  }

  /** Also sets the reader's operation up, afresh. */
  @Override
  public Identity checkHealth() throws DeviceException {
    LlrpMessage capabilities = ask(LlrpMessage.GET_READER_CAPABILITIES, new byte[] {0});
    Optional<Integer> ignored = ask(LlrpMessage.DELETE_ROSPEC, number(0)).status();
    succeed(ask(LlrpMessage.ADD_ROSPEC, operation()));
    succeed(ask(LlrpMessage.ENABLE_ROSPEC, number(SPEC)));
    return Identity.of(Identity.Kind.LLRP_READER, capabilities.body().length);
  }

  @Override
  public Set<Tag> readTags(Duration timeout) throws DeviceException {
    long deadline = System.nanoTime() + timeout.toNanos();
    Set<Tag> seen = new LinkedHashSet<>();
    succeed(ask(LlrpMessage.START_ROSPEC, number(SPEC), seen));
    long left = timeout.toNanos();
    while (left > 0) {
      Optional<byte[]> frame = exchange.receive(Duration.ofNanos(left));
      if (frame.isPresent()) {
        aside(decoded(frame.get()), seen);
      }
      left = deadline - System.nanoTime();
    }
    return seen;
  }

  @Override
  public void close() {
    exchange.close();
  }

  private LlrpMessage ask(int type, byte[] body) throws DeviceException {
    return ask(type, body, new LinkedHashSet<>());
  }

  private LlrpMessage ask(int type, byte[] body, Set<Tag> seen) throws DeviceException {
    int id = ++lastId;
    exchange.send(new LlrpMessage(type, id, body).encode());
    for (int i = 0; i < MOST_MESSAGES; i++) {
      byte[] frame =
          exchange.receive(ANSWER).orElseThrow(() -> new DeviceException(Problem.Kind.LLRP_SILENT));
      LlrpMessage message = decoded(frame);
      if (message.type() == type + LlrpMessage.RESPONSE && message.id() == id) {
        return message;
      }
      aside(message, seen);
    }
    throw new DeviceException(Problem.Kind.LLRP_NEVER_ANSWERS);
  }

  /** What comes between: reports are read, keep-alives answered, events passed over. */
  private void aside(LlrpMessage message, Set<Tag> seen) throws DeviceException {
    switch (message.type()) {
      case LlrpMessage.RO_ACCESS_REPORT -> seen.addAll(message.tags());
      case LlrpMessage.KEEPALIVE ->
          exchange.send(new LlrpMessage(LlrpMessage.KEEPALIVE_ACK, ++lastId, new byte[0]).encode());
      default -> {}
    }
  }

  private static LlrpMessage decoded(byte[] frame) throws DeviceException {
    return LlrpMessage.decode(frame)
        .orElseThrow(() -> new DeviceException(Problem.Kind.LLRP_DAMAGED));
  }

  private static void succeed(LlrpMessage response) throws DeviceException {
    int status = response.status().orElse(-1);
    if (status != 0) {
      throw new DeviceException(Problem.Kind.LLRP_REFUSED, status);
    }
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  /**
   * ROSpec 1: started by command, stopped after 200 ms, one antenna inventory on all antennas for
   * the class 1 generation 2 air protocol, reported at its end with the EPC alone.
   */
  private static byte[] operation() {
    byte[] start = parameter(179, new byte[] {0});
    byte[] stop = parameter(182, ByteBuffer.allocate(5).put((byte) 1).putInt(200).array());
    byte[] boundary = parameter(178, join(start, stop));
    byte[] aiStop = parameter(184, new byte[5]);
    byte[] inventory = parameter(186, new byte[] {0, 1, 1});
    byte[] antennas = parameter(183, join(new byte[] {0, 1, 0, 0}, join(aiStop, inventory)));
    byte[] content = parameter(238, new byte[2]);
    byte[] report = parameter(237, join(new byte[] {2, 0, 0}, content));
    byte[] head = ByteBuffer.allocate(6).putInt(SPEC).put((byte) 0).put((byte) 0).array();
    return parameter(177, join(head, join(boundary, join(antennas, report))));
  }

  static byte[] parameter(int type, byte[] value) {
    ByteBuffer out = ByteBuffer.allocate(4 + value.length);
    return out.putShort((short) type).putShort((short) (4 + value.length)).put(value).array();
  }

  private static byte[] join(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }
}
