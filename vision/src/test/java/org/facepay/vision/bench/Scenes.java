package org.facepay.vision.bench;

import org.facepay.vision.face.TestPictures;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Frames as a camera would give them: a test picture in the middle of a grey scene. */
final class Scenes {
  private Scenes() {}

  static Mat frame(String picture, int width, int height) {
    Mat face =
        Imgcodecs.imdecode(new MatOfByte(TestPictures.jpeg(picture)), Imgcodecs.IMREAD_COLOR);
    int how = height > face.rows() ? Imgproc.INTER_CUBIC : Imgproc.INTER_AREA;
    Imgproc.resize(face, face, new Size(height, height), 0, 0, how);
    Mat scene = new Mat(height, width, CvType.CV_8UC3, Scalar.all(120));
    face.copyTo(scene.submat(new Rect((width - height) / 2, 0, height, height)));
    return scene;
  }
}
