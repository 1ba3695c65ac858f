package org.facepay.terminal.world.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.lab.shop.DemoShop;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.world.members.MemberFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Joining by a picture at the counter: one face, seen well, nobody else's; else nothing is kept.
 */
@NeedsNatives
class EnrolmentTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path data;
  @TempDir Path pictures;
  private MemberFiles faces;

  @BeforeEach
  void open() throws Exception {
    faces = MemberFiles.open(data, new Terms(Terms.CURRENT_NOTICE, "T1"), NOW);
  }

  @AfterEach
  void close() throws Exception {
    faces.close();
  }

  @Test
  void onePictureOfOnePersonIsKept() throws Exception {
    join("anna", write(face("anna-joined")));
    join("anna", write(face("anna-joined"))); // once more for the same member
    assertEquals(Map.of("anna", 2), MemberFiles.counts(faces.templates()));
  }

  @Test
  void theSameFaceIsNotTwoMembers() throws Exception {
    join("anna", write(face("anna-joined")));
    String said = refused("berta", write(face("anna-joined")));
    assertTrue(said.contains("member anna already has this face"), said);
    assertEquals(Map.of("anna", 1), MemberFiles.counts(faces.templates()));
    assertTrue(faces.members().find("berta").isEmpty());
  }

  @Test
  void twoFacesATurnedASmallAndABlurredOneAreRefusedWithTheirReasons() throws Exception {
    BufferedImage anna = face("anna-joined");
    BufferedImage two = scaled(anna, anna.getWidth() * 2, anna.getHeight(), anna.getWidth());
    Graphics2D pen = two.createGraphics();
    pen.drawImage(
        face("stranger-at-the-till"), anna.getWidth(), 0, anna.getWidth(), anna.getHeight(), null);
    pen.dispose();
    assertTrue(refused("anna", write(two)).contains("2 faces in"));
    AffineTransform over =
        AffineTransform.getQuadrantRotateInstance(2, anna.getWidth() / 2.0, anna.getHeight() / 2.0);
    BufferedImage turned =
        new AffineTransformOp(over, AffineTransformOp.TYPE_BILINEAR).filter(anna, null);
    assertTrue(refused("anna", write(turned)).contains("turn it by 180 degrees"));
    assertTrue(refused("anna", write(scaled(anna, 24, 24, 24))).contains("is too small"));
    BufferedImage coarse = scaled(anna, 40, 40, 40);
    BufferedImage blurred = scaled(coarse, 480, 480, 480);
    assertTrue(refused("anna", write(blurred)).contains("is blurred"));
  }

  @Test
  void unreadableEmptyAndFacelessAreThreeMessages() throws Exception {
    assertTrue(refused("anna", pictures.resolve("none.jpg")).contains("cannot be read"));
    assertTrue(refused("anna", Files.createFile(pictures.resolve("0.jpg"))).contains("is empty"));
    BufferedImage grey = new BufferedImage(400, 400, BufferedImage.TYPE_3BYTE_BGR);
    assertTrue(refused("anna", write(grey)).contains("no face in"));
    byte[] whole = jpeg("anna-joined");
    Path half = pictures.resolve("half.jpg");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    assertTrue(refused("anna", half).contains("is cut short"));
    byte[] heic = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    Path phone = Files.write(pictures.resolve("IMG_1.HEIC"), heic);
    assertTrue(refused("anna", phone).contains("is HEIC, which is not read here"));
    assertEquals(Map.of(), MemberFiles.counts(faces.templates()));
  }

  private void join(String member, Path picture) throws Exception {
    Enrolment.join(
        faces, new Member(member, "安", "13800138000", NOW), picture, Terms.CURRENT_NOTICE, NOW);
  }

  private String refused(String member, Path picture) {
    return String.valueOf(
        assertThrows(IOException.class, () -> join(member, picture)).getMessage());
  }

  private static byte[] jpeg(String name) throws IOException {
    try (InputStream in = DemoShop.class.getResourceAsStream("faces/" + name + ".jpg")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static BufferedImage face(String name) throws IOException {
    return ImageIO.read(new java.io.ByteArrayInputStream(jpeg(name)));
  }

  /** The picture brought to {@code side} pixels across, at the left of one so wide. */
  private static BufferedImage scaled(BufferedImage picture, int width, int height, int side) {
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = out.createGraphics();
    pen.setRenderingHint(
        java.awt.RenderingHints.KEY_INTERPOLATION,
        java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(picture, 0, 0, side, height, null);
    pen.dispose();
    return out;
  }

  private Path write(BufferedImage picture) throws IOException {
    Path file = Files.createTempFile(pictures, "face", ".png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }
}
