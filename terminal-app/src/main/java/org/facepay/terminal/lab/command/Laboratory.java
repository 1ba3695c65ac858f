package org.facepay.terminal.lab.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.facepay.terminal.command.Main;
import picocli.CommandLine;

/**
 * The program with its laboratory: a demo shop, trips, benches, torture, chaos and evaluations
 * beside the commands of every terminal. It is a jar of its own, and no terminal needs it.
 */
public final class Laboratory {
  private Laboratory() {}

  public static void main(String[] args) {
    Main.end(commands(), args);
  }

  /** The commands of every terminal and those of the laboratory. */
  public static CommandLine commands() {
    CommandLine line = Main.commands();
    line.addSubcommand(new DemoCommand());
    line.addSubcommand(new TripCommand());
    line.addSubcommand(new BenchCommand());
    line.addSubcommand(new SyncCommand());
    line.addSubcommand(new StoreCommand());
    line.addSubcommand(new OffersCommand());
    group(line, "devices").addSubcommand(new TortureCommand());
    group(line, "container")
        .addSubcommand(new ScoreCommand())
        .addSubcommand(new SimulateCommand())
        .addSubcommand(new EvaluateCommand())
        .addSubcommand(new CabinetTortureCommand());
    group(line, "payments").addSubcommand(new DriveCommand()).addSubcommand(new ChaosCommand());
    group(line, "vending").addSubcommand(new VendingTortureCommand());
    CommandLine faces = group(line, "faces");
    new CommandLine(new FaceEvaluations()).getSubcommands().forEach(faces::addSubcommand);
    return line;
  }

  /** The words that start this program once more, small, up to its own arguments. */
  static List<String> program() {
    List<String> words = new ArrayList<>(machine());
    words.add(Laboratory.class.getName());
    return List.copyOf(words);
  }

  /** The words that start a small machine with all classes of this one, up to its main class. */
  public static List<String> machine() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx192m",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"));
  }

  private static CommandLine group(CommandLine line, String name) {
    return Objects.requireNonNull(line.getSubcommands().get(name), name);
  }
}
