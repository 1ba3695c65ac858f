package org.facepay.peripherals.printer.paper;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.facepay.peripherals.EvaluationData;
import org.facepay.peripherals.printer.paper.RollModel.Cuts;
import org.junit.jupiter.api.Test;

/**
 * Draws the inputs of the escpost suite and compares with its pictures. Pictures with text cannot
 * be equal, because the fonts are others; for those the size and the share of differing dots count.
 */
class EscPostTest {
  /** The suite's two printers. */
  private static final RollModel REFERENCE = new RollModel(576, 80, Cuts.ALL, 3, true, true, false);

  private static final RollModel NETUM = new RollModel(384, 0, Cuts.FULL, 1, false, false, false);

  @Test
  void drawsWhatTheSuiteExpects() throws Exception {
    Path suite = EvaluationData.folder("escpos/escpost");
    int equal = 0;
    int sameSize = 0;
    int pictures = 0;
    long differing = 0;
    long dots = 0;
    try (Stream<Path> files = Files.walk(suite)) {
      for (Path input : files.filter(f -> f.endsWith("input.hex")).sorted().toList()) {
        List<BufferedImage> expected = expected(input);
        List<BufferedImage> drawn = draw(input);
        for (int i = 0; i < expected.size(); i++) {
          pictures++;
          BufferedImage wanted = expected.get(i);
          Optional<BufferedImage> got =
              i < drawn.size() ? Optional.of(drawn.get(i)) : Optional.empty();
          long different =
              got.map(g -> different(wanted, g))
                  .orElse((long) wanted.getWidth() * wanted.getHeight());
          boolean size =
              got.isPresent()
                  && got.get().getHeight() == wanted.getHeight()
                  && got.get().getWidth() == wanted.getWidth();
          sameSize += size ? 1 : 0;
          equal += size && different == 0 ? 1 : 0;
          differing += different;
          dots += (long) wanted.getWidth() * wanted.getHeight();
          System.out.printf(
              Locale.ROOT,
              "ESCPOST %s/%d size=%s differing=%.2f%%%n",
              suite.relativize(input.resolveSibling(".")).normalize(),
              i + 1,
              size ? "same" : "other",
              100.0 * different / ((long) wanted.getWidth() * wanted.getHeight()));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "ESCPOST pictures=%d equal=%d same_size=%d differing_pixels=%.2f%%%n",
        pictures,
        equal,
        sameSize,
        100.0 * differing / dots);
    assertTrue(
        equal >= 5 && sameSize == pictures, equal + " equal, " + sameSize + " of the same size");
  }

  private static List<BufferedImage> expected(Path input) throws Exception {
    List<BufferedImage> expected = new ArrayList<>();
    for (int i = 1; ; i++) {
      Path file = input.resolveSibling("expected-%03d.png".formatted(i));
      if (!Files.exists(file)) {
        return expected;
      }
      expected.add(ImageIO.read(file.toFile()));
    }
  }

  private static List<BufferedImage> draw(Path input) throws Exception {
    boolean netum = Files.readString(input.resolveSibling("case.toml")).contains("NT-5890K");
    PaperRoll roll = new PaperRoll(netum ? NETUM : REFERENCE);
    byte[] bytes = HexFormat.of().parseHex(Files.readString(input).replaceAll("\\s+", ""));
    EscPosParser parser = new EscPosParser();
    parser.add(bytes, bytes.length);
    List<BufferedImage> sheets = new ArrayList<>();
    for (PrintCommand c = parser.next(); c != null; c = parser.next()) {
      roll.apply(c).ifPresent(sheet -> sheets.add(cropped(sheet)));
    }
    if (roll.length() > 0) {
      sheets.add(cropped(roll.tear()));
    }
    return sheets;
  }

  /** Without the white edges. */
  private static BufferedImage cropped(BufferedImage sheet) {
    int edge = PaperRoll.MARGIN;
    return sheet.getSubimage(edge, edge, sheet.getWidth() - 2 * edge, sheet.getHeight() - edge);
  }

  private static long different(BufferedImage a, BufferedImage b) {
    long different = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        boolean inside = x < b.getWidth() && y < b.getHeight();
        boolean black = inside && (b.getRGB(x, y) & 0xFF) < 128;
        different += ((a.getRGB(x, y) & 0xFF) < 128) != black ? 1 : 0;
      }
    }
    return different;
  }
}
