package org.facepay.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one reads at a time is small: files, and methods from their first line to their last. */
class SizesTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES =
      List.of("vision", "peripherals", "sync-agent", "kiosk-ui", "terminal-app");

  private static final int MOST_LINES = 400;
  private static final int NINE_OF_TEN = 200;
  private static final int LONGEST_METHOD = 40;

  private static final Path WIRING = Path.of("org/facepay/terminal/wiring");
  private static final int MOST_OF_WIRING = 1_500;

  private static List<Path> sources(String of) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src").resolve(of))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    assertTrue(sources.size() > 100, "found only " + sources);
    return sources;
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "test"})
  void noFileIsLong(String of) throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources(of)) {
      if (lines(file) > MOST_LINES) {
        tooLong.add(lines(file) + " lines: " + file);
      }
    }
    assertEquals(List.of(), tooLong);
  }

  @Test
  void nineOfTenFilesAreShort() throws IOException {
    List<Long> lengths = new ArrayList<>();
    for (Path file : sources("main")) {
      lengths.add(lines(file));
    }
    lengths.sort(null);
    long ninth = lengths.get(Math.ceilDiv(lengths.size() * 9, 10) - 1);
    assertTrue(ninth <= NINE_OF_TEN, "one of ten files has more than " + ninth + " lines");
  }

  /** It makes things and closes them; what decides or works stands in a room below. */
  @Test
  void theWiringIsShort() throws IOException {
    long all = 0;
    for (Path file : sources("main")) {
      if (file.getParent().endsWith(WIRING)) {
        all += lines(file);
      }
    }
    assertTrue(all > 0, "there is no " + WIRING);
    assertTrue(all <= MOST_OF_WIRING, "the wiring has " + all + " lines");
  }

  @Test
  void noMethodIsLong() throws IOException {
    List<String> tooLong = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var sources = files.getJavaFileObjectsFromPaths(sources("main"));
      JavacTask task =
          (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Methods(unit, positions, tooLong).scan(unit, null);
      }
    }
    assertEquals(List.of(), tooLong);
  }

  /** Notes the long methods of a file; comments in them count. */
  private static final class Methods extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> tooLong;

    Methods(CompilationUnitTree unit, SourcePositions positions, List<String> tooLong) {
      this.unit = unit;
      this.positions = positions;
      this.tooLong = tooLong;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      LineMap map = unit.getLineMap();
      long first = map.getLineNumber(positions.getStartPosition(unit, method));
      long last = map.getLineNumber(positions.getEndPosition(unit, method));
      if (last - first + 1 > LONGEST_METHOD) {
        tooLong.add(
            "%d lines: %s of %s, line %d"
                .formatted(
                    last - first + 1, method.getName(), unit.getSourceFile().getName(), first));
      }
      return super.visitMethod(method, nothing);
    }
  }
}
