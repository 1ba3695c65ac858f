package org.facepay.terminal.screen;

import java.util.List;
import java.util.function.Function;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.StaffScreen;
import org.facepay.kiosk.screen.StaffScreen.Badge;
import org.facepay.kiosk.screen.StaffScreen.Filling;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.restock.Restock;
import org.facepay.terminal.session.restock.Restock.Phase;
import org.facepay.terminal.session.restock.Restocks;

/**
 * The page of whoever fills a machine or a cabinet.
 *
 * @param articles by their slots
 */
public record RestockScreens(Function<Integer, Product> articles) {

  /** As far as it is. */
  public Screen screen(Restock at, Language language) {
    Badge badge = new Badge(at.attendant(), (int) Restocks.ATTENDED.toSeconds());
    boolean dating = at.doing().phase() == Phase.DATING || at.doing().phase() == Phase.DATING_LAST;
    if (dating && at.here().isPresent()) {
      int slot = at.here().get().place().slot();
      return new StaffScreen.UseBy(
          badge,
          Integer.toString(slot),
          articles.apply(slot).text(language).name(),
          at.doing().typed(),
          at.doing().wrong());
    }
    List<StaffScreen.Lane> lanes =
        at.lanes().stream()
            .map(lane -> lane(lane, at.here().filter(lane::equals).isPresent(), language))
            .toList();
    return new StaffScreen.Restock(badge, lanes, at.troubles());
  }

  private StaffScreen.Lane lane(Restock.Lane lane, boolean here, Language language) {
    Product product = articles.apply(lane.place().slot());
    return new StaffScreen.Lane(
        Integer.toString(lane.place().slot()),
        new Screen.Article(product.picture(), product.text(language).name(), lane.now()),
        lane.before().map(String::valueOf),
        lane.place().capacity(),
        here ? Filling.HERE : filling(lane.progress()),
        lane.date().map(Restock.Date::useBy).orElse(""));
  }

  private static Filling filling(Restock.Progress progress) {
    return switch (progress) {
      case TO_DO -> Filling.TO_DO;
      case COUNTED -> Filling.DONE;
      case SKIPPED -> Filling.SKIPPED;
    };
  }
}
