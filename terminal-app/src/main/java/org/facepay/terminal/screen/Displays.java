package org.facepay.terminal.screen;

import java.util.Optional;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.screen.Snapshot.Overlay.BagCheckKind;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.View;

/**
 * What surrounds the screens of every kind of session: the head and bar, and what is asked above.
 */
public final class Displays {
  private Displays() {}

  /** Names, clock and looks. */
  public static Display of(Identity identity, View view, Surroundings around) {
    return new Display(
        view.language().choose(Display.Language.ZH, Display.Language.EN),
        view.largerText(),
        view.highContrast(),
        identity.shop().in(view.language()),
        identity.terminal().in(view.language()),
        around.clock(),
        around.online());
  }

  /** What is told where codes are read; that none can be read, when nothing else is to be told. */
  public static Optional<Screen.Notice> notice(
      Optional<Screen.Notice> notice, Surroundings around) {
    return notice.isPresent() || around.scannerReady()
        ? notice
        : Optional.of(new Screen.Notice(NoticeKind.SCANNER_OFFLINE, ""));
  }

  /** The dialog above the screen, if anything is asked or told there. */
  public static Optional<Snapshot.Overlay> question(State<?> state, Times times) {
    View view = state.view();
    if (view.showCall()) {
      return Optional.of(new Snapshot.Overlay.AttendantCalled(view.staff()));
    }
    return state.openSession().flatMap(session -> question(session, view, times));
  }

  private static Optional<Snapshot.Overlay> question(Session session, View view, Times times) {
    return switch (session.dialog()) {
      case NONE -> Optional.empty();
      case STILL_THERE ->
          Optional.of(new Snapshot.Overlay.IdleWarning((int) times.wipe().toSeconds()));
      case CONFIRM_CANCEL ->
          Optional.of(new Snapshot.Overlay.ConfirmCancel(session.basket().articles()));
      case CONFIRM_WITHDRAW -> Optional.of(new Snapshot.Overlay.ConfirmWithdraw());
      case CONFIRM_LEAVE -> Optional.of(new Snapshot.Overlay.ConfirmLeave());
      case BAG_UNEXPECTED_ITEM -> bagCheck(BagCheckKind.UNEXPECTED_ITEM, view);
      case BAG_MISSING_ITEM -> bagCheck(BagCheckKind.MISSING_ITEM, view);
      case BAG_REMOVED -> bagCheck(BagCheckKind.REMOVED, view);
    };
  }

  private static Optional<Snapshot.Overlay> bagCheck(BagCheckKind kind, View view) {
    return Optional.of(new Snapshot.Overlay.BagCheck(kind, view.staff()));
  }
}
