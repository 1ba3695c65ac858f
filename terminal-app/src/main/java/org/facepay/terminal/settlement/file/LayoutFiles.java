package org.facepay.terminal.settlement.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.digest.Sha256;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * What stands in a cabinet, by its files: its own planogram, and a template that many cabinets of
 * the kind share. Names, lengths and noise of the shelves are the cabinet's own; lanes and goods
 * are the template's, where there is one.
 */
public record LayoutFiles(Path planogram, Optional<Path> template) {
  /** Two cabinets of a kind differ by less. */
  private static final double SAME_MM = 2;

  /**
   * Reads both.
   *
   * @throws ExplainedException naming everything that is wrong with one of them, or that they do
   *     not fit each other
   */
  public Planogram read() throws IOException {
    try {
      Planogram own = PlanogramFile.read(planogram);
      return template.isPresent() ? on(own, template.get()) : own;
    } catch (PlanogramException e) {
      throw new ExplainedException(e.explanation(), e);
    }
  }

  private static Planogram on(Planogram own, Path file) throws IOException, PlanogramException {
    Planogram template = PlanogramFile.template(file);
    int shelves = own.shelves().size();
    List<Sentence> problems = new ArrayList<>();
    if (template.shelves().size() != shelves) {
      problems.add(
          Fields.at("shelves", PlanogramWords.SHELVES, shelves, template.shelves().size()));
    }
    List<Planogram.Shelf> filled = new ArrayList<>();
    for (int s = 0; s < Math.min(shelves, template.shelves().size()); s++) {
      Planogram.Shelf mine = own.shelves().get(s);
      Planogram.Shelf theirs = template.shelves().get(s);
      if (Math.abs(mine.lengthMm() - theirs.lengthMm()) > SAME_MM) {
        problems.add(
            Fields.at(
                "shelves[" + s + "].lengthMm",
                PlanogramWords.LENGTH,
                mine.lengthMm(),
                theirs.lengthMm()));
      }
      filled.add(
          new Planogram.Shelf(mine.id(), mine.lengthMm(), mine.noiseGrams(), theirs.lanes()));
    }
    if (!problems.isEmpty()) {
      throw new PlanogramException(file, problems);
    }
    return new Planogram(own.currency(), filled, template.skus());
  }

  /** Tells these files from what stood in them before: the beginning of their SHA-256. */
  public String digest() throws IOException {
    MessageDigest sha = Sha256.begun();
    sha.update(Files.readAllBytes(planogram));
    if (template.isPresent()) {
      sha.update((byte) 0);
      sha.update(Files.readAllBytes(template.get()));
    }
    return HexFormat.of().formatHex(sha.digest(), 0, 6);
  }
}
