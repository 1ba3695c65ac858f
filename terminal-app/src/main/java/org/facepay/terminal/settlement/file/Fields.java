package org.facepay.terminal.settlement.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one JSON object. What is wrong is added to the list of problems with its path, and
 * a harmless value is returned, so that one pass finds every mistake. Fields that nobody asks for
 * are passed over: a later version of the format may have more.
 */
final class Fields {
  private static final int LONGEST_TEXT = 200;

  private final JsonNode node;
  private final String path;
  private final List<String> problems;

  Fields(JsonNode node, String path, List<String> problems) {
    this.node = node.isObject() ? node : MissingNode.getInstance();
    this.path = path;
    this.problems = problems;
    if (!node.isObject()) {
      problems.add(
          (path.isEmpty() ? "the file" : path) + ": expected an object, found " + shown(node));
    }
  }

  String text(String key) {
    JsonNode value = node.path(key);
    if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > LONGEST_TEXT) {
      refuse(key, "expected a text of 1 to " + LONGEST_TEXT + " characters, found " + shown(value));
      return "";
    }
    return value.asText();
  }

  double number(String key, double least, double most) {
    JsonNode value = node.path(key);
    double n = value.isNumber() ? value.asDouble() : Double.NaN;
    if (!(n >= least && n <= most)) {
      refuse(key, "expected a number from " + least + " to " + most + ", found " + shown(value));
      return least;
    }
    return n;
  }

  long whole(String key, long least, long most) {
    JsonNode value = node.path(key);
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    if (!whole || value.asLong() < least || value.asLong() > most) {
      refuse(
          key, "expected a whole number from " + least + " to " + most + ", found " + shown(value));
      return least;
    }
    return value.asLong();
  }

  List<Fields> list(String key, int most) {
    JsonNode array = node.path(key);
    List<Fields> out = new ArrayList<>();
    if (!array.isArray() || array.isEmpty() || array.size() > most) {
      refuse(key, "expected a list of 1 to " + most + ", found " + shown(array));
      return out;
    }
    for (int i = 0; i < array.size(); i++) {
      out.add(new Fields(array.get(i), path(key) + "[" + i + "]", problems));
    }
    return out;
  }

  void refuse(String key, String what) {
    problems.add(path(key) + ": " + what);
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String shown(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
