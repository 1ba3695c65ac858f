package org.facepay.terminal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever locale a machine has, the scripts give the program's arguments to it as UTF-8. */
class LocaleTest {
  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "", "xx_YY.ISO-8859-1", "C.UTF-8"})
  void theScriptsSetAUtf8Locale(String locale) throws IOException, InterruptedException {
    Path common = Path.of("..", "scripts", "common.sh");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-c", ". '" + common + "'; locale charmap")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    bash.environment().keySet().removeIf(name -> name.startsWith("LC_"));
    bash.environment().put("LANG", locale);
    Process process = bash.start();
    String charmap =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor());
    assertEquals("UTF-8", charmap);
  }
}
