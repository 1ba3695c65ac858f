package org.facepay.terminal.config;

import java.nio.file.Path;
import java.util.List;

/** The configuration cannot be used; lists everything that is wrong with it. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public ConfigException(Path file, List<String> problems) {
    super(
        file
            + ": "
            + problems.size()
            + (problems.size() == 1 ? " problem" : " problems")
            + "\n  "
            + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line each: the path of the key and what was expected. */
  public List<String> problems() {
    return problems;
  }
}
