package org.facepay.terminal.lab.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process of this program that is told what to do by its input, and may be killed. */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Writer orders;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final Thread reading;
  private final Thread last;

  /**
   * Starts it and waits until it says READY.
   *
   * @param noted takes the lines that begin with a plus
   */
  Child(List<String> command, Path log, Consumer<String> noted)
      throws IOException, InterruptedException {
    process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    last = Thread.ofPlatform().unstarted(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(last); // nothing is left behind when this is stopped
    orders = process.outputWriter();
    BufferedReader lines = process.inputReader();
    reading = Thread.ofVirtual().start(() -> read(lines, noted));
    String first = heard();
    if (!first.equals("READY")) {
      throw new IOException(command.getLast() + " did not start, see " + log);
    }
  }

  private void read(BufferedReader lines, Consumer<String> noted) {
    lines
        .lines()
        .forEach(
            line -> {
              if (line.startsWith("+ ")) {
                noted.accept(line.substring(2));
              } else {
                said.add(line);
              }
            });
    said.add("");
  }

  /** Tells it what to do. */
  void order(String what) throws IOException {
    orders.write(what + "\n");
    orders.flush();
  }

  /** Asks, and waits for what it says; empty when it has ended. */
  String ask(String what) throws IOException, InterruptedException {
    order(what);
    return heard();
  }

  private String heard() throws IOException, InterruptedException {
    String line = said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (line == null) {
      throw new IOException("a process says nothing for " + PATIENCE.toSeconds() + " s");
    }
    return line;
  }

  /** SIGKILL, now; when this returns, all it has said was noted. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    reading.join();
    Runtime.getRuntime().removeShutdownHook(last);
  }

  /** Lets it end by itself; when this returns, all it has said was noted. */
  @Override
  public void close() throws IOException {
    try {
      orders.close();
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      kill();
      if (!ended) {
        throw new IOException("a process did not end by itself");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
