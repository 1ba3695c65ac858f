package org.facepay.terminal.checkout;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.StaffScreen;
import org.facepay.kiosk.screen.StaffScreen.Badge;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.screen.Figures;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.View;

/** What staff see behind their badge, and what a shopper sees who waits for them. */
record StaffScreens(AssistanceSettings settings) {

  Screen screen(Open<Stage> s, Stage.Attended at) {
    Badge badge = new Badge(at.attendant(), (int) settings.attended().toSeconds());
    return switch (at.task()) {
      case Task.Ages _ -> ages(badge, s.session(), s.view().language());
    };
  }

  private static Screen ages(Badge badge, Session session, Language language) {
    long minor =
        session.priced().lines().stream()
            .filter(l -> session.ages().contains(l.goods()))
            .mapToLong(l -> l.amount())
            .sum();
    return new StaffScreen.AgeCheck(
        badge,
        session.age().years(),
        Lines.waiting(session, language),
        Figures.money(minor, session.priced()));
  }

  /** What waits for them in a basket, if anything. */
  static Optional<Screen.AgeWait> wait(Session session, View view) {
    AgeLimit age = session.age();
    if (age.equals(AgeLimit.NONE)) {
      return Optional.empty();
    }
    List<Screen.Line> lines = Lines.waiting(session, view.language());
    String name = lines.size() == 1 ? lines.getFirst().name() : "";
    return Optional.of(new Screen.AgeWait(name, age.years(), view.staff()));
  }
}
