package org.facepay.sync.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.facepay.sync.carried.CarriedEvents;
import org.facepay.sync.carried.CarriedFile;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.identity.Credentials;
import org.facepay.sync.identity.Enrolment;
import org.facepay.sync.identity.SignedFile;
import org.facepay.sync.identity.SignedFile.Signer;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.journal.Steps;
import org.facepay.sync.uplink.CloudEvents;
import org.facepay.sync.uplink.Gzip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that go to the collector in somebody's pocket, and its answers that come back so. */
class CarriedDeskTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;
  private Collector collector;
  private Credentials own;
  private Path file;
  private Path stick;

  @BeforeEach
  void open() throws Exception {
    collector =
        Collector.start(
            database(),
            new Collector.Place(FrontDesk.loopback(0), "127.0.0.1", FrontDesk.loopback(0)),
            CLOCK);
    own = Enrolment.enrol(collector.ticket("K3"), "K3", CLOCK);
    file = folder.resolve("journal.db");
    stick = Files.createDirectory(folder.resolve("stick"));
  }

  @AfterEach
  void close() throws Exception {
    collector.close();
  }

  private Path database() {
    return folder.resolve("collector.db");
  }

  private void journal(List<Outgoing> rows) throws Exception {
    try (Journal journal = Journal.open(file)) {
      journal.append(Steps.rows(journal.lastStamp() + 1, rows));
    }
  }

  private CarriedEvents.Written written() throws Exception {
    return CarriedEvents.write(file, own, stick, Instant.now());
  }

  private CarriedDesk.Taken taken() throws Exception {
    return CarriedDesk.take(database(), stick, CLOCK);
  }

  private CarriedEvents.Settled settled() throws Exception {
    return CarriedEvents.settle(file, own, stick);
  }

  private Path only(String kind) throws Exception {
    List<Path> found = CarriedFile.in(stick, kind);
    assertEquals(1, found.size());
    return found.getFirst();
  }

  @Test
  void eachEventArrivesOnceAndLeavesWithItsAnswer() throws Exception {
    journal(List.of(Steps.outgoing("a"), Steps.outgoing("b"), Steps.outgoing("c", "{")));
    CarriedEvents.Written written = written();
    assertEquals(2, written.events());
    assertEquals(1, written.unsendable(), "no JSON");
    assertEquals(0, settled().files(), "nothing leaves without an answer");
    assertEquals(2, taken().accepted());
    assertEquals(2, collector.count());
    assertEquals(2, taken().duplicates(), "the same stick once more");
    CarriedEvents.Settled settled = settled();
    assertEquals(List.of(), settled.wrong());
    assertEquals(3, settled.before());
    assertEquals(1, settled.after());
    assertEquals(1, settled().after(), "the same answer once more");
  }

  @Test
  void moreThanAFileHoldsIsWrittenIntoSeveral() throws Exception {
    String large = "\"" + "x".repeat(1 << 20) + "\"";
    for (int i = 0; i < 9; i++) {
      journal(List.of(Steps.outgoing("large" + i, large)));
    }
    assertEquals(3, written().files());
    assertEquals(9, taken().accepted());
    assertEquals(0, settled().after());
  }

  @Test
  void whatCannotBeStoredStaysAndIsNamed() throws Exception {
    journal(List.of(Steps.outgoing("a"), Steps.outgoing("x".repeat(300))));
    written();
    assertEquals(1, taken().rejected());
    CarriedEvents.Settled settled = settled();
    assertEquals(0, settled.after());
    assertEquals(1, settled.refused());
  }

  @Test
  void nobodyElsesFilesAreTaken() throws Exception {
    journal(List.of(Steps.outgoing("a")));
    Credentials other = Enrolment.enrol(collector.ticket("K4"), "K4", CLOCK);
    byte[] batch = Gzip.of(CloudEvents.encode("urn:facepay:terminal:K3:7F3K", rows()));
    CarriedFile.write(stick.resolve("1.events"), SignedFile.of(other, batch));
    Authority stranger = Authority.in(folder.resolve("stranger.p12"), CLOCK);
    Credentials forged = stranger.server("K3").get();
    CarriedFile.write(stick.resolve("2.events"), SignedFile.of(forged, batch));
    CarriedFile.write(stick.resolve("3.events"), batch);
    Files.write(stick.resolve("4.events"), new byte[CarriedFile.MOST + (1 << 17)]);
    CarriedFile.write(
        stick.resolve("5.events"), SignedFile.of(own, Gzip.of(new byte[CarriedFile.MOST + 1])));
    assertEquals(5, taken().wrong().size(), () -> "of others");
    assertEquals(0, collector.count());
    assertEquals(0, CarriedFile.in(stick, CarriedFile.ANSWER).size());

    written();
    try (Enrolments enrolments = Enrolments.beside(database(), CLOCK)) {
      assertTrue(enrolments.revoke("K3"));
    }
    assertEquals(6, taken().wrong().size(), "of one that counts no more");
    assertEquals(0, collector.count());
  }

  private static List<Outgoing> rows() {
    return List.of(Steps.outgoing("forged"));
  }

  @Test
  void anAnswerIsTheCollectorsAndForThisTerminal() throws Exception {
    journal(List.of(Steps.outgoing("a")));
    written();
    assertEquals(1, taken().accepted());
    byte[] genuine = Files.readAllBytes(only(CarriedFile.ANSWER));
    String said =
        new String(
            SignedFile.read(genuine, own.authority(), Signer.COLLECTOR).content(),
            StandardCharsets.UTF_8);
    Path answer = only(CarriedFile.ANSWER);
    CarriedFile.write(
        answer, SignedFile.of(own, said.getBytes(StandardCharsets.UTF_8))); // not for terminals
    assertEquals(1, settled().wrong().size());
    Credentials server = Authority.in(folder.resolve("authority.p12"), CLOCK).server("x").get();
    byte[] another = said.replace(":K3:", ":K4:").getBytes(StandardCharsets.UTF_8);
    CarriedFile.write(answer, SignedFile.of(server, another));
    assertEquals(1, settled().wrong().size());
    CarriedFile.write(answer, SignedFile.of(server, new byte[] {'['}));
    assertEquals(1, settled().after(), "still there");
    CarriedFile.write(answer, genuine);
    assertEquals(0, settled().after());
  }

  @Test
  void whateverIsChangedOrCutIsRefused() throws Exception {
    byte[] file = SignedFile.of(own, "[]".getBytes(StandardCharsets.UTF_8));
    assertEquals(2, SignedFile.read(file, own.authority(), Signer.TERMINAL).content().length);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      byte[] bad =
          i % 3 == 0 ? java.util.Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
      if (i % 3 == 1 && bad.length > 0) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      } else if (i % 3 == 2) {
        random.nextBytes(bad);
      }
      try {
        byte[] content = SignedFile.read(bad, own.authority(), Signer.TERMINAL).content();
        assertEquals("[]", new String(content, StandardCharsets.UTF_8), "changed and not seen");
      } catch (IOException e) {
        refused++;
      }
    }
    assertTrue(refused > 500, refused + " of 600");
    assertThrows(IOException.class, () -> SignedFile.read(file, own.authority(), Signer.COLLECTOR));
  }
}
