package org.facepay.terminal.checkout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.receipt.Words;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.promotion.PriceModifier;
import org.facepay.terminal.sale.promotion.PriceModifier.Reason;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.screen.Figures;
import org.facepay.terminal.session.Session;

/** The lines of a basket as the page shows them. */
final class Lines {
  private Lines() {}

  /** All of them, newest first. */
  static List<Screen.Line> of(Session session, Stage.Shopping at, Language language) {
    return session.priced().lines().stream().map(l -> line(l, session, at, language)).toList();
  }

  /** Those that wait until staff have looked at the shopper. */
  static List<Screen.Line> waiting(Session session, Language language) {
    return of(session, Stage.Shopping.CALM, language).stream().filter(l -> l.age() > 0).toList();
  }

  private static Screen.Line line(
      Priced.Line line, Session session, Stage.Shopping at, Language language) {
    Priced priced = session.priced();
    Product product = line.goods().product();
    boolean open = line.goods().number() == at.open();
    boolean reduced = line.regular() > line.amount();
    String each = "¥" + Figures.money(line.unitPrice(), priced);
    int count = line.goods().quantity() instanceof Quantity.Pieces(int pieces) ? pieces : 0;
    String dot = CheckoutWords.DOT.in(language);
    String note = product.text(language).note();
    // The open row has its buttons where the others have their quantity.
    String size = open && count == 0 ? Words.quantity(line.goods()) + dot + note : note;
    return new Screen.Line(
        Integer.toString(line.goods().number()),
        product.picture(),
        product.text(language).name(),
        count > 1 ? size + dot + each : size,
        Words.quantity(line.goods()),
        count,
        Figures.money(line.amount(), priced),
        reduced ? Optional.of(Figures.money(line.regular(), priced)) : Optional.empty(),
        reduced ? Optional.of(offer(line, priced, language)) : Optional.empty(),
        open,
        open && at.justScanned(),
        product.age().isMetBy(session.staff().seen()) ? 0 : product.age().years());
  }

  /** Staff first, then what the shopper has it for, then what anybody has. */
  private static String offer(Priced.Line line, Priced priced, Language language) {
    PriceModifier most =
        line.modifiers().stream()
            .max(
                Comparator.comparing((PriceModifier m) -> m.reason() == Reason.STAFF_DISCOUNT)
                    .thenComparing(m -> m.reason() != Reason.REDUCED_PRICE)
                    .thenComparingLong(PriceModifier::minor))
            .orElseThrow();
    String why = Figures.why(most, language);
    return most.reason() == Reason.OFFER
        ? CheckoutWords.OFFER.in(language, why, Figures.money(most.minor(), priced))
        : why;
  }
}
