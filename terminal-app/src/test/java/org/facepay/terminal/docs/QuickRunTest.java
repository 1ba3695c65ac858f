package org.facepay.terminal.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.facepay.tags.NeedsBrowser;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What {@code scripts/test --quick} leaves out says so itself: a test from which code leads to a
 * browser or to native code carries the annotation. SQLite's own library is quick and everywhere,
 * so it does not count.
 */
class QuickRunTest {
  private static final JavaClasses CODE =
      ArchConfiguration.withThreadLocalScope(QuickRunTest::read);

  private static final Set<String> BROWSER =
      Set.of(
          "com.microsoft.playwright.",
          "org.facepay.kiosk.web.NodePackages",
          "org.facepay.terminal.lab.browser.Chromium");

  private static final Set<String> NATIVES =
      Set.of(
          "org.opencv.",
          "ai.djl.",
          "ai.onnxruntime.",
          "com.fazecast.",
          "com.pi4j.",
          "org.facepay.peripherals.link.Pty",
          "org.facepay.vision.camera.NativeLibrary",
          "org.facepay.vision.face.NativeLibrary");

  /** Ways to whatever a configuration or a command line names; a test names what it goes to. */
  private static final Set<String> NOT_FOLLOWED =
      Set.of(
          "org.facepay.peripherals.link.Opener",
          "org.facepay.terminal.devices.Sources",
          "org.facepay.terminal.lab.command.Laboratory");

  /** Names are enough of what is not ours. */
  private static JavaClasses read(ArchConfiguration configuration) {
    configuration.setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter().importPaths(compiled());
  }

  /** Of the modules that have been built; alone, terminal-app has itself. */
  private static List<Path> compiled() {
    return Stream.of("vision", "peripherals", "sync-agent", "kiosk-ui", "terminal-app")
        .map(module -> Path.of("..", module, "target"))
        .flatMap(target -> Stream.of(target.resolve("classes"), target.resolve("test-classes")))
        .filter(Files::isDirectory)
        .toList();
  }

  private static Stream<JavaClass> tests() {
    return CODE.stream()
        .filter(c -> c.getEnclosingClass().isEmpty())
        .filter(c -> c.getSource().orElseThrow().getUri().getPath().contains("/test-classes/"))
        .filter(c -> c.getSimpleName().endsWith("Test"));
  }

  @Test
  void whatLeadsToABrowserSaysSo() {
    assertEquals(Set.of(), silent(NeedsBrowser.class, BROWSER));
  }

  @Test
  void whatLeadsToNativeCodeSaysSo() {
    assertEquals(Set.of(), silent(NeedsNatives.class, NATIVES));
  }

  private static Set<String> silent(Class<? extends Annotation> says, Set<String> doors) {
    Set<String> silent = new TreeSet<>();
    tests()
        .filter(test -> !carries(test, says) && leadsTo(test, doors))
        .forEach(test -> silent.add(test.getName()));
    return silent;
  }

  private static boolean carries(JavaClass test, Class<? extends Annotation> says) {
    return test.isAnnotatedWith(says)
        || test.getAllRawSuperclasses().stream().anyMatch(c -> c.isAnnotatedWith(says));
  }

  /** Along everything that the test and what is nested in it mention. */
  private static boolean leadsTo(JavaClass test, Set<String> doors) {
    Set<JavaClass> seen = new HashSet<>();
    Deque<JavaClass> ahead = new ArrayDeque<>();
    CODE.stream()
        .filter(c -> c.equals(test) || c.getName().startsWith(test.getName() + "$"))
        .filter(seen::add)
        .forEach(ahead::add);
    while (!ahead.isEmpty()) {
      for (Dependency dependency : ahead.poll().getDirectDependenciesFromSelf()) {
        JavaClass next = dependency.getTargetClass().getBaseComponentType();
        if (doors.stream().anyMatch(door -> next.getName().startsWith(door))) {
          return true;
        }
        if (next.getName().startsWith("org.facepay.")
            && !NOT_FOLLOWED.contains(next.getName())
            && seen.add(next)) {
          ahead.add(next);
        }
      }
    }
    return false;
  }

  @Test
  void everySlowTestSaysWhy() {
    List<String> reasons =
        Stream.concat(
                CODE.stream().filter(c -> c.isAnnotatedWith(Slow.class)).map(QuickRunTest::why),
                CODE.stream()
                    .flatMap(c -> c.getMethods().stream())
                    .filter(m -> m.isAnnotatedWith(Slow.class))
                    .map(QuickRunTest::why))
            .toList();
    assertTrue(reasons.size() > 5, "only " + reasons.size() + " slow tests were found");
    reasons.forEach(why -> assertTrue(why.split(" ").length > 2, why));
  }

  private static String why(HasAnnotations<?> slow) {
    return slow.getAnnotationOfType(Slow.class).value();
  }

  @Test
  void tagsAreGivenByAnnotationsThatSayMore() {
    tests()
        .forEach(
            test -> {
              assertFalse(test.isAnnotatedWith(Tag.class), test.getName());
              test.getMethods()
                  .forEach(m -> assertFalse(m.isAnnotatedWith(Tag.class), m.getFullName()));
            });
  }
}
