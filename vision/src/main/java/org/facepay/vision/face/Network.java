package org.facepay.vision.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/**
 * One ONNX network in OpenCV's DNN module, with its shapes checked once when it is loaded. Not
 * thread-safe: every engine loads its own.
 */
final class Network implements AutoCloseable {
  private final Net net;
  private final List<String> outputs;
  private final int[] sizes;
  private final String file;

  private Network(Net net, List<String> outputs, int[] sizes, String file) {
    this.net = net;
    this.outputs = outputs;
    this.sizes = sizes;
    this.file = file;
  }

  /**
   * @param input shape of the input, for example 1x3x112x112
   * @param outputs names of the outputs and {@code sizes} the number of floats of each, in the same
   *     order; an empty list stands for the network's only output
   */
  static Network load(
      ModelFolder folder, String name, int[] input, List<String> outputs, int... sizes)
      throws ModelException {
    NativeLibrary.load();
    byte[] bytes = folder.read(name);
    String file = folder.describe(name);
    MatOfByte buffer = new MatOfByte(bytes);
    Mat blob = new Mat(input, CvType.CV_32F, Scalar.all(0));
    try {
      Net net = Dnn.readNetFromONNX(buffer);
      List<String> names = outputs.isEmpty() ? net.getUnconnectedOutLayersNames() : outputs;
      net.setPreferableBackend(Dnn.DNN_BACKEND_OPENCV);
      net.setPreferableTarget(Dnn.DNN_TARGET_CPU);
      // Joined to a convolution, OpenCV 4.9 computes a leaky activation slower than on its own.
      net.enableFusion(false);
      Network network = new Network(net, List.copyOf(names), sizes, file);
      network.check(blob, input);
      return network;
    } catch (CvException e) {
      throw new ModelException(file, "not an ONNX network that can be run: " + firstLine(e), e);
    } finally {
      blob.release();
      buffer.release();
    }
  }

  private void check(Mat blob, int[] input) throws ModelException {
    String expected =
        "expected " + Arrays.toString(input) + " in and " + Arrays.toString(sizes) + " floats out";
    if (outputs.size() != sizes.length) {
      throw new ModelException(file, expected + ", it has " + outputs.size() + " outputs");
    }
    try {
      float[][] answer = run(blob);
      for (int i = 0; i < sizes.length; i++) {
        if (answer[i].length != sizes[i]) {
          throw new ModelException(file, expected + ", got " + answer[i].length);
        }
        for (float value : answer[i]) {
          if (!Float.isFinite(value)) {
            throw new ModelException(file, "damaged: it answers with " + value);
          }
        }
      }
    } catch (CvException e) {
      throw new ModelException(file, expected + ": " + firstLine(e), e);
    }
  }

  /** Runs the network once: the outputs' floats, in the order given when loading. */
  float[][] run(Mat blob) {
    net.setInput(blob);
    // One call for all outputs: a call each would lay the network out anew and run it every time.
    List<Mat> outs = new ArrayList<>();
    net.forward(outs, outputs);
    float[][] answer = new float[outputs.size()][];
    for (int i = 0; i < answer.length; i++) {
      Mat out = outs.get(i);
      Mat row = out.reshape(1, 1);
      answer[i] = new float[(int) row.total()];
      row.get(0, 0, answer[i]);
      row.release();
      out.release();
    }
    return answer;
  }

  private static String firstLine(CvException e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(message);
  }

  /** Gives the network's memory back when the collector gets to it; OpenCV has no earlier way. */
  @Override
  public void close() {
    // Net has no release(); its finaliser frees it.
  }
}
