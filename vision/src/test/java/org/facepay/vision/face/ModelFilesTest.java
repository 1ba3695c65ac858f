package org.facepay.vision.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.facepay.tags.NeedsNatives;
import org.facepay.vision.face.EmbedderSettings.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files that are missing, damaged or something else. */
@NeedsNatives
class ModelFilesTest {
  private static final List<String> FILES =
      List.of(
          "detect.onnx",
          "landmark.onnx",
          "eye.onnx",
          "liveness.onnx",
          "embedder.onnx",
          "second-opinion.onnx");

  @TempDir Path folder;

  private void fill() throws IOException, ModelException {
    for (String file : FILES) {
      Files.write(folder.resolve(file), ModelFolder.bundled().read(file));
    }
  }

  private ModelException fails() {
    return assertThrows(
        ModelException.class,
        () ->
            FaceEngine.load(
                    ModelFolder.at(folder), EmbedderSettings.standard(), QualityLimits.standard())
                .close());
  }

  @Test
  void everyMissingFileIsNamed() throws Exception {
    fill();
    FaceEngine.load(ModelFolder.at(folder), EmbedderSettings.standard(), QualityLimits.standard())
        .close();
    for (String file : FILES) {
      Path path = folder.resolve(file);
      byte[] bytes = Files.readAllBytes(path);
      Files.delete(path);
      ModelException e = fails();
      assertEquals(path.toString(), e.file());
      assertTrue(e.getMessage().contains("missing"), e.getMessage());
      Files.write(path, bytes);
    }
  }

  @Test
  void truncatedAndForeignFilesAreNamed() throws Exception {
    fill();
    for (String file : FILES) {
      Path path = folder.resolve(file);
      byte[] bytes = Files.readAllBytes(path);
      for (int length : new int[] {0, 10, bytes.length / 2, bytes.length - 1}) {
        Files.write(path, Arrays.copyOf(bytes, length));
        assertEquals(path.toString(), fails().file());
      }
      Files.writeString(path, "<html>404</html>");
      assertEquals(path.toString(), fails().file());
      Files.write(path, bytes);
    }
  }

  @Test
  void oneFlippedBitIsFoundByTheSum() throws Exception {
    fill();
    Files.write(folder.resolve("SHA256SUMS"), ModelFolder.bundled().read("SHA256SUMS"));
    Path path = folder.resolve("liveness.onnx");
    byte[] bytes = Files.readAllBytes(path);
    bytes[bytes.length / 2] ^= 4;
    Files.write(path, bytes);
    ModelException e = fails();
    assertEquals(path.toString(), e.file());
    assertTrue(e.getMessage().contains("SHA-256"), e.getMessage());
  }

  @Test
  void anotherNetworkInItsPlaceIsOfTheWrongShape() throws Exception {
    fill();
    Files.copy(
        folder.resolve("eye.onnx"),
        folder.resolve("embedder.onnx"),
        StandardCopyOption.REPLACE_EXISTING);
    ModelException e = fails();
    assertTrue(e.file().endsWith("embedder.onnx"));
    assertTrue(e.getMessage().contains("[1, 3, 112, 112]"), e.getMessage());
  }

  @Test
  void aConfiguredEmbedderIsCheckedAgainstItsSettings() throws Exception {
    fill();
    Optional<Path> own = Optional.of(folder.resolve("embedder.onnx"));
    EmbedderSettings wrong = new EmbedderSettings(Engine.OPENCV, own, 128, 127, 1 / 128.0, true);
    ModelException e =
        assertThrows(ModelException.class, () -> FaceEngine.embedder(ModelFolder.bundled(), wrong));
    assertTrue(e.getMessage().contains("512"), e.getMessage());
    EmbedderSettings right = new EmbedderSettings(Engine.OPENCV, own, 512, 127, 1 / 128.0, true);
    assertEquals(512, FaceEngine.embedder(ModelFolder.bundled(), right).dimension());
    assertThrows(
        IllegalArgumentException.class,
        () -> new EmbedderSettings(Engine.OPENCV, own, 0, 127, 1 / 128.0, true));
  }

  @Test
  void aTorchScriptThatIsNoneIsNamed() throws Exception {
    Path path = folder.resolve("mine.pt");
    Files.writeString(path, "no zip");
    EmbedderSettings settings =
        new EmbedderSettings(Engine.PYTORCH, Optional.of(path), 512, 127, 1 / 128.0, true);
    ModelException e =
        assertThrows(
            ModelException.class, () -> FaceEngine.embedder(ModelFolder.bundled(), settings));
    assertEquals(path.toString(), e.file());
  }
}
