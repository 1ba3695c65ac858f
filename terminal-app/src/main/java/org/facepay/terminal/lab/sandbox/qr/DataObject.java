package org.facepay.terminal.lab.sandbox.qr;

import java.util.ArrayList;
import java.util.List;

/**
 * One data object (section 3.1): two digits of ID, two of length, the value; a template's value is
 * data objects again. Lengths count characters.
 *
 * @param id 0 to 99
 */
public record DataObject(int id, String value) {
  private static final int HEAD = 4;
  private static final int LONGEST = 99;

  public DataObject {
    if (id < 0 || id > 99 || length(value) < 1 || length(value) > LONGEST) {
      throw new IllegalArgumentException(
          "data object %d of %d characters".formatted(id, length(value)));
    }
  }

  private static int length(String value) {
    return value.codePointCount(0, value.length());
  }

  /** Reads objects one after the other. */
  static List<DataObject> read(String text) throws QrException {
    List<DataObject> all = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.length() - at < HEAD) {
        throw new QrException("cut off at " + at);
      }
      int id = number(text, at);
      int length = number(text, at + 2);
      int from = at + HEAD;
      if (length == 0 || length > text.codePointCount(from, text.length())) {
        throw new QrException("object %02d says it has %d characters".formatted(id, length));
      }
      at = text.offsetByCodePoints(from, length);
      all.add(new DataObject(id, text.substring(from, at)));
    }
    return all;
  }

  private static int number(String text, int at) throws QrException {
    char tens = text.charAt(at);
    char ones = text.charAt(at + 1);
    if (tens < '0' || tens > '9' || ones < '0' || ones > '9') {
      throw new QrException("two digits expected at " + at);
    }
    return 10 * (tens - '0') + ones - '0';
  }

  static String write(List<DataObject> all) {
    StringBuilder text = new StringBuilder();
    all.forEach(o -> text.append(o));
    return text.toString();
  }

  /** As it stands in the code. */
  @Override
  public String toString() {
    return "%02d%02d%s".formatted(id, length(value), value);
  }
}
