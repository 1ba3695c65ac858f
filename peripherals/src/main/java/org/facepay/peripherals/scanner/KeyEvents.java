package org.facepay.peripherals.scanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Codes from a scanner that pretends to be a keyboard: the kernel's 24-byte input events, by the US
 * layout such scanners are delivered with. When the kernel says SYN_DROPPED, events are missing:
 * the code they belonged to is reported as unreadable, never in part. Pure: bytes and their time
 * in, results out.
 */
final class KeyEvents {
  /** {@code struct input_event} on 64-bit Linux: time 16, type 2, code 2, value 4. */
  static final int EVENT_BYTES = 24;

  static final int EV_SYN = 0;
  static final int EV_KEY = 1;
  static final int SYN_REPORT = 0;
  static final int SYN_DROPPED = 3;
  static final int KEY_ENTER = 28;
  static final int KEY_LEFT_CONTROL = 29;
  static final int KEY_LEFT_SHIFT = 42;

  /** Keys of one code follow within milliseconds; after this long, a spoilt one is over. */
  static final Duration PAUSE = Duration.ofMillis(300);

  private static final int KEY_RIGHT_SHIFT = 54;
  private static final int KEY_RIGHT_CONTROL = 97;
  private static final int KEYPAD_ENTER = 96;

  private static final String PLAIN =
      "\0\0001234567890-=\0\0qwertyuiop[]\0\0asdfghjkl;'`\0\\zxcvbnm,./\0*\0 ";
  private static final String SHIFTED =
      "\0\0!@#$%^&*()_+\0\0QWERTYUIOP{}\0\0ASDFGHJKL:\"~\0|ZXCVBNM<>?\0*\0 ";

  private final byte[] event = new byte[EVENT_BYTES];
  private final StringBuilder code = new StringBuilder();
  private int filled;
  private boolean shift;
  private boolean control;
  private boolean dropping;
  private boolean spoilt;
  private long lastNanos;

  /** Takes the first {@code count} bytes. */
  List<ScanResult> accept(byte[] bytes, int count, long nanos) {
    List<ScanResult> results = new ArrayList<>(1);
    if (count > 0 && nanos - lastNanos > PAUSE.toNanos()) {
      pause(results);
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

  private void pause(List<ScanResult> results) {
    if (code.length() > 0 || spoilt) {
      results.add(new Unreadable("a code broke off, or keys of it were lost"));
    }
    code.setLength(0);
    spoilt = false;
    shift = false;
    control = false; // but an event that has begun is finished: the kernel hands out whole ones
  }

  private void event(int type, int key, int value, long nanos, List<ScanResult> results) {
    if (type == EV_SYN && key == SYN_DROPPED) {
      dropping = true;
      spoilt = true;
      shift = false;
      control = false;
    } else if (type == EV_SYN && key == SYN_REPORT) {
      dropping = false;
    } else if (type == EV_KEY && !dropping) {
      key(key, value, nanos, results);
    }
  }

  private void key(int key, int value, long nanos, List<ScanResult> results) {
    switch (key) {
      case KEY_LEFT_SHIFT, KEY_RIGHT_SHIFT -> shift = value != 0;
      case KEY_LEFT_CONTROL, KEY_RIGHT_CONTROL -> control = value != 0;
      case KEY_ENTER, KEYPAD_ENTER -> {
        if (value == 1) {
          enter(nanos, results);
        }
      }
      default -> {
        if (value == 1) {
          type(key);
        }
      }
    }
  }

  private void type(int key) {
    int c = key < PLAIN.length() ? (shift ? SHIFTED : PLAIN).charAt(key) : keypad(key);
    if (control) {
      c = c == ']' ? 0x1D : c == 'D' || c == 'd' ? 0x04 : 0; // how scanners type GS and EOT
    }
    if (c == 0) {
      spoilt = true;
    } else if (code.length() <= ScanLines.LONGEST) {
      code.append((char) c);
    }
  }

  private void enter(long nanos, List<ScanResult> results) {
    if (spoilt) {
      results.add(new Unreadable("keys were lost or unknown: scan it again"));
    } else if (code.length() > 0) {
      byte[] text = code.toString().getBytes(StandardCharsets.US_ASCII);
      results.add(ScanText.decode(text, text.length, nanos));
    }
    code.setLength(0);
    spoilt = false;
  }

  private static int keypad(int key) {
    return switch (key) {
      case 71, 72, 73 -> '7' + key - 71;
      case 75, 76, 77 -> '4' + key - 75;
      case 79, 80, 81 -> '1' + key - 79;
      case 82 -> '0';
      case 74 -> '-';
      case 78 -> '+';
      case 83 -> '.';
      case 98 -> '/';
      default -> 0;
    };
  }

  /** The events that type a text, as a scanner's simulator makes them; Enter at the end. */
  static byte[] typed(String text) {
    ByteBuffer events = ByteBuffer.allocate((text.length() * 8 + 4) * EVENT_BYTES);
    events.order(ByteOrder.nativeOrder());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean group = c == 0x1D;
      int plain = PLAIN.indexOf(group ? ']' : c);
      int key = plain >= 0 ? plain : SHIFTED.indexOf(c);
      if (key < 0 || c == 0) {
        throw new IllegalArgumentException("no key types character " + (int) c);
      }
      int modifier = group ? KEY_LEFT_CONTROL : plain < 0 ? KEY_LEFT_SHIFT : 0;
      press(events, modifier, 1);
      press(events, key, 1);
      press(events, key, 0);
      press(events, modifier, 0);
    }
    press(events, KEY_ENTER, 1);
    press(events, KEY_ENTER, 0);
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
