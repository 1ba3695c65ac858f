package org.facepay.vision.face;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.imgproc.Imgproc;

/** Measures {@link Quality} on a found face. Not thread-safe. */
final class QualityMeter implements AutoCloseable {
  private final EyeReader eyes;

  QualityMeter(ModelFolder folder) throws ModelException {
    eyes = new EyeReader(folder);
  }

  Quality measure(Mat bgr, Landmarks landmarks) {
    Mat grey = FaceAligner.FACE_112.align(bgr, landmarks);
    Mat edges = new Mat();
    MatOfDouble mean = new MatOfDouble();
    MatOfDouble deviation = new MatOfDouble();
    try {
      Imgproc.cvtColor(grey, grey, Imgproc.COLOR_BGR2GRAY);
      Core.meanStdDev(grey, mean, deviation);
      double brightness = mean.get(0, 0)[0];
      double contrast = deviation.get(0, 0)[0];
      Imgproc.Laplacian(grey, edges, CvType.CV_16S);
      Core.meanStdDev(edges, mean, deviation);
      return new Quality(
          (float) landmarks.eyeDistance(),
          (float) deviation.get(0, 0)[0],
          (float) brightness,
          (float) contrast,
          Pose.of(landmarks),
          eyes.open(bgr, landmarks));
    } finally {
      for (Mat m : new Mat[] {grey, edges, mean, deviation}) {
        m.release();
      }
    }
  }

  @Override
  public void close() {
    eyes.close();
  }
}
