package org.facepay.terminal.checkout;

import java.util.Optional;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.checkout.Stage.Shopping;
import org.facepay.terminal.session.BagFinding;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/** What the weight in the shopper's bags comes to. */
record Bags(Rules rules) {

  /** A soft word first, staff when it comes again; the next scan is never in anybody's way. */
  Step<State<Stage>, Effect> checked(
      Open<Stage> s, BagFinding finding, String name, Stamped<Event> event) {
    if (finding == BagFinding.RIGHT) {
      return Step.of(quiet(s.with(s.session().bagsRight())));
    }
    Open<Stage> counted = s.with(s.session().bagsWrong(finding));
    if (counted.session().attention().bags().prompts() == 1 || finding == BagFinding.MISSING_ITEM) {
      return Step.of(
          s.stage() instanceof Shopping(int open, boolean _, boolean editing, var _, var _)
              ? counted.at(
                  new Shopping(
                      open, false, editing, Optional.of(new Screen.Notice(word(finding), name))))
              : counted);
    }
    return Step.of(
        counted
            .with(counted.session().with(question(finding)))
            .with(counted.view().withoutDialog()),
        new Effect.CallStaff(event.stamp(), "bag-check", rules.numbers().reference(s.session())));
  }

  private static NoticeKind word(BagFinding finding) {
    return switch (finding) {
      case RIGHT -> throw new IllegalArgumentException("nothing is wrong");
      case UNEXPECTED_ITEM -> NoticeKind.BAG_UNEXPECTED_ITEM;
      case MISSING_ITEM -> NoticeKind.BAG_MISSING_ITEM;
      case REMOVED -> NoticeKind.BAG_REMOVED;
    };
  }

  private static Dialog question(BagFinding finding) {
    return switch (finding) {
      case RIGHT -> Dialog.NONE;
      case UNEXPECTED_ITEM -> Dialog.BAG_UNEXPECTED_ITEM;
      case MISSING_ITEM -> Dialog.BAG_MISSING_ITEM;
      case REMOVED -> Dialog.BAG_REMOVED;
    };
  }

  /** Without a word about bags. */
  static Open<Stage> quiet(Open<Stage> s) {
    boolean bags =
        s.stage() instanceof Shopping(var _, var _, var _, Optional<Screen.Notice> notice, var _)
            && notice.filter(Bags::isOfBags).isPresent();
    return bags ? s.at(((Shopping) s.stage()).withoutNotice()) : s;
  }

  private static boolean isOfBags(Screen.Notice notice) {
    return switch (notice.kind()) {
      case BAG_UNEXPECTED_ITEM, BAG_MISSING_ITEM, BAG_REMOVED -> true;
      default -> false;
    };
  }
}
