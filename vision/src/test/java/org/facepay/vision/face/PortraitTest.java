package org.facepay.vision.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** A picture somebody joins with is held to what holds before the camera. */
@NeedsNatives
class PortraitTest {
  private static FaceEngine engine;

  @BeforeAll
  static void load() throws ModelException {
    engine = FaceEngine.load();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna-1", "anna-2", "maria-1"})
  void oneFaceSeenWellIsTaken(String name) {
    Portrait.Good good =
        assertInstanceOf(Portrait.Good.class, engine.portrait(TestPictures.bgr(name)));
    assertEquals(engine.dimension(), engine.template(good.crop()).length);
    good.crop().wipe();
  }

  @ParameterizedTest
  @ValueSource(ints = {480, 300, 200})
  void asecondFaceOfAnySizeIsRefused(int side) {
    Mat two = new Mat(480, 480 + side, CvType.CV_8UC3, Scalar.all(127));
    TestPictures.bgr("anna-1").copyTo(two.submat(new Rect(0, 0, 480, 480)));
    TestPictures.scaled(TestPictures.bgr("maria-1"), side, side)
        .copyTo(two.submat(new Rect(480, 0, side, side)));
    assertInstanceOf(Portrait.Several.class, engine.portrait(two), "maria at " + side);
  }

  /** Whoever stands nearer covers a part of the member. */
  @Test
  void aBystanderInFrontIsRefused() {
    Mat picture = new Mat(720, 960, CvType.CV_8UC3, Scalar.all(127));
    TestPictures.scaled(TestPictures.bgr("anna-1"), 260, 260)
        .copyTo(picture.submat(new Rect(350, 60, 260, 260)));
    TestPictures.scaled(TestPictures.bgr("maria-1"), 460, 460)
        .copyTo(picture.submat(new Rect(500, 260, 460, 460)));
    assertInstanceOf(Portrait.Several.class, engine.portrait(picture));
  }

  static Stream<Arguments> turns() {
    return Stream.of("anna-1", "anna-2", "maria-1")
        .flatMap(
            name ->
                Stream.of(
                    Arguments.of(name, Core.ROTATE_90_CLOCKWISE, Orientation.TOP_RIGHT),
                    Arguments.of(name, Core.ROTATE_180, Orientation.UPSIDE_DOWN),
                    Arguments.of(name, Core.ROTATE_90_COUNTERCLOCKWISE, Orientation.TOP_LEFT)));
  }

  /** Told with the turn that undoes it, from a picture and from the camera. */
  @ParameterizedTest
  @MethodSource("turns")
  void aTurnedPictureIsTold(String name, int code, Orientation expected) {
    Mat turned = new Mat();
    Core.rotate(TestPictures.bgr(name), turned, code);
    assertEquals(new Portrait.Turned(expected), engine.portrait(turned));
    Observation seen = engine.observe(turned, Instant.now());
    assertTrue(!(seen instanceof Observation.Seen), seen::toString);
  }

  @ParameterizedTest
  @CsvSource({"24, COME_CLOSER", "60, COME_CLOSER", "96, COME_CLOSER"})
  void aSmallPictureIsRefused(int side, Guidance guidance) {
    Mat small = TestPictures.scaled(TestPictures.bgr("anna-1"), side, side);
    assertEquals(new Portrait.Unclear(guidance), engine.portrait(small));
  }

  @Test
  void aBlurredADarkAndAPaleOneAreRefused() {
    Mat blurred = new Mat();
    Imgproc.GaussianBlur(TestPictures.bgr("anna-1"), blurred, new Size(0, 0), 9);
    assertEquals(new Portrait.Unclear(Guidance.HOLD_STILL), engine.portrait(blurred));
    Mat dark = new Mat();
    TestPictures.bgr("anna-1").convertTo(dark, -1, 0.2);
    assertEquals(new Portrait.Unclear(Guidance.MORE_LIGHT), engine.portrait(dark));
  }

  @Test
  void noiseAndBlanksHaveNoFace() {
    SplittableRandom random = new SplittableRandom(19);
    for (int side : new int[] {64, 333, 1_000}) {
      byte[] pixels = new byte[side * side * 3];
      Mat noise = new Mat(side, side, CvType.CV_8UC3, Scalar.all(random.nextInt(256)));
      assertEquals(new Portrait.Faceless(), engine.portrait(noise));
      random.nextBytes(pixels);
      noise.put(0, 0, pixels);
      assertInstanceOf(Portrait.Faceless.class, engine.portrait(noise));
    }
  }
}
