package org.facepay.terminal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facepay.terminal.devices.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page of the configuration says what the reader does: every key, default and example. */
class ConfigurationDocumentTest {
  private static final Path PAGE = Path.of("docs/configuration.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
  private static final Pattern NO_FILE = Pattern.compile(".*expected a readable file.* at (.*)");

  /** A key that nobody reads; the complaint about it names those that are known beside it. */
  private static final String UNKNOWN = "nobody-reads-this";

  private static final Pattern KNOWN =
      Pattern.compile("(.*?)\\.?" + UNKNOWN + ": unknown key; known here are (.*)");

  /**
   * One line of a table.
   *
   * @param section path of the mapping; a list's first item is {@code []}, any device {@code *}
   */
  private record Row(String section, List<String> cells) {
    String key() {
      return code(0).orElseThrow();
    }

    String path() {
      return section.isEmpty() ? key() : section + "." + key();
    }

    Optional<String> code(int cell) {
      String text = cells.get(cell);
      boolean coded = text.matches("`[^`]+`");
      return coded ? Optional.of(text.substring(1, text.length() - 1)) : Optional.empty();
    }

    boolean required() {
      return cells.get(1).equals("—");
    }
  }

  @TempDir Path folder;
  private final ConfigReader reader = new ConfigReader(new ConfigReader.Roles(Roles.ALL.keys()));
  private final List<Row> rows = new ArrayList<>();
  private final List<ObjectNode> blocks = new ArrayList<>();

  @BeforeEach
  void readsThePage() throws Exception {
    String page = Files.readString(PAGE);
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      blocks.add((ObjectNode) YamlTree.parse(block.group(1)));
    }
    List<String> sections = List.of();
    boolean table = false;
    for (String line : page.lines().toList()) {
      if (line.startsWith("#")) {
        sections = coded(line);
        sections = line.equals("## The file") ? List.of("") : sections;
      }
      table = line.startsWith("| key |") || (table && line.startsWith("|"));
      if (table && line.startsWith("| `")) {
        List<String> cells =
            Stream.of(line.substring(1, line.length() - 1).split("\\|"))
                .map(String::strip)
                .toList();
        assertEquals(6, cells.size(), line);
        assertFalse(sections.isEmpty(), "no section above " + line);
        sections.forEach(section -> rows.add(new Row(section, cells)));
      }
    }
    assertTrue(rows.size() > 100 && blocks.size() > 4, "the page was not understood");
  }

  private static List<String> coded(String line) {
    return Pattern.compile("`([^`]+)`").matcher(line).results().map(m -> m.group(1)).toList();
  }

  @Test
  void namesTheKeysThatAreRead() throws Exception {
    Set<String> documented = new TreeSet<>();
    rows.forEach(row -> assertTrue(documented.add(row.path()), row.path() + " is there twice"));
    ObjectNode all = everything();
    JsonNode devices = all.remove("devices");
    spoil(all);
    all.set("devices", devices);
    Set<String> read = known(all);
    read.removeIf(path -> path.startsWith("devices."));
    read.addAll(keysOfDevices());
    assertEquals(lines(read), lines(documented));
  }

  /** A key that stands in no block of the page could hide others below it. */
  @Test
  void showsEveryKeyThatOthersStandBelow() throws Exception {
    ObjectNode all = everything();
    for (Row row : rows) {
      if (row.cells().get(2).matches("a (list of .*)?sections?.*")) {
        assertFalse(holder(all, row).path(row.key()).isMissingNode(), row.path() + " in no block");
      }
    }
  }

  @Test
  void everyBlockIsAccepted() throws Exception {
    for (ObjectNode block : blocks) {
      read(merged(least(), block));
    }
    read(ofOneKind(everything(), "vending"));
    read(ofOneKind(everything(), "container"));
  }

  /** No terminal is two kinds of machine at once. */
  private static ObjectNode ofOneKind(ObjectNode all, String path) {
    all.remove(path.startsWith("vending") ? "container" : "vending");
    return all;
  }

  @Test
  void namesEveryRoleWithItsDrivers() throws Exception {
    TreeMap<String, List<String>> documented = new TreeMap<>();
    boolean table = false;
    for (String line : Files.readAllLines(PAGE)) {
      table = line.equals("| role | drivers |") || (table && line.startsWith("|"));
      List<String> names = coded(line);
      if (table && !names.isEmpty()) {
        documented.put(names.getFirst(), names.subList(1, names.size()));
      }
    }
    assertEquals(drivers(), documented);
  }

  @TestFactory
  Stream<DynamicTest> everyLineIsTrue() {
    return rows.stream().map(row -> DynamicTest.dynamicTest(row.path(), () -> holds(row)));
  }

  private void holds(Row row) throws Exception {
    if (row.required()) {
      refuses(row, holder -> holder.remove(row.key()), "left out");
    } else {
      TerminalConfig without = read(changed(row, holder -> holder.remove(row.key())));
      if (row.code(1).isPresent()) {
        assertEquals(without, read(set(row, row.code(1).get())), row.path() + ": another default");
      }
    }
    if (row.code(3).isPresent()) {
      read(set(row, row.code(3).get()));
    }
    if (row.code(4).isPresent()) {
      JsonNode bad = value(row.code(4).get());
      refuses(row, holder -> holder.set(row.key(), bad), row.code(4).get());
    }
    boolean section = row.cells().get(2).matches("a (list of .*)?sections?.*");
    assertEquals(section, row.code(3).isEmpty(), row.path() + ": an example is missing");
    assertEquals(section, row.code(4).isEmpty(), row.path() + ": a refused value is missing");
  }

