package org.facepay.kiosk.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.web.SampleScreens.Sample;
import org.facepay.kiosk.web.SecondTouch.Touch;

/**
 * Every screen on one panel in both languages: shown once in each look, and read there by all who
 * want to know something of it, since showing takes longer than reading.
 */
final class ScreenWalk {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PICTURES = Path.of("target", "screens");

  /** Which samples, as a pattern of their names: everything but while working on a few. */
  private static final String WHICH = System.getProperty("facepay.screens", ".*");

  /** For {@code scripts/screens}: a picture is no check, and takes longer than all of them. */
  private static final boolean TAKES_PICTURES = Boolean.getBoolean("facepay.pictures");

  /** How a screen is shown; the samples with the longest words stand in a shop without network. */
  private enum Look {
    USUAL(""),
    LARGER("-large"),
    CONTRAST("-contrast"),
    OTHER_NETWORK("-network");

    final String suffix;

    Look(String suffix) {
      this.suffix = suffix;
    }
  }

  /** What one reading asks for. */
  record Wanted(boolean ruler, boolean axe, boolean touches) {}

  /** What one reading found. */
  record Found(
      List<String> ruler,
      List<String> axe,
      List<String> untrue,
      List<String> claims,
      List<Touch> touches) {}

  /** The words that may be on any screen. */
  record Table(List<String> claims, List<String> unlisted) {}

  final int width;
  final int height;

  /** Faults of the layout and of what a screen reader meets, and what the browser complained of. */
  final List<String> faults = new ArrayList<>();

  final List<String> untrue = new ArrayList<>();
  final Set<String> claims = new TreeSet<>();
  final Table table;

  /** The buttons of each screen by language and look. */
  final Map<String, Map<String, List<Touch>>> touches = new LinkedHashMap<>();

  private final ShopperPage shopper;

  ScreenWalk(int width, int height) throws IOException {
    this.width = width;
    this.height = height;
    try (ShopperPage opened = new ShopperPage(width, height)) {
      shopper = opened;
      shopper.page.evaluate(resource("/axe.min.js"));
      for (String reading : List.of("ruler", "axe", "truths", "touches")) {
        shopper.page.evaluate(
            "() => { globalThis.%sReading = %s }".formatted(reading, resource(reading + ".js")));
      }
      table = JSON.readValue(said("truthsReading()", ""), Table.class);
      for (Language language : Language.values()) {
        for (Look look : Look.values()) {
          walk(language, look);
        }
      }
      faults.addAll(shopper.complaints);
    }
  }

  static boolean whole() {
    return WHICH.equals(".*");
  }

  private void walk(Language language, Look look) throws IOException {
    for (var named : new SampleScreens(language).all().entrySet()) {
      String name = named.getKey();
      Sample sample = named.getValue();
      boolean contrastIsKnown =
          look == Look.CONTRAST && (sample.otherWords() || !differs(language));
      if (name.matches(WHICH) && !contrastIsKnown) {
        boolean longest = name.startsWith(LongestSamples.PREFIX);
        read(name, sample, display(language, look, longest), look, wanted(language, look, sample));
      }
    }
    if (look != Look.CONTRAST) {
      for (var named : new ClaimSamples(language).all().entrySet()) {
        if (named.getKey().matches(WHICH)) {
          Wanted truth = new Wanted(false, false, false);
          read(named.getKey(), named.getValue(), display(language, look, false), look, truth);
        }
      }
    }
  }

  private Wanted wanted(Language language, Look look, Sample sample) {
    boolean laidOut = look != Look.OTHER_NETWORK && (look == Look.USUAL || !sample.otherWords());
    return new Wanted(
        laidOut,
        laidOut && checkedForAccess(language, look, sample.otherWords()),
        look == Look.USUAL || look == Look.LARGER);
  }

  /** High contrast changes colours and edges, not words: one language measures the other panels. */
  private boolean differs(Language language) {
    return language == Language.ZH || width == 1280;
  }

  /**
   * Larger text changes nothing that these rules see, nor do other words of the same layout; high
   * contrast has the same colours in both languages.
   */
  private boolean checkedForAccess(Language language, Look look, boolean otherWords) {
    return width == 1280 && !otherWords
        ? look == Look.USUAL || (look == Look.CONTRAST && language == Language.ZH)
        : look == Look.USUAL && language == Language.ZH && (width == 1280 || !otherWords);
  }

  private static Display display(Language language, Look look, boolean longest) {
    boolean larger = look == Look.LARGER;
    boolean contrast = look == Look.CONTRAST;
    if (longest && look != Look.OTHER_NETWORK) {
      return LongestSamples.display(language, larger, contrast);
    }
    Display usual = SampleScreens.display(language, larger, contrast);
    boolean online = look != Look.OTHER_NETWORK || longest;
    return new Display(
        language, larger, contrast, usual.shop(), usual.terminal(), usual.clock(), online);
  }

  private void read(String sampleName, Sample sample, Display display, Look look, Wanted wanted)
      throws IOException {
    String language = SampleScreens.in(display.language(), "zh", "en");
    String name = "%s-%dx%d-%s%s".formatted(sampleName, width, height, language, look.suffix);
    shopper.show(display, sample);
    if (TAKES_PICTURES && wanted.ruler()) {
      shopper.page.screenshot(
          new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
    Snapshot snapshot = new Snapshot(1, display, sample.screen(), sample.overlay());
    String about =
        "{\"snapshot\":%s,\"wanted\":%s}"
            .formatted(SnapshotJson.write(snapshot), JSON.writeValueAsString(wanted));
    Found found = JSON.readValue(said(READINGS, about), Found.class);
    found.ruler().forEach(fault -> faults.add(name + ": " + fault));
    found.axe().forEach(fault -> faults.add(name + ": axe " + fault));
    found.untrue().forEach(said -> untrue.add(name + ": " + said));
    claims.addAll(found.claims());
    if (wanted.touches()) {
      touches
          .computeIfAbsent(language + look.suffix, unused -> new LinkedHashMap<>())
          .put(sampleName, found.touches());
    }
  }

  /** Buttons are touched last: some of them change the page. */
  private static final String READINGS =
      """
      (async ({ snapshot, wanted }) => ({
        ruler: wanted.ruler ? rulerReading({ millimetres: 15 }) : [],
        axe: wanted.axe ? await axeReading() : [],
        ...(await truthsReading(snapshot)),
        touches: wanted.touches ? touchesReading() : [],
      }))(JSON.parse(about))
      """;

  /** As text, which crosses to the page and back in a tenth of the time that values take. */
  private String said(String expression, String about) {
    return (String)
        shopper.page.evaluate(
            "async about => JSON.stringify(await " + expression.strip() + ")", about);
  }

  private static String resource(String name) throws IOException {
    try (var in = ScreenWalk.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
