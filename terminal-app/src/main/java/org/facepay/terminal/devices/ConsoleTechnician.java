package org.facepay.terminal.devices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A person at a text terminal. Lines are read on a thread of their own, because reading has no time
 * limit; what was typed before a question is no answer to it.
 */
public final class ConsoleTechnician implements Technician {
  private final PrintStream out;
  private final Duration patience;
  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(16);

  public ConsoleTechnician(Reader in, PrintStream out, Duration patience) {
    this.out = out;
    this.patience = patience;
    BufferedReader reader = new BufferedReader(in);
    Thread.ofPlatform().daemon().name("technician").start(() -> read(reader));
  }

  @Override
  public boolean present() {
    return true;
  }

  @Override
  public void tell(String what) {
    lines.clear();
    out.println("  >> " + what + " (" + patience.toSeconds() + " s)");
  }

  @Override
  public Optional<String> answer() {
    try {
      return Optional.ofNullable(lines.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public Duration patience() {
    return patience;
  }

  private void read(BufferedReader reader) {
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        boolean ignored = lines.offer(line);
      }
    } catch (IOException e) {
      out.println("  no more answers: " + e.getMessage());
    }
  }
}
