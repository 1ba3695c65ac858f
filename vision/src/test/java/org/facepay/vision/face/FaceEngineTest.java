package org.facepay.vision.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The whole pipeline with the shipped networks on pictures and on things that are none. */
@NeedsNatives
class FaceEngineTest {
  private static FaceEngine engine;
  private static Instant now = Instant.EPOCH.plusSeconds(1_000);

  @BeforeAll
  static void load() throws ModelException {
    engine = FaceEngine.load();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Observation observe(Mat bgr) {
    now = now.plusMillis(80);
    return engine.observe(bgr, now);
  }

  private static FaceCrop still(String name) {
    Mat bgr = TestPictures.bgr(name);
    return engine.crop(bgr, engine.stillFace(bgr).orElseThrow());
  }

  @Test
  void onePersonIsAlikeOnTwoPicturesAndTwoPeopleAreNot() {
    FaceCrop a = still("anna-1");
    FaceCrop b = still("anna-2");
    FaceCrop c = still("maria-1");
    float[] ta = engine.template(a);
    assertEquals(512, ta.length);
    assertEquals(1, Similarity.cosine(ta, ta), 1e-5);
    Similarity similarity = Similarity.standard();
    float same =
        similarity.fused(
            Similarity.cosine(ta, engine.template(b)),
            Similarity.distance(engine.secondTemplate(a), engine.secondTemplate(b)));
    float different =
        similarity.fused(
            Similarity.cosine(ta, engine.template(c)),
            Similarity.distance(engine.secondTemplate(a), engine.secondTemplate(c)));
    assertTrue(same > similarity.same() + 0.1, "same " + same);
    assertTrue(different < similarity.same() - 0.1, "different " + different);
  }

  @Test
  void aGoodFrameIsSeen() {
    Observation.Seen seen =
        assertInstanceOf(Observation.Seen.class, observe(TestPictures.bgr("maria-1")));
    assertTrue(seen.quality().eyeDistance() > 26);
    assertTrue(seen.livenessScore() >= 0 && seen.livenessScore() <= 1);
    assertTrue(seen.box().inside(480, 480).area() > 10_000);
    assertFalse(seen.toString().matches(".*\\[B@.*|.*\\d{20}.*"), seen.toString());
    assertTrue(seen.toString().contains("FaceCrop[REDACTED]"));
  }

  @Test
  void bytesAndMatsAreTheSame() {
    Mat bgr = TestPictures.bgr("maria-1");
    byte[] bytes = new byte[480 * 480 * 3];
    bgr.get(0, 0, bytes);
    now = now.plusMillis(80);
    Observation.Seen a =
        assertInstanceOf(Observation.Seen.class, engine.observe(bytes, 480, 480, now));
    Observation.Seen b = assertInstanceOf(Observation.Seen.class, observe(bgr));
    assertEquals(a.box(), b.box());
    assertEquals(a.track(), b.track());
    assertArrayEquals(engine.template(a.crop()), engine.template(b.crop()));
  }

  @Test
  void rowsWithGapsBetweenThemAreReadRightly() {
    Mat bgr = TestPictures.bgr("maria-1");
    Mat wide = new Mat(480, 643, CvType.CV_8UC3, Scalar.all(90));
    Mat view = wide.submat(new Rect(7, 0, 480, 480));
    bgr.copyTo(view);
    assertFalse(view.isContinuous());
    Observation.Seen a = assertInstanceOf(Observation.Seen.class, observe(view));
    Observation.Seen b = assertInstanceOf(Observation.Seen.class, observe(bgr));
    assertArrayEquals(engine.template(a.crop()), engine.template(b.crop()));
  }

  @Test
  void picturesWithoutAFaceAreNoFace() {
    for (Size size : List.of(new Size(640, 480), new Size(1, 1), new Size(3, 2000))) {
      for (int grey : new int[] {0, 128, 255}) {
        Mat blank = new Mat(size, CvType.CV_8UC3, Scalar.all(grey));
        assertInstanceOf(Observation.NoFace.class, observe(blank), size + " " + grey);
      }
    }
    Mat noise = new Mat(480, 640, CvType.CV_8UC3);
    Core.setRNGSeed(5);
    Core.randu(noise, 0, 255);
    assertInstanceOf(Observation.NoFace.class, observe(noise));
  }

  @Test
  void aVeryLargeAndAnUprightFrameWork() {
    Mat large = new Mat(2160, 3840, CvType.CV_8UC3, Scalar.all(60));
    Imgproc.resize(
        TestPictures.bgr("maria-1"),
        large.submat(new Rect(1000, 100, 1900, 1900)),
        new Size(1900, 1900));
    assertInstanceOf(Observation.Seen.class, observe(large));
    Mat upright = new Mat(1280, 720, CvType.CV_8UC3, Scalar.all(60));
    Imgproc.resize(
        TestPictures.bgr("maria-1"),
        upright.submat(new Rect(60, 200, 600, 600)),
        new Size(600, 600));
    Observation.Seen seen = assertInstanceOf(Observation.Seen.class, observe(upright));
    assertTrue(
        Similarity.cosine(engine.template(seen.crop()), engine.template(still("maria-1"))) > 0.8);
  }

  @Test
  void twoFacesAreNobody() {
    Mat both = new Mat();
    Core.hconcat(List.of(TestPictures.bgr("maria-1"), TestPictures.bgr("maria-1")), both);
    Observation.SeveralFaces several =
        assertInstanceOf(Observation.SeveralFaces.class, observe(both));
    assertEquals(2, several.faces());
  }

  @Test
  void guidanceFollowsWhatIsWrong() {
    Mat bgr = TestPictures.bgr("maria-1");
    Mat far = new Mat(480, 640, CvType.CV_8UC3, Scalar.all(80));
    TestPictures.scaled(bgr, 110, 110).copyTo(far.submat(new Rect(250, 150, 110, 110)));
    assertEquals(Guidance.COME_CLOSER, poor(far));
    Mat dark = new Mat();
    bgr.convertTo(dark, -1, 0.15, 0);
    assertEquals(Guidance.MORE_LIGHT, poor(dark));
    Mat blurred = new Mat();
    Imgproc.GaussianBlur(bgr, blurred, new Size(0, 0), 7);
    assertEquals(Guidance.HOLD_STILL, poor(blurred));
  }

  private static Guidance poor(Mat bgr) {
    return assertInstanceOf(Observation.Poor.class, observe(bgr)).guidance();
  }

  @Test
  void aFaceThatComesBackLaterIsANewTrack() {
    Mat bgr = TestPictures.bgr("maria-1");
    Observation.Seen a = assertInstanceOf(Observation.Seen.class, observe(bgr));
    now = now.plusSeconds(5);
    Observation.Seen b = assertInstanceOf(Observation.Seen.class, observe(bgr));
    assertNotEquals(a.track(), b.track());
  }

  @Test
  void inputThatIsNoPictureIsRefusedByName() {
    assertThrows(IllegalArgumentException.class, () -> engine.observe(new byte[10], 640, 480, now));
    assertThrows(IllegalArgumentException.class, () -> engine.observe(new byte[0], 0, 0, now));
    assertThrows(
        IllegalArgumentException.class,
        () -> engine.observe(new byte[12], 1_000_000, 2_000_000, now));
    assertThrows(
        IllegalArgumentException.class,
        () -> engine.observe(new Mat(480, 640, CvType.CV_8UC1, Scalar.all(0)), now));
  }

  @Test
  void aWipedCropIsBlack() {
    FaceCrop crop = still("maria-1");
    crop.wipe();
    assertEquals(0, Core.sumElems(crop.face112()).val[0]);
    assertEquals(0, Core.sumElems(crop.face150()).val[0]);
  }

  /** What is compiled late on a busy machine grows once; what leaks grows with every round. */
  private static final int ROUNDS = 6;

  private static final int FRAMES = 500;

  /** A lost matrix of the small picture would be 300 in each frame. */
  private static final long LEFT_KILOBYTES_A_FRAME = 60;

  @Test
  @Slow("networks over hundreds of frames, until one round leaves nothing")
  void framesLeaveNoMemoryBehind() throws IOException {
    Mat dark = new Mat();
    TestPictures.scaled(TestPictures.bgr("maria-1"), 320, 320).convertTo(dark, -1, 0.15, 0);
    Mat good = TestPictures.bgr("maria-1");
    frames(dark, good, 100);
    long grown = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && grown >= FRAMES * LEFT_KILOBYTES_A_FRAME; round++) {
      long before = residentKilobytes();
      frames(dark, good, FRAMES);
      grown = residentKilobytes() - before;
    }
    assertTrue(
        grown < FRAMES * LEFT_KILOBYTES_A_FRAME,
        "still grew by " + grown + " kB in the last " + FRAMES);
  }

  /**
   * Twenty-four guidance frames to one that is embedded; the large one would show a lost matrix.
   */
  private static void frames(Mat dark, Mat good, int count) {
    for (int i = 0; i < count; i++) {
      if (i % 25 != 0) {
        assertInstanceOf(Observation.Poor.class, observe(dark));
      } else if (observe(good) instanceof Observation.Seen seen) {
        engine.template(seen.crop());
        engine.secondTemplate(seen.crop());
      }
    }
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(l -> l.startsWith("VmRSS:"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
