package org.facepay.vision.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.facepay.tags.NeedsNatives;
import org.facepay.vision.camera.CameraException;
import org.facepay.vision.camera.CameraException.Reason;
import org.facepay.vision.camera.RotatedSource;
import org.facepay.vision.camera.StillsSource;
import org.facepay.vision.face.EvidencePolicy;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.Guidance;
import org.facepay.vision.face.TestPictures;
import org.facepay.vision.face.Verdict;
import org.facepay.vision.gallery.Gallery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/** A watched camera from the first picture to a verdict, and all that can be wrong with it. */
@NeedsNatives
class FaceWatchTest {
  private static final Duration PERIOD = Duration.ofMillis(40);
  private static final EvidencePolicy STANDARD = EvidencePolicy.standard();

  /** Any face counts as live: what is tested is who it is. */
  private static final EvidencePolicy TRUSTING =
      new EvidencePolicy(3, 6, 6, 0, 0, STANDARD.same(), STANDARD.thinMargin());

  private static FaceEngine engine;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws Exception {
    engine = FaceEngine.load();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static final class Heard implements FaceWatch.Listener {
    final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    final AtomicInteger previews = new AtomicInteger();

    @Override
    public void preview(byte[] jpeg) {
      assertTrue(jpeg.length > 100 && jpeg[0] == (byte) 0xff);
      previews.incrementAndGet();
    }

    @Override
    public void look(Look look) {
      events.add(look);
    }

    @Override
    public void camera(Optional<CameraException> problem) {
      events.add(problem.<Object>map(CameraException::reason).orElse("works"));
    }

    Object await(Predicate<Object> wanted) throws InterruptedException {
      while (true) {
        Object event = events.poll(30, TimeUnit.SECONDS);
        assertNotNull(event, "nothing more came");
        if (wanted.test(event)) {
          return event;
        }
      }
    }

    /** The next verdict that is one. */
    Verdict verdict() throws InterruptedException {
      return ((Look) await(e -> e instanceof Look l && !(l.verdict() instanceof Verdict.Undecided)))
          .verdict();
    }
  }

  /** A still with the noise of a sensor, as often as said. */
  private void film(byte[] jpeg, int times) throws IOException {
    Mat still = Imgcodecs.imdecode(new MatOfByte(jpeg), Imgcodecs.IMREAD_COLOR);
    Mat noise = new Mat(still.size(), CvType.CV_8UC3);
    int from = count();
    for (int i = from; i < from + times; i++) {
      Core.randu(noise, 0, 4);
      Mat frame = new Mat();
      Core.add(still, noise, frame);
      Imgcodecs.imwrite(folder.resolve("%04d.png".formatted(i)).toString(), frame);
    }
  }

  private int count() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.count();
    }
  }

  private static Gallery members(String... names) {
    Gallery gallery = new Gallery(engine.dimension());
    for (String name : names) {
      gallery.add(name, template(TestPictures.jpeg(name)));
    }
    return gallery;
  }

  private static float[] template(byte[] jpeg) {
    Mat bgr = Imgcodecs.imdecode(new MatOfByte(jpeg), Imgcodecs.IMREAD_COLOR);
    return engine.template(engine.crop(bgr, engine.stillFace(bgr).orElseThrow()));
  }

  /** A camera on its side or head: the turn is told, nobody is recognised; set right, all is. */
  @Timeout(60)
  @ParameterizedTest
  @ValueSource(ints = {90, 180, 270})
  void aTurnedCameraIsToldAndCanBeSetRight(int degrees) throws Exception {
    film(mounted("anna-1", degrees), 8);
    Heard heard = new Heard();
    FaceWatch.Camera camera = () -> StillsSource.open(folder, PERIOD, true, InstantSource.system());
    try (FaceWatch watch =
        FaceWatch.start(camera, recogniser(members("anna-1"), TRUSTING), heard)) {
      assertNotNull(watch);
      heard.await(e -> e == Reason.TURNED);
    }
    assertTrue(
        heard.events.stream()
            .noneMatch(e -> e instanceof Look l && !(l.verdict() instanceof Verdict.Undecided)));
    Heard again = new Heard();
    try (FaceWatch watch =
        FaceWatch.start(
            () -> RotatedSource.of(camera.open(), degrees),
            recogniser(members("anna-1"), TRUSTING),
            again)) {
      assertNotNull(watch);
      assertInstanceOf(Verdict.Recognised.class, again.verdict());
    }
  }

  /** As a camera gives it that has to be turned by so many degrees. */
  private static byte[] mounted(String name, int degrees) {
    int code =
        switch (degrees) {
          case 90 -> Core.ROTATE_90_COUNTERCLOCKWISE;
          case 180 -> Core.ROTATE_180;
          default -> Core.ROTATE_90_CLOCKWISE;
        };
    Mat turned = new Mat();
    Core.rotate(
        Imgcodecs.imdecode(new MatOfByte(TestPictures.jpeg(name)), Imgcodecs.IMREAD_COLOR),
        turned,
        code);
    MatOfByte jpeg = new MatOfByte();
    assertTrue(Imgcodecs.imencode(".png", turned, jpeg));
    return jpeg.toArray();
  }

  private static Recogniser recogniser(Gallery gallery, EvidencePolicy policy) {
    return new Recogniser(engine, gallery, policy, new SecureRandom());
  }

  private FaceWatch.Camera clip() {
    return () -> StillsSource.open(folder, PERIOD, true, InstantSource.system());
  }

  /** After the first look everything is due at once: frames come as fast as they are looked at. */
  private static InstantSource aheadOfTime() {
    Instant start = Instant.now();
    AtomicInteger looks = new AtomicInteger();
    return () -> looks.getAndIncrement() == 0 ? start : start.plus(Duration.ofDays(1));
  }

  @Test
  void aMemberIsRecognisedOnAnotherPictureAndSeesTheirOwn() throws Exception {
    film(TestPictures.jpeg("anna-2"), 30);
    Heard heard = new Heard();
    try (FaceWatch watch =
        FaceWatch.start(clip(), recogniser(members("anna-1", "maria-1"), TRUSTING), heard)) {
      assertNotNull(watch);
      assertEquals("works", heard.events.take());
      Verdict.Recognised who = assertInstanceOf(Verdict.Recognised.class, heard.verdict());
      assertEquals("anna-1", who.candidate());
      assertTrue(who.similarity() >= STANDARD.same());
    }
    assertTrue(heard.previews.get() > 0);
  }

  @Test
  void aStrangerStaysUnknownAndAnEmptyStoreKnowsNobody() throws Exception {
    film(TestPictures.jpeg("maria-1"), 30);
    for (Gallery gallery : new Gallery[] {members("anna-1"), members()}) {
      Heard heard = new Heard();
      try (FaceWatch watch = FaceWatch.start(clip(), recogniser(gallery, TRUSTING), heard)) {
        assertNotNull(watch);
        assertInstanceOf(Verdict.Unknown.class, heard.verdict());
      }
    }
  }

  @Test
  void aFaceThatIsNotSurelyLiveIsAskedToMoveAndThenRefused() throws Exception {
    film(TestPictures.jpeg("anna-1"), 30);
    // Live from 1 only: every score is between an attack and a person.
    EvidencePolicy unsure = new EvidencePolicy(3, 6, 6, 1, 0, STANDARD.same(), 0);
    FaceWatch.Camera fast =
        () -> StillsSource.open(folder, Duration.ofMillis(600), true, aheadOfTime());
    Heard heard = new Heard();
    try (FaceWatch watch = FaceWatch.start(fast, recogniser(members("anna-1"), unsure), heard)) {
      assertNotNull(watch);
      Look look =
          (Look)
              heard.await(
                  e -> e instanceof Look l && l.verdict() instanceof Verdict.ChallengeNeeded);
      Guidance asked = look.guidance().orElseThrow();
      assertTrue(asked.name().matches("BLINK|TURN_LEFT|TURN_RIGHT"), asked.name());
      // A picture does neither: whatever is asked, it is refused in the end.
      heard.await(e -> e instanceof Look l && l.verdict() instanceof Verdict.Attack);
    }
  }

  @Test
  void blackFramesShowNobodyAndFrozenOnesAreAFault() throws Exception {
    Mat black = new Mat(240, 320, CvType.CV_8UC3, Scalar.all(0));
    Imgcodecs.imwrite(folder.resolve("a.png").toString(), black);
    Heard heard = new Heard();
    try (FaceWatch watch =
        FaceWatch.start(clip(), recogniser(members("anna-1"), TRUSTING), heard)) {
      assertNotNull(watch);
      Look look = (Look) heard.await(Look.class::isInstance);
      assertTrue(look.face().isEmpty());
      assertInstanceOf(Verdict.Undecided.class, look.verdict());
      heard.await(Reason.SILENT::equals);
    }
  }

  @Test
  void aCameraThatComesBackIsUsedAgainAndACutPictureIsPassedOver() throws Exception {
    film(TestPictures.jpeg("anna-1"), 4);
    byte[] jpeg = TestPictures.jpeg("anna-1");
    Files.write(folder.resolve("0002.jpg"), Arrays.copyOf(jpeg, jpeg.length / 2));
    AtomicInteger opened = new AtomicInteger();
    FaceWatch.Camera camera =
        () -> {
          if (opened.incrementAndGet() == 2) {
            throw new CameraException(Reason.NOT_FOUND, "there is no camera");
          }
          return StillsSource.open(folder, PERIOD, false, InstantSource.system());
        };
    Heard heard = new Heard();
    try (FaceWatch watch =
        FaceWatch.start(camera, recogniser(members("anna-1"), TRUSTING), heard)) {
      assertNotNull(watch);
      assertEquals("works", heard.events.take());
      assertInstanceOf(Verdict.Recognised.class, heard.verdict());
      heard.await(Reason.ENDED::equals);
      heard.await(Reason.NOT_FOUND::equals);
      heard.await("works"::equals);
      // What was known of the face before is gone with the camera.
      Look first = (Look) heard.await(Look.class::isInstance);
      assertInstanceOf(Verdict.Undecided.class, first.verdict());
    }
  }

  @Test
  void aPrintedPhotographOfAMemberIsNeverRecognised() throws Exception {
    Path shared = sharedSpoof();
    byte[] printed = first(shared, "print");
    Gallery gallery = new Gallery(engine.dimension());
    gallery.add("victim", template(printed)); // as alike as can be
    film(printed, 24);
    Heard heard = new Heard();
    try (FaceWatch watch = FaceWatch.start(clip(), recogniser(gallery, STANDARD), heard)) {
      assertNotNull(watch);
      for (int looks = 0; looks < 24; looks++) {
        Look look = (Look) heard.await(Look.class::isInstance);
        assertTrue(!(look.verdict() instanceof Verdict.Recognised), () -> look.toString());
      }
    }
  }

  private static byte[] first(Path shared, String label) throws IOException {
    try (Stream<String> lines = Files.lines(shared.resolve("labels.csv"))) {
      return lines
          .map(line -> line.split(","))
          .filter(cells -> cells.length > 1 && cells[1].equals(label))
          .map(cells -> read(shared.resolve(cells[0])))
          .filter(
              jpeg -> {
                Mat bgr = Imgcodecs.imdecode(new MatOfByte(jpeg), Imgcodecs.IMREAD_COLOR);
                return engine.stillFace(bgr).isPresent();
              })
          .findFirst()
          .orElseThrow();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The evaluation pictures lie beside the project where they are at hand. */
  private static Path sharedSpoof() {
    Path shared = Path.of("../../shared/data/spoof");
    Assumptions.assumeTrue(Files.isDirectory(shared), "the shared pictures are not here");
    return shared;
  }
}
