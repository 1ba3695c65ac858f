package org.facepay.terminal.checkout;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.WeighScreen;
import org.facepay.kiosk.screen.WeighScreen.ScaleState;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.screen.Figures;
import org.facepay.terminal.screen.Weight;

/** The screens for goods without a barcode. */
final class ProduceScreens {
  private final List<Product> goods;
  private Optional<List<Entry>> spelled = Optional.empty();

  /** One of the goods, and how its names are spelled. */
  private record Entry(Product product, Spelling zh, Spelling en) {
    static Entry of(Product product) {
      return new Entry(product, Spelling.of(product.zh().name()), Spelling.of(product.en().name()));
    }

    Spelling in(Language language) {
      return language.choose(zh, en);
    }
  }

  /**
   * @param all the price book; what is sold by weight, and what has only an in-store number, is
   *     looked up by picture
   */
  ProduceScreens(Collection<Product> all) {
    goods =
        all.stream()
            .filter(p -> p.unit() == Product.Unit.KILOGRAM || p.code().length() == 7)
            .sorted(Comparator.comparing(Product::code))
            .toList();
  }

  /**
   * As they are looked up. How Chinese is spelled takes a twentieth of a terminal's start to read,
   * so it is read when somebody looks something up, or on the way of the rehearsal.
   */
  private synchronized List<Entry> entries() {
    if (spelled.isEmpty()) {
      spelled = Optional.of(goods.stream().map(Entry::of).toList());
    }
    return spelled.get();
  }

  /** Whether there is anything to look up. */
  boolean any() {
    return !goods.isEmpty();
  }

  Screen searching(Stage.Searching at, Priced priced, Weight weight, Language language) {
    List<Entry> found = found(at.query(), language);
    return new WeighScreen.Produce(
        found.stream().map(f -> good(f.product(), priced, language)).toList(),
        at.query(),
        next(found, at.query(), language),
        at.letters(),
        weight.state() != ScaleState.NO_SCALE,
        Figures.totals(priced, language));
  }

  static Screen weighing(Stage.Weighing at, Priced priced, Weight weight, Language language) {
    WeighScreen.Good good = good(at.product(), priced, language);
    if (at.count() > 0) {
      return new WeighScreen.Weighing(
          good,
          ScaleState.STABLE,
          Optional.empty(),
          Optional.empty(),
          Optional.of(Figures.money(at.price(0, priced.eligibility()), priced)),
          at.count(),
          false,
          true);
    }
    int net = weight.grams() - at.tareGrams();
    boolean shown = weight.state() == ScaleState.STABLE || weight.state() == ScaleState.MOVING;
    ScaleState now = weight.state();
    if (now == ScaleState.STABLE && net < Stage.Weighing.LEAST_GRAMS) {
      now = net < 0 ? ScaleState.BELOW_ZERO : net == 0 ? ScaleState.WAITING : ScaleState.TOO_LIGHT;
    }
    return new WeighScreen.Weighing(
        good,
        now,
        shown && net >= 0 ? Optional.of(kilograms(net)) : Optional.empty(),
        at.tareGrams() > 0 ? Optional.of(kilograms(at.tareGrams())) : Optional.empty(),
        now == ScaleState.STABLE
            ? Optional.of(Figures.money(at.price(weight.grams(), priced.eligibility()), priced))
            : Optional.empty(),
        0,
        at.bagFirst(),
        now == ScaleState.STABLE);
  }

  private static WeighScreen.Good good(Product p, Priced priced, Language language) {
    boolean byWeight = p.unit() == Product.Unit.KILOGRAM;
    long price = priced.eligibility().unitPrice(p);
    return new WeighScreen.Good(
        p.code(),
        p.picture(),
        p.text(language).name(),
        Figures.money(price, priced),
        byWeight ? "kg" : CheckoutWords.EACH.in(language),
        byWeight);
  }

  /** Those whose name begins so before those that have it further on. */
  private List<Entry> found(String query, Language language) {
    return query.isEmpty()
        ? entries()
        : entries().stream()
            .filter(g -> g.in(language).has(query))
            .sorted(Comparator.comparingInt(g -> g.in(language).first(query)))
            .toList();
  }

  /** The letters that can be typed next, and still find something. */
  private static String next(List<Entry> found, String query, Language language) {
    StringBuilder letters = new StringBuilder();
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      String longer = query + letter;
      if (found.stream().anyMatch(f -> f.in(language).has(longer))) {
        letters.append(letter);
      }
    }
    return letters.toString();
  }

  private static String kilograms(int grams) {
    return String.format(Locale.ROOT, "%d.%03d kg", grams / 1000, grams % 1000);
  }
}
