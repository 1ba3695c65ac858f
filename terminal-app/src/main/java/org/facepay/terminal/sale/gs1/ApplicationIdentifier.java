package org.facepay.terminal.sale.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A GS1 application identifier, by the GS1 Barcode Syntax Dictionary.
 *
 * @param digits the identifier, two to four digits
 * @param predefined whether its length is predefined, so that no separator follows
 * @param attribute whether it may be a Digital Link's query attribute
 * @param parts what its value is made of
 * @param qualifiers for a Digital Link's primary key: the qualifiers that may follow it, in their
 *     order, by alternatives
 */
public record ApplicationIdentifier(
    String digits,
    boolean predefined,
    boolean attribute,
    List<Part> parts,
    Optional<List<List<String>>> qualifiers,
    String title) {

  /**
   * A piece of a value.
   *
   * @param type N digits, X character set 82, Y character set 39, Z base64url
   * @param least fewest characters
   * @param most most characters
   * @param checks names of further checks
   */
  public record Part(char type, int least, int most, boolean optional, List<String> checks) {}

  /** Longest value. */
  public int longest() {
    return parts.stream().mapToInt(Part::most).sum();
  }

  /** What is wrong with a value; empty if nothing. */
  public Optional<String> fault(String value) {
    int at = 0;
    for (Part part : parts) {
      int left = value.length() - at;
      if (left == 0 && part.optional()) {
        continue;
      }
      int length = Math.min(left, part.most());
      if (length < part.least()) {
        return Optional.of("(" + digits + ") is too short");
      }
      String piece = value.substring(at, at + length);
      Optional<String> fault = PartChecks.fault(part, piece);
      if (fault.isPresent()) {
        return Optional.of("(" + digits + ") " + fault.get());
      }
      at += length;
    }
    return at == value.length() ? Optional.empty() : Optional.of("(" + digits + ") is too long");
  }

  /** Reads a specification such as {@code N13,csum [X..17]}. */
  static List<Part> parts(String specification) {
    List<Part> parts = new ArrayList<>();
    for (String word : specification.split(" ", -1)) {
      boolean optional = word.startsWith("[");
      String[] pieces = word.replace("[", "").replace("]", "").split(",", -1);
      String length = pieces[0].substring(1);
      boolean variable = length.startsWith("..");
      int most = Integer.parseInt(variable ? length.substring(2) : length);
      List<String> checks = List.of(pieces).subList(1, pieces.length);
      parts.add(new Part(pieces[0].charAt(0), variable ? 1 : most, most, optional, checks));
    }
    return List.copyOf(parts);
  }
}
