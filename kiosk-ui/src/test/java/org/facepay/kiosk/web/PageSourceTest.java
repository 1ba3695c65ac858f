package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facepay.tags.NeedsBrowser;
import org.junit.jupiter.api.Test;

/** The page's sources are formatted and type-checked in the build, like the Java. */
@NeedsBrowser
class PageSourceTest {
  private static final Path HOME = Path.of("src/main/resources/org/facepay/kiosk/page");
  private static final int LONGEST_LINE = 120;
  private static final String HOW = "not formatted; npm run format, in kiosk-ui, does it";

  @Test
  void everythingIsFormatted() throws Exception {
    assertEquals("", complaints("prettier/bin/prettier.cjs", "--list-different", "."), HOW);
  }

  @Test
  void typesHold() throws Exception {
    assertEquals("", complaints("typescript/bin/tsc", "--pretty", "false"));
  }

  /** The formatter leaves what it cannot break, such as a template's expressions. */
  @Test
  void noLineIsTooLongToRead() throws IOException {
    List<String> tooLong = new ArrayList<>();
    try (var files = Files.walk(HOME)) {
      for (Path file : files.filter(PageSourceTest::isSource).toList()) {
        Files.readString(file)
            .lines()
            .filter(line -> line.length() > LONGEST_LINE)
            .forEach(line -> tooLong.add(HOME.relativize(file) + ": " + line));
      }
    }
    assertEquals(List.of(), tooLong);
  }

  private static boolean isSource(Path file) {
    return file.toString().matches(".*\\.(js|ts|css|html)")
        && !file.startsWith(HOME.resolve("font"));
  }

  /** What is checked against and driven with is what is served and linked. */
  @Test
  void versionsAreThoseOfThePom() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    JsonNode packages = new JsonMapper().readTree(Path.of("package.json").toFile());
    String lit = packages.at("/devDependencies/lit-html").textValue();
    String playwright = packages.at("/devDependencies/playwright-core").textValue();
    assertTrue(pom.contains("<version>" + lit + "</version>"), lit);
    assertTrue(pom.contains("<playwright.version>" + playwright + "<"), playwright);
  }

  /** Runs a package's program over the module and returns what it says, unless it is content. */
  private static String complaints(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(NodePackages.node().toString());
    command.add(NodePackages.home().resolve(program).toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    return code == 0 ? "" : said + "exit code " + code;
  }
}
