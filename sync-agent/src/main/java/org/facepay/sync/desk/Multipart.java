package org.facepay.sync.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with a file in it (multipart/form-data, RFC 7578), as browsers send it. What is no part is
 * passed over, so that a broken form has fields missing and is never an exception.
 *
 * @param fields what was written into the form, by name; UTF-8
 * @param files what was chosen, by name, as it was sent
 */
public record Multipart(Map<String, String> fields, Map<String, byte[]> files) {
  private static final int MOST_PARTS = 32;
  private static final int MOST_HEAD = 2_048;
  private static final byte[] BLANK = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern TYPE =
      Pattern.compile(
          "multipart/form-data\\s*;.*?boundary=\"?([0-9A-Za-z'()+_,./:=?-]{1,70})\"?.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("(?i)content-disposition:\\s*form-data\\b[^\\r\\n]*?[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE =
      Pattern.compile("(?i)content-disposition:[^\\r\\n]*[; ]filename=");

  public Multipart {
    fields = Map.copyOf(fields);
    files = Map.copyOf(files);
  }

  /** The form in a request's body; empty where its type is another. */
  public static Optional<Multipart> of(Request request) {
    Matcher type = TYPE.matcher(request.header("Content-Type").orElse(""));
    return type.matches() ? Optional.of(read(request.body(), type.group(1))) : Optional.empty();
  }

  private static Multipart read(byte[] body, String boundary) {
    Map<String, String> fields = new HashMap<>();
    Map<String, byte[]> files = new HashMap<>();
    byte[] line = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
    List<Integer> marks = marks(body, line);
    for (int i = 0; i + 1 < marks.size(); i++) {
      int from = marks.get(i) + line.length;
      int blank = find(body, BLANK, from, marks.get(i + 1));
      int end = marks.get(i + 1) - 2; // the line break belongs to the mark that follows
      if (blank < 0 || blank - from > MOST_HEAD || blank + BLANK.length > end) {
        continue;
      }
      String head = new String(body, from, blank - from, StandardCharsets.UTF_8);
      byte[] content = Arrays.copyOfRange(body, blank + BLANK.length, end);
      Matcher name = NAME.matcher(head);
      if (!name.find()) {
        continue;
      }
      if (FILE.matcher(head).find()) {
        files.put(name.group(1), content);
      } else {
        fields.put(name.group(1), new String(content, StandardCharsets.UTF_8));
      }
    }
    return new Multipart(fields, files);
  }

  /** Where the boundary begins a line. */
  private static List<Integer> marks(byte[] body, byte[] line) {
    List<Integer> marks = new ArrayList<>();
    int at = find(body, line, 0, body.length);
    while (at >= 0 && marks.size() <= MOST_PARTS) {
      if (at == 0 || body[at - 1] == '\n') {
        marks.add(at);
      }
      at = find(body, line, at + line.length, body.length);
    }
    return marks;
  }

  /** The first place of some bytes in a stretch of others; -1 where there is none. */
  private static int find(byte[] in, byte[] what, int from, int to) {
    for (int i = from; i <= to - what.length; i++) {
      if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }

  /** Forms carry PINs and codes. */
  @Override
  public String toString() {
    return "Multipart[REDACTED]";
  }
}
