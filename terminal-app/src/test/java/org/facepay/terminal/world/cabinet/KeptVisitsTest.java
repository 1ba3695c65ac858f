package org.facepay.terminal.world.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facepay.sync.journal.Outgoing;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.visit.Piece;
import org.facepay.terminal.session.visit.Settled;
import org.facepay.terminal.settlement.engine.Settlement;
import org.facepay.terminal.settlement.engine.Trace;
import org.facepay.terminal.technician.Deeds;
import org.facepay.terminal.technician.VisitDesk;
import org.facepay.terminal.technician.VisitDesk.Verdict;
import org.facepay.terminal.technician.VisitDesk.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept of a visit, as whoever looks at it finds it. */
class KeptVisitsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final Currency CNY = Currency.getInstance("CNY");
  private static final long VISIT = 70_000_001;

  @TempDir Path data;
  private final List<Outgoing> rows = new ArrayList<>();
  private Path folder;
  private KeptVisits visits;

  @BeforeEach
  void open() {
    folder = Evidence.folder(data.resolve(Cabinet.FOLDER));
    visits = new KeptVisits(data, CNY, new Deeds("K3", rows::add, () -> NOW));
  }

  /** One tea taken off the first shelf, sure to 0.9. */
  private String kept(Evidence evidence, long visit) {
    Trace.Readings taken =
        new Trace.Readings(
            new long[] {0, 100, 200}, new double[] {900, 900, 400}, new double[] {500, 500, 462});
    Trace.Readings still =
        new Trace.Readings(new long[] {0, 200}, new double[] {10, 10}, new double[] {10, 10});
    Settlement said =
        new Settlement(
            List.of(new Settlement.Line(0, 1, 0.9)),
            0.88,
            Settlement.Decision.REVIEW,
            new Money(0, CNY),
            new Settlement.Doubt(List.of(0, 0), List.of(List.of(1, 0))));
    return evidence.keep(
        visit, new Trace(50, 150, List.of(taken, still)), Shelving.PLANOGRAM, Optional.of(said));
  }

  private static Effect.RecordVisit recorded(String evidence, long owed, String why) {
    List<Piece> tea = List.of(new Piece(Fixture.TEA, 1, 1, false));
    Settled settled = new Settled(Settled.Decision.REVIEW, tea, List.of(), List.of(), evidence);
    return new Effect.RecordVisit(new Fixture().scan(Fixture.TEA).session(), settled, owed, why);
  }

  private void visited(long visit, String... whys) {
    try (Evidence evidence = new Evidence(folder, Shelving.PLANOGRAM)) {
      String name = kept(evidence, visit);
      for (int i = 0; i < whys.length; i++) {
        evidence.note(recorded(name, i == 0 ? 500 : 0, whys[i]), NOW.plusSeconds(visit % 100 + i));
      }
    }
  }

  @Test
  void whatIsObjectedToComesFirstAndIsSeenOnce() throws Exception {
    visited(VISIT, "");
    visited(VISIT + 1, "", "disputed");
    visited(VISIT + 2, "");
    List<VisitDesk.Entry> all = visits.visits();
    assertEquals(
        List.of(Why.DISPUTED, Why.NOTHING, Why.NOTHING),
        all.stream().map(VisitDesk.Entry::why).toList());
    assertEquals(new Money(500, CNY), all.getFirst().charged());
    assertTrue(all.getFirst().open());
    assertTrue(visits.looked(all.getFirst().name(), Verdict.WRONG, List.of(1, 1), "Ana"));
    assertFalse(visits.visits().stream().anyMatch(VisitDesk.Entry::open));
    assertTrue(new String(rows.getFirst().data(), StandardCharsets.UTF_8).contains("VISIT_WRONG"));
  }

  @Test
  void theSheetHasWhatTheScaleSaidAndHowSureItWas() throws Exception {
    visited(VISIT, "", "disputed");
    VisitDesk.Sheet sheet = visits.visit(Evidence.name(VISIT)).orElseThrow();
    assertEquals(List.of(new VisitDesk.Line("茶", 1, 0.9)), sheet.lines());
    assertEquals(0.88, sheet.confidence());
    assertEquals(1, sheet.objections().size());
    assertEquals(List.of("S1", "S2"), sheet.curves().stream().map(VisitDesk.Curve::shelf).toList());
    double[] grams = sheet.curves().getFirst().grams();
    assertEquals(0, grams[0]);
    assertEquals(-538, grams[2], 0.2);
    assertEquals(List.of(50L, 150L), List.of(sheet.openMs(), sheet.closedMs()));
  }

  @Test
  void aNameThatIsNoneLeadsNowhere() throws Exception {
    visited(VISIT, "disputed");
    for (String name :
        List.of("", "..", "../" + Evidence.name(VISIT), "a/b", "ÄÖ", "A\0", "9".repeat(40))) {
      assertTrue(visits.visit(name).isEmpty(), name);
      assertFalse(visits.looked(name, Verdict.RIGHT, List.of(), "Ana"), name);
    }
    assertTrue(rows.isEmpty());
  }

  @Test
  void garbageOnTheDiskIsToldAndBreaksNothing() throws Exception {
    visited(VISIT, "disputed");
    visited(VISIT + 1, "disputed");
    String name = Evidence.name(VISIT);
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      byte[] garbage = new byte[random.nextInt(300)];
      random.nextBytes(garbage);
      String end = List.of(".csv", ".json", ".answer", ".seen").get(random.nextInt(4));
      byte[] before =
          Files.exists(folder.resolve(name + end))
              ? Files.readAllBytes(folder.resolve(name + end))
              : null;
      Files.write(folder.resolve(name + end), garbage);
      assertEquals(2, visits.visits().size());
      if (end.equals(".csv")) {
        assertThrows(IOException.class, () -> visits.visit(name));
      } else {
        try {
          visits.visit(name);
        } catch (IOException e) {
          assertFalse(e.getMessage().isEmpty());
        }
      }
      if (before == null) {
        Files.delete(folder.resolve(name + end));
      } else {
        Files.write(folder.resolve(name + end), before);
      }
    }
    byte[] garbage = new byte[400];
    random.nextBytes(garbage);
    Files.write(folder.resolve(name + ".notes"), garbage);
    assertEquals(1, visits.visits().size(), "a visit nobody can tell why to look at");
  }
}
