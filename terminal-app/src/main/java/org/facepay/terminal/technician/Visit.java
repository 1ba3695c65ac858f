package org.facepay.terminal.technician;

import java.util.Map;
import java.util.Optional;
import org.facepay.terminal.language.Language;

/**
 * What somebody who has given the PIN asks for.
 *
 * @param who asks, for what is written down of what they do
 * @param language to answer in
 * @param form the session's secret, which every form of a page has to carry
 * @param fields of the query, or of the form that was sent
 * @param file that was chosen in the form
 */
record Visit(
    String who, Language language, String form, Map<String, String> fields, Optional<byte[]> file) {

  /** A field; empty when it is not there. */
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  @Override
  public String toString() {
    return "Visit[REDACTED]";
  }
}
