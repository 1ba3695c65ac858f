package org.facepay.vision.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.facepay.tags.NeedsNatives;
import org.facepay.vision.face.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evaluations as the commands call them, on a tiny set made of the tests' pictures. */
@NeedsNatives
class EvaluationTest {
  @TempDir Path folder;

  private void picture(String file, String name) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, TestPictures.jpeg(name));
  }

  private Path pairs() throws IOException {
    picture("Anna/Anna_0001.jpg", "anna-1");
    picture("Anna/Anna_0002.jpg", "anna-2");
    picture("Maria/Maria_0001.jpg", "maria-1");
    return Files.write(
        folder.resolve("pairs.txt"),
        List.of("2 1", "Anna 1 2", "Anna 1 Maria 1", "Anna 1 2", "Anna 2 Maria 1"));
  }

  @Test
  void pairsAreVerified() throws Exception {
    LfwEvaluation.Result result = LfwEvaluation.run(folder, pairs(), 2, s -> {});
    assertTrue(
        result
            .line()
            .matches(
                "FACES pairs=4 accuracy=100.00 std=0.00 tar@far1e-3=100.00 undetected=0"
                    + " ms_per_face=\\d+\\.\\d"),
        result.line());
    assertEquals(3, result.pictures());
  }

  @Test
  void aMissingOrBrokenPictureIsNamed() throws Exception {
    Path pairs = pairs();
    Path picture = folder.resolve("Maria/Maria_0001.jpg");
    byte[] bytes = Files.readAllBytes(picture);
    for (byte[] wrong : List.of(new byte[0], new byte[] {1, 2, 3})) {
      Files.write(picture, wrong);
      assertNames(picture, pairs);
    }
    Files.delete(picture);
    assertNames(picture, pairs);
    Files.write(picture, Arrays.copyOf(bytes, bytes.length / 2));
    // Half a JPEG decodes to half a picture; whatever comes out, it is a result.
    assertEquals(4, LfwEvaluation.run(folder, pairs, 1, s -> {}).pairs());
  }

  private void assertNames(Path picture, Path pairs) {
    EvaluationException e =
        assertThrows(EvaluationException.class, () -> LfwEvaluation.run(folder, pairs, 2, s -> {}));
    assertTrue(e.getMessage().contains(picture.toString()), e.getMessage());
  }

  @Test
  void galleriesAreDrawnAgainAndAgain() throws Exception {
    picture("Anna/1.jpg", "anna-1");
    picture("Anna/2.jpg", "anna-2");
    picture("Maria/1.jpg", "maria-1");
    DrawnGalleries.Result result =
        DrawnGalleries.run(folder, new DrawnGalleries.Plan(1, 3, 1), 1, s -> {});
    String none = "fnir@fpir0.3=0.00±0.00";
    assertTrue(
        result.line().startsWith("IDENTIFY members=1 draws=3 " + none + " fnir@fpir0.3@10000="),
        result.line());
    assertTrue(result.line().contains(" fused_" + none), result.line());
    DrawnGalleries.Plan more = new DrawnGalleries.Plan(2, 3, 1);
    assertThrows(EvaluationException.class, () -> DrawnGalleries.run(folder, more, 1, s -> {}));
  }

  @Test
  void livenessCountsBothKinds() throws Exception {
    picture("a.jpg", "anna-1");
    picture("b.jpg", "maria-1");
    Path labels =
        Files.write(
            folder.resolve("labels.csv"), List.of("file,label", "a.jpg,real", "b.jpg,print"));
    LivenessEvaluation.Result result = LivenessEvaluation.run(folder, labels, 2, s -> {});
    assertEquals(1, result.live());
    assertEquals(1, result.attack());
    assertTrue(result.line().startsWith("LIVENESS live=1 attack=1 apcer="), result.line());
    assertThrows(
        EvaluationException.class,
        () -> LivenessEvaluation.run(folder, folder.resolve("none.csv"), 2, s -> {}));
  }

  /**
   * Runs where the benchmark pictures are: FACEPAY_DATA names the folder with faces/ and spoof/.
   */
  @Test
  void theSharedSpoofSetStaysWithinTheGoal() throws Exception {
    String data = System.getenv().getOrDefault("FACEPAY_DATA", "");
    Path spoof = Path.of(data, "spoof");
    assumeTrue(
        !data.isEmpty() && Files.exists(spoof.resolve("labels.csv")),
        "no benchmark pictures: set FACEPAY_DATA to their folder");
    LivenessEvaluation.Result result =
        LivenessEvaluation.run(spoof, spoof.resolve("labels.csv"), 2, s -> {});
    assertTrue(result.acer() <= 0.005, result.line());
  }
}
