package org.facepay.peripherals.scanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.facepay.peripherals.scanner.KeyLayout.Stroke;

/**
 * Codes from a scanner that pretends to be a keyboard: the kernel's 24-byte input events. Enter or
 * Tab ends a code, or a pause if its scanner has never ended one. Which layout the scanner is set
 * to is seen by how it types digits. When the kernel says SYN_DROPPED, events are missing: the code
 * they belonged to is reported as unreadable, never in part. Pure: bytes and their time in, results
 * out.
 */
final class KeyEvents {
  /** {@code struct input_event} on 64-bit Linux: time 16, type 2, code 2, value 4. */
  static final int EVENT_BYTES = 24;

  static final int EV_SYN = 0;
  static final int EV_KEY = 1;
  static final int SYN_REPORT = 0;
  static final int SYN_DROPPED = 3;
  static final int KEY_TAB = 15;
  static final int KEY_ENTER = 28;
  static final int KEY_LEFT_CONTROL = 29;
  static final int KEY_LEFT_SHIFT = 42;
  static final int KEY_RIGHT_ALT = 100;

  /** Keys of one code follow within milliseconds; after this long, it is over. */
  static final Duration PAUSE = Duration.ofMillis(300);

  private static final int KEY_RIGHT_SHIFT = 54;
  private static final int KEY_RIGHT_CONTROL = 97;
  private static final int KEYPAD_ENTER = 96;

  /** So many digits' keys, all of them shifted or none, tell the layout. */
  private static final int TELLING = 6;

  private final byte[] event = new byte[EVENT_BYTES];
  private final List<Stroke> code = new ArrayList<>();
  private KeyLayout layout = KeyLayout.US;
  private boolean ends;
  private int filled;
  private boolean shift;
  private boolean third;
  private boolean control;
  private boolean dropping;
  private boolean spoilt;
  private long lastNanos;

  /** What comes from now on comes over a new link; a code that had begun has no end there. */
  void linked() {
    filled = 0;
    dropping = false;
    clear();
    release();
  }

  /** The layout its scanner is set to, as far as was seen. */
  KeyLayout layout() {
    return layout;
  }

  /** Takes the first {@code count} bytes. */
  List<ScanResult> accept(byte[] bytes, int count, long nanos) {
    List<ScanResult> results = new ArrayList<>(1);
    if (count > 0 && nanos - lastNanos > PAUSE.toNanos()) {
      if (!code.isEmpty() || spoilt) {
        results.add(new Unreadable("a code broke off, or keys of it were lost"));
        ends = false;
      }
      clear();
      release(); // but an event that has begun is finished: the kernel hands out whole ones
    }
    lastNanos = count > 0 ? nanos : lastNanos;
    for (int i = 0; i < count; i++) {
      event[filled++] = bytes[i];
      if (filled == EVENT_BYTES) {
        filled = 0;
        ByteBuffer fields = ByteBuffer.wrap(event).order(ByteOrder.nativeOrder());
        int type = fields.getShort(16) & 0xFFFF;
        int key = fields.getShort(18) & 0xFFFF;
        event(type, key, fields.getInt(20), nanos, results);
      }
    }
    return results;
  }

  /** Nothing comes: of a scanner that never ends its codes, one is whole after a pause. */
  List<ScanResult> quiet(long nanos) {
    List<ScanResult> results = new ArrayList<>(1);
    if (!ends && !spoilt && nanos - lastNanos > PAUSE.toNanos()) {
      end(nanos, results);
    }
    return results;
  }

  private void clear() {
    code.clear();
    spoilt = false;
  }

  private void release() {
    shift = false;
    third = false;
    control = false;
  }

  private void event(int type, int key, int value, long nanos, List<ScanResult> results) {
    if (type == EV_SYN && key == SYN_DROPPED) {
      dropping = true;
      spoilt = true;
      release();
    } else if (type == EV_SYN && key == SYN_REPORT) {
      dropping = false;
    } else if (type == EV_KEY && !dropping) {
      key(key, value, nanos, results);
    }
  }

  private void key(int key, int value, long nanos, List<ScanResult> results) {
    switch (key) {
      case KEY_LEFT_SHIFT, KEY_RIGHT_SHIFT -> shift = value != 0;
      case KEY_RIGHT_ALT -> third = value != 0;
      case KEY_LEFT_CONTROL, KEY_RIGHT_CONTROL -> control = value != 0;
      case KEY_ENTER, KEYPAD_ENTER, KEY_TAB -> {
        if (value == 1) {
          ends |= !code.isEmpty();
          end(nanos, results);
          release(); // what was held and whose release got lost spoils no second code
        }
      }
      default -> {
        if (value == 1 && code.size() <= ScanLines.LONGEST) {
          code.add(new Stroke(key, shift, third, control));
        }
      }
    }
  }

  private void end(long nanos, List<ScanResult> results) {
    recognise();
    StringBuilder text = new StringBuilder();
    code.forEach(stroke -> text.append(layout.character(stroke)));
    if (spoilt || text.indexOf("\0") >= 0) {
      results.add(new Unreadable("keys were lost or unknown: scan it again"));
    } else if (!text.isEmpty()) {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      results.add(ScanText.decode(bytes, bytes.length, nanos));
    }
    clear();
  }

  /** The US layout types digits as they are, the French one shifts for them. */
  private void recognise() {
    long digits = code.stream().filter(Stroke::onDigitRow).count();
    long held = code.stream().filter(s -> s.onDigitRow() && s.shift()).count();
    if (digits >= TELLING && (held == 0 || held == digits)) {
      layout = held == 0 ? KeyLayout.US : KeyLayout.FRENCH;
    }
  }

  /** The events that type a text on the US layout, Enter at the end. */
  static byte[] typed(String text) {
    return typed(text, KeyLayout.US, KEY_ENTER);
  }

  /**
   * The events that type a text, as a scanner's simulator makes them.
   *
   * @param end the key at the end, 0 for none
   */
  static byte[] typed(String text, KeyLayout layout, int... end) {
    ByteBuffer events = ByteBuffer.allocate((text.length() * 12 + 8) * EVENT_BYTES);
    events.order(ByteOrder.nativeOrder());
    for (int i = 0; i < text.length(); i++) {
      int c = text.charAt(i);
      Stroke stroke =
          layout
              .stroke((char) c)
              .orElseThrow(() -> new IllegalArgumentException("no key types character " + c));
      int modifier =
          stroke.control()
              ? KEY_LEFT_CONTROL
              : stroke.third() ? KEY_RIGHT_ALT : stroke.shift() ? KEY_LEFT_SHIFT : 0;
      press(events, modifier, 1);
      press(events, stroke.key(), 1);
      press(events, stroke.key(), 0);
      press(events, modifier, 0);
    }
    for (int key : end) {
      press(events, key, 1);
      press(events, key, 0);
    }
    byte[] bytes = new byte[events.position()];
    events.flip().get(bytes);
    return bytes;
  }

  private static void press(ByteBuffer events, int key, int value) {
    if (key != 0) {
      put(events, EV_KEY, key, value);
      put(events, EV_SYN, SYN_REPORT, 0);
    }
  }

  /** One event, at time zero. */
  static void put(ByteBuffer events, int type, int key, int value) {
    events.putLong(0).putLong(0).putShort((short) type).putShort((short) key).putInt(value);
  }
}
