package org.facepay.terminal.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The part of YAML 1.2 that a configuration needs: mappings, lists and texts of one line. Nothing
 * is guessed: every value is the text that was written, so 007, NO and 0x10 stay what they are.
 * Whatever else YAML offers, such as aliases, tags and further documents, is refused with its line.
 */
final class YamlTree {
  /** Deeper than any key of ours. */
  private static final int DEEPEST = 12;

  private static final Pattern TAB = Pattern.compile("(?m)^ *\\t[ \\t]*[^\\s#]");

  private final Iterator<Event> events;

  /** What cannot be read here. */
  static final class YamlException extends Exception {
    private static final long serialVersionUID = 1L;

    YamlException(int line, String what) {
      super("line " + line + ": " + what);
    }
  }

  private YamlTree(Iterator<Event> events) {
    this.events = events;
  }

  /**
   * Reads a text; an empty one is an empty mapping.
   *
   * @throws YamlException saying the line and what is wrong there
   */
  static JsonNode parse(String text) throws YamlException {
    Matcher tab = TAB.matcher(text);
    if (tab.find()) {
      throw new YamlException(line(text, tab.start()), "begins with a tab; use spaces");
    }
    try {
      return new YamlTree(new Yaml().parse(new StringReader(text)).iterator()).document();
    } catch (ReaderException e) {
      throw new YamlException(
          line(text, text.offsetByCodePoints(0, e.getPosition())),
          "has the character U+%04X, which no text has".formatted(e.getCodePoint()));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      throw new YamlException(mark == null ? 1 : mark.getLine() + 1, "no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new YamlException(1, "no YAML: " + e.getMessage());
    }
  }

  private JsonNode document() throws YamlException {
    events.next(); // the stream
    Event start = events.next();
    if (start instanceof StreamEndEvent) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (start instanceof DocumentStartEvent document && hasDirectives(document)) {
      throw refused(start, "directives (%)");
    }
    JsonNode tree = node(events.next(), 0);
    events.next(); // the document's end
    Event next = events.next();
    if (!(next instanceof StreamEndEvent)) {
      throw refused(next, "a second document (---)");
    }
    return tree instanceof NullNode ? JsonNodeFactory.instance.objectNode() : tree;
  }

  private static boolean hasDirectives(DocumentStartEvent document) {
    return document.getVersion() != null
        || (document.getTags() != null && !document.getTags().isEmpty());
  }

  private JsonNode node(Event event, int depth) throws YamlException {
    if (event instanceof AliasEvent alias) {
      throw refused(event, "the alias *" + alias.getAnchor());
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      throw refused(event, "the anchor &" + node.getAnchor());
    }
    if (event instanceof ScalarEvent scalar) {
      return text(scalar);
    }
    CollectionStartEvent collection = (CollectionStartEvent) event;
    if (collection.getTag() != null) {
      throw refused(event, "the tag " + collection.getTag());
    }
    if (depth >= DEEPEST) {
      throw new YamlException(line(event), "nested deeper than any key");
    }
    return event instanceof MappingStartEvent ? mapping(depth) : list(depth);
  }

  private ObjectNode mapping(int depth) throws YamlException {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    Map<String, Integer> lines = new HashMap<>();
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      if (!(node(key, depth + 1) instanceof TextNode name)) {
        throw new YamlException(line(key), "expected a key");
      }
      Integer before = lines.putIfAbsent(name.asText(), line(key));
      if (before != null) {
        throw new YamlException(
            line(key), "the key " + name.asText() + " is already in line " + before);
      }
      mapping.set(name.asText(), node(events.next(), depth + 1));
    }
    return mapping;
  }

  private ArrayNode list(int depth) throws YamlException {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Event item = events.next(); !(item instanceof SequenceEndEvent); item = events.next()) {
      list.add(node(item, depth + 1));
    }
    return list;
  }

  private static JsonNode text(ScalarEvent scalar) throws YamlException {
    if (scalar.getTag() != null) {
      throw refused(scalar, "the tag " + scalar.getTag());
    }
    ScalarStyle style = scalar.getScalarStyle();
    boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    if (block || scalar.getStartMark().getLine() != scalar.getEndMark().getLine()) {
      throw refused(scalar, "a text of several lines");
    }
    boolean nothing = style == ScalarStyle.PLAIN && scalar.getValue().isEmpty();
    return nothing ? NullNode.getInstance() : TextNode.valueOf(scalar.getValue());
  }

  private static YamlException refused(Event event, String what) {
    return new YamlException(line(event), what + " cannot be used here; write the value itself");
  }

  private static int line(Event event) {
    @Nullable Mark mark = event.getStartMark();
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static int line(String text, int place) {
    return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
  }
}
