package org.facepay.vision.face;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtModel;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.opencv.core.Mat;

/**
 * The embedder on PyTorch through DJL, from a TorchScript file. One thread per call: with two
 * threads on a busy two-core machine PyTorch's barriers spin for hundreds of milliseconds. Nothing
 * is downloaded: engine and native part are on the class path.
 */
final class TorchEmbedder implements Embedder {
  private static final int SIDE = 112;

  private final EmbedderSettings settings;
  private final Model model;
  private final Predictor<float[], float[]> predictor;
  private final byte[] pixels = new byte[SIDE * SIDE * 3];
  private final float[] input = new float[SIDE * SIDE * 3];

  TorchEmbedder(ModelFolder folder, String name, EmbedderSettings settings) throws ModelException {
    this.settings = settings;
    byte[] bytes = folder.read(name);
    String file = folder.describe(name);
    quiet("ai.djl.offline", "true");
    quiet("ai.djl.pytorch.num_threads", "1");
    quiet("ai.djl.pytorch.num_interop_threads", "1");
    quiet("ai.djl.pytorch.graph_optimizer", "true");
    quiet("OPT_OUT_TRACKING", "true");
    try {
      model = Model.newInstance("embedder", "PyTorch");
    } catch (EngineException e) {
      throw new ModelException(
          file, "PyTorch's native part cannot be loaded: " + e.getMessage(), e);
    }
    try {
      ((PtModel) model).load(new ByteArrayInputStream(bytes), false);
      predictor = model.newPredictor(new Plain());
      check(file);
    } catch (IOException | MalformedModelException | EngineException e) {
      model.close();
      throw new ModelException(
          file, "not a TorchScript file that can be run: " + e.getMessage(), e);
    }
  }

  private static void quiet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private void check(String file) throws ModelException {
    try {
      int got = predictor.predict(input).length;
      if (got != settings.dimension()) {
        throw new ModelException(
            file, "expected " + settings.dimension() + " floats out, got " + got);
      }
    } catch (TranslateException e) {
      throw new ModelException(file, "expected [1, 3, 112, 112] in: " + e.getMessage(), e);
    }
  }

  @Override
  public int dimension() {
    return settings.dimension();
  }

  @Override
  public float[] embed(Mat aligned) {
    aligned.get(0, 0, pixels);
    int plane = SIDE * SIDE;
    float mean = (float) settings.mean();
    float scale = (float) settings.scale();
    for (int c = 0; c < 3; c++) {
      int from = settings.rgb() ? 2 - c : c;
      for (int i = 0; i < plane; i++) {
        input[c * plane + i] = ((pixels[3 * i + from] & 0xff) - mean) * scale;
      }
    }
    try {
      return predictor.predict(input);
    } catch (TranslateException e) {
      throw new IllegalStateException("the network ran when it was loaded", e);
    }
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }

  /** Floats in, floats out, no batches. */
  private static final class Plain implements NoBatchifyTranslator<float[], float[]> {
    @Override
    public NDList processInput(TranslatorContext context, float[] values) {
      NDArray array = context.getNDManager().create(values, new Shape(1, 3, SIDE, SIDE));
      return new NDList(array);
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList list) {
      return list.singletonOrThrow().toFloatArray();
    }
  }
}
