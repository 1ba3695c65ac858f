package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.facepay.tags.NeedsBrowser;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every screen on every panel in both languages, normal, with larger text, in high contrast, online
 * and offline: looked at with a ruler, with axe, with the table of when each sentence is true, and
 * with a finger that comes down twice.
 */
@NeedsBrowser
@Slow("looks at every screen on three panels in two languages and four looks")
class EveryScreenTest {
  private static final Map<String, ScreenWalk> WALKS = new LinkedHashMap<>();

  @AfterAll
  static void forget() {
    WALKS.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1080x1920", "1280x800", "800x480"})
  void everyScreenHolds(String panel) throws IOException {
    assertEquals("", String.join("\n", walk(panel).faults));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1080x1920", "1280x800", "800x480"})
  void everySentenceThatCanBeSeenIsTrue(String panel) throws IOException {
    assertEquals("", String.join("\n", walk(panel).untrue));
  }

  /** A word stands in the table once, as a claim or as a label, and a claim is made somewhere. */
  @Test
  void everyWordStandsInTheTable() throws IOException {
    assumeTrue(ScreenWalk.whole(), "only some screens are looked at");
    int untrue = 0;
    TreeSet<String> unseen = new TreeSet<>();
    List<ScreenWalk> walks = new ArrayList<>();
    for (String panel : List.of("1080x1920", "1280x800", "800x480")) {
      walks.add(walk(panel));
    }
    for (ScreenWalk walk : walks) {
      untrue += walk.untrue.size();
      unseen.addAll(walk.table.claims());
    }
    List<String> unlisted = walks.getFirst().table.unlisted();
    System.out.println("WORDS untrue=" + (untrue + unlisted.size()));
    assertEquals(List.of(), unlisted, "words that do not stand in the table once");
    walks.forEach(walk -> unseen.removeAll(walk.claims));
    unseen.removeAll(List.of("lostTitle", "lostText")); // stand only while there is no snapshot
    assertEquals(List.of(), List.copyOf(unseen), "claims that no screen makes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1080x1920", "1280x800", "800x480"})
  void aSecondTouchMeetsNothingGrave(String panel) throws IOException {
    TreeSet<String> faults = new TreeSet<>();
    SecondTouch finger = new SecondTouch();
    walk(panel)
        .touches
        .forEach(
            (look, shown) ->
                finger.faults(shown).forEach(fault -> faults.add(fault + " (" + look + ")")));
    assertEquals("", String.join("\n", faults));
    assumeTrue(ScreenWalk.whole(), "only some screens are looked at");
    assertEquals(List.of(), finger.unused(walk(panel).width == 800), "nobody touches these");
  }

  private static ScreenWalk walk(String panel) throws IOException {
    ScreenWalk walk = WALKS.get(panel);
    if (walk == null) {
      String[] sides = panel.split("x", -1);
      walk = new ScreenWalk(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
      WALKS.put(panel, walk);
    }
    return walk;
  }
}
