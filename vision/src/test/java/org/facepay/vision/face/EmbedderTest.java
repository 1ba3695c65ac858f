package org.facepay.vision.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.vision.face.EmbedderSettings.Engine;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/**
 * Both engines and ONNX Runtime, on one thread each, say the same of the same face; times printed.
 */
@NeedsNatives
class EmbedderTest {
  private static final int CALLS = 40;

  /** The unpacked network's first numbers for a grey picture, by ONNX Runtime. */
  private static final float[] REFERENCE = {-0.040026f, 0.129902f, 0.065031f, -0.009588f};

  /** One way to embed a face. */
  private interface Way {
    float[] embed(Mat aligned) throws OrtException;
  }

  @Test
  @Slow("loads and runs every engine of the embedder")
  void allEnginesAgree() throws Exception {
    ModelFolder bundled = ModelFolder.bundled();
    try (Embedder opencv = FaceEngine.embedder(bundled, EmbedderSettings.bundled(Engine.OPENCV));
        Embedder torch = FaceEngine.embedder(bundled, EmbedderSettings.bundled(Engine.PYTORCH));
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      try (OrtSession ort = environment.createSession(bundled.read("embedder.onnx"), options)) {
        Mat face = crop();
        float[] expected = opencv.embed(face);
        assertAlike(expected, torch.embed(face));
        assertAlike(expected, onnx(environment, ort, face));
        System.out.printf(
            "embedder ms (best of %d): OpenCV DNN %.1f, ONNX Runtime %.1f, PyTorch %.1f%n",
            CALLS,
            best(face, opencv::embed),
            best(face, f -> onnx(environment, ort, f)),
            best(face, torch::embed));
      }
    }
  }

  private static Mat crop() throws ModelException {
    try (FaceEngine engine = FaceEngine.load()) {
      Mat bgr = TestPictures.bgr("maria-1");
      return engine.crop(bgr, engine.stillFace(bgr).orElseThrow()).face112();
    }
  }

  private static double best(Mat face, Way way) throws OrtException {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      way.embed(face);
      best = Math.min(best, (System.nanoTime() - start) / 1e6);
    }
    return best;
  }

  private static float[] onnx(OrtEnvironment environment, OrtSession session, Mat face)
      throws OrtException {
    byte[] pixels = new byte[112 * 112 * 3];
    face.get(0, 0, pixels);
    float[] input = new float[pixels.length];
    for (int i = 0; i < 112 * 112; i++) {
      for (int c = 0; c < 3; c++) {
        input[c * 112 * 112 + i] = ((pixels[3 * i + 2 - c] & 0xff) - 127) / 128f;
      }
    }
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(input), new long[] {1, 3, 112, 112});
        OrtSession.Result result = session.run(Map.of("input", tensor))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }

  private static void assertAlike(float[] expected, float[] actual) {
    assertEquals(expected.length, actual.length);
    float cosine =
        Similarity.cosine(Similarity.normalised(expected), Similarity.normalised(actual));
    assertTrue(cosine > 0.99999, "cosine " + cosine);
  }

  @Test
  void theSecondOpinionsNumbersAreThoseOfItsOrigin() throws ModelException {
    Mat grey = new Mat(150, 150, CvType.CV_8UC3, Scalar.all(128));
    try (SecondOpinion second = new SecondOpinion(ModelFolder.bundled())) {
      float[] out = second.embed(grey);
      assertEquals(128, out.length);
      assertArrayEquals(REFERENCE, Arrays.copyOf(out, REFERENCE.length), 1e-4f);
    }
  }
}
