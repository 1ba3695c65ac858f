package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.tags.NeedsBrowser;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen on every panel in both languages, normal, with larger text and in high contrast:
 * looked at with a ruler, and saved as pictures to be looked at by people.
 */
@NeedsBrowser
@Slow("measures every screen on three panels in two languages and three looks")
class ScreenMatrixTest {
  private static final Path PICTURES = Path.of("target", "screens");

  /** Which samples, as a pattern of their names: everything but while working on a few. */
  private static final String WHICH = System.getProperty("facepay.screens", ".*");

  /**
   * Everything is measured; taking a picture takes longer than that, so English, larger text and
   * high contrast have theirs taken when somebody is going to look at them.
   */
  private static final boolean EVERY_PICTURE = Boolean.getBoolean("facepay.pictures");

  private static String ruler;
  private static String axe;

  @BeforeAll
  static void open() throws IOException {
    Files.createDirectories(PICTURES);
    ruler = resource("ruler.js");
    axe = resource("/axe.min.js");
  }

  @ParameterizedTest
  @CsvSource({"1080,1920", "1280,800", "800,480"})
  void everyScreenHolds(int width, int height) throws IOException {
    List<String> faults = new ArrayList<>();
    try (ShopperPage shopper = new ShopperPage(width, height)) {
      shopper.page.evaluate(axe);
      for (Language language : Language.values()) {
        for (String look : List.of("", "-large", "-contrast")) {
          boolean large = look.equals("-large");
          boolean contrast = look.equals("-contrast");
          for (var sample : new SampleScreens(language).all().entrySet()) {
            if ((sample.getValue().otherWords() && !look.isEmpty())
                || !sample.getKey().matches(WHICH)
                || !differs(width, language, look)) {
              continue;
            }
            shopper.show(
                sample.getKey().startsWith(LongestSamples.PREFIX)
                    ? LongestSamples.display(language, large, contrast)
                    : SampleScreens.display(language, large, contrast),
                sample.getValue());
            String name =
                "%s-%dx%d-%s%s"
                    .formatted(
                        sample.getKey(),
                        width,
                        height,
                        SampleScreens.in(language, "zh", "en"),
                        look);
            if (EVERY_PICTURE || (look.isEmpty() && language == Language.ZH)) {
              shopper.page.screenshot(
                  new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
            }
            measured(shopper.page).forEach(fault -> faults.add(name + ": " + fault));
            if (checkedForAccess(width, language, look, sample.getValue().otherWords())) {
              violations(shopper.page).forEach(fault -> faults.add(name + ": axe " + fault));
            }
          }
        }
      }
      faults.addAll(shopper.complaints);
    }
    assertEquals("", String.join("\n", faults));
  }

  /** High contrast changes colours and edges, not words: one language measures the other panels. */
  private static boolean differs(int width, Language language, String look) {
    return !look.equals("-contrast") || language == Language.ZH || width == 1280;
  }

  /** Larger text changes nothing that these rules see, nor do other words of the same layout. */
  private static boolean checkedForAccess(
      int width, Language language, String look, boolean otherWords) {
    return width == 1280 && !otherWords
        ? !look.equals("-large")
        : look.isEmpty() && language == Language.ZH && (width == 1280 || !otherWords);
  }

  @SuppressWarnings("unchecked")
  private static List<String> measured(Page page) {
    return (List<String>) page.evaluate(ruler, Map.of("millimetres", 15));
  }

  /**
   * Accessibility faults, each with its rule and the element. That the page cannot be zoomed is
   * meant: the next shopper would find it so, and the bar has larger text.
   */
  @SuppressWarnings("unchecked")
  private static List<String> violations(Page page) {
    return (List<String>)
        page.evaluate(
            """
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ['violations'], rules: { 'meta-viewport': { enabled: false } } });
              return violations.flatMap(v => v.nodes.map(n => `${v.id} ${n.html.slice(0, 120)} ${n.failureSummary.slice(0, 160)}`));
            }
            """);
  }

  private static String resource(String name) throws IOException {
    try (var in = ScreenMatrixTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
