package org.facepay.terminal.lab.command;

import java.nio.file.Path;
import org.facepay.vision.lab.DrawnGalleries;
import org.facepay.vision.lab.IdentificationEvaluation;
import org.facepay.vision.lab.LfwEvaluation;
import org.facepay.vision.lab.LivenessEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How well faces are told apart, and told from pictures of faces. Static, since they become
 * commands of a group that is another object.
 */
@Command(name = "faces")
final class FaceEvaluations {
  /** Two cores are what a terminal has; PyTorch takes one thread of each engine. */
  private static final int WORKERS = Math.min(2, Runtime.getRuntime().availableProcessors());

  @Command(name = "evaluate", description = "Face verification by LFW's View-2 protocol.")
  static int evaluate(
      @Option(names = "--images", required = true, description = "folder in LFW's layout")
          Path images,
      @Option(names = "--pairs", required = true, description = "LFW's pairs file") Path pairs)
      throws Exception {
    System.out.println(LfwEvaluation.run(images, pairs, WORKERS, System.err::println).line());
    return 0;
  }

  @Command(
      name = "liveness",
      description = "Passive presentation-attack detection at the shipped threshold.")
  static int liveness(
      @Option(names = "--images", required = true, description = "folder of frames") Path images,
      @Option(names = "--labels", required = true, description = "CSV with file and label")
          Path labels)
      throws Exception {
    System.out.println(LivenessEvaluation.run(images, labels, WORKERS, System.err::println).line());
    return 0;
  }

  @Command(
      name = "identify",
      description = "Open-set identification: who of the probes is in the gallery.")
  static int identify(
      @Option(names = "--gallery", required = true, description = "pictures of members")
          Path gallery,
      @Option(
              names = "--probes",
              required = true,
              description = "pictures of members and strangers")
          Path probes)
      throws Exception {
    System.out.println(
        IdentificationEvaluation.run(
                gallery, probes, IdentificationEvaluation.STANDARD, WORKERS, System.err::println)
            .line());
    return 0;
  }

  @Command(
      name = "galleries",
      description = "Open-set identification over galleries drawn from one folder of people.")
  static int galleries(
      @Option(names = "--people", required = true, description = "a folder of pictures a person")
          Path people,
      @Option(names = "--members", defaultValue = "400", description = "of each gallery")
          int members,
      @Option(names = "--draws", defaultValue = "12", description = "galleries") int draws,
      @Option(names = "--seed", defaultValue = "1") long seed)
      throws Exception {
    DrawnGalleries.Plan plan = new DrawnGalleries.Plan(members, draws, seed);
    System.out.println(DrawnGalleries.run(people, plan, WORKERS, System.err::println).line());
    return 0;
  }
}
