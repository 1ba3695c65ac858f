package org.facepay.terminal.settlement.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.container.PlanogramSimulator;
import org.facepay.terminal.lab.container.Recipe;
import org.facepay.terminal.lab.container.SessionSimulator;
import org.facepay.terminal.lab.score.Score;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.settlement.engine.Trace;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planograms, sessions, answers and the score, as files. */
class FilesTest {
  private static final Recipe RECIPE = new Recipe(Recipe.Layout.RANDOM, 1, false);
  private static final Planogram PLANOGRAM =
      PlanogramSimulator.make(RECIPE, List.of(), new Random(1));

  private static final String LINE =
      "SETTLE sessions=13 charge=\\d+ ask=\\d+ review=\\d+ p50_ms=\\d+\\.\\d\\d p99_ms=\\d+\\.\\d\\d";

  @TempDir private Path folder;

  @Test
  void aPlanogramComesBackAsItWasWritten() throws Exception {
    Path file = folder.resolve("planogram.json");
    PlanogramFile.write(file, PLANOGRAM);
    assertEquals(PLANOGRAM, PlanogramFile.read(file));
  }

  @Test
  void everyProblemOfAPlanogramIsNamedAtOnce() throws Exception {
    Path file = folder.resolve("planogram.json");
    Files.writeString(
        file,
        """
        {"currency":"XYZW","shelves":[{"id":"S1","lengthMm":600,"cells":"one","noiseGrams":-1,"lanes":[
          {"sku":"6901234567892","fromMm":0,"toMm":700,"stock":8},
          {"sku":"0000000000000","fromMm":10,"toMm":5,"stock":1.5}]},
         {"id":"S1","lengthMm":600,"cells":"left-right","noiseGrams":1,"lanes":[
          {"sku":"6901234567892","fromMm":0,"toMm":60,"stock":8},
          {"sku":"6901234567892","fromMm":50,"toMm":90,"stock":8}]}],
         "skus":[{"id":"6901234567892","name":"a","priceMinor":650,"massGrams":330.0,"massSigmaGrams":3.7},
          {"id":"6901234567893","name":"b","priceMinor":-1,"massGrams":"x","massSigmaGrams":3.7},
          {"id":"6901234567892","name":"","priceMinor":650,"massGrams":0,"massSigmaGrams":3.7}]}
        """);
    var e = assertThrows(PlanogramException.class, () -> PlanogramFile.read(file));
    String all = Sentence.lines(e.problems()).english();
    for (String path :
        List.of(
            "currency: ",
            "skus[1].id: the check digit",
            "skus[1].priceMinor: ",
            "skus[1].massGrams: ",
            "skus[2].id: 6901234567892 is already",
            "skus[2].name: ",
            "skus[2].massGrams: ",
            "shelves[0].cells: ",
            "shelves[0].noiseGrams: ",
            "shelves[0].lanes[0].toMm: ",
            "shelves[0].lanes[1].sku: ",
            "shelves[0].lanes[1].toMm: ",
            "shelves[0].lanes[1].stock: ",
            "shelves[1].id: ",
            "shelves[1].lanes: the lane from 50.0 mm overlaps")) {
      assertTrue(all.contains(path), path + " not in\n" + all);
    }
  }

  @Test
  void aSessionComesBackAsItWasWritten() throws Exception {
    Trace trace =
        new SessionSimulator(PLANOGRAM, RECIPE, new Random(2)).next(new Random(2)).trace();
    Path file = folder.resolve("0001.csv");
    SessionFile.write(file, trace, PLANOGRAM);
    Trace read =
        assertInstanceOf(SessionFile.Recorded.class, SessionFile.read(file, PLANOGRAM)).trace();
    assertEquals(trace.openMs(), read.openMs());
    assertEquals(trace.closedMs(), read.closedMs());
    for (int s = 0; s < trace.shelves().size(); s++) {
      assertArrayEquals(trace.shelves().get(s).atMs(), read.shelves().get(s).atMs());
      assertArrayEquals(trace.shelves().get(s).a(), read.shelves().get(s).a(), 1e-9);
      assertArrayEquals(trace.shelves().get(s).b(), read.shelves().get(s).b(), 1e-9);
    }
  }

