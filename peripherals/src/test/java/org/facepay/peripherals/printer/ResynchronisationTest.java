package org.facepay.peripherals.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.SerialSettings.FlowControl;
import org.facepay.peripherals.printer.ReceiptDocument.Cut;
import org.facepay.peripherals.printer.ReceiptDocument.Logo;
import org.facepay.peripherals.printer.ReceiptDocument.QrCode;
import org.facepay.peripherals.printer.ReceiptDocument.Text;
import org.facepay.peripherals.printer.paper.EscPosParser;
import org.facepay.peripherals.printer.paper.PrintCommand;
import org.facepay.peripherals.printer.paper.RollModel;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt that was cut off anywhere; the next one comes out as if there had been none. */
@NeedsNatives
class ResynchronisationTest {
  private static final PrinterTiming TIMING =
      new PrinterTiming(Duration.ofMillis(500), Duration.ofMillis(700), Duration.ofMillis(900));
  private static final ReceiptDocument NEXT =
      ReceiptDocument.of(
          new Text("下一位 Next"), new Logo(checks(576, 40)), new QrCode("next", 6), new Cut());

  @TempDir Path folder;

  /** At every single byte, in every command that any profile uses. */
  @ParameterizedTest
  @ValueSource(strings = {"80mm", "58mm", "80mm-western", "58mm-western", "58mm-basic"})
  void atEveryByte(String name) {
    PrinterProfile profile = PrinterProfile.named().get(name);
    ReceiptDocument cutOff =
        ReceiptDocument.of(
            new Text("牛奶 Käse", ReceiptDocument.Style.centered().inBold().doubled()),
            new Text("א 㐀"),
            new Logo(checks(profile.widthDots(), 40)),
            new QrCode("x".repeat(200), 4),
            new Cut());
    byte[] first = EscPosEncoder.encode(cutOff, profile);
    byte[] next = EscPosEncoder.encode(NEXT, profile);
    byte[] between = new byte[EscPosEncoder.longestCommand(profile)];
    List<String> expected = behindTheLast("Initialize", parse(next, next.length));
    SplittableRandom random = new SplittableRandom(21);
    for (int at = 0; at < first.length; at += 1 + random.nextInt(4)) {
      List<String> all = parse(first, at, between, next);
      assertEquals(expected, behindTheLast("Initialize", all), "cut off after " + at);
    }
  }

  /** The longest code there is, cut off in the middle of its text. */
  @Test
  void inTheLongestCode() {
    for (PrinterProfile profile : PrinterProfile.named().values()) {
      byte[] code =
          EscPosEncoder.encode(ReceiptDocument.of(new QrCode("x".repeat(1000), 1)), profile);
      byte[] next = EscPosEncoder.encode(NEXT, profile);
      byte[] between = new byte[EscPosEncoder.longestCommand(profile)];
      assertEquals(
          behindTheLast("Initialize", parse(next, next.length)),
          behindTheLast("Initialize", parse(code, 60, between, next)));
    }
  }

  /** The wire took a part of a picture and no more; the printer stayed on. */
  @Test
  void afterAStalledWrite() throws Exception {
    BufferedImage expected = undisturbed();
    try (PrinterSimulator simulator =
        PrinterSimulator.start(folder.resolve("printer"), folder.resolve("paper"))) {
      SerialSettings line = SerialSettings.eightN1(115_200).with(FlowControl.RTS_CTS);
      simulator.conditions().after(20_000, Fault.STALLED_READER);
      try (POSPrinter printer = open(simulator, line)) {
        ReceiptDocument black = ReceiptDocument.of(new Logo(checks(576, 2000)), new Cut());
        assertInstanceOf(PrintResult.Uncertain.class, printer.print(black));
      }
      simulator.peer().cure(Fault.STALLED_READER);
      try (POSPrinter printer = open(simulator, line)) {
        assertEquals(new PrintResult.Printed(), printer.print(NEXT));
      }
      assertEndsWith(expected, last(simulator));
    }
  }

  /** The data cable was pulled in the middle; the printer has a supply of its own. */
  @ParameterizedTest
  @ValueSource(ints = {2_360, 2_700, 3_000, 4_100, 5_555})
  void afterAPulledCable(int bytes) throws Exception {
    BufferedImage expected = undisturbed();
    try (PrinterSimulator simulator =
        PrinterSimulator.start(folder.resolve("printer"), folder.resolve("paper"))) {
      simulator.conditions().staysPowered(true);
      SerialSettings line = SerialSettings.eightN1(115_200).with(FlowControl.RTS_CTS);
      simulator.unplugAfter(bytes);
      try (POSPrinter printer = open(simulator, line)) {
        assertInstanceOf(PrintResult.Uncertain.class, printer.print(SampleReceipt.document()));
      }
      simulator.replug();
      try (POSPrinter printer = open(simulator, line)) {
        assertEquals(new PrintResult.Printed(), printer.print(NEXT));
      }
      assertEndsWith(expected, last(simulator));
    }
  }