  private void refuses(Row row, Consumer<ObjectNode> change, String what) throws Exception {
    ObjectNode all = changed(row, change);
    List<String> problems =
        assertThrows(ConfigException.class, () -> read(all), row.path() + ": " + what).problems();
    String path = row.path().replace("[]", "[0]").replace("*", "[^.]+").replace("[0]", "\\[0]");
    assertTrue(
        problems.stream().anyMatch(p -> p.matches("(?s)" + path + "[:.\\[].*")),
        row.path() + ": " + what + " gave " + problems);
  }

  private ObjectNode set(Row row, String text) throws Exception {
    JsonNode value = value(text);
    return changed(row, holder -> holder.set(row.key(), value));
  }

  private static JsonNode value(String text) throws YamlTree.YamlException {
    return YamlTree.parse("x: " + text).path("x");
  }

  private ObjectNode changed(Row row, Consumer<ObjectNode> change) {
    ObjectNode all = everything();
    change.accept(holder(all, row));
    return ofOneKind(all, row.path());
  }

  /** The mapping a key stands in; of devices the first that has it. */
  private static ObjectNode holder(ObjectNode all, Row row) {
    JsonNode at = all;
    for (String step : row.section().isEmpty() ? List.<String>of() : steps(row.section())) {
      if (step.equals("*")) {
        at = first(at, row.key());
      } else {
        at = step.endsWith("[]") ? at.path(step.replace("[]", "")).path(0) : at.path(step);
      }
    }
    assertTrue(at.isObject(), row.section() + " stands in no block of the page");
    return (ObjectNode) at;
  }

  private static List<String> steps(String path) {
    return List.of(path.split("\\."));
  }

  private static JsonNode first(JsonNode devices, String key) {
    for (JsonNode device : devices) {
      if (device.has(key)) {
        return device;
      }
    }
    throw new AssertionError("no device of the page has " + key);
  }

  private ObjectNode least() {
    return blocks.getFirst().deepCopy();
  }

  private ObjectNode everything() {
    ObjectNode all = least();
    blocks.forEach(block -> merged(all, block));
    return all;
  }

  private static ObjectNode merged(ObjectNode into, ObjectNode more) {
    more.properties()
        .forEach(
            entry -> {
              if (into.get(entry.getKey()) instanceof ObjectNode there
                  && entry.getValue() instanceof ObjectNode added) {
                merged(there, added);
              } else {
                into.set(entry.getKey(), entry.getValue().deepCopy());
              }
            });
    return into;
  }

  /** Every mapping gets a key that nobody reads. */
  private static void spoil(JsonNode node) {
    node.forEach(ConfigurationDocumentTest::spoil);
    if (node instanceof ObjectNode mapping) {
      mapping.put(UNKNOWN, "x");
    }
  }

  private static TreeMap<String, List<String>> drivers() {
    TreeMap<String, List<String>> drivers = new TreeMap<>();
    Roles.ALL.keys().forEach((role, keys) -> drivers.put(role, keys.drivers()));
    return drivers;
  }

  private Set<String> keysOfDevices() throws Exception {
    Set<String> keys = new TreeSet<>();
    for (var role : drivers().entrySet()) {
      for (String driver : role.getValue()) {
        ObjectNode all = least();
        ObjectNode device = ((ObjectNode) all.get("devices")).putObject("one");
        device.put("role", role.getKey()).put("driver", driver).put(UNKNOWN, "x");
        known(all).forEach(path -> keys.add(path.replace("devices.one.", "devices.*.")));
      }
    }
    return keys;
  }

  /** The paths that the reader says it knows beside the keys it does not. */
  private Set<String> known(ObjectNode all) {
    Set<String> known = new TreeSet<>();
    for (String problem : assertThrows(ConfigException.class, () -> read(all)).problems()) {
      Matcher m = KNOWN.matcher(problem);
      if (m.matches()) {
        String section = m.group(1).isEmpty() ? "" : m.group(1) + ".";
        for (String key : m.group(2).split(", ")) {
          known.add(section.replaceAll("\\[\\d+]", "[]") + key);
        }
      }
    }
    return known;
  }

  /** Reads a tree as the file it could be; JSON is YAML. Files it asks for are made. */
  private TerminalConfig read(ObjectNode all) throws ConfigException, IOException {
    Path file = Files.writeString(folder.resolve("terminal.yaml"), all.toString());
    try {
      return reader.read(file);
    } catch (ConfigException e) {
      boolean made = false;
      for (String problem : e.problems()) {
        Matcher missing = NO_FILE.matcher(problem);
        if (missing.matches() && Path.of(missing.group(1)).startsWith(folder)) {
          Files.writeString(Path.of(missing.group(1)), "x");
          made = true;
        }
      }
      if (!made) {
        throw e;
      }
      return reader.read(file);
    }
  }

  private static String lines(Set<String> paths) {
    return String.join("\n", paths);
  }
}
