package org.facepay.terminal.sale.gs1;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Solidsoft's tables of element strings and Digital Links, the uncompressed ones. */
class SolidsoftTest {
  private record Row(String scenario, List<String> header, List<String> cells) {
    String cell(String name) {
      int at = header.indexOf(name);
      return at < 0 ? "" : cells.get(at).replaceAll("(?i)<GS>", "\u001D");
    }
  }

  @Test
  void elementStringsBecomeTheLinksOfTheTable() throws Exception {
    int all = 0;
    int equal = 0;
    for (Row row : rows("Gs1ElementStringsToGs1DigitalLink.feature")) {
      boolean ours =
          !row.scenario().contains("short names") && !row.scenario().contains("URI stem");
      if (ours) {
        all++;
        boolean same =
            ElementString.parse(row.cell("elementString")) instanceof Gs1Message m
                && DigitalLink.write(m, DigitalLink.CANONICAL_STEM)
                    .equals(Optional.of(row.cell("digitalLink")));
        equal += same ? 1 : report(row);
      }
    }
    System.out.println("GS1 element_string_to_link rows=" + all + " equal=" + equal);
    assertTrue(all > 300 && equal >= all * 97 / 100, equal + " of " + all);
  }

  @Test
  void linksBecomeTheElementsOfTheTable() throws Exception {
    int all = 0;
    int equal = 0;
    for (Row row : rows("Gs1DigitalLinkToGs1ElementStrings.feature")) {
      if (!compressed(row)) {
        all++;
        String expected =
            row.header().contains("elementString")
                ? row.cell("elementString")
                : row.cell("elementStrings");
        boolean same =
            DigitalLink.parse(row.cell("digitalLink")) instanceof Gs1Message m
                && ElementString.parse(expected) instanceof Gs1Message e
                && set(m).equals(set(e));
        equal += same ? 1 : report(row);
      }
    }
    System.out.println("GS1 link_to_element_string rows=" + all + " equal=" + equal);
    assertTrue(all > 100 && equal >= all * 97 / 100, equal + " of " + all);
  }

  @Test
  void linksAreTakenApartAsInTheTable() throws Exception {
    int all = 0;
    int equal = 0;
    for (Row row : rows("ExtractFromGs1DigitalLink.feature")) {
      if (row.header().contains("digitalLink") && !compressed(row)) {
        all++;
        Set<String> expected = new HashSet<>();
        for (int i = 1; i <= 4; i++) {
          if (!row.cell("AI" + i).isEmpty()) {
            expected.add(row.cell("AI" + i) + "=" + row.cell("Value" + i));
          }
        }
        boolean same =
            DigitalLink.parse(row.cell("digitalLink")) instanceof Gs1Message m
                && set(m).equals(expected);
        equal += same ? 1 : report(row);
      }
    }
    System.out.println("GS1 link_elements rows=" + all + " equal=" + equal);
    assertTrue(all > 50 && equal >= all * 95 / 100, equal + " of " + all);
  }

  private static int report(Row row) {
    System.out.println("GS1 differs: " + row.scenario() + ": " + row.cells());
    return 0;
  }

  private static boolean compressed(Row row) {
    return row.scenario().toLowerCase(java.util.Locale.ROOT).contains("compressed");
  }

  private static Set<String> set(Gs1Message m) {
    Set<String> set = new HashSet<>();
    m.elements().forEach(e -> set.add(e.identifier().digits() + "=" + e.value()));
    return set;
  }

  private static List<Row> rows(String feature) throws Exception {
    String configured = System.getenv().getOrDefault("FACEPAY_DATA", "");
    Path root = configured.isEmpty() ? Path.of("../../shared/data") : Path.of(configured);
    Path file = root.resolve("gs1/solidsoft").resolve(feature);
    Assumptions.assumeTrue(
        Files.isRegularFile(file), "no " + feature + ": set FACEPAY_DATA to the evaluation data");
    List<Row> rows = new ArrayList<>();
    String scenario = "";
    List<String> header = List.of();
    boolean examples = false;
    for (String line : Files.readAllLines(file)) {
      String text = line.strip();
      if (text.startsWith("Scenario")) {
        scenario = text;
        examples = false;
      } else if (text.startsWith("Examples")) {
        examples = true;
        header = List.of();
      } else if (examples && text.startsWith("|")) {
        List<String> cells =
            List.of(text.substring(1, text.length() - 1).split("\\|", -1)).stream()
                .map(String::strip)
                .toList();
        if (header.isEmpty()) {
          header = cells;
        } else {
          rows.add(new Row(scenario, header, cells));
        }
      }
    }
    return rows;
  }
}
