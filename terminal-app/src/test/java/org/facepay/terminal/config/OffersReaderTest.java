package org.facepay.terminal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.facepay.terminal.sale.promotion.Offer;
import org.facepay.terminal.sale.promotion.Offers;
import org.facepay.terminal.sale.promotion.Reward;
import org.facepay.terminal.sale.promotion.Rule;
import org.facepay.terminal.sale.promotion.Selection;
import org.junit.jupiter.api.Test;

/** Offers as a shop writes them, and what it is told when it cannot be meant. */
class OffersReaderTest extends ConfigFixture {
  private static final String NAME = "name: { zh: 特惠, en: Special }";
  private static final String OFFERS =
      """
      offers:
        each:
          - id: one
            name: { zh: 特惠, en: Special }
            articles: ["06900123400074"]
            reward: 2.50 off
        together:
          - id: two
            name: { zh: 特惠, en: Special }
            parts: [{ articles: ["6900123400074"], count: 3 }]
            reward: for 12.00
        buy-get:
          - id: three
            name: { zh: 特惠, en: Special }
            buy: { articles: ["6900123400074"], count: 2 }
            get: {}
            reward: 100%
        basket:
          - id: four
            name: { zh: 特惠, en: Special }
            from: 100.00
            reward: 5%
      """;

  private static String basket(String more) {
    return GOOD + "offers:\n  basket:\n    - { id: a, " + NAME + ", " + more + " }\n";
  }

  @Test
  void everyKindOfOfferIsRead() throws Exception {
    Offers offers = read(GOOD + OFFERS).session().checkout().goods().tariff().offers();
    assertEquals(
        List.of("four", "one", "three", "two"), offers.offers().stream().map(Offer::id).toList());
    Offer three = offers.offers().get(2);
    Rule.Part bought = new Rule.Part(Selection.of("6900123400074"), 2);
    Rule.Part got = new Rule.Part(Selection.of("6900123400074"), 1);
    assertEquals(new Rule.BuyGet(bought, got, new Reward.Percent(10_000)), three.rule());
    assertEquals(new Reward.Price(1_200), offers.offers().get(3).rule().reward());
    assertEquals(10_000, offers.offers().getFirst().terms().spend().from());
    assertEquals(Offers.NONE, read(GOOD).session().checkout().goods().tariff().offers());
  }

  @Test
  void whatCannotBeMeantIsTold() {
    assertEquals(
        List.of("offers.basket[0].reward: a basket is reduced by a share or an amount"),
        problems(basket("reward: for 9.00")));
    assertEquals(
        List.of("offers.basket[0].last: it ends on 2026-12-01, before it begins"),
        problems(basket("reward: 5%, first: 2026-12-02, last: 2026-12-01")));
    assertEquals(
        List.of("offers.basket[0].reward: expected 20%, 2.00 off or for 8.00, found \"-1.00 off\""),
        problems(basket("reward: -1.00 off")));
    assertEquals(
        List.of("offers.basket[0].id: expected a name of its own, but another offer is called one"),
        problems(GOOD + OFFERS.replace("id: four", "id: one")));
    assertEquals(
        List.of(
            "offers.basket[0].id: expected a name of its own, but another offer is called"
                + " member-price"),
        problems(basket("reward: 5%").replace("id: a", "id: member-price")));
  }

  @Test
  void groupsOfBothKindsAreFew() {
    StringBuilder file = new StringBuilder(GOOD + "offers:\n  each:\n");
    for (int group = 0; group < 4; group++) {
      file.append("    - { id: i%d, group: g%d, %s, reward: 5%% }\n".formatted(group, group, NAME));
    }
    file.append("  basket:\n");
    for (int group = 0; group < 4; group++) {
      file.append("    - { id: b%d, group: g%d, %s, reward: 5%% }\n".formatted(group, group, NAME));
    }
    assertEquals(
        List.of(
            "offers.policy: expected at most 3 groups with offers of articles and of the basket,"
                + " not [g0, g1, g2, g3]"),
        problems(file.toString()));
  }

  /** Whatever stands there, the reader ends with problems or with offers. */
  @Test
  void anyValueIsReadOrRefused() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    List<String> values =
        List.of(
            "\"\"", "x", "-1", "0", "999999999999", "[]", "{}", "[x]", "101%", "for -1", "null");
    int refused = 0;
    for (int n = 0; n < 300; n++) {
      String[] lines = OFFERS.split("\n");
      int at = 1 + random.nextInt(lines.length - 1);
      int value = lines[at].indexOf(": ");
      lines[at] =
          value < 0
              ? lines[at] + " x"
              : lines[at].substring(0, value + 2) + values.get(random.nextInt(values.size()));
      try {
        read(GOOD + String.join("\n", lines) + "\n");
      } catch (ConfigException e) {
        refused++;
        assertTrue(Set.copyOf(e.problems()).size() > 0);
      }
    }
    assertTrue(refused > 150, "only " + refused);
  }
}