  @Test
  void sessionsThatAreNoneAreRefusedWithTheLine() throws IOException {
    String head = "t_ms,source,a,b\n";
    assertEquals("line 1: expected the heading t_ms,source,a,b", refused("a,b\n"));
    assertEquals("line 2: expected 4 columns, found 3", refused(head + "1,S1,2\n"));
    assertEquals(
        "line 3: the time 2 goes back or is out of bounds",
        refused(head + "102,S1,2,3\n2,S1,2,3\n"));
    assertEquals("line 2: the planogram has no shelf S9", refused(head + "2,S9,2,3\n"));
    assertEquals(
        "line 2: expected grams such as 11763.0, found NaN", refused(head + "2,S1,NaN,3\n"));
    assertEquals(
        "line 3: the door opens a second time", refused(head + "2,door,open,\n3,door,open,\n"));
    assertEquals(
        "line 2: the door closes without having opened, or twice",
        refused(head + "2,door,closed,\n"));
    assertEquals("the door is never closed", refused(head + "2,door,open,\n"));
  }

  @Test
  void rowsThatAreLateByLessThanASampleArePutInOrder() throws IOException {
    String text =
        """
        t_ms,source,a,b
        20,S1,1,2
        70,door,open,
        10,S1,3,4
        9000,door,closed,
        8990,S1,5,6
        """;
    var reader = new BufferedReader(new StringReader(text));
    Trace trace =
        assertInstanceOf(SessionFile.Recorded.class, SessionFile.read(reader, PLANOGRAM)).trace();
    assertArrayEquals(new long[] {10, 20, 8990}, trace.shelves().getFirst().atMs());
    assertArrayEquals(new double[] {3, 1, 5}, trace.shelves().getFirst().a());
  }

  private static String refused(String text) throws IOException {
    var reader = new BufferedReader(new StringReader(text));
    return assertInstanceOf(SessionFile.Unreadable.class, SessionFile.read(reader, PLANOGRAM))
        .reason();
  }

  @Test
  @Slow("reads 1,200 damaged files")
  void damagedFilesAreRefusedOrReadAndNeverMore() throws Exception {
    Trace trace =
        new SessionSimulator(PLANOGRAM, RECIPE, new Random(2)).next(new Random(2)).trace();
    Path good = folder.resolve("good.csv");
    SessionFile.write(good, trace, PLANOGRAM);
    Path plan = folder.resolve("plan.json");
    PlanogramFile.write(plan, PLANOGRAM);
    byte[] session = Files.readAllBytes(good);
    byte[] planogram = Files.readAllBytes(plan);
    Path answer = folder.resolve("answer.json");
    byte[] sample =
        "{\"lines\":[],\"confidence\":0.5,\"decision\":\"ask\",\"chargeMinor\":0}"
            .getBytes(StandardCharsets.UTF_8);
    var random = new Random(3);
    Path bad = folder.resolve("bad");
    for (int i = 0; i < 400; i++) {
      Files.write(bad, damaged(session, random));
      SessionFile.read(bad, PLANOGRAM);
      Files.write(bad, damaged(planogram, random));
      try {
        PlanogramFile.read(bad);
      } catch (PlanogramException e) {
        assertTrue(!e.problems().isEmpty());
      }
      Files.write(answer, damaged(sample, random));
      AnswerFile.read(answer, PLANOGRAM);
    }
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bytes = random.nextInt(4) == 0 ? new byte[random.nextInt(300)] : good.clone();
    if (bytes.length < 300) {
      random.nextBytes(bytes);
    }
    for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextBoolean()
        ? bytes
        : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
  }

