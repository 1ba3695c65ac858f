package org.facepay.peripherals.scanner;

import java.util.Optional;

/**
 * Which characters the keys type, by Linux key code, as far as codes need them. A scanner that
 * pretends to be a keyboard presses the keys of the layout it is set to, whatever the terminal's
 * is: set to French, it shifts for digits.
 */
public enum KeyLayout {
  US(
      "1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./\0",
      "!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"~|ZXCVBNM<>?\0",
      ""),
  /** AZERTY. */
  FRENCH(
      "&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù²*wxcvbn,;:!<",
      "1234567890°+AZERTYUIOP¨£QSDFGHJKLM%\0µWXCVBN?./§>",
      "\0~#{[|`\\^@]}");

  /** A key with what is held down beside it. */
  record Stroke(int key, boolean shift, boolean third, boolean control) {
    /** A digit's key in the upper row, which tells French from the others. */
    boolean onDigitRow() {
      return key >= 2 && key <= 11 && !third && !control;
    }
  }

  /** Key codes of the places in the strings: four rows, and the key left of the lowest. */
  private static final int[] KEYS = {
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 86
  };

  private static final int SPACE = 57;
  private static final int CLOSING_BRACKET = 27;
  private static final int D = 32;
  private static final char GS = 0x1D;
  private static final char EOT = 0x04;

  private final String plain;
  private final String shifted;
  private final String third;

  KeyLayout(String plain, String shifted, String third) {
    this.plain = plain;
    this.shifted = shifted;
    this.third = third;
  }

  /** The character a stroke types; 0 if none. */
  char character(Stroke stroke) {
    if (stroke.control()) { // how scanners type GS and EOT
      return stroke.key() == CLOSING_BRACKET || typed(stroke) == ']'
          ? GS
          : stroke.key() == D ? EOT : 0;
    }
    return typed(stroke);
  }

  private char typed(Stroke stroke) {
    int place = place(stroke.key());
    if (place < 0) {
      return keypad(stroke.key());
    }
    String level = stroke.third() ? third : stroke.shift() ? shifted : plain;
    return place < level.length() ? level.charAt(place) : 0;
  }

  /** The stroke that types a character; empty if none does. */
  Optional<Stroke> stroke(char c) {
    if (c == GS) {
      return Optional.of(new Stroke(CLOSING_BRACKET, false, false, true));
    }
    if (c == ' ') {
      return Optional.of(new Stroke(SPACE, false, false, false));
    }
    String[] levels = {plain, shifted, third};
    for (int level = 0; level < levels.length; level++) {
      int place = c == 0 ? -1 : levels[level].indexOf(c);
      if (place >= 0) {
        return Optional.of(new Stroke(KEYS[place], level == 1, level == 2, false));
      }
    }
    return Optional.empty();
  }

  private static int place(int key) {
    for (int i = 0; i < KEYS.length; i++) {
      if (KEYS[i] == key) {
        return i;
      }
    }
    return -1;
  }

  private static char keypad(int key) {
    return switch (key) {
      case 71, 72, 73 -> (char) ('7' + key - 71);
      case 75, 76, 77 -> (char) ('4' + key - 75);
      case 79, 80, 81 -> (char) ('1' + key - 79);
      case 82 -> '0';
      case 55 -> '*';
      case 74 -> '-';
      case 78 -> '+';
      case 83 -> '.';
      case 98 -> '/';
      case SPACE -> ' ';
      default -> 0;
    };
  }
}
