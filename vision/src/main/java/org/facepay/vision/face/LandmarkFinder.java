package org.facepay.vision.face;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
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

  /** Shift right, shift down (parts of the box) and size of the views that are averaged. */
  private static final double[][] VIEWS = {
    {0, 0, 1},
    {-0.06, 0, 1},
    {0.06, 0, 1},
    {0, -0.06, 1},
    {0, 0.06, 1},
    {0, 0, 0.92},
    {0, 0, 1.08}
  };

  private final Network network;

  LandmarkFinder(ModelFolder folder) throws ModelException {
    network =
        Network.load(
            folder, "landmark.onnx", new int[] {1, 1, SIDE, SIDE}, List.of(), 2 * Landmarks.POINTS);
  }

  /** The points of the face in the box, the mean of the picture and its mirror image; 2 ms. */
  Landmarks find(Mat bgr, Box box) {
    Rect rect = box.inside(bgr.cols(), bgr.rows());
    Mat part = bgr.submat(rect);
    Mat small = new Mat();
    try {
      int how = rect.width > 4 * SIDE ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
      Imgproc.resize(part, small, new Size(SIDE, SIDE), 0, 0, how);
      Imgproc.cvtColor(small, small, Imgproc.COLOR_BGR2GRAY);
      Landmarks both = withMirrored(new Landmarks(read(small)), small);
      return both.mapped(rect.width, 0, rect.x, 0, rect.height, rect.y);
    } finally {
      small.release();
      part.release();
    }
  }

  /**
   * Points for templates.
   *
   * @param both the mean over all views and their mirror images
   * @param plain the mean over the views alone, for the second network: its crop then does not
   *     repeat every error of the first one's
   */
  record Refined(Landmarks both, Landmarks plain) {}

  /**
   * Steadier points for a template: the head turned upright first, then the mean over seven views
   * that are shifted and scaled a little; fourteen readings.
   *
   * @param first from {@link #find}, for the angle
   */
  Refined refine(Mat bgr, Box box, Landmarks first) {
    return refine(bgr, box, first, VIEWS.length);
  }

  /** As {@link #refine(Mat, Box, Landmarks)} from the middle view alone; two readings. */
  Refined upright(Mat bgr, Box box, Landmarks first) {
    return refine(bgr, box, first, 1);
  }

  private Refined refine(Mat bgr, Box box, Landmarks first, int views) {
    double[] eyes = first.five();
    double angle = Math.atan2(eyes[3] - eyes[1], eyes[2] - eyes[0]);
    // Only the face and what the shifted views can reach is turned grey.
    float reach = Math.max(box.width(), box.height());
    Rect rect =
        new Box(box.centreX() - reach, box.centreY() - reach, 2 * reach, 2 * reach)
            .inside(bgr.cols(), bgr.rows());
    Mat part = bgr.submat(rect);
    Mat grey = new Mat();
    try {
      Imgproc.cvtColor(part, grey, Imgproc.COLOR_BGR2GRAY);
      Box inPart = new Box(box.x() - rect.x, box.y() - rect.y, box.width(), box.height());
      Refined mean = view(grey, inPart, angle, VIEWS[0]);
      for (int i = 1; i < views; i++) {
        Refined next = view(grey, inPart, angle, VIEWS[i]);
        mean =
            new Refined(
                mean.both().averaged(next.both(), i), mean.plain().averaged(next.plain(), i));
      }
      return new Refined(
          mean.both().mapped(1, 0, rect.x, 0, 1, rect.y),
          mean.plain().mapped(1, 0, rect.x, 0, 1, rect.y));
    } finally {
      part.release();
      grey.release();
    }
  }

  /** Reads one turned, shifted and scaled view of the box, and its mirror image. */
  private Refined view(Mat grey, Box box, double angle, double[] view) {
    double xx = box.width() * view[2] * Math.cos(angle);
    double xy = -box.height() * view[2] * Math.sin(angle);
    double yx = box.width() * view[2] * Math.sin(angle);
    double yy = box.height() * view[2] * Math.cos(angle);
    double x = box.centreX() + view[0] * box.width() - (xx + xy) / 2;
    double y = box.centreY() + view[1] * box.height() - (yx + yy) / 2;
    Mat transform = new Mat(2, 3, CvType.CV_64F);
    Mat small = new Mat();
    try {
      transform.put(0, 0, xx / SIDE, xy / SIDE, x, yx / SIDE, yy / SIDE, y);
      int how = Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP;
      Imgproc.warpAffine(grey, small, transform, new Size(SIDE, SIDE), how);
      Landmarks plain = new Landmarks(read(small));
      Landmarks both = withMirrored(plain, small);
      return new Refined(both.mapped(xx, xy, x, yx, yy, y), plain.mapped(xx, xy, x, yx, yy, y));
    } finally {
      transform.release();
      small.release();
    }
  }

  /** The mean of a reading and that of the mirrored picture; mirrors the picture. */
  private Landmarks withMirrored(Landmarks plain, Mat small) {
    Core.flip(small, small, 1);
    return plain.averagedWithMirrored(new Landmarks(read(small)), (SIDE - 1f) / SIDE);
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

  @Override
  public void close() {
    network.close();
  }
}
