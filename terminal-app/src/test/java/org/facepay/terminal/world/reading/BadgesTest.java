package org.facepay.terminal.world.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of the staff come out on refund slips as they were written. */
class BadgesTest {
  @TempDir Path folder;

  private String refusal(Path file) {
    return String.valueOf(assertThrows(IOException.class, () -> Badges.read(file)).getMessage());
  }

  @Test
  void aNameStaysAsItWasWritten() throws IOException {
    Path file = folder.resolve("badges.txt");
    String code = Badges.code();
    Badges.add(file, "小李", code);
    assertEquals("小李", Badges.read(file).owner(code));
    Files.writeString(file, "\uFEFF" + Files.readString(file));
    assertEquals("小李", Badges.read(file).owner(code), "a byte order mark is no part of a name");
    assertEquals(1, Badges.read(file).size());
  }

  /** What the locale C makes of 小李, of a name of two scripts, and of an accent. */
  @ParameterizedTest
  @ValueSource(strings = {"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", "Li \uFFFD", "Andr\uFFFD\uFFFD"})
  void aNameThatLostItsCharactersIsRefused(String name) throws IOException {
    Path file = folder.resolve("badges.txt");
    String message =
        String.valueOf(
            assertThrows(IOException.class, () -> Badges.add(file, name, "FPA-")).getMessage());
    assertTrue(message.contains("LC_ALL=C.UTF-8"), message);
    assertFalse(Files.exists(file), "nothing is written");
    Files.writeString(file, "# staff\n" + name + " " + "0".repeat(64) + "\n");
    assertTrue(refusal(file).contains("line 2: has the character U+FFFD"), refusal(file));
  }

  @Test
  void aFileThatIsNotUtf8IsRefusedWithItsLine() throws IOException {
    Path file = folder.resolve("badges.txt");
    Files.write(file, ("# staff\n小李 " + "0".repeat(64)).getBytes(Charset.forName("GBK")));
    assertTrue(refusal(file).contains("badges.txt: line 2: no UTF-8 text"), refusal(file));
  }
}
