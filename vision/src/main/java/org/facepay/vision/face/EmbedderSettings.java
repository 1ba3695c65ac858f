package org.facepay.vision.face;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which 112x112 network makes the templates and how its input is prepared: {@code (value - mean) *
 * scale} for each colour. Changing the network makes every stored template useless, so a gallery
 * belongs to one setting.
 *
 * @param engine what runs it
 * @param file ONNX for {@link Engine#OPENCV}, TorchScript for {@link Engine#PYTORCH}; empty for the
 *     bundled one
 * @param dimension floats of its answer
 * @param mean taken off every colour, 0..255
 * @param scale multiplied afterwards
 * @param rgb whether red comes first; otherwise blue does
 */
public record EmbedderSettings(
    Engine engine, Optional<Path> file, int dimension, double mean, double scale, boolean rgb) {

  /** What runs the network. */
  public enum Engine {
    /** OpenCV's DNN module: the faster one on every machine measured, and small. */
    OPENCV,
    /** DJL with PyTorch: for networks that OpenCV cannot read; 350 MB more memory. */
    PYTORCH
  }

  /** Checks the numbers. */
  public EmbedderSettings {
    if (dimension < 1 || dimension > 4096 || !(scale > 0) || !(mean >= 0 && mean <= 255)) {
      throw new IllegalArgumentException(
          "embedder: dimension 1..4096, mean 0..255 and a positive scale expected, got "
              + dimension
              + ", "
              + mean
              + ", "
              + scale);
    }
  }

  /** The bundled network on the faster engine. */
  public static EmbedderSettings standard() {
    return bundled(Engine.OPENCV);
  }

  /** The bundled network on the given engine. */
  public static EmbedderSettings bundled(Engine engine) {
    return new EmbedderSettings(engine, Optional.empty(), 512, 127, 1 / 128.0, true);
  }
}
