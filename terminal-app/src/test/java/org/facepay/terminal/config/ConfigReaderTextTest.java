package org.facepay.terminal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.facepay.tags.Slow;
import org.facepay.terminal.language.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of YAML that a configuration needs: nothing is guessed, the rest is refused. */
class ConfigReaderTextTest extends ConfigFixture {
  @Test
  void namesThePlaceOfBrokenYaml() {
    assertTrue(problems("terminal: [").getFirst().startsWith("line "));
    assertTrue(problems("terminal: {id: K3}\nterminal: {id: K4}").getFirst().contains("line 2"));
    assertTrue(problems("just a sentence").getFirst().contains("expected a mapping"));
  }

  /** YAML 1.1 takes each of these for a number, a truth, a time or a date. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "007", "NO", "0x10", "yes", "Off", "y", "null", "1e3", "0b11", "0o17", "12e03", "08", "inf"
      })
  void aTextStaysAsItWasWritten(String text) throws Exception {
    assertEquals(text, read(GOOD.replace("id: K3", "id: " + text)).identity().id());
    String card = PAYMENTS.replace("sale-id: TILL-1", "sale-id: " + text);
    assertEquals(text, read(GOOD + card).money().card().orElseThrow().till().saleId());
  }

  @Test
  void whatLooksLikeATimeOrANumberIsATextToo() throws Exception {
    TerminalConfig config =
        read(
            GOOD.replace("\"6900123400562\"", "0012345670012")
                .replace("zh: 晴里便利", "zh: 2026-11-29")
                .replace("en: Qingli Market", "en: 12:30:00"));
    assertEquals("0012345670012", config.books().goods().numbering().bag());
    assertEquals(new Name("2026-11-29", "12:30:00"), config.identity().shop());
    assertEquals("1_0", read(GOOD.replace("zh: 晴里便利", "zh: 1_0")).identity().shop().zh());
    assertEquals("~", read(GOOD.replace("zh: 晴里便利", "zh: ~")).identity().shop().zh());
  }

  @ParameterizedTest
  @CsvSource({"010, 10", "0042, 42", "9, 9", "\"017\", 17"})
  void numbersAreDecimal(String text, int number) throws Exception {
    TerminalConfig config = read(GOOD.replace("most-articles: 50", "most-articles: " + text));
    assertEquals(number, config.session().checkout().goods().limits().articles());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x10", "0b1", "1_0", "1e1", "+5", "5.0", "０１", "1:30", ""})
  void whatIsNoDecimalNumberIsRefused(String text) {
    List<String> problems = problems(GOOD.replace("most-articles: 50", "most-articles: " + text));
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.getFirst().startsWith("checkout.most-articles: expected a whole number"));
  }

  /** What stands in the third line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "  zone: *place",
        "  zone: &place Asia/Shanghai",
        "  zone: !!str Asia/Shanghai",
        "  zone: !place Asia/Shanghai",
        "  zone: &place [ Asia/Shanghai ]",
        "  zone: !!set { Asia/Shanghai }",
        "  <<: *place",
        "\tzone: Asia/Shanghai",
        "  \tzone: Asia/Shanghai",
        "  ? [ zone ]\n  : Asia/Shanghai",
        "  id: K4",
        "  zone: |\n    Asia/Shanghai",
        "  zone: >-\n    Asia/Shanghai",
        "  zone: Asia/\n    Shanghai",
        "  zone: \"Asia/\n    Shanghai\"",
        "  zone: @place",
        "  zone: `place`",
        "  zone: %place",
        "  zone: }",
        "  zone: a: b",
        "  zone: \u0007",
        "  zone: \uFFFD",
        "---",
      })
  void whateverElseYamlOffersIsRefusedWithItsLine(String line) {
    List<String> problems = problems("terminal:\n  id: K3\n" + line + "\n");
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.getFirst().startsWith("line 3: "), problems::toString);
  }

  @Test
  void aByteOrderMarkAndOneDocumentStartAreNoneOfThat() throws Exception {
    assertEquals("K3", read("\uFEFF---\n" + GOOD + "...\n").identity().id());
    assertEquals("K3", read(GOOD.replace("\n", "\r\n")).identity().id());
    assertTrue(problems("%YAML 1.1\n---\n" + GOOD).getFirst().startsWith("line 1: directives"));
  }

  @Test
  void aFileThatIsNotUtf8IsSaidToBeNone() throws IOException {
    Path file = folder.resolve("terminal.yaml");
    Files.write(file, GOOD.getBytes(Charset.forName("GBK")));
    List<String> problems = assertThrows(ConfigException.class, () -> reader.read(file)).problems();
    assertEquals(
        List.of("line 3: no UTF-8 text (GBK or UTF-16?); save the file as UTF-8"), problems);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 60, 5_000, 200_000})
  void whatIsNestedTooDeeplyIsRefusedWithItsLine(int depth) {
    for (String text :
        List.of(
            "terminal:\n  id: " + "[".repeat(depth), "terminal:\n  id: " + "{a: ".repeat(depth))) {
      List<String> problems = problems(text);
      assertEquals(List.of("line 2: nested deeper than any key"), problems);
    }
  }

  @Test
  @Slow("reads 2,000 damaged files")
  void takesAnyBytes() throws IOException {
    Random random = new Random(11);
    byte[] good = GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = good.clone();
      for (int n = 0; n < 1 + random.nextInt(8); n++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Path file =
          Files.write(
              folder.resolve("terminal.yaml"),
              java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      try {
        reader.read(file);
      } catch (ConfigException e) {
        assertTrue(!e.problems().isEmpty());
      }
    }
  }
}
