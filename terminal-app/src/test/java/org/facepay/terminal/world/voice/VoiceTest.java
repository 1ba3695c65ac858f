package org.facepay.terminal.world.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facepay.kiosk.screen.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said last is heard; nothing waits behind it, and a missing program disturbs nobody. */
@Timeout(60)
class VoiceTest {
  @TempDir Path folder;

  /** Notes the language and what it has read, then speaks for so long. */
  private Voice speaking(String seconds) {
    Path heard = folder.resolve("heard");
    return new Voice(
        language ->
            List.of(
                "bash",
                "-c",
                "read -r text; echo \"$1 $text\" >> " + heard + "; exec sleep " + seconds,
                "voice",
                language.name()));
  }

  private List<String> heard() {
    try {
      Path file = folder.resolve("heard");
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void until(int count) throws InterruptedException {
    while (heard().size() < count) {
      Thread.sleep(5);
    }
  }

  @Test
  void aNewSentenceCutsOffTheOneBefore() throws Exception {
    try (Voice voice = speaking("600")) {
      voice.say("付好了，谢谢", Display.Language.ZH);
      until(1);
      voice.say("Paid. Thank you.", Display.Language.EN);
      until(2);
    }
    assertEquals(List.of("ZH 付好了，谢谢", "EN Paid. Thank you."), heard());
  }

  @Test
  void ofManyAtOnceTheLastIsHeard() throws Exception {
    try (Voice voice = speaking("0")) {
      for (int n = 0; n < 500; n++) {
        voice.say("sentence " + n, Display.Language.EN);
      }
      while (heard().isEmpty() || !heard().getLast().equals("EN sentence 499")) {
        Thread.sleep(5);
      }
      assertTrue(heard().size() < 500, "not one after the other");
    }
  }

  @Test
  void aProgramThatIsGoneIsNoReasonToEnd() {
    try (Voice voice = new Voice(_ -> List.of("/nowhere/espeak-ng"))) {
      voice.say("one", Display.Language.EN);
      voice.say("two", Display.Language.EN);
    }
  }
}