  /**
   * Without flow control the picture lost its middle; the half receipt is cut off from the next.
   */
  @Test
  @Slow("a printer is given up only when its time has passed")
  void afterLostBytes() throws Exception {
    BufferedImage expected = undisturbed();
    for (int lost = 300; lost < 20_000; lost += 3_987) {
      try (PrinterSimulator simulator = poor(PrinterElectronics.POOR)) {
        simulator.conditions().lose(lost, 260);
        try (POSPrinter printer = open(simulator, SerialSettings.eightN1(115_200))) {
          ReceiptDocument picture = ReceiptDocument.of(new Logo(stripes(280)), new Cut());
          PrintResult result = printer.print(picture);
          assertInstanceOf(PrintResult.Uncertain.class, result, "lost after " + lost);
          simulator.conditions().lose(0, 0);
          assertEquals(new PrintResult.Printed(), printer.print(NEXT), "lost after " + lost);
        }
        assertEndsWith(expected, last(simulator));
        assertEquals(expected.getHeight(), last(simulator).getHeight(), "cut off from the half");
      }
    }
  }

  /** A damaged length makes the printer wait for 30,000 bytes: told once, then found back. */
  @Test
  void inACommandThatWasNeverSent() throws Exception {
    BufferedImage expected = undisturbed();
    SerialSettings line = SerialSettings.eightN1(115_200);
    try (PrinterSimulator simulator = poor(PrinterElectronics.USUAL)) {
      try (SerialLink stray = SerialLink.open(simulator.path(), line)) {
        stray.write(new byte[] {0x1D, '(', 'A', 0x30, 0x75, 0x10, 4, 1}, Duration.ofSeconds(1));
        assertEquals(1, stray.read(new byte[1], Duration.ofSeconds(2)), "it took them");
      }
      try (POSPrinter printer = open(simulator, line)) {
        assertInstanceOf(PrintResult.Uncertain.class, printer.print(SampleReceipt.document()));
        assertEquals(new PrintResult.Printed(), printer.print(NEXT));
      }
      assertEndsWith(expected, last(simulator));
    }
  }

  @Test
  void aDrawerOpensAfterACutOffPicture() throws Exception {
    try (PrinterSimulator simulator =
        PrinterSimulator.start(folder.resolve("printer"), folder.resolve("paper"))) {
      simulator.conditions().staysPowered(true);
      simulator.unplugAfter(3_000);
      SerialSettings line = SerialSettings.eightN1(115_200).with(FlowControl.RTS_CTS);
      try (POSPrinter printer = open(simulator, line)) {
        assertInstanceOf(PrintResult.Uncertain.class, printer.print(SampleReceipt.document()));
      }
      simulator.replug();
      try (POSPrinter printer = open(simulator, line)) {
        assertTrue(printer.openDrawer(DrawerKick.usual()));
      }
    }
  }

  private BufferedImage undisturbed() throws Exception {
    try (PrinterSimulator simulator =
        PrinterSimulator.start(folder.resolve("quiet"), folder.resolve("quiet-paper"))) {
      try (POSPrinter printer = open(simulator, SerialSettings.eightN1(115_200))) {
        assertEquals(new PrintResult.Printed(), printer.print(NEXT));
      }
      return last(simulator);
    }
  }

  private PrinterSimulator poor(PrinterElectronics electronics) throws Exception {
    return PrinterSimulator.start(
        folder.resolve("printer"), folder.resolve("paper"), RollModel.USUAL, electronics);
  }

  private static POSPrinter open(PrinterSimulator simulator, SerialSettings line) throws Exception {
    return new EscPosPrinter(SerialLink.open(simulator.path(), line), TIMING);
  }

  private static BufferedImage last(PrinterSimulator simulator) throws Exception {
    return ImageIO.read(simulator.paper().getLast().toFile());
  }

  private static void assertEndsWith(BufferedImage expected, BufferedImage paper) {
    int rows = expected.getHeight() - 40; // without its white edge at the top
    assertTrue(paper.getHeight() >= rows);
    for (int row = 1; row <= rows; row++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        assertEquals(
            expected.getRGB(x, expected.getHeight() - row),
            paper.getRGB(x, paper.getHeight() - row),
            "row " + row + " from the end");
      }
    }
  }

  private static List<String> behindTheLast(String command, List<String> commands) {
    int at = commands.size() - 1;
    while (at > 0 && !commands.get(at).startsWith(command)) {
      at--;
    }
    return commands.subList(at, commands.size());
  }

  private static List<String> parse(byte[] first, int count, byte[]... more) {
    EscPosParser parser = new EscPosParser();
    parser.add(first, count);
    for (byte[] bytes : more) {
      parser.add(bytes, bytes.length);
    }
    List<String> commands = new ArrayList<>();
    for (PrintCommand c = parser.next(); c != null; c = parser.next()) {
      commands.add(said(c));
    }
    assertEquals(0, parser.waiting());
    return commands;
  }

  private static String said(PrintCommand command) {
    return switch (command) {
      case PrintCommand.Picture p ->
          "Picture " + p.rows() + " " + java.util.Arrays.hashCode(p.bits());
      case PrintCommand.GraphicsStore(PrintCommand.Picture p) ->
          "Graphics " + p.rows() + " " + java.util.Arrays.hashCode(p.bits());
      case PrintCommand.ColumnPicture p ->
          "Columns " + p.columns() + " " + java.util.Arrays.hashCode(p.bits());
      case PrintCommand.QrStore(byte[] data) ->
          "QrStore " + new String(data, StandardCharsets.UTF_8);
      default -> command.toString();
    };
  }

  private static Raster stripes(int height) {
    byte[] bits = new byte[72 * height];
    java.util.Arrays.fill(bits, (byte) 0xAA);
    return Raster.of(576, height, bits);
  }

  private static Raster checks(int width, int height) {
    byte[] bits = new byte[width / 8 * height];
    new SplittableRandom(8).nextBytes(bits);
    return Raster.of(width, height, bits);
  }
}
