package org.facepay.terminal.screen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.StaffScreen;
import org.facepay.kiosk.screen.StaffScreen.Badge;
import org.facepay.kiosk.screen.StaffScreen.Filling;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.session.restock.Lane;
import org.facepay.terminal.session.restock.Placing;
import org.facepay.terminal.session.restock.Restock;
import org.facepay.terminal.session.restock.Restock.Phase;
import org.facepay.terminal.session.restock.Restocks;

/**
 * The page of whoever fills a machine or a cabinet.
 *
 * @param learns whether a lane can be given another article
 */
public record RestockScreens(boolean learns) {

  /** As far as it is. */
  public Screen screen(Restock at, Language language) {
    Optional<Placing> placing = at.relaid().placing();
    return placing.isPresent() ? placing(at, placing.get(), language) : lanes(at, language);
  }

  private static Screen placing(Restock at, Placing placing, Language language) {
    return new StaffScreen.Placing(
        badge(at),
        new Screen.Article(
            placing.product().picture(), placing.product().text(language).name(), placing.pieces()),
        placing.weighing(),
        placing
            .found()
            .map(f -> new StaffScreen.Found(Integer.toString(f.slot()), grams(f.unitMilligrams()))),
        placing.wrong());
  }

  private static String grams(long milligrams) {
    return milligrams == 0 ? "" : String.format(Locale.ROOT, "%.1f", milligrams / 1_000.0);
  }

  private static Badge badge(Restock at) {
    return new Badge(at.attendant(), (int) Restocks.ATTENDED.toSeconds());
  }

  private Screen lanes(Restock at, Language language) {
    boolean dating = at.doing().phase() == Phase.DATING || at.doing().phase() == Phase.DATING_LAST;
    if (dating && at.here().isPresent()) {
      Lane here = at.here().get();
      return new StaffScreen.UseBy(
          badge(at),
          Integer.toString(here.place().slot()),
          here.stand().product().text(language).name(),
          at.doing().typed(),
          at.doing().wrong());
    }
    List<StaffScreen.Lane> lanes =
        at.lanes().stream()
            .map(lane -> lane(lane, at.here().filter(lane::equals).isPresent(), language))
            .toList();
    return new StaffScreen.Restock(badge(at), lanes, at.troubles(), learns, at.relaid().refused());
  }

  private static StaffScreen.Lane lane(Lane lane, boolean here, Language language) {
    return new StaffScreen.Lane(
        Integer.toString(lane.place().slot()),
        new Screen.Article(
            lane.stand().product().picture(),
            lane.stand().product().text(language).name(),
            lane.now()),
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
