package org.facepay.terminal.world.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.settlement.engine.Trace;
import org.facepay.terminal.world.cabinet.Recording.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a visit, also of one in whose middle the power went. */
class EvidenceTest {
  private static final long VISIT = 70_000_001;

  @TempDir Path folder;

  private Evidence open() {
    return new Evidence(folder, Shelving.PLANOGRAM);
  }

  private Path rows() {
    return folder.resolve(Evidence.name(VISIT) + ".rows");
  }

  private void written() {
    try (Evidence evidence = open()) {
      evidence.begin(VISIT, 1_000);
      evidence.add(0, new Sample(1_100, 10.5, 20.25));
      evidence.opened(1_200);
      evidence.add(1, new Sample(1_300, 30, 40));
      evidence.opened(1_900);
    }
  }

  @Test
  void aVisitThatWasCutOffIsReadBack() throws Exception {
    written();
    try (Evidence evidence = open()) {
      assertTrue(evidence.has(VISIT));
      Evidence.Kept kept = evidence.read(VISIT);
      assertEquals(List.of(new Sample(100, 10.5, 20.3)), kept.samples().getFirst());
      assertEquals(List.of(new Sample(5_300, 30, 40)), kept.shifted(5_000).getLast());
      assertEquals(200, kept.openMs(), "when it opened first");
      evidence.end(VISIT);
      assertFalse(evidence.has(VISIT));
    }
  }

  @Test
  void rowsThatMakeNoSenseAreLeftOut() throws Exception {
    written();
    byte[] garbage =
        ("\0\0\0\n\u00ff\u00fe,1,2\n400,9,1,1\n400,-1,1,1\n400,0,NaN,1\n-5,0,1,1\n"
                + "99999999999999,0,1,1\nx,door\n500,0,7,8\n600,0,538.1,53")
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(rows(), garbage, StandardOpenOption.APPEND);
    try (Evidence evidence = open()) {
      evidence.begin(VISIT, 0);
      evidence.add(0, new Sample(700, 9, 9));
      evidence.flush();
      Evidence.Kept kept = evidence.read(VISIT);
      assertEquals(
          List.of(new Sample(100, 10.5, 20.3), new Sample(500, 7, 8), new Sample(700, 9, 9)),
          kept.samples().getFirst());
      assertEquals(200, kept.openMs());
    }
  }

  @Test
  void whatIsSettledIsKeptWithItsPlanogram() throws Exception {
    Trace.Readings readings =
        new Trace.Readings(new long[] {0, 50}, new double[] {1, 2}, new double[] {3, 4});
    try (Evidence evidence = open()) {
      String name =
          evidence.keep(
              VISIT,
              new Trace(10, 40, List.of(readings, readings)),
              Shelving.PLANOGRAM,
              Optional.empty());
      assertEquals(Evidence.name(VISIT), name);
    }
    assertTrue(Files.exists(folder.resolve(Evidence.name(VISIT) + ".csv")));
    assertTrue(Files.exists(folder.resolve(Evidence.name(VISIT) + ".json")));
  }

  @Test
  void aDiskThatTakesNothingCostsTheEvidenceOnly() throws Exception {
    Path file = Files.writeString(folder.resolve("no-folder"), "");
    try (Evidence evidence = new Evidence(file, Shelving.PLANOGRAM)) {
      evidence.begin(VISIT, 0);
      evidence.add(0, new Sample(1, 1, 1));
      evidence.opened(2);
      Trace.Readings none = new Trace.Readings(new long[0], new double[0], new double[0]);
      assertEquals(
          "",
          evidence.keep(
              VISIT, new Trace(0, 1, List.of(none, none)), Shelving.PLANOGRAM, Optional.empty()));
    }
  }

  @Test
  void whatIsOldIsDeleted() throws Exception {
    Instant now = Instant.now();
    Path old = Files.writeString(folder.resolve("old.csv"), "");
    Path young = Files.writeString(folder.resolve("young.csv"), "");
    Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(31))));
    Files.setLastModifiedTime(young, FileTime.from(now.minus(Duration.ofDays(29))));
    open().prune(now);
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young));
  }

  @Test
  void whatSomebodyHasToLookAtIsKeptWhole() throws Exception {
    Instant now = Instant.now();
    Path trace = Files.writeString(folder.resolve("7ABC.csv"), "");
    Files.writeString(folder.resolve("7ABC.notes"), "");
    Files.setLastModifiedTime(trace, FileTime.from(now.minus(Duration.ofDays(31))));
    open().prune(now);
    assertTrue(Files.exists(trace), "an objection came later");
  }
}
