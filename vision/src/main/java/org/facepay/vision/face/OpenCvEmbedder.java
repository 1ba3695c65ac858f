package org.facepay.vision.face;

import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;

/** The embedder on OpenCV's DNN module, from an ONNX file. */
final class OpenCvEmbedder implements Embedder {
  private static final int SIDE = 112;

  private final Network network;
  private final EmbedderSettings settings;

  OpenCvEmbedder(ModelFolder folder, String name, EmbedderSettings settings) throws ModelException {
    this.settings = settings;
    network =
        Network.load(folder, name, new int[] {1, 3, SIDE, SIDE}, List.of(), settings.dimension());
  }

  @Override
  public int dimension() {
    return settings.dimension();
  }

  @Override
  public float[] embed(Mat aligned) {
    Mat blob =
        Dnn.blobFromImage(
            aligned,
            settings.scale(),
            new Size(SIDE, SIDE),
            Scalar.all(settings.mean()),
            settings.rgb(),
            false);
    try {
      return network.run(blob)[0];
    } finally {
      blob.release();
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
