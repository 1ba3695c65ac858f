package org.facepay.terminal.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTest {
  @TempDir Path folder;

  @Test
  void theEndOfTheLineIsNoPartOfIt() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.key"), "  sixteen letters!\r\n");
    assertArrayEquals("sixteen letters!".getBytes(StandardCharsets.UTF_8), SharedSecret.read(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "fifteen letters", "fifteen letters\n\n"})
  void aShortOneIsRefusedByName(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("shop.key"), text);
    IOException e = assertThrows(IOException.class, () -> SharedSecret.read(file));
    assertEquals(file + ": expected a key of at least 16 characters", e.getMessage());
  }

  @Test
  void oneThatIsNotThereIsMissed() {
    assertThrows(NoSuchFileException.class, () -> SharedSecret.read(folder.resolve("shop.key")));
  }
}
