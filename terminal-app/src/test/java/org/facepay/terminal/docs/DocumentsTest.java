package org.facepay.terminal.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facepay.terminal.lab.command.Laboratory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The documents: what they point to is there, and what they list is all there is. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DOCS = ROOT.resolve("terminal-app/docs");
  private static final Path ROOMS = ROOT.resolve("terminal-app/src/main/java/org/facepay/terminal");
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "run");
  private static final int README_BYTES = 7_000;
  private static final int STOPS = 12;

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\\n]*`");
  private static final Pattern NAMED_FILE =
      Pattern.compile("`([a-z-]+/[A-Za-z0-9_./-]+\\.[a-z]+)`");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
      while (link.find()) {
        String target = link.group(1);
        if (!target.matches("[a-z]+:.*")) {
          links++;
          if (!leads(page, target)) {
            broken.add(ROOT.relativize(page) + ": " + target);
          }
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(links > 50, "only " + links + " links were found");
  }

  private static boolean leads(Path page, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path to = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    return Files.exists(to) && (parts.length == 1 || anchors(to).contains(parts[1]));
  }

  /** The anchors of a page's headings, as code hosts make them. */
  private static Set<String> anchors(Path page) throws IOException {
    Set<String> anchors = new TreeSet<>();
    for (String line : unfenced(page)) {
      if (line.matches("#{1,6} .*")) {
        String text = line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT);
        anchors.add(text.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'));
      }
    }
    return anchors;
  }

  private static List<String> unfenced(Path page) throws IOException {
    return Pattern.compile("(?ms)^```.*?^```$")
        .matcher(Files.readString(page))
        .replaceAll("")
        .lines()
        .toList();
  }

  @Test
  void everyFileThatIsNamedIsThere() throws IOException {
    for (Path page : pages()) {
      Matcher file = NAMED_FILE.matcher(Files.readString(page));
      while (file.find()) {
        String name = file.group(1);
        boolean ofModule = Files.isDirectory(ROOT.resolve(name.substring(0, name.indexOf('/'))));
        assertTrue(
            !ofModule || name.contains("target/") || Files.exists(ROOT.resolve(name)),
            ROOT.relativize(page) + " names " + name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"One scan", "One frame", "One payment"})
  void aWalkHasFewStopsAndEachIsAFile(String walk) throws IOException {
    String page = Files.readString(DOCS.resolve("architecture.md"));
    Matcher section = Pattern.compile("(?ms)^## " + walk + "$(.*?)(^## |\\z)").matcher(page);
    assertTrue(section.find(), walk);
    int stops = 0;
    for (String line : section.group(1).lines().filter(l -> l.matches("\\d+\\. .*")).toList()) {
      stops++;
      assertTrue(line.startsWith(stops + ". "), line);
      Matcher file = NAMED_FILE.matcher(line);
      assertTrue(file.find() && Files.isRegularFile(ROOT.resolve(file.group(1))), line);
    }
    assertTrue(stops > 5 && stops <= STOPS, walk + " has " + stops + " stops");
  }

  @Test
  void theFloorsAreThoseOfTheTest() throws IOException {
    String test =
        Files.readString(Path.of("src/test/java/org/facepay/terminal/ArchitectureTest.java"));
    Matcher floors = Pattern.compile("(?s)FLOORS =\\s*List\\.of\\((.*?)\\);").matcher(test);
    assertTrue(floors.find());
    List<String> kept =
        Pattern.compile("List\\.of\\(([^)]*)\\)")
            .matcher(floors.group(1))
            .results()
            .map(m -> m.group(1).replace("\"", "").replaceAll("\\s+", " "))
            .toList();
    List<String> drawn = new ArrayList<>();
    for (String line : Files.readAllLines(DOCS.resolve("architecture.md"))) {
      if (line.matches("\\| \\d+ \\|.*")) {
        drawn.add(line.split("\\|")[2].replace("`", "").strip());
      }
    }
    assertEquals(kept, drawn);
  }

  @Test
  void everyRoomIsInThePictureAndInItsModulesReadme() throws IOException {
    String picture = Files.readString(DOCS.resolve("pictures/architecture.svg"));
    String readme = Files.readString(ROOT.resolve("terminal-app/README.md"));
    for (String room : folders(ROOMS)) {
      assertTrue(picture.contains(">" + room + "<"), "not in the picture: " + room);
      assertTrue(readme.contains("`" + room + "`"), "not in terminal-app/README.md: " + room);
    }
    for (String module : List.of("vision", "peripherals", "sync-agent", "kiosk-ui")) {
      assertTrue(picture.contains(">" + module + "<"), "not in the picture: " + module);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vision", "peripherals", "sync-agent/sync", "kiosk-ui/kiosk"})
  void aModulesReadmeNamesItsRooms(String module) throws IOException {
    String folder = module.replaceFirst("/.*", "");
    String readme = Files.readString(ROOT.resolve(folder).resolve("README.md"));
    Path rooms =
        ROOT.resolve(folder)
            .resolve("src/main/java/org/facepay")
            .resolve(module.replaceFirst(".*/", ""));
    for (String room : folders(rooms)) {
      assertTrue(
          Pattern.compile("[`/…]" + room + "/?`").matcher(readme).find(),
          "not in " + folder + "/README.md: " + room);
    }
  }

  @Test
  void theReadmeIsAPageAndEveryModuleHasOne() throws IOException {
    long bytes = Files.size(ROOT.resolve("README.md"));
    assertTrue(bytes <= README_BYTES, "README.md has " + bytes + " bytes");
    Matcher module =
        Pattern.compile("<module>(.*?)</module>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    while (module.find()) {
      assertTrue(Files.exists(ROOT.resolve(module.group(1)).resolve("README.md")), module.group(1));
    }
  }

  @Test
  void everyDecisionSaysWhatWasRefusedNewestFirst() throws IOException {
    String text = Files.readString(DOCS.resolve("decisions.md"));
    List<String> decisions = List.of(text.split("(?m)^- \\*\\*"));
    for (String decision : decisions.subList(1, decisions.size())) {
      assertTrue(decision.contains("*Refused:*"), decision);
    }
    List<String> dates =
        Pattern.compile("(?m)^## (\\d{4}-\\d{2}-\\d{2})$")
            .matcher(text)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertEquals(dates.stream().distinct().sorted(Comparator.reverseOrder()).toList(), dates);
  }

  @Test
  void everyCommandIsToldOf() throws IOException {
    Set<String> told = new TreeSet<>();
    for (String line : Files.readAllLines(DOCS.resolve("commands.md"))) {
      if (line.startsWith("| `")) {
        Matcher command = Pattern.compile("`([a-z -]+?)( --.*?| [A-Z].*?)?`").matcher(first(line));
        command.results().forEach(m -> told.add(m.group(1)));
      }
    }
    Set<String> commands = new TreeSet<>();
    leaves("", Laboratory.commands(), commands);
    told.removeIf(name -> name.startsWith("journal ") && commands.contains("journal"));
    commands.remove("journal"); // what it does is an argument
    assertEquals(commands, told);
  }

  private static String first(String row) {
    return row.substring(0, row.indexOf('|', 1));
  }

  private static void leaves(String name, CommandLine command, Set<String> leaves) {
    if (command.getSubcommands().isEmpty()) {
      leaves.add(name);
    }
    command
        .getSubcommands()
        .forEach((key, below) -> leaves((name + " " + key).strip(), below, leaves));
  }

  @Test
  void theVersionStandsInOnePlace() throws IOException {
    assertTrue(Files.readString(ROOT.resolve("pom.xml")).contains("<revision>"));
    for (String module : folders(ROOT)) {
      Path pom = ROOT.resolve(module).resolve("pom.xml");
      if (Files.exists(pom)) {
        assertTrue(
            Files.readString(pom).contains("<version>${revision}</version>"), pom.toString());
      }
    }
  }

  private static List<String> folders(Path of) throws IOException {
    try (Stream<Path> there = Files.list(of)) {
      return there
          .filter(Files::isDirectory)
          .map(p -> p.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** All pages of the repository, sorted. */
  private static Set<Path> pages() throws IOException {
    Set<Path> pages = new TreeSet<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              pages.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return pages;
  }
}
