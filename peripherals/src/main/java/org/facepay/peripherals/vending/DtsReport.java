package org.facepay.peripherals.vending;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report as vending machines exchange it, EVA DTS 6.1.2, chapter 2: data segments, each an
 * identifier and its elements with {@code *} between them and CR LF behind; DXS and ST open it, SE
 * (with the number of segments from ST to itself) and DXE close it, and G85 before SE is the CRC-16
 * (polynomial 0x8005, reflected, from 0) over everything from ST up to G85, as four hexadecimal
 * digits.
 *
 * @param sender the communication identifier of DXS, e.g. the terminal's name
 * @param segments those between ST and G85
 */
public record DtsReport(String sender, List<Segment> segments) {
  /** Bytes of the largest report that is read. */
  public static final int LARGEST = 1 << 20;

  private static final int LONGEST_SEGMENT = 1_024;
  private static final String END = "\r\n";
  private static final String CRC = "G85";

  public DtsReport {
    segments = List.copyOf(segments);
    if (!usable(sender) || sender.isEmpty()) {
      throw new IllegalArgumentException("no sender: " + sender);
    }
  }

  /**
   * One data segment.
   *
   * @param id e.g. PA2
   * @param elements printable ASCII without {@code *}; an element that is left out is empty
   */
  public record Segment(String id, List<String> elements) {
    public Segment {
      elements = List.copyOf(elements);
      if (!id.matches("[A-Z]{1,3}[0-9]{0,4}") || !elements.stream().allMatch(DtsReport::usable)) {
        throw new IllegalArgumentException("no data segment: " + id + " " + elements);
      }
    }

    public static Segment of(String id, Object... elements) {
      return new Segment(id, Stream.of(elements).map(String::valueOf).toList());
    }

    /** An element by the number the standard counts it with, from 1; empty when it is left out. */
    public Optional<String> element(int number) {
      return number > elements.size()
          ? Optional.empty()
          : Optional.of(elements.get(number - 1)).filter(text -> !text.isEmpty());
    }

    /** An element that is a number not below 0; empty when it is left out or is none. */
    public Optional<Long> number(int number) {
      return element(number).filter(text -> text.matches("[0-9]{1,12}")).map(Long::valueOf);
    }

    String line() {
      return elements.isEmpty() ? id : id + "*" + String.join("*", elements);
    }
  }

  /** Its bytes, with CRC and count. */
  public byte[] write() {
    StringBuilder body = new StringBuilder("ST*001*0001" + END);
    segments.forEach(segment -> body.append(segment.line()).append(END));
    String crc = "%04X".formatted(crc(body.toString()));
    int count = segments.size() + 3; // ST, G85 and SE
    return ("DXS*" + sender + "*VA*V0/6*1" + END + body + CRC + "*" + crc + END)
        .concat("SE*" + count + "*0001" + END + "DXE*1*1" + END)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads a report.
   *
   * @throws DtsException when it is cut, damaged, too large or none
   */
  public static DtsReport read(byte[] bytes) throws DtsException {
    if (bytes.length > LARGEST) {
      throw new DtsException("more than " + LARGEST + " bytes");
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<Segment> all = new ArrayList<>();
    for (String line : text.split(END, -1)) {
      if (!line.isEmpty()) {
        all.add(segment(line, all.size() + 1));
      }
    }
    if (all.size() < 4
        || !all.getFirst().id().equals("DXS")
        || !all.get(1).id().equals("ST")
        || !all.get(all.size() - 2).id().equals("SE")
        || !all.getLast().id().equals("DXE")) {
      throw new DtsException("expected DXS, ST, …, SE, DXE");
    }
    List<Segment> inside = all.subList(1, all.size() - 1);
    if (!inside.getLast().number(1).equals(Optional.of((long) inside.size()))) {
      throw new DtsException("SE does not count its segments: " + inside.size());
    }
    checkCrc(text, inside);
    return new DtsReport(
        all.getFirst().element(1).orElseThrow(() -> new DtsException("DXS names no sender")),
        inside.stream().filter(s -> !List.of("ST", CRC, "SE").contains(s.id())).toList());
  }

  /** Of reports of before 6.0 there is none. */
  private static void checkCrc(String text, List<Segment> inside) throws DtsException {
    Segment last = inside.get(inside.size() - 2);
    if (!last.id().equals(CRC)) {
      return;
    }
    int from = text.indexOf("ST*");
    int until = text.lastIndexOf(CRC + "*");
    String crc = "%04X".formatted(crc(text.substring(from, until)));
    if (!last.element(1).equals(Optional.of(crc))) {
      throw new DtsException("its CRC is " + crc + ", not " + last.element(1).orElse("none"));
    }
  }

  private static Segment segment(String line, int number) throws DtsException {
    if (line.length() > LONGEST_SEGMENT) {
      throw new DtsException("segment " + number + " is too long");
    }
    String[] parts = line.split("\\*", -1);
    try {
      return new Segment(parts[0], List.of(parts).subList(1, parts.length));
    } catch (IllegalArgumentException e) {
      throw new DtsException("segment " + number + ": " + e.getMessage());
    }
  }

  private static boolean usable(String element) {
    return element.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '*');
  }

  private static int crc(String text) {
    int crc = 0;
    for (byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
      crc ^= each & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0xA001 : crc >>> 1;
      }
    }
    return crc;
  }
}
