package org.facepay.terminal.settlement.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.facepay.terminal.settlement.engine.Experience;
import org.facepay.terminal.settlement.engine.History;
import org.facepay.terminal.settlement.engine.Settlement;
import org.facepay.terminal.settlement.engine.Settlement.Decision;
import org.facepay.terminal.settlement.engine.Settler;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * Settles a folder of sessions of one container, several at once, in the order of their names. How
 * its cells scatter and how its shoppers grip is learned on the way, as {@link History} says: no
 * answer depends on a session with a later name.
 */
public final class SettleFolder {
  private static final int REHEARSED = 16;
  private static final int TIMES = 12;

  /** Where it is: sessions answered, of how many. */
  public record Progress(int done, int of) {}

  private final Planogram planogram;
  private final Consumer<String> complaints;
  private final Consumer<Progress> progress;

  /**
   * A folder.
   *
   * @param complaints about sessions that cannot be settled
   * @param progress told after every block of sessions
   */
  public SettleFolder(
      Planogram planogram, Consumer<String> complaints, Consumer<Progress> progress) {
    this.planogram = planogram;
    this.complaints = complaints;
    this.progress = progress;
  }

  /** What became of one file; the time is that of settling, without reading and writing. */
  private record Answered(boolean written, Decision decision, long nanos, Experience taught) {}

  /** Writes an answer for every session. */
  public Settled settle(Path sessions, Path out) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(sessions)) {
      files = all.filter(f -> f.getFileName().toString().endsWith(".csv")).sorted().toList();
    }
    Files.createDirectories(out);
    var history = new History(planogram);
    var sum = new Settled.Sum();
    rehearse(history.settler(), files);
    int done = 0;
    while (done < files.size()) {
      int next = Math.min(files.size(), done + history.untilLesson());
      Settler settler = history.settler();
      List<Answered> block =
          files.subList(done, next).parallelStream().map(f -> answered(settler, f, out)).toList();
      for (Answered a : block) {
        sum.add(a.written(), a.decision(), a.nanos());
        history.add(a.taught());
      }
      done = next;
      progress.accept(new Progress(done, files.size()));
    }
    return sum.all();
  }

  /**
   * Settles the first sessions a few times and forgets the answers: a terminal has settled before,
   * and the first times of a fresh program are the compiler's.
   */
  private void rehearse(Settler settler, List<Path> files) {
    List<Path> first = files.subList(0, Math.min(REHEARSED, files.size()));
    first.parallelStream()
        .forEach(
            file -> {
              if (SessionFile.read(file, planogram) instanceof SessionFile.Recorded r) {
                for (int i = 0; i < TIMES; i++) {
                  settler.outcome(r.trace());
                }
              }
            });
  }

  private Answered answered(Settler settler, Path file, Path out) {
    String name = file.getFileName().toString();
    Path answer = out.resolve(name.substring(0, name.length() - 4) + ".json");
    try {
      return switch (SessionFile.read(file, planogram)) {
        case SessionFile.Unreadable u -> unread(settler, name, answer, u.reason(), 0);
        case SessionFile.Recorded r -> {
          long start = System.nanoTime();
          Settler.Outcome outcome = settler.outcome(r.trace());
          long nanos = System.nanoTime() - start;
          Optional<Settlement> settlement = outcome.settlement();
          if (settlement.isEmpty()) {
            yield unread(settler, name, answer, "the cells do not say what left", nanos);
          }
          AnswerFile.write(answer, settlement.get(), planogram);
          yield new Answered(true, settlement.get().decision(), nanos, outcome.taught());
        }
      };
    } catch (IOException e) {
      complaints.accept(name + ": the answer cannot be written: " + e);
      return new Answered(false, Decision.REVIEW, 0, settler.nothing());
    }
  }

  private Answered unread(Settler settler, String name, Path answer, String reason, long nanos)
      throws IOException {
    complaints.accept(name + ": " + reason);
    AnswerFile.writeUnread(answer, reason);
    return new Answered(true, Decision.REVIEW, nanos, settler.nothing());
  }
}
