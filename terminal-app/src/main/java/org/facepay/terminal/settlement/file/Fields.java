package org.facepay.terminal.settlement.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.language.Sentence;

/**
 * The fields of one JSON object. What is wrong is added to the list of problems with its path, and
 * a harmless value is returned, so that one pass finds every mistake. Fields that nobody asks for
 * are passed over: a later version of the format may have more.
 */
final class Fields {
  private static final int LONGEST_TEXT = 200;

  private final JsonNode node;
  private final String path;
  private final List<Sentence> problems;

  Fields(JsonNode node, String path, List<Sentence> problems) {
    this.node = node.isObject() ? node : MissingNode.getInstance();
    this.path = path;
    this.problems = problems;
    if (!node.isObject()) {
      problems.add(
          at(path.isEmpty() ? PlanogramWords.FILE : path, PlanogramWords.OBJECT, shown(node)));
    }
  }

  String text(String key) {
    JsonNode value = node.path(key);
    if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > LONGEST_TEXT) {
      refuse(key, PlanogramWords.TEXT, LONGEST_TEXT, shown(value));
      return "";
    }
    return value.asText();
  }

  double number(String key, double least, double most) {
    JsonNode value = node.path(key);
    double n = value.isNumber() ? value.asDouble() : Double.NaN;
    if (!(n >= least && n <= most)) {
      refuse(key, PlanogramWords.NUMBER, least, most, shown(value));
      return least;
    }
    return n;
  }

  long whole(String key, long least, long most) {
    JsonNode value = node.path(key);
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    if (!whole || value.asLong() < least || value.asLong() > most) {
      refuse(key, PlanogramWords.WHOLE, least, most, shown(value));
      return least;
    }
    return value.asLong();
  }

  List<Fields> list(String key, int most) {
    JsonNode array = node.path(key);
    List<Fields> out = new ArrayList<>();
    if (!array.isArray() || array.isEmpty() || array.size() > most) {
      refuse(key, PlanogramWords.LIST, most, shown(array));
      return out;
    }
    for (int i = 0; i < array.size(); i++) {
      out.add(new Fields(array.get(i), path(key) + "[" + i + "]", problems));
    }
    return out;
  }

  void refuse(String key, Phrase what, Object... arguments) {
    problems.add(at(path(key), what, arguments));
  }

  /**
   * What is wrong somewhere.
   *
   * @param place path of the field, or what stands for it
   */
  static Sentence at(Object place, Phrase what, Object... arguments) {
    return Sentence.of(PlanogramWords.AT, place, Sentence.of(what, arguments));
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static Object shown(JsonNode node) {
    if (node.isMissingNode()) {
      return PlanogramWords.NOTHING;
    }
    String text = node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
