package org.facepay.terminal.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * A command that was run inside this process.
 *
 * @param code its exit code
 * @param said all that it printed, on both ways
 */
public record Ran(int code, String said) {
  /** Runs it to its end. */
  public static Ran of(CommandLine commands, String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    try (PrintStream heard = new PrintStream(both, true, StandardCharsets.UTF_8)) {
      System.setOut(heard);
      System.setErr(heard);
      int code = Main.run(commands, args);
      return new Ran(code, both.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
