package org.facepay.terminal.provider.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one answer of HTTP/1.1 (RFC 9112), bounded in size. What is doubtful, such as two lengths
 * that differ, is refused rather than guessed.
 */
final class AnswerReader {
  static final int MOST_BODY = 256 * 1024;
  private static final int MOST_HEAD = 64 * 1024;
  private static final int MOST_INTERIM = 8;
  private static final Pattern START = Pattern.compile("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?");
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final Source source;
  private int headLeft = MOST_HEAD;

  AnswerReader(Source source) {
    this.source = source;
  }

  /** Where bytes come from. */
  interface Source {
    /** The next byte; -1 when the other side has closed. */
    int read() throws IOException;
  }

  /**
   * An answer, and whether the connection can be used again.
   *
   * @param reusable false when the other side closes, or nobody can tell where the answer ended
   */
  record Read(WireAnswer answer, boolean reusable) {}

  /** Reads an answer; one that goes on beyond the bounds is a broken one. */
  Read read() throws IOException {
    for (int i = 0; i < MOST_INTERIM; i++) {
      String start = start();
      int status = Integer.parseInt(start.substring(9, 12));
      Map<String, String> headers = headers();
      if (status >= 200) {
        return body(start.startsWith("HTTP/1.1"), status, headers);
      }
      if (status == 101) {
        throw new IOException("another protocol");
      }
    }
    throw new IOException("no end of interim answers");
  }

  /** Reads no more than the head, as that of a proxy's answer to CONNECT; its status. */
  int head() throws IOException {
    String start = start();
    headers();
    return Integer.parseInt(start.substring(9, 12));
  }

  private String start() throws IOException {
    String start = line();
    if (!START.matcher(start).matches()) {
      throw new IOException("no HTTP answer");
    }
    return start;
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon <= 0 || !NAME.matcher(line.substring(0, colon)).matches()) {
        throw new IOException("no header");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      String before = headers.putIfAbsent(name, value);
      if (before != null
          && !before.equals(value)
          && (name.equals("content-length") || name.equals("transfer-encoding"))) {
        throw new IOException("two lengths");
      }
    }
    return headers;
  }

  private Read body(boolean persistent, int status, Map<String, String> headers)
      throws IOException {
    boolean keeps = persistent && !"close".equalsIgnoreCase(headers.getOrDefault("connection", ""));
    Optional<String> coding = Optional.ofNullable(headers.get("transfer-encoding"));
    Optional<String> length = Optional.ofNullable(headers.get("content-length"));
    if (status == 204 || status == 304) {
      return new Read(new WireAnswer(status, headers, new byte[0]), keeps);
    }
    if (coding.isPresent()) {
      if (!coding.get().equalsIgnoreCase("chunked")) {
        throw new IOException("an unknown transfer coding");
      }
      return new Read(new WireAnswer(status, headers, chunks()), keeps && length.isEmpty());
    }
    if (length.isPresent()) {
      if (!length.get().matches("[0-9]{1,9}") || Integer.parseInt(length.get()) > MOST_BODY) {
        throw new IOException("a body of " + length.get().length() + " digits of bytes");
      }
      return new Read(new WireAnswer(status, headers, exactly(length.get())), keeps);
    }
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    for (int b = source.read(); b >= 0; b = source.read()) {
      if (rest.size() >= MOST_BODY) {
        throw new IOException("too long a body");
      }
      rest.write(b);
    }
    return new Read(new WireAnswer(status, headers, rest.toByteArray()), false);
  }

  private byte[] exactly(String length) throws IOException {
    byte[] body = new byte[Integer.parseInt(length)];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) next();
    }
    return body;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String size = line();
      int extension = size.indexOf(';');
      String digits = (extension < 0 ? size : size.substring(0, extension)).strip();
      if (!digits.matches("[0-9A-Fa-f]{1,6}")) {
        throw new IOException("no chunk");
      }
      int left = Integer.parseInt(digits, 16);
      if (left == 0) {
        headers(); // trailers say nothing here
        return body.toByteArray();
      }
      if (body.size() + left > MOST_BODY) {
        throw new IOException("too long a body");
      }
      for (; left > 0; left--) {
        body.write(next());
      }
      if (!line().isEmpty()) {
        throw new IOException("no end of a chunk");
      }
    }
  }

  /** One line of the head or a chunk, without its end. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(64);
    for (int b = next(); b != '\n'; b = next()) {
      if (headLeft-- <= 0) {
        throw new IOException("too long a head");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private int next() throws IOException {
    int b = source.read();
    if (b < 0) {
      throw new EOFException("the answer breaks off");
    }
    return b;
  }
}
