package org.facepay.vision.face;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;

/**
 * A second, independently trained network (a ResNet of the dlib type, King 2017): 150x150 RGB in,
 * 128 numbers out, compared by distance. It errs on other pairs than the main one, so it is asked
 * where the main one is uncertain. Not thread-safe.
 */
final class SecondOpinion implements AutoCloseable {
  static final int DIMENSION = 128;

  private static final int SIDE = 150;
  private static final Scalar MEAN = new Scalar(122.782, 117.001, 104.298);

  private final Network network;

  SecondOpinion(ModelFolder folder) throws ModelException {
    network =
        Network.load(
            folder, "second-opinion.onnx", new int[] {1, 3, SIDE, SIDE}, List.of(), DIMENSION);
  }

  /** The mean of the face's and the mirrored face's vector; two network calls. */
  float[] embed(Mat aligned150) {
    float[] out = one(aligned150);
    Mat mirrored = new Mat();
    try {
      Core.flip(aligned150, mirrored, 1);
      float[] other = one(mirrored);
      for (int i = 0; i < out.length; i++) {
        out[i] = (out[i] + other[i]) / 2;
      }
      return out;
    } finally {
      mirrored.release();
    }
  }

  private float[] one(Mat aligned) {
    Mat blob = Dnn.blobFromImage(aligned, 1 / 256.0, new Size(SIDE, SIDE), MEAN, true, false);
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
