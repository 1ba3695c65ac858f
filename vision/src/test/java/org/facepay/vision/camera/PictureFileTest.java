package org.facepay.vision.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.facepay.tags.NeedsNatives;
import org.facepay.vision.camera.CameraException.Reason;
import org.facepay.vision.face.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

@NeedsNatives
class PictureFileTest {
  @TempDir Path folder;

  private String problem(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("picture"), bytes);
    CameraException e = assertThrows(CameraException.class, () -> PictureFile.read(file));
    assertEquals(Reason.DAMAGED, e.reason());
    return String.valueOf(e.getMessage());
  }

  private static byte[] encoded(String extension) {
    Mat picture =
        Imgcodecs.imdecode(new MatOfByte(TestPictures.jpeg("anna-1")), Imgcodecs.IMREAD_COLOR);
    MatOfByte out = new MatOfByte();
    assertTrue(Imgcodecs.imencode(extension, picture, out));
    return out.toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".bmp"})
  void wholeOnesAreReadAndHalfOnesNamed(String extension) throws Exception {
    NativeLibrary.load();
    byte[] bytes = encoded(extension);
    Mat read = PictureFile.read(Files.write(folder.resolve("whole"), bytes));
    assertEquals(480, read.cols());
    for (int part : new int[] {2, 3, 10}) {
      byte[] half = Arrays.copyOf(bytes, bytes.length - bytes.length / part);
      assertTrue(problem(half).contains("is cut short"), extension + " without 1/" + part);
    }
  }

  /** Phones put a film or a depth map behind the end of a picture. */
  @Test
  void whatFollowsTheEndDoesNotMatter() throws Exception {
    ByteArrayOutputStream more = new ByteArrayOutputStream();
    more.writeBytes(TestPictures.jpeg("anna-1"));
    more.writeBytes("MotionPhoto_Data".repeat(20).getBytes(StandardCharsets.US_ASCII));
    Mat read = PictureFile.read(Files.write(folder.resolve("motion.jpg"), more.toByteArray()));
    assertEquals(480, read.rows());
  }

  /** A preview in front has an end of its own. */
  @Test
  void theEndOfAPreviewIsNotTheEnd() throws Exception {
    byte[] jpeg = TestPictures.jpeg("anna-1");
    byte[] preview = TestPictures.jpeg("maria-1");
    int length = Math.min(preview.length, 60_000);
    ByteArrayOutputStream with = new ByteArrayOutputStream();
    with.write(jpeg, 0, 2);
    with.writeBytes(
        new byte[] {(byte) 0xFF, (byte) 0xE5, (byte) ((length + 4) >> 8), (byte) (length + 4)});
    with.write(preview, 0, length);
    with.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
    with.write(jpeg, 2, jpeg.length / 2);
    assertTrue(problem(with.toByteArray()).contains("is cut short"));
  }

  @ParameterizedTest
  @CsvSource({
    "heic, mif1, HEIC",
    "mif1, heic, HEIC",
    "heix, mif1, HEIC",
    "avif, mif1, AVIF",
    "mif1, avif, AVIF",
    "avis, msf1, AVIF"
  })
  void whatPhonesTakeIsNamed(String major, String compatible, String name) throws Exception {
    byte[] file =
        ("\0\0\0\30ftyp" + major + "\0\0\0\0" + compatible + "miaf")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(problem(Arrays.copyOf(file, 400)).contains(" is " + name));
  }

  @Test
  void emptyUnreadableAndFaultyAreThreeMessages() throws Exception {
    assertTrue(problem(new byte[0]).endsWith("is empty"));
    assertTrue(problem("no picture".getBytes(StandardCharsets.UTF_8)).contains("is no picture"));
    CameraException missing =
        assertThrows(CameraException.class, () -> PictureFile.read(folder.resolve("none")));
    assertTrue(String.valueOf(missing.getMessage()).contains("cannot be read"));
    assertTrue(
        String.valueOf(
                assertThrows(CameraException.class, () -> PictureFile.read(folder)).getMessage())
            .contains("cannot be read"));
  }

  /** Damaged and random bytes: a picture or a reason, nothing else. */
  @Test
  void randomBytesAreAPictureOrAReason() throws Exception {
    NativeLibrary.load();
    SplittableRandom random = new SplittableRandom(19);
    byte[][] starts = {
      TestPictures.jpeg("anna-2"),
      encoded(".png"),
      encoded(".bmp"),
      "\0\0\0\30ftyp".getBytes(StandardCharsets.ISO_8859_1)
    };
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] bytes = starts[random.nextInt(4)];
      bytes = Arrays.copyOf(bytes, random.nextInt(Math.min(bytes.length, 20_000) + 20));
      for (int n = random.nextInt(8); n > 0 && bytes.length > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        PictureFile.read(Files.write(folder.resolve("fuzz"), bytes)).release();
      } catch (CameraException e) {
        assertEquals(Reason.DAMAGED, e.reason());
        refused++;
      }
    }
    assertTrue(refused > 200, refused + " refused");
  }
}
