package org.facepay.vision.face;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the 68 points of a face: the box's content as 64x64 grey in, 136 numbers as parts of the
 * box out. Not thread-safe.
 */
final class LandmarkFinder implements AutoCloseable {
  private static final int SIDE = 64;

  private final Network network;

  LandmarkFinder(ModelFolder folder) throws ModelException {
    network =
        Network.load(
            folder, "landmark.onnx", new int[] {1, 1, SIDE, SIDE}, List.of(), 2 * Landmarks.POINTS);
  }

  /**
   * The points of the face in the box.
   *
   * @param mirrored also read the mirrored picture and average, which steadies the points (twice
   *     the time, 1 ms)
   */
  Landmarks find(Mat bgr, Box box, boolean mirrored) {
    Rect rect = box.inside(bgr.cols(), bgr.rows());
    Mat part = bgr.submat(rect);
    Mat small = new Mat();
    try {
      Imgproc.resize(part, small, new Size(SIDE, SIDE));
      Imgproc.cvtColor(small, small, Imgproc.COLOR_BGR2GRAY);
      Landmarks inBox = new Landmarks(read(small));
      if (mirrored) {
        Core.flip(small, small, 1);
        inBox = inBox.averagedWithMirrored(new Landmarks(read(small)), (SIDE - 1f) / SIDE);
      }
      return scaled(inBox, rect);
    } finally {
      small.release();
      part.release();
    }
  }

  private float[] read(Mat grey) {
    Mat blob =
        Dnn.blobFromImage(grey, 1 / 256.0, new Size(SIDE, SIDE), Scalar.all(0), false, false);
    try {
      return network.run(blob)[0];
    } finally {
      blob.release();
    }
  }

  private static Landmarks scaled(Landmarks inBox, Rect rect) {
    float[] xy = new float[2 * Landmarks.POINTS];
    for (int i = 0; i < Landmarks.POINTS; i++) {
      xy[2 * i] = inBox.x(i) * rect.width + rect.x;
      xy[2 * i + 1] = inBox.y(i) * rect.height + rect.y;
    }
    return new Landmarks(xy);
  }

  @Override
  public void close() {
    network.close();
  }
}
