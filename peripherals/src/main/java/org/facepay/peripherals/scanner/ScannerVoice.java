package org.facepay.peripherals.scanner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.facepay.peripherals.link.Firmware;

/** How a simulated scanner that does not wait for an answer says a code. */
final class ScannerVoice implements Firmware {
  private static final byte[] TRIGGER = {0x16, 'T', 0x0D};

  private final String driver;
  private final byte[] heard = new byte[TRIGGER.length];
  private volatile String ending = "\r";
  private volatile String presented = "";
  private volatile KeyLayout keyboard = KeyLayout.US;

  ScannerVoice(String driver) {
    this.driver = driver;
  }

  void ending(String characters) {
    this.ending = characters;
  }

  void keyboard(KeyLayout layout) {
    this.keyboard = layout;
  }

  void present(String code) {
    this.presented = code;
  }

  /** The bytes of a code. */
  byte[] say(String code) {
    return switch (driver) {
      case "stx-etx" -> utf8("\u0002" + code + "\u0003");
      case "hid-pos" -> reports(code);
      case "evdev" -> KeyEvents.typed(code, keyboard, keys(ending));
      default -> utf8(code + ending);
    };
  }

  @Override
  public void received(byte[] bytes, int count, Wire wire) throws IOException {
    for (int i = 0; i < count; i++) {
      System.arraycopy(heard, 1, heard, 0, heard.length - 1);
      heard[heard.length - 1] = bytes[i];
      if (Arrays.equals(heard, TRIGGER) && !presented.isEmpty()) {
        boolean ignored = wire.send(say(presented));
      }
    }
  }

  @Override
  public byte[] damaged(byte[] frame, RandomGenerator random) {
    return switch (driver) {
      case "evdev" -> dropped(frame);
      case "hid-pos" -> Arrays.copyOf(frame, frame.length - HidPosReport.LENGTH);
      default -> Firmware.withoutOne(frame, random);
    };
  }

  /** An input device delivers whole events only, whatever is wrong with the keyboard. */
  @Override
  public byte[] noise(RandomGenerator random) {
    if (!driver.equals("evdev")) {
      return Firmware.super.noise(random);
    }
    int unknownKey = 100 + random.nextInt(100);
    ByteBuffer events = ByteBuffer.allocate(2 * KeyEvents.EVENT_BYTES);
    events.order(ByteOrder.nativeOrder());
    KeyEvents.put(events, KeyEvents.EV_KEY, unknownKey, 1);
    KeyEvents.put(events, KeyEvents.EV_SYN, KeyEvents.SYN_REPORT, 0);
    return events.array();
  }

  /** As when the terminal was too busy to read its keys in time: the kernel says so. */
  private static byte[] dropped(byte[] frame) {
    int half = frame.length / KeyEvents.EVENT_BYTES / 2 * KeyEvents.EVENT_BYTES;
    ByteBuffer events = ByteBuffer.allocate(frame.length + 2 * KeyEvents.EVENT_BYTES);
    events.order(ByteOrder.nativeOrder());
    events.put(frame, 0, half / 2 / KeyEvents.EVENT_BYTES * KeyEvents.EVENT_BYTES);
    KeyEvents.put(events, KeyEvents.EV_SYN, KeyEvents.SYN_DROPPED, 0);
    KeyEvents.put(events, KeyEvents.EV_SYN, KeyEvents.SYN_REPORT, 0);
    events.put(frame, half, frame.length - half);
    return Arrays.copyOf(events.array(), events.position());
  }

  private static int[] keys(String ending) {
    return ending.chars().map(c -> c == '\t' ? KeyEvents.KEY_TAB : KeyEvents.KEY_ENTER).toArray();
  }

  private static byte[] reports(String code) {
    boolean identified = code.matches("(?s)\\][A-Za-z][A-Za-z0-9].*");
    byte[] aim = identified ? utf8(code.substring(0, 3)) : new byte[3];
    byte[] data = utf8(identified ? code.substring(3) : code);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at == 0 || at < data.length; at += HidPosReport.MOST_DATA) {
      int to = Math.min(data.length, at + HidPosReport.MOST_DATA);
      byte[] part = Arrays.copyOfRange(data, at, to);
      out.writeBytes(new HidPosReport(aim, part, to < data.length).encode());
    }
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
