package org.facepay.terminal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of what plays, and files that are what their names promise. */
class MediaFolderTest {
  @TempDir Path folder;
  private MediaFolder media;

  @BeforeEach
  void open() {
    media = new MediaFolder(folder, ZoneId.of("Asia/Shanghai"));
  }

  private void put(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private MediaFolder.Contents list(String... lines) throws IOException {
    Files.writeString(folder.resolve(MediaFolder.LIST), String.join("\n", lines));
    return media.read();
  }

  static byte[] picture(String format, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  static byte[] mp4() {
    ByteBuffer film = ByteBuffer.allocate(64);
    box(film, 16, "ftyp");
    box(film, 24, "moov");
    box(film, 24, "mdat");
    return film.array();
  }

  private static void box(ByteBuffer film, int length, String kind) {
    film.putInt(length).put(kind.getBytes(StandardCharsets.US_ASCII));
    film.position(film.position() + length - 8);
  }

  private static byte[] webm() {
    byte[] film = new byte[64];
    ByteBuffer.wrap(film)
        .putInt(0x1A45DFA3)
        .position(24)
        .put("webm".getBytes(StandardCharsets.US_ASCII));
    return film;
  }

  private static byte[] webp() {
    ByteBuffer picture = ByteBuffer.allocate(32);
    picture.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(Integer.reverseBytes(24));
    picture.put("WEBP".getBytes(StandardCharsets.US_ASCII));
    return picture.array();
  }

  @Test
  void eachLineSaysWhatPlaysForHowLongAndWhen() throws IOException {
    put("a.png", picture("png", 40, 30));
    put("b.jpg", picture("jpg", 40, 30));
    put("c.mp4", mp4());
    put("d.webm", webm());
    put("e.webp", webp());
    MediaFolder.Contents read =
        list(
            "# what\tseconds\tfrom\tuntil",
            "c.mp4\t20",
            "a.png",
            "b.jpg\t5\t2026-12-01\t2026-12-24",
            "d.webm\t\t\t2026-12-24T18:00",
            "e.webp");
    assertEquals("{}", read.problems().toString());
    assertEquals(
        List.of("c.mp4", "a.png", "b.jpg", "d.webm", "e.webp"),
        read.items().stream().map(MediaItem::name).toList());
    assertEquals(Duration.ofSeconds(20), read.items().getFirst().lasts());
    assertEquals(Duration.ofSeconds(10), read.items().get(1).lasts());
    MediaItem days = read.items().get(2);
    assertFalse(days.validAt(Instant.parse("2026-11-30T15:59:59Z")), "the shop's days");
    assertTrue(days.validAt(Instant.parse("2026-11-30T16:00:00Z")));
    assertTrue(days.validAt(Instant.parse("2026-12-24T15:59:59Z")), "the last day counts");
    assertFalse(days.validAt(Instant.parse("2026-12-24T16:00:00Z")));
    assertFalse(read.items().get(3).validAt(Instant.parse("2026-12-24T10:00:00Z")));
    assertTrue(read.items().get(3).isVideo());
  }

  @Test
  void whatCannotPlayIsSaidWithItsName() throws IOException {
    put("cut.png", Arrays.copyOf(picture("png", 40, 30), 60));
    put("wide.png", picture("png", 5_000, 4));
    put("film.mp4", Arrays.copyOf(mp4(), 50));
    put("text.jpg", "no picture, but long enough to be one".getBytes(StandardCharsets.UTF_8));
    put("big.png", new byte[MediaFile.LARGEST_PICTURE + 1]);
    put("good.png", picture("png", 4, 4));
    Files.createSymbolicLink(folder.resolve("link.png"), folder.resolve("good.png"));
    MediaFolder.Contents read =
        list(
            "cut.png",
            "wide.png",
            "film.mp4",
            "text.jpg",
            "big.png",
            "link.png",
            "gone.png",
            "../up.png",
            "script.svg",
            "good.png\t0",
            "good.png\t5\tsoon",
            "good.png\t5\t\t\tmore");
    assertEquals(List.of(), read.items());
    assertEquals(
        "[big.png, cut.png, film.mp4, gone.png, good.png, link.png, list.tsv line 8,"
            + " list.tsv line 9, text.jpg, wide.png]",
        read.problems().keySet().toString());
    assertEquals("larger than 4 MiB", read.problems().get("big.png"));
    assertEquals("no plain file", read.problems().get("link.png"));
    assertEquals("a side of more than 4096 pixels", read.problems().get("wide.png"));
  }

  @Test
  void whatIsTakenOutOfFolderOrListIsOut() throws IOException {
    put("a.png", picture("png", 4, 4));
    put("b.png", picture("png", 4, 4));
    assertEquals(2, list("a.png", "b.png").items().size());
    Files.delete(folder.resolve("a.png"));
    assertEquals("[b.png]", media.read().items().stream().map(MediaItem::name).toList().toString());
    assertEquals(0, list("# nothing").items().size());
    Files.delete(folder.resolve(MediaFolder.LIST));
    assertEquals(MediaFolder.Contents.NONE, media.read());
  }

  @Test
  void aFileThatChangesIsLookedAtAgain() throws IOException {
    put("a.png", Arrays.copyOf(picture("png", 40, 30), 60));
    assertEquals(1, list("a.png").problems().size());
    put("a.png", picture("png", 4, 4));
    Files.setLastModifiedTime(folder.resolve("a.png"), FileTime.fromMillis(1));
    assertEquals(1, media.read().items().size());
  }

  @Test
  void aListThatIsNoTextPlaysNothing() throws IOException {
    put(MediaFolder.LIST, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 'a'});
    assertEquals(1, media.read().problems().size());
  }

  /** Any bytes under any ending are looked at without harm, and damaged ones are mostly refused. */
  @Test
  void randomAndDamagedFiles() throws IOException {
    Random random = new Random(5);
    List<String> endings = List.of("png", "jpg", "webp", "mp4", "webm");
    List<byte[]> genuine =
        List.of(picture("png", 20, 20), picture("jpg", 20, 20), webp(), mp4(), webm());
    int refused = 0;
    for (int i = 0; i < 1_500; i++) {
      int kind = random.nextInt(endings.size());
      byte[] model = genuine.get(kind);
      byte[] bytes =
          switch (random.nextInt(3)) {
            case 0 -> noise(random);
            case 1 -> Arrays.copyOf(model, random.nextInt(model.length));
            default -> {
              byte[] copy = model.clone();
              copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
              yield copy;
            }
          };
      Path file = folder.resolve("x." + endings.get(kind));
      Files.write(file, bytes);
      refused += MediaFile.problem(file).isPresent() ? 1 : 0;
    }
    assertTrue(refused > 900, refused + " refused");
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(80)];
    random.nextBytes(bytes);
    return bytes;
  }
}