  @Test
  void aFolderIsSettledAndScoredAndWhatCannotBeReadIsReviewed() throws Exception {
    Path sessions = Files.createDirectories(folder.resolve("sessions"));
    Path truth = Files.createDirectories(folder.resolve("truth"));
    Path out = folder.resolve("out");
    var random = new Random(5);
    var simulator = new SessionSimulator(PLANOGRAM, RECIPE, random);
    for (int i = 1; i <= 12; i++) {
      SessionSimulator.Session s = simulator.next(random);
      SessionFile.write(sessions.resolve("000" + i + ".csv"), s.trace(), PLANOGRAM);
      AnswerFile.writeTruth(truth.resolve("000" + i + ".json"), s.basket(), s.story(), PLANOGRAM);
    }
    Files.writeString(sessions.resolve("0099.csv"), "no session");
    List<String> complaints = new ArrayList<>();
    List<SettleFolder.Progress> progress = new ArrayList<>();
    Settled settled =
        new SettleFolder(PLANOGRAM, complaints::add, progress::add).settle(sessions, out);
    assertTrue(settled.everyAnswer());
    assertTrue(settled.line().matches(LINE), settled.line());
    assertEquals(new SettleFolder.Progress(13, 13), progress.getLast());
    assertEquals(1, complaints.size(), complaints.toString());
    assertTrue(Files.readString(out.resolve("0099.json")).contains("\"decision\":\"review\""));
    Score score = Score.of(truth, out, PLANOGRAM);
    assertTrue(
        score
            .result()
            .matches("RESULT exact=(100.00|91.67) coverage=.* autoerr=0.000 overcharged=0.000 .*"),
        score.result());
    assertTrue(score.details().getFirst().startsWith("sessions=12"), score.details().toString());
  }

  @Test
  void theScoreCountsAsTheFormatSays() {
    var score = new Score(PLANOGRAM);
    int[] one = new int[60];
    one[0] = 1;
    int[] none = new int[60];
    long price = PLANOGRAM.skus().getFirst().priceMinor();
    score.add("right", one, Optional.of(new AnswerFile.Answer(one, 0.9, true, price)));
    score.add("over", none, Optional.of(new AnswerFile.Answer(one, 0.8, true, price)));
    score.add("asked", one, Optional.of(new AnswerFile.Answer(one, 0.5, false, 0)));
    score.add("missing", one, Optional.empty());
    assertEquals(
        "RESULT exact=50.00 coverage=50.00 autoerr=50.000 overcharged=25.000 calgap=30.000",
        score.result());
    assertTrue(score.details().contains("missing or malformed: missing"));
  }

  @Test
  void malformedAnswersAreNone() throws Exception {
    String sku = PLANOGRAM.skus().getFirst().id();
    String line = "{\"sku\":\"" + sku + "\",\"quantity\":1}";
    assertTrue(answer("[" + line + "]", "0.5", "ask", "0").isPresent());
    assertTrue(answer("[" + line + "," + line + "]", "0.5", "ask", "0").isEmpty(), "repeated");
    assertTrue(answer("[{\"sku\":\"1\",\"quantity\":1}]", "0.5", "ask", "0").isEmpty(), "unknown");
    assertTrue(answer("[{\"sku\":\"" + sku + "\",\"quantity\":0}]", "0.5", "ask", "0").isEmpty());
    assertTrue(answer("[" + line + "]", "1.5", "ask", "0").isEmpty(), "confidence");
    assertTrue(answer("[" + line + "]", "0.5", "guess", "0").isEmpty(), "decision");
    assertTrue(answer("[" + line + "]", "0.5", "charge", "1").isEmpty(), "not the sum");
    assertTrue(answer("[]", "0.5", "ask", "-1").isEmpty(), "negative");
  }

  private Optional<AnswerFile.Answer> answer(
      String lines, String confidence, String decision, String charge) throws IOException {
    Path file = folder.resolve("answer.json");
    Files.writeString(
        file,
        "{\"lines\":%s,\"confidence\":%s,\"decision\":\"%s\",\"chargeMinor\":%s}"
            .formatted(lines, confidence, decision, charge));
    return AnswerFile.read(file, PLANOGRAM);
  }
}
