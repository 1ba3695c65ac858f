package org.facepay.terminal.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.facepay.terminal.session.Event;
import org.junit.jupiter.api.Test;

/** Every name that journals of before have and today's have not is still read, and as what. */
class EarlierNamesTest {
  @Test
  void everyNameOfBeforeIsRead() throws IOException {
    EventCodec<Event> codec = TerminalLoopTest.machine().codec();
    StringBuilder read = new StringBuilder();
    List<String> lines;
    try (var in = EarlierNamesTest.class.getResourceAsStream("earlier-names.txt")) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    for (String line : lines) {
      String[] entry = line.split(" ", 3);
      Event event = codec.decode(entry[0], entry[1].getBytes(StandardCharsets.UTF_8));
      read.append(entry[0]).append(' ').append(entry[1]).append(' ').append(event).append('\n');
    }
    assertEquals(String.join("\n", lines) + "\n", read.toString());
  }
}
