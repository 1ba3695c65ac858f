package org.facepay.terminal.sale.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * GS1 Digital Link URIs (uncompressed): the primary key and its qualifiers in the path, other
 * identifiers in the query. GS1 Digital Link standard: URI syntax 1.4.
 */
public final class DigitalLink {
  /** GS1's own resolver. */
  public static final String CANONICAL_STEM = "https://id.gs1.org";

  /** The names that links made by the standard's first edition may have in place of digits. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("gtin", "01"),
          Map.entry("itip", "8006"),
          Map.entry("gmn", "8013"),
          Map.entry("cpid", "8010"),
          Map.entry("shipTo", "410"),
          Map.entry("billTo", "411"),
          Map.entry("purchasedFrom", "412"),
          Map.entry("shipFor", "413"),
          Map.entry("gln", "414"),
          Map.entry("payTo", "415"),
          Map.entry("glnProd", "416"),
          Map.entry("gsrnp", "8017"),
          Map.entry("gsrn", "8018"),
          Map.entry("gcn", "255"),
          Map.entry("sscc", "00"),
          Map.entry("gdti", "253"),
          Map.entry("ginc", "401"),
          Map.entry("gsin", "402"),
          Map.entry("grai", "8003"),
          Map.entry("giai", "8004"),
          Map.entry("cpv", "22"),
          Map.entry("lot", "10"),
          Map.entry("ser", "21"),
          Map.entry("party", "417"),
          Map.entry("glnx", "254"),
          Map.entry("refno", "8020"),
          Map.entry("srin", "8019"),
          Map.entry("cpsn", "8011"),
          Map.entry("exp", "17"),
          Map.entry("tpx", "235"),
          Map.entry("partyGln", "417"),
          Map.entry("uic", "7040"));

  /** Locations that were primary keys until the standard's edition 1.2; such links are about. */
  private static final Set<String> FORMER_KEYS = Set.of("410", "411", "412", "413", "416");

  private DigitalLink() {}

  /** Whether a code is worth reading as a link; a scheme knows no case (RFC 3986, 3.1). */
  public static boolean looksLike(String text) {
    return text.regionMatches(true, 0, "https://", 0, 8)
        || text.regionMatches(true, 0, "http://", 0, 7);
  }

  /** Reads a link; the primary key is the first one in the path. */
  public static Gs1Reading parse(String uri) {
    if (!looksLike(uri) || uri.length() > ElementString.LONGEST) {
      return new Gs1Reading.Refused("no web address");
    }
    String whole = before(uri, '#');
    String query = whole.indexOf('?') < 0 ? "" : whole.substring(whole.indexOf('?') + 1);
    String[] path = before(whole, '?').split("/", -1);
    List<Gs1Message.Element> elements = new ArrayList<>();
    int at = 3; // https: / nothing / host
    while (at < path.length && key(path[at]).isEmpty()) {
      at++;
    }
    int end = path.length > at && path[path.length - 1].isEmpty() ? path.length - 1 : path.length;
    if (at >= end || (end - at) % 2 != 0) {
      return new Gs1Reading.Refused("no key with its value in the path");
    }
    for (; at < end; at += 2) {
      Optional<Gs1Message.Element> element = element(path[at], path[at + 1]);
      if (element.isEmpty()) {
        return new Gs1Reading.Refused("something in the path that is no identifier and value");
      }
      elements.add(element.get());
    }
    for (String pair : query.isEmpty() ? new String[0] : query.split("[&;]", -1)) {
      int equals = pair.indexOf('=');
      Optional<Gs1Message.Element> attribute =
          equals < 1
              ? Optional.empty()
              : element(pair.substring(0, equals), pair.substring(equals + 1));
      attribute.ifPresent(elements::add); // what is no identifier is the resolver's business
    }
    return ElementString.checked(elements);
  }

  /** Writes a message as a link below a stem such as {@link #CANONICAL_STEM}; empty without key. */
  public static Optional<String> write(Gs1Message message, String stem) {
    Optional<Gs1Message.Element> key = primary(message);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    List<Gs1Message.Element> rest = new ArrayList<>(message.elements());
    rest.remove(key.get());
    StringBuilder out = new StringBuilder(stem);
    append(out, key.get());
    for (String qualifier : qualifiers(key.get(), message)) {
      rest.stream()
          .filter(e -> e.identifier().digits().equals(qualifier))
          .findFirst()
          .ifPresent(
              e -> {
                append(out, e);
                rest.remove(e);
              });
    }
    char mark = '?';
    for (Gs1Message.Element e : rest) {
      out.append(mark).append(e.identifier().digits()).append('=').append(encoded(e.value()));
      mark = '&';
    }
    return Optional.of(out.toString());
  }

  private static Optional<ApplicationIdentifier> key(String segment) {
    return identifier(segment).filter(DigitalLink::isKey);
  }

  private static boolean isKey(ApplicationIdentifier identifier) {
    return identifier.qualifiers().isPresent() || FORMER_KEYS.contains(identifier.digits());
  }

  private static Optional<ApplicationIdentifier> identifier(String segment) {
    return ApplicationIdentifiers.of(NAMES.getOrDefault(segment, segment));
  }

  private static Optional<Gs1Message.Element> element(String name, String value) {
    Optional<ApplicationIdentifier> identifier = identifier(name);
    Optional<String> decoded = decoded(value);
    if (identifier.isEmpty() || decoded.isEmpty()) {
      return Optional.empty();
    }
    String text = decoded.get();
    boolean shortGtin = identifier.get().digits().equals("01") && text.length() < 14;
    String padded = shortGtin ? "0".repeat(14 - text.length()) + text : text;
    return Optional.of(new Gs1Message.Element(identifier.get(), padded));
  }

  /** The article before anything else it may be in or belong to. */
  private static Optional<Gs1Message.Element> primary(Gs1Message message) {
    List<Gs1Message.Element> keys =
        message.elements().stream().filter(e -> isKey(e.identifier())).toList();
    return keys.stream()
        .filter(e -> e.identifier().digits().equals("01"))
        .findFirst()
        .or(() -> keys.stream().findFirst());
  }

  /** The alternative that takes most of the message's elements. */
  private static List<String> qualifiers(Gs1Message.Element key, Gs1Message message) {
    List<String> best = List.of();
    long most = 0;
    for (List<String> alternative : key.identifier().qualifiers().orElse(List.of())) {
      long taken = alternative.stream().filter(q -> message.value(q).isPresent()).count();
      if (taken > most) {
        most = taken;
        best = alternative;
      }
    }
    return best;
  }

  private static void append(StringBuilder out, Gs1Message.Element e) {
    out.append('/').append(e.identifier().digits()).append('/').append(encoded(e.value()));
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  /** Percent-encodes all but RFC 3986's unreserved characters; GS1 values are ASCII. */
  private static String encoded(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain =
          (c >= '0' && c <= '9')
              || (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || "-._~".indexOf(c) >= 0;
      out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }

  private static Optional<String> decoded(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%') {
        int high = i + 2 <= value.length() - 1 ? Character.digit(value.charAt(i + 1), 16) : -1;
        int low = i + 2 <= value.length() - 1 ? Character.digit(value.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        out.append((char) (high * 16 + low));
        i += 2;
      } else {
        out.append(c);
      }
    }
    return Optional.of(out.toString());
  }
}
