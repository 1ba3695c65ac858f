package org.facepay.vision.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

@NeedsNatives
class JpegPreviewTest {
  @BeforeAll
  static void load() throws Exception {
    NativeLibrary.load();
    NativeLibrary.load();
  }

  @Test
  void shrinksWideFramesAndLeavesNarrowOnes() throws Exception {
    try (Frame frame = frame(1920, 1080)) {
      BufferedImage small = decode(new JpegPreview(480, 80).of(frame));
      assertEquals(480, small.getWidth());
      assertEquals(270, small.getHeight());
      assertEquals(1920, frame.width(), "the frame is not touched");
      assertEquals(1920, decode(new JpegPreview(4_000, 80).of(frame)).getWidth());
    }
    try (Frame strip = new Frame(new Mat(1, 3_000, CvType.CV_8UC3), Instant.EPOCH)) {
      assertEquals(1, decode(new JpegPreview(10, 80).of(strip)).getHeight());
    }
  }

  @Test
  void keepsColoursWhereTheyBelong() throws Exception {
    Mat red = new Mat(50, 50, CvType.CV_8UC3, new org.opencv.core.Scalar(20, 40, 230));
    try (Frame frame = new Frame(red, Instant.EPOCH)) {
      int rgb = decode(new JpegPreview(50, 90).of(frame)).getRGB(25, 25);
      assertTrue((rgb >> 16 & 0xff) > 220 && (rgb & 0xff) < 40, Integer.toHexString(rgb));
    }
  }

  @Test
  void qualityDecidesTheSize() {
    try (Frame frame = frame(640, 480)) {
      int coarse = new JpegPreview(640, 20).of(frame).length;
      int fine = new JpegPreview(640, 95).of(frame).length;
      assertTrue(coarse * 3 < fine, coarse + " and " + fine);
    }
  }

  @Test
  void refusesNonsense() {
    assertThrows(IllegalArgumentException.class, () -> new JpegPreview(0, 80));
    assertThrows(IllegalArgumentException.class, () -> new JpegPreview(480, 0));
    assertThrows(IllegalArgumentException.class, () -> new JpegPreview(480, 101));
  }

  @Test
  void aClosedFrameHasNoPixelsAndNoFramePrintsAny() {
    Frame frame = frame(64, 48);
    assertTrue(frame.toString().startsWith("Frame[64x48 "), frame.toString());
    frame.close();
    frame.close();
    assertEquals("Frame[closed]", frame.toString());
    assertThrows(IllegalStateException.class, frame::bgr);
    assertThrows(IllegalStateException.class, () -> new JpegPreview(10, 80).of(frame));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Frame(new Mat(2, 2, CvType.CV_8UC1), Instant.EPOCH));
    assertFalse(frame.toString().contains("mat"));
  }

  private static Frame frame(int width, int height) {
    Mat noise = new Mat(height, width, CvType.CV_8UC3);
    Core.randu(noise, 0, 255);
    return new Frame(noise, Instant.EPOCH);
  }

  private static BufferedImage decode(byte[] jpeg) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }
}
