package org.facepay.terminal.world.cabinet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.SmallFile;
import org.facepay.terminal.settlement.file.LayoutFiles;
import org.facepay.terminal.settlement.file.PlanogramException;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * The versions of a cabinet's planogram: a file each, whose name says its number, from when it is
 * valid and which configured files it goes back to. Other configured files make a new version; so
 * does whoever puts something else into a lane. An older version is never changed. Not thread-safe.
 */
public final class Planograms {
  /** The oldest of more are deleted; traces have their own beside them. */
  private static final int MOST = 200;

  /** Gives a planogram the prices of now, or says why it cannot be sold from. */
  public interface Priced {
    Planogram of(Planogram read) throws IOException;
  }

  private final Path folder;
  private final Priced priced;
  private final List<PlanogramVersion> versions;
  private Planogram now;

  private Planograms(Path folder, Priced priced, List<PlanogramVersion> versions, Planogram now) {
    this.folder = folder;
    this.priced = priced;
    this.versions = versions;
    this.now = now;
  }

  /**
   * Opens those of a cabinet.
   *
   * @param cabinet its folder in the terminal's data
   * @param configured what the cabinet is filled with as far as the configuration knows
   * @param at the time
   * @throws IOException when the newest cannot be read or sold from; nothing is changed then
   */
  public static Planograms open(Path cabinet, LayoutFiles configured, Priced priced, Instant at)
      throws IOException {
    Path folder = Files.createDirectories(cabinet.resolve("planograms"));
    List<PlanogramVersion> versions = versions(folder);
    Planogram newest = priced.of(newest(versions, configured));
    Planograms planograms = new Planograms(folder, priced, versions, newest);
    if (!isNewest(versions, configured)) {
      planograms.write(newest, configured.digest(), at);
    }
    return planograms;
  }

  /**
   * What a cabinet is filled with: the newest version, or other files that were configured since.
   *
   * @throws IOException when it cannot be read
   */
  public static Planogram newest(Path cabinet, LayoutFiles configured) throws IOException {
    return newest(versions(cabinet.resolve("planograms")), configured);
  }

  private static Planogram newest(List<PlanogramVersion> versions, LayoutFiles configured)
      throws IOException {
    return isNewest(versions, configured) ? read(versions.getLast().file()) : configured.read();
  }

  private static boolean isNewest(List<PlanogramVersion> versions, LayoutFiles configured)
      throws IOException {
    return !versions.isEmpty() && versions.getLast().digest().equals(configured.digest());
  }

  private static List<PlanogramVersion> versions(Path folder) throws IOException {
    List<PlanogramVersion> versions = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.map(PlanogramVersion::of).flatMap(Optional::stream).forEach(versions::add);
      }
    }
    versions.sort(Comparator.comparingInt(PlanogramVersion::number));
    return versions;
  }

  private static Planogram read(Path file) throws IOException {
    try {
      return PlanogramFile.read(file);
    } catch (PlanogramException e) {
      throw new ExplainedException(e.explanation(), e);
    }
  }

  /** The one that is valid now, with the prices of the program's start. */
  public Planogram now() {
    return now;
  }

  /** The number of the one that is valid now. */
  int number() {
    return versions.getLast().number();
  }

  /** The one that was valid then; that of now where it cannot be read any more. */
  Planogram at(Instant then) throws IOException {
    Optional<PlanogramVersion> valid =
        versions.reversed().stream().filter(v -> !v.from().isAfter(then)).findFirst();
    return valid.isEmpty() || valid.get().equals(versions.getLast())
        ? now
        : priced.of(read(valid.get().file()));
  }

  /**
   * Writes a new version, if it differs, and goes by it.
   *
   * @throws IOException when the disk does not take it; the one of before stays valid
   */
  void relaid(Planogram next, Instant at) throws IOException {
    Planogram sold = priced.of(next);
    if (!sold.equals(now)) {
      write(sold, versions.getLast().digest(), at);
      now = sold;
    }
  }

  /** A clock that was put back does not make an older version valid again. */
  private void write(Planogram planogram, String digest, Instant at) throws IOException {
    int number = versions.isEmpty() ? 1 : number() + 1;
    Instant from = at;
    if (!versions.isEmpty() && !versions.getLast().from().isBefore(at)) {
      from = versions.getLast().from().plusMillis(1);
    }
    PlanogramVersion version = PlanogramVersion.in(folder, number, from, digest);
    SmallFile.write(version.file(), PlanogramFile.text(planogram));
    versions.add(version);
    while (versions.size() > MOST) {
      Files.deleteIfExists(versions.removeFirst().file());
    }
  }

  /** What is known of an article, by the newest version that has it. */
  Optional<Planogram.Sku> sku(String code) {
    return of(now, code)
        .or(
            () ->
                versions.reversed().stream()
                    .map(Planograms::earlier)
                    .flatMap(Optional::stream)
                    .map(planogram -> of(planogram, code))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private static Optional<Planogram> earlier(PlanogramVersion version) {
    try {
      return Optional.of(PlanogramFile.read(version.file()));
    } catch (IOException | PlanogramException e) {
      return Optional.empty(); // what it knew is weighed again
    }
  }

  private static Optional<Planogram.Sku> of(Planogram planogram, String code) {
    return planogram.skus().stream().filter(s -> s.id().equals(code)).findFirst();
  }
}
