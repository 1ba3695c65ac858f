package org.facepay.terminal.world.voice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.facepay.kiosk.screen.Display;
import org.facepay.terminal.files.Programs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads out through the earphone jack, by a speech synthesiser that is a program of its own
 * (espeak-ng reads the text from its standard input). What is said last is what matters: it cuts
 * off what is being said, and nothing queues up behind it.
 */
public final class Voice implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Voice.class);
  private static final String PROGRAM = "espeak-ng";

  /** Words a minute; half of what is usual for those who know their machine. */
  private static final String PACE = "150";

  /** Longer than any sentence takes. */
  private static final long MOST_SECONDS = 60;

  private final Function<Display.Language, List<String>> command;
  private final Thread thread = new Thread(this::run, "voice");
  private @Nullable Said next;
  private @Nullable Process speaking;
  private boolean closed;
  private boolean silent;

  private record Said(String text, Display.Language language) {}

  /**
   * @param command the program that reads out its standard input in this language
   */
  Voice(Function<Display.Language, List<String>> command) {
    this.command = command;
    thread.setDaemon(true);
    thread.start();
  }

  /** The synthesiser of this machine; empty where none is installed. */
  public static Optional<Voice> installed() {
    return Programs.installed(PROGRAM)
        ? Optional.of(new Voice(Voice::synthesiser))
        : Optional.empty();
  }

  private static List<String> synthesiser(Display.Language language) {
    String voice =
        switch (language) {
          case ZH -> "cmn";
          case EN -> "en";
        };
    return List.of(PROGRAM, "-v", voice, "-s", PACE, "--stdin");
  }

  /** Says this now; returns at once. */
  public synchronized void say(String text, Display.Language language) {
    next = new Said(text, language);
    if (speaking != null) {
      speaking.destroy();
    }
    notifyAll();
  }

  private void run() {
    try {
      for (Optional<Said> said = take(); said.isPresent(); said = take()) {
        speak(said.get());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Optional<Said> take() throws InterruptedException {
    while (next == null && !closed) {
      wait();
    }
    Optional<Said> said = closed ? Optional.empty() : Optional.ofNullable(next);
    next = null;
    return said;
  }

  private void speak(Said said) throws InterruptedException {
    try {
      Process process = start(said.language());
      try (OutputStream to = process.getOutputStream()) {
        to.write(said.text().getBytes(StandardCharsets.UTF_8));
      } catch (IOException _) {
        // It was cut off before it had heard everything.
      }
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      if (!silent) {
        LOG.error("nothing is read out: {}; said once", e.toString());
      }
      silent = true;
    } finally {
      done();
    }
  }

  private synchronized Process start(Display.Language language) throws IOException {
    Process process =
        new ProcessBuilder(command.apply(language))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    speaking = process;
    if (next != null || closed) {
      process.destroy();
    }
    return process;
  }

  private synchronized void done() {
    speaking = null;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (speaking != null) {
      speaking.destroy();
    }
    notifyAll();
  }
}
