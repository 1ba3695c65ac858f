package org.facepay.vision.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Objects;
import org.facepay.vision.face.Embedder;
import org.facepay.vision.face.EmbedderSettings;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.ModelException;
import org.facepay.vision.face.ModelFolder;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/**
 * The shipped embedder against ONNX Runtime and bare OpenCV on the same network, one thread each,
 * in turn. The shipped one also prepares the pixels; the peers get them ready.
 */
final class EmbedderFigures {
  private static final String MODEL = "/org/facepay/vision/models/embedder.onnx";
  private static final int SIDE = 112;

  private EmbedderFigures() {}

  static void print() throws ModelException, IOException, OrtException {
    Lines.progress("Embedding on four engines");
    byte[] model = model();
    ModelFolder folder = ModelFolder.bundled();
    try (Embedder shipped = FaceEngine.embedder(folder, EmbedderSettings.standard());
        Embedder torch =
            FaceEngine.embedder(folder, EmbedderSettings.bundled(EmbedderSettings.Engine.PYTORCH));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = oneThread();
        OrtSession session = environment.createSession(model, options)) {
      Mat face = Scenes.frame("anna-1", SIDE, SIDE);
      Mat blob =
          Dnn.blobFromImage(face, 1 / 128.0, new Size(SIDE, SIDE), Scalar.all(127), true, false);
      FloatBuffer pixels = pixels(blob);
      String input = session.getInputNames().iterator().next();
      Net net = Dnn.readNetFromONNX(new MatOfByte(model));
      sameAnswer(shipped.embed(face), onnxRuntime(environment, session, input, pixels));
      Rounds.Times times =
          Rounds.time(
              150,
              () -> shipped.embed(face),
              () -> onnxRuntime(environment, session, input, pixels),
              () -> openCv(net, blob),
              () -> torch.embed(face));
      Lines.spread("embed once", times.wall()[0]);
      beside(times.wall(), "ms");
      beside(times.cpu(), "ms CPU");
    }
  }

  private static void beside(long[][] nanos, String unit) {
    double own = Lines.quantileMs(nanos[0], .5);
    String[] peers = {"ONNX Runtime 1.22", "OpenCV DNN alone", "DJL/PyTorch 2.7.1"};
    for (int i = 0; i < peers.length; i++) {
      Lines.print("embed once p50", own, unit, peers[i], Lines.quantileMs(nanos[i + 1], .5));
    }
  }

  private static OrtSession.SessionOptions oneThread() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    return options;
  }

  private static float[] onnxRuntime(
      OrtEnvironment environment, OrtSession session, String input, FloatBuffer pixels) {
    long[] shape = {1, 3, SIDE, SIDE};
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, pixels.duplicate(), shape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      float[] out = new float[Vectors.DIMENSION];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(out);
      return out;
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static float[] openCv(Net net, Mat blob) {
    net.setInput(blob);
    Mat out = net.forward();
    float[] floats = new float[Vectors.DIMENSION];
    Mat row = out.reshape(1, 1);
    row.get(0, 0, floats);
    row.release();
    out.release();
    return floats;
  }

  private static FloatBuffer pixels(Mat blob) {
    float[] floats = new float[3 * SIDE * SIDE];
    Mat row = blob.reshape(1, 1);
    row.get(0, 0, floats);
    row.release();
    ByteBuffer direct = ByteBuffer.allocateDirect(4 * floats.length).order(ByteOrder.nativeOrder());
    return direct.asFloatBuffer().put(floats).flip();
  }

  private static void sameAnswer(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i] - b[i]) > 1e-3 * Math.max(1, Math.abs(b[i]))) {
        throw new IllegalStateException("the engines disagree: " + a[i] + " and " + b[i]);
      }
    }
  }

  private static byte[] model() throws IOException {
    try (InputStream in = FaceEngine.class.getResourceAsStream(MODEL)) {
      return Objects.requireNonNull(in, MODEL).readAllBytes();
    }
  }
}
