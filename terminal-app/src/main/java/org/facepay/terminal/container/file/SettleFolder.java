package org.facepay.terminal.container.file;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facepay.terminal.container.planogram.Planogram;
import org.facepay.terminal.container.settle.Experience;
import org.facepay.terminal.container.settle.Settlement;
import org.facepay.terminal.container.settle.Settler;

/**
 * Settles a folder of sessions of one container, several at once. Some of them are looked at twice:
 * first to learn how the cells of this container scatter and how its shoppers grip, as a container
 * that is in use has learned from the sessions before.
 */
public final class SettleFolder {
  private static final int TOLD_EVERY = 500;
  private static final int LEARNED_FROM = 300;

  private final Planogram planogram;
  private final PrintStream progress;

  public SettleFolder(Planogram planogram, PrintStream progress) {
    this.planogram = planogram;
    this.progress = progress;
  }

  /** Whether every session got an answer. */
  public boolean settle(Path sessions, Path out) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(sessions)) {
      files = all.filter(f -> f.getFileName().toString().endsWith(".csv")).sorted().toList();
    }
    Files.createDirectories(out);
    Settler settler = learned(files);
    var done = new AtomicInteger();
    long answered =
        files.parallelStream()
            .filter(
                file -> {
                  boolean good = settled(settler, file, out);
                  int n = done.incrementAndGet();
                  if (n % TOLD_EVERY == 0) {
                    progress.println(n + " of " + files.size() + " sessions");
                  }
                  return good;
                })
            .count();
    return answered == files.size();
  }

  /** What sessions spread evenly over the folder teach. */
  private Settler learned(List<Path> files) {
    var naive = new Settler(planogram);
    int every = (files.size() + LEARNED_FROM - 1) / LEARNED_FROM;
    List<Experience> seen =
        IntStream.range(0, files.size())
            .filter(i -> i % Math.max(1, every) == 0)
            .parallel()
            .mapToObj(i -> experience(naive, files.get(i)))
            .toList();
    return naive.after(seen);
  }

  private Experience experience(Settler naive, Path file) {
    return switch (SessionFile.read(file, planogram)) {
      case SessionFile.Unreadable u -> naive.nothing();
      case SessionFile.Recorded r -> naive.experience(r.trace());
    };
  }

  private boolean settled(Settler settler, Path file, Path out) {
    String name = file.getFileName().toString();
    Path answer = out.resolve(name.substring(0, name.length() - 4) + ".json");
    try {
      switch (SessionFile.read(file, planogram)) {
        case SessionFile.Unreadable u -> unread(name, answer, u.reason());
        case SessionFile.Recorded r -> {
          Optional<Settlement> settlement = settler.settle(r.trace());
          if (settlement.isPresent()) {
            AnswerFile.write(answer, settlement.get(), planogram);
          } else {
            unread(name, answer, "a shelf says nothing before or after");
          }
        }
      }
      return true;
    } catch (IOException e) {
      progress.println(name + ": the answer cannot be written: " + e);
      return false;
    }
  }

  private void unread(String name, Path answer, String reason) throws IOException {
    progress.println(name + ": " + reason);
    AnswerFile.writeUnread(answer, reason);
  }
}
