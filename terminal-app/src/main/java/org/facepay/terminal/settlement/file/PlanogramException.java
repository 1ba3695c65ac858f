package org.facepay.terminal.settlement.file;

import java.nio.file.Path;
import java.util.List;
import org.facepay.terminal.language.Explained;
import org.facepay.terminal.language.Sentence;

/** A planogram cannot be used; lists everything that is wrong with it. */
public final class PlanogramException extends Exception implements Explained {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 40;

  private final transient Sentence explanation;
  private final transient List<Sentence> problems;

  PlanogramException(Path file, List<Sentence> problems) {
    this(explained(file, problems), problems);
  }

  private PlanogramException(Sentence explanation, List<Sentence> problems) {
    super(explanation.english());
    this.explanation = explanation;
    this.problems = List.copyOf(problems);
  }

  private static Sentence explained(Path file, List<Sentence> problems) {
    return Sentence.of(
        problems.size() == 1 ? PlanogramWords.PROBLEM : PlanogramWords.PROBLEMS,
        file,
        problems.size(),
        Sentence.lines(problems.subList(0, Math.min(MOST, problems.size()))));
  }

  @Override
  public Sentence explanation() {
    return explanation;
  }

  /** One line each: the path of the field and what was expected. */
  public List<Sentence> problems() {
    return problems;
  }
}
