package org.facepay.vision.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.facepay.vision.face.FaceEngine;
import org.facepay.vision.face.ModelException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Runs a measurement over picture files with a few engines side by side, in the list's order. */
final class Pictures {

  /** Makes an engine for a worker. */
  @FunctionalInterface
  interface Engines {
    FaceEngine load() throws ModelException;
  }

  /** What is measured on one picture. */
  @FunctionalInterface
  interface Measurement<T> {
    T of(FaceEngine engine, Mat bgr);
  }

  private final Path folder;
  private final Engines engines;
  private final int workers;
  private final Consumer<String> progress;

  Pictures(Path folder, Engines engines, int workers, Consumer<String> progress) {
    this.folder = folder;
    this.engines = engines;
    this.workers = workers;
    this.progress = progress;
  }

  /** One answer per file, in order. */
  <T> List<T> each(String what, List<String> files, Measurement<T> measurement)
      throws EvaluationException, ModelException, InterruptedException {
    AtomicInteger done = new AtomicInteger();
    List<FaceEngine> loaded = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<List<T>>> parts = new ArrayList<>();
      for (int w = 0; w < workers; w++) {
        FaceEngine engine = engines.load();
        loaded.add(engine);
        int first = w;
        Callable<List<T>> part = () -> part(what, files, first, engine, measurement, done);
        parts.add(pool.submit(part));
      }
      return merged(parts, files.size());
    } finally {
      pool.shutdownNow();
      loaded.forEach(FaceEngine::close);
    }
  }

  private <T> List<T> part(
      String what,
      List<String> files,
      int first,
      FaceEngine engine,
      Measurement<T> measurement,
      AtomicInteger done)
      throws EvaluationException {
    List<T> out = new ArrayList<>();
    for (int i = first; i < files.size() && !Thread.interrupted(); i += workers) {
      Mat bgr = read(folder.resolve(files.get(i)));
      try {
        out.add(measurement.of(engine, bgr));
      } finally {
        bgr.release();
      }
      int n = done.incrementAndGet();
      if (n % 250 == 0 || n == files.size()) {
        progress.accept(what + " " + n + "/" + files.size());
      }
    }
    return out;
  }

  private <T> List<T> merged(List<Future<List<T>>> parts, int size)
      throws EvaluationException, InterruptedException {
    List<List<T>> lists = new ArrayList<>();
    for (Future<List<T>> part : parts) {
      try {
        lists.add(part.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof EvaluationException cause) {
          throw cause;
        }
        throw new EvaluationException("measuring failed: " + e.getCause(), e);
      }
    }
    List<T> out = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      out.add(lists.get(i % workers).get(i / workers));
    }
    return out;
  }

  private static Mat read(Path file) throws EvaluationException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + file + ": " + e.getMessage(), e);
    }
    MatOfByte buffer = new MatOfByte(bytes);
    try {
      Mat bgr = bytes.length == 0 ? new Mat() : Imgcodecs.imdecode(buffer, Imgcodecs.IMREAD_COLOR);
      if (bgr.empty()) {
        throw new EvaluationException(file + " is not a picture");
      }
      return bgr;
    } finally {
      buffer.release();
    }
  }
}
