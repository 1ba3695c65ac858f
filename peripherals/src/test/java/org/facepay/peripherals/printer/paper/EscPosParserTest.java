package org.facepay.peripherals.printer.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscPosParserTest {
  /** Commands it does not draw, each with its data: the text behind must come out untouched. */
  @ParameterizedTest
  @ValueSource(
      strings = {"1b7400", "1b5200", "1b2001", "1b4d01", "1b7b01", "1b5601", "1b441018200000"})
  void skipsByLength(String hex) {
    assertEquals("A", textOf(hex.replace("0000", "00") + "41"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1d6864",
        "1d7702",
        "1d4802",
        "1d6601",
        "1d4c2000",
        "1d574002",
        "1d5078cb",
        "1d61ff",
        "1d6b04313233343500",
        "1d6b490541424344ff",
        "1d284103000002ff",
        "1d284c0600304531320101",
        "1d384c0400000030453132",
        "1b2a0002000102",
        "1b2a2101000a0b0c",
        "1b70001919",
        "1d4901",
        "1c530000",
        "1c4301",
        "1b630503",
        "1b2d00",
        "100401",
        "1014010001",
        "1d2a0101" + "0102030405060708"
      })
  void skipsEverydayCommands(String hex) {
    assertEquals("A", textOf(hex + "41"));
  }

  @Test
  void hugeLengthsAreSkippedAsTheyComeWithoutBuffering() {
    EscPosParser parser = new EscPosParser();
    add(parser, HexFormat.of().parseHex("1d763000ffffffff"));
    for (int i = 0; i < 65_535; i++) {
      add(parser, new byte[65_535 / 64]);
      while (parser.next() != null) {}
      assertTrue(parser.waiting() < 100);
    }
  }

  /**
   * 1,200,000 random pieces, a third of them begun like commands: never throws, never stands still.
   */
  @Test
  void randomBytesNeverStopIt() {
    SplittableRandom random = new SplittableRandom(3);
    EscPosParser parser = new EscPosParser();
    byte[] starts = {0x10, 0x1B, 0x1C, 0x1D};
    byte[] seconds = "@!ad3EJ*V(kvr8&.$".getBytes(StandardCharsets.US_ASCII);
    long commands = 0;
    for (int i = 0; i < 1_200_000; i++) {
      byte[] piece = new byte[1 + random.nextInt(16)];
      random.nextBytes(piece);
      if (i % 3 == 0) {
        piece[0] = starts[random.nextInt(4)];
        if (piece.length > 1) {
          piece[1] = seconds[random.nextInt(seconds.length)];
        }
      }
      add(parser, piece);
      while (parser.next() != null) {
        commands++;
      }
      assertTrue(parser.waiting() < (1 << 20) + 100_000);
      if (i % 20 == 0) {
        parser = new EscPosParser();
      }
    }
    assertTrue(commands > 1_000_000, commands + " commands");
  }

  @Test
  void randomBytesDoNotTearThePaper() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 40; round++) {
      EscPosParser parser = new EscPosParser();
      PaperRoll roll = new PaperRoll();
      for (int i = 0; i < 200; i++) {
        byte[] piece = new byte[64];
        random.nextBytes(piece);
        add(parser, piece);
        for (PrintCommand c = parser.next(); c != null; c = parser.next()) {
          roll.apply(c);
        }
      }
      assertTrue(roll.length() <= 16_000);
    }
  }

  private static void add(EscPosParser parser, byte[] bytes) {
    parser.add(bytes, bytes.length);
  }

  private static String textOf(String hex) {
    EscPosParser parser = new EscPosParser();
    List<Integer> text = new ArrayList<>();
    for (byte b : HexFormat.of().parseHex(hex)) { // byte by byte: every truncation on the way
      add(parser, new byte[] {b});
      for (PrintCommand c = parser.next(); c != null; c = parser.next()) {
        if (c instanceof PrintCommand.Glyph glyph) {
          text.add(glyph.codePoint());
        }
      }
    }
    StringBuilder out = new StringBuilder();
    text.forEach(out::appendCodePoint);
    return out.toString();
  }
}
