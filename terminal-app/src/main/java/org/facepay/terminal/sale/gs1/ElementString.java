package org.facepay.terminal.sale.gs1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GS1 element strings, as GS1-128, GS1 DataMatrix, GS1 QR codes and GS1 DataBar carry them: values
 * behind their identifiers, those without predefined length ended by the separator GS (FNC1). GS1
 * General Specifications, sections 3 and 7.8.
 */
public final class ElementString {
  /** FNC1 as scanners send it. */
  public static final char SEPARATOR = '\u001D';

  /** Longest string read, in characters; GS1 DataMatrix and QR codes stay below. */
  public static final int LONGEST = 4_000;

  private ElementString() {}

  /** Whether a symbology identifier says that a symbol holds an element string. */
  public static boolean announced(String aim) {
    return switch (aim) {
      case "]C1", "]d2", "]Q3", "]J1", "]e0", "]e1", "]e2" -> true;
      default -> false;
    };
  }

  /**
   * Whether a code can only be meant as one: it is announced, holds a separator, or begins with the
   * number of an article whose check digit holds, from a scanner that sends no marks.
   */
  public static boolean looksLike(String data, String aim) {
    return announced(aim) || data.indexOf(SEPARATOR) >= 0 || beginsWithArticle(data);
  }

  private static boolean beginsWithArticle(String data) {
    return data.matches("(01|\\(01\\))[0-9]{14}.*")
        && PartChecks.checkDigit(data.replace("(01)", "01").substring(2, 16));
  }

  /** Reads a string, with or without a symbology identifier in front, plain or with brackets. */
  public static Gs1Reading parse(String text) {
    boolean prefixed = text.length() >= 3 && announced(text.substring(0, 3));
    String data = prefixed ? text.substring(3) : text;
    if (data.isEmpty() || data.length() > LONGEST) {
      return new Gs1Reading.Refused("empty, or longer than any symbol");
    }
    return data.charAt(0) == '(' ? bracketed(data) : plain(data);
  }

  private static Gs1Reading plain(String data) {
    List<Gs1Message.Element> elements = new ArrayList<>();
    int at = behindSeparators(data, 0);
    while (at < data.length()) {
      Optional<ApplicationIdentifier> found = ApplicationIdentifiers.at(data, at);
      if (found.isEmpty()) {
        return new Gs1Reading.Refused("no application identifier at " + at);
      }
      ApplicationIdentifier identifier = found.get();
      int from = at + identifier.digits().length();
      int separator = data.indexOf(SEPARATOR, from);
      int end = separator < 0 ? data.length() : separator;
      if (identifier.predefined()) {
        end = Math.min(end, from + identifier.longest());
      }
      elements.add(new Gs1Message.Element(identifier, data.substring(from, end)));
      at = behindSeparators(data, end);
    }
    return checked(elements);
  }

  /** One ends an element; more of them, or one at an end of the whole, say nothing. */
  private static int behindSeparators(String data, int from) {
    int at = from;
    while (at < data.length() && data.charAt(at) == SEPARATOR) {
      at++;
    }
    return at;
  }

  private static Gs1Reading bracketed(String data) {
    List<Gs1Message.Element> elements = new ArrayList<>();
    int at = 0;
    while (at < data.length()) {
      int close = data.indexOf(')', at);
      Optional<ApplicationIdentifier> identifier =
          data.charAt(at) == '(' && close > 0
              ? ApplicationIdentifiers.of(data.substring(at + 1, close))
              : Optional.empty();
      if (identifier.isEmpty()) {
        return new Gs1Reading.Refused("no application identifier at " + at);
      }
      int end = nextBracket(data, close + 1);
      elements.add(new Gs1Message.Element(identifier.get(), data.substring(close + 1, end)));
      at = end;
    }
    return checked(elements);
  }

  /** A bracket can be part of a value; it opens an element only around an identifier. */
  private static int nextBracket(String data, int from) {
    int open = data.indexOf('(', from);
    while (open >= 0) {
      int close = data.indexOf(')', open);
      boolean identifier =
          close > 0 && ApplicationIdentifiers.of(data.substring(open + 1, close)).isPresent();
      if (identifier) {
        return open;
      }
      open = data.indexOf('(', open + 1);
    }
    return data.length();
  }

  /** Every value by its identifier's rules; the same identifier twice must say the same. */
  static Gs1Reading checked(List<Gs1Message.Element> elements) {
    if (elements.isEmpty()) {
      return new Gs1Reading.Refused("no elements");
    }
    Map<String, String> seen = new HashMap<>();
    for (Gs1Message.Element element : elements) {
      Optional<String> fault = element.identifier().fault(element.value());
      if (fault.isPresent()) {
        return new Gs1Reading.Refused(fault.get());
      }
      String before = seen.put(element.identifier().digits(), element.value());
      if (before != null && !before.equals(element.value())) {
        return new Gs1Reading.Refused("(" + element.identifier().digits() + ") is there twice");
      }
    }
    return new Gs1Message(elements);
  }

  /** The plain string: those of predefined length first, so that few separators are needed. */
  public static String write(Gs1Message message) {
    StringBuilder out = new StringBuilder();
    for (Gs1Message.Element e : message.elements()) {
      if (e.identifier().predefined()) {
        out.append(e.identifier().digits()).append(e.value());
      }
    }
    boolean first = true;
    for (Gs1Message.Element e : message.elements()) {
      if (!e.identifier().predefined()) {
        out.append(first ? "" : SEPARATOR).append(e.identifier().digits()).append(e.value());
        first = false;
      }
    }
    return out.toString();
  }

  /** The string for people, with brackets, in the message's order. */
  public static String bracketed(Gs1Message message) {
    StringBuilder out = new StringBuilder();
    for (Gs1Message.Element e : message.elements()) {
      out.append('(').append(e.identifier().digits()).append(')').append(e.value());
    }
    return out.toString();
  }
}
