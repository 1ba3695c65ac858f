package org.facepay.terminal.world.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.facepay.terminal.settlement.file.LayoutFiles;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.settlement.planogram.Relaid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every version that a cabinet ever went by, whatever happens to the disk. */
class PlanogramsTest {
  private static final Instant FIRST = Instant.parse("2026-12-01T08:00:00Z");
  private static final Instant LATER = Instant.parse("2026-12-02T08:00:00Z");
  private static final Planogram.Sku BUN = new Planogram.Sku("6900123400494", "包", 600, 98, 1.5);
  private static final Planogram NEXT =
      Relaid.of(Shelving.PLANOGRAM, Map.of(201, BUN), Map.of(201, 8), Map.of());

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void configured() throws IOException {
    file = folder.resolve("planogram.json");
    PlanogramFile.write(file, Shelving.PLANOGRAM);
  }

  private Planograms open(Instant at) throws IOException {
    return Planograms.open(
        folder.resolve("cabinet"), new LayoutFiles(file, Optional.empty()), read -> read, at);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("cabinet/planograms"))) {
      return all.sorted().toList();
    }
  }

  @Test
  void whatWasLearnedIsValidFromThenOnAndWhatWasBeforeStays() throws Exception {
    Planograms planograms = open(FIRST);
    assertEquals(Shelving.PLANOGRAM, planograms.now());
    planograms.relaid(NEXT, LATER);
    planograms.relaid(NEXT, LATER.plusSeconds(5));
    Planograms again = open(LATER.plusSeconds(9));
    assertEquals(NEXT, again.now());
    assertEquals(2, again.number(), "said twice, it is one version");
    assertEquals(Shelving.PLANOGRAM, again.at(LATER.minusMillis(1)), "of a visit before");
    assertEquals(NEXT, again.at(LATER));
    assertEquals(NEXT, again.at(FIRST.minusSeconds(1)), "nobody knows what stood there then");
    assertEquals(2, files().size());
  }

  @Test
  void otherFilesMakeAVersionAndTheSameFilesDoNot() throws Exception {
    open(FIRST).relaid(NEXT, LATER);
    assertEquals(NEXT, open(LATER.plusSeconds(1)).now());
    Planogram other = Relaid.of(Shelving.PLANOGRAM, Map.of(101, BUN), Map.of(), Map.of());
    PlanogramFile.write(file, other);
    Planograms changed = open(LATER.plusSeconds(2));
    assertEquals(other, changed.now());
    assertEquals(3, changed.number());
  }

  @Test
  void aMassThatWasLearnedOnceIsKnownAgain() throws Exception {
    Planograms planograms = open(FIRST);
    planograms.relaid(NEXT, LATER);
    planograms.relaid(Shelving.PLANOGRAM, LATER.plusSeconds(1));
    assertEquals(Optional.of(BUN), planograms.sku(BUN.id()));
    assertEquals(Optional.empty(), planograms.sku("6900123400289"));
  }

  @Test
  void aClockThatWasPutBackMakesNoOlderVersionValid() throws Exception {
    Planograms planograms = open(LATER);
    planograms.relaid(NEXT, FIRST);
    assertEquals(NEXT, planograms.at(LATER.plusMillis(1)));
    assertEquals(NEXT, open(FIRST).now());
  }

  @Test
  void aPowerCutInTheMiddleLeavesTheVersionBefore() throws Exception {
    open(FIRST).relaid(NEXT, LATER);
    Path newest = files().getLast();
    Path partial = newest.resolveSibling("000003-20261203T080000000Z-000000000000.json.partial");
    Files.writeString(partial, "{\"currency\":\"CN");
    Files.writeString(newest.resolveSibling("notes.txt"), "not ours");
    assertEquals(NEXT, open(LATER.plusSeconds(1)).now());
  }

  @Test
  void aDamagedVersionIsSaidAndNotGoneBackBehind() throws Exception {
    open(FIRST).relaid(NEXT, LATER);
    Path newest = files().getLast();
    byte[] whole = Files.readAllBytes(newest);
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      Files.write(newest, i % 3 == 0 ? new byte[random.nextInt(40)] : damaged);
      try {
        open(LATER.plusSeconds(i));
      } catch (IOException e) {
        assertTrue(e.getMessage().contains(newest.getFileName().toString()), e.getMessage());
      }
      assertEquals(2, files().size(), "nothing is changed, nothing is lost");
    }
  }

  @Test
  void aDiskThatTakesNothingLeavesItAsItWas() throws Exception {
    Planograms planograms = open(FIRST);
    Path versions = folder.resolve("cabinet/planograms");
    for (Path version : files()) {
      Files.delete(version);
    }
    Files.delete(versions);
    Files.writeString(versions, "in the way");
    assertThrows(IOException.class, () -> planograms.relaid(NEXT, LATER));
    assertEquals(Shelving.PLANOGRAM, planograms.now());
  }
}
