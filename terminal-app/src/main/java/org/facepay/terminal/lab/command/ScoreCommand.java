package org.facepay.terminal.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facepay.terminal.lab.score.Score;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From baskets to figures. */
@Command(name = "score", description = "Compares answers with the truth; the last line sums it up.")
final class ScoreCommand implements Callable<Integer> {
  @Option(names = "--truth", required = true, description = "folder of NNNN.json: {lines}")
  private Path truth = Path.of("");

  @Option(names = "--out", required = true, description = "folder of the answers")
  private Path out = Path.of("");

  @Option(
      names = "--planogram",
      description = "planogram.json; if none, the one in the folder of the truth or beside it")
  private @Nullable Path planogram;

  @Override
  public Integer call() throws Exception {
    Score score = Score.of(truth, out, PlanogramFile.read(found()));
    score.details().forEach(System.out::println);
    System.out.println(score.result());
    return 0;
  }

  private Path found() {
    if (planogram != null) {
      return planogram;
    }
    Path inside = truth.resolve("planogram.json");
    return Files.exists(inside) ? inside : truth.resolve("../planogram.json").normalize();
  }
}
