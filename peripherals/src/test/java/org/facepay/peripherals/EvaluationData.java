package org.facepay.peripherals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Data that is measured with and not part of the product. */
public final class EvaluationData {
  private EvaluationData() {}

  /** A folder of it; skips the test, saying why, if it is not there. */
  public static Path folder(String name) {
    String set = System.getenv().getOrDefault("FACEPAY_DATA", "");
    Path root = set.isEmpty() ? Path.of("../../shared/data") : Path.of(set);
    Path folder = root.resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        "no " + name + ": set FACEPAY_DATA to the folder of the evaluation data");
    return folder;
  }
}
