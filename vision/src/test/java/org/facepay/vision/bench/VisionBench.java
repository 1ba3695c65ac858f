package org.facepay.vision.bench;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import org.facepay.vision.face.ModelException;

/**
 * The figures of {@code scripts/bench vision}. Lives with the tests because ONNX Runtime is a
 * yardstick and no part of the product.
 */
public final class VisionBench {
  private static final long RECALL_SECONDS = 55;

  private VisionBench() {}

  /** Prints every figure; {@code args} may hold the seconds for each half of the recall. */
  public static void main(String[] args)
      throws ModelException, IOException, OrtException, InterruptedException {
    long recallSeconds = args.length > 0 ? Long.parseLong(args[0]) : RECALL_SECONDS;
    FaceFigures.print();
    EmbedderFigures.print();
    MemoryProbe.print();
    SearchFigures.print(recallSeconds);
    Lines.progress("Done");
  }
}
