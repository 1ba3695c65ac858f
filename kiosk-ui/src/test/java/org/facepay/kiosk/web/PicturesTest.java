package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only pictures of articles leave the folder, as pictures. */
class PicturesTest {
  private static final byte[] CONTENT = "<svg/>".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Pictures pictures;

  @BeforeEach
  void fill() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("pictures"));
    pictures = new Pictures(Optional.of(inside));
    Files.write(inside.resolve("6900123400074.svg"), CONTENT);
    Files.write(inside.resolve("6900123400142.JPG"), CONTENT);
    Files.write(inside.resolve("notes.txt"), CONTENT);
    Files.write(folder.resolve("6900123400999.png"), CONTENT);
    Files.createSymbolicLink(
        inside.resolve("6900123400210.png"), folder.resolve("6900123400999.png"));
    Files.createDirectory(inside.resolve("6900123400289.png"));
    Files.write(inside.resolve("6900123400357.png"), new byte[Pictures.MOST_BYTES + 1]);
    Files.write(inside.resolve("6900123400425.webp"), new byte[Pictures.MOST_BYTES]);
  }

  @Test
  void anArticlesPictureIsServedAsOne() {
    Assets.Asset asset = pictures.at("/pictures/6900123400074.svg").orElseThrow();
    assertEquals("image/svg+xml", asset.mediaType());
    assertArrayEquals(CONTENT, asset.content());
    assertEquals(
        "image/webp", pictures.at("/pictures/6900123400425.webp").orElseThrow().mediaType());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/pictures/6900123400075.svg",
        "/pictures/6900123400142.JPG",
        "/pictures/notes.txt",
        "/pictures/",
        "/pictures",
        "/pictures/../6900123400999.png",
        "/pictures/%2e%2e/6900123400999.png",
        "/pictures/6900123400210.png",
        "/pictures/6900123400289.png",
        "/pictures/6900123400357.png",
        "/pictures//6900123400074.svg",
        "/pictures/6900123400074.svg/",
        "/pictures/6900123400074.svg\0",
        "/6900123400074.svg",
      })
  void nothingElseIs(String path) {
    assertEquals(Optional.empty(), pictures.at(path));
  }

  @Test
  void whatIsNoNameIsNoPathEither() {
    Random random = new Random(11);
    for (int n = 0; n < 20_000; n++) {
      StringBuilder path = new StringBuilder("/pictures/");
      for (int length = random.nextInt(24); length > 0; length--) {
        path.append("0123456789./\\%svgpnj\0 ~".charAt(random.nextInt(23)));
      }
      assertEquals(
          path.toString().equals("/pictures/6900123400074.svg"),
          pictures.at(path.toString()).isPresent());
    }
    assertEquals(
        Optional.empty(), new Pictures(Optional.empty()).at("/pictures/6900123400074.svg"));
  }
}
