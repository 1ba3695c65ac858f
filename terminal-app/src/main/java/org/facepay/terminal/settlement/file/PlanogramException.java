package org.facepay.terminal.settlement.file;

import java.nio.file.Path;
import java.util.List;

/** A planogram cannot be used; lists everything that is wrong with it. */
public final class PlanogramException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  PlanogramException(Path file, List<String> problems) {
    super(
        file
            + ": "
            + problems.size()
            + (problems.size() == 1 ? " problem" : " problems")
            + "\n  "
            + String.join("\n  ", problems.subList(0, Math.min(40, problems.size()))));
    this.problems = List.copyOf(problems);
  }

  /** One line each: the path of the field and what was expected. */
  public List<String> problems() {
    return problems;
  }
}
