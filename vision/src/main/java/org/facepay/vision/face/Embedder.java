package org.facepay.vision.face;

import org.opencv.core.Mat;

/**
 * Turns an aligned face into a vector whose direction says who it is. Implementations belong to one
 * thread and compute on it alone.
 */
public interface Embedder extends AutoCloseable {

  /** Length of the vector. */
  int dimension();

  /**
   * The vector of an aligned face, not normalised.
   *
   * @param aligned 112x112 8-bit BGR, eyes, nose and mouth at {@link FaceAligner#FACE_112}; not
   *     changed
   */
  float[] embed(Mat aligned);

  @Override
  void close();
}
