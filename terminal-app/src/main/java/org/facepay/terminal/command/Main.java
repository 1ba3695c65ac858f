package org.facepay.terminal.command;

import java.util.Arrays;
import java.util.List;
import org.facepay.terminal.files.OwnerOnly;
import org.facepay.terminal.files.TextFile;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program. */
@Command(
    name = "facepay",
    versionProvider = Version.class,
    description = "Self-checkout, vending and smart-container terminal.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT)
public final class Main {
  private Main() {}

  /** Runs a command; exit code 0 when it did what it says, 1 when not, 2 for wrong usage. */
  public static void main(String[] args) {
    boolean terminal = args.length > 0 && args[0].equals(RunCommand.NAME);
    end(terminal ? terminal() : commands(), args);
  }

  /** The commands of every terminal. */
  public static CommandLine commands() {
    CommandLine line = terminal();
    for (Object command :
        List.of(
            new BadgeCommand(),
            new CollectorCommand(),
            new ConfigCommand(),
            new ContainerCommand(),
            new DevicesCommand(),
            new FacesCommand(),
            new JournalCommand(),
            new PaymentsCommand(),
            new ProvisionCommand(),
            new VendingCommand())) {
      line.addSubcommand(command);
    }
    return line;
  }

  /** Nothing but the terminal itself: to read all other commands is a tenth of its start. */
  private static CommandLine terminal() {
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand(new RunCommand());
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
          LoggerFactory.getLogger(Main.class).debug("command failed", e);
          return 1;
        });
    return line;
  }

  /** Runs a command and ends the process with its exit code. */
  public static void end(CommandLine line, String... args) {
    OwnerOnly.fromNowOn();
    int code = run(line, args);
    System.out.flush();
    System.exit(code);
  }

  /** Runs a command inside this process; its exit code. */
  public static int run(CommandLine line, String... args) {
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return Arrays.stream(args).anyMatch(TextFile::isDamaged) ? damaged(line) : line.execute(args);
  }

  private static int damaged(CommandLine line) {
    System.err.println("the arguments lost characters in this locale; " + TextFile.LOCALE);
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }
}
