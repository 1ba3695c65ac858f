package org.facepay.terminal.checkout;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.checkout.Stage.Shopping;
import org.facepay.terminal.sale.KeptBasket;
import org.facepay.terminal.session.Act;
import org.facepay.terminal.session.Act.Deed;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Answered.Claim;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * A basket that was suspended at another terminal, or here, goes on. The collector is asked first,
 * so that it goes on once.
 */
record Resuming(Rules rules) {

  Step<State<Stage>, Effect> scanned(Open<Stage> s, Read.BasketScanned scanned, Stamped<?> event) {
    if (event.at().getEpochSecond() > scanned.untilSecond()) {
      return told(s, NoticeKind.BASKET_EXPIRED);
    }
    Session fuller = s.session().with(scanned.basket().into(s.session().basket()));
    boolean fits =
        rules.goods().limits().allow(fuller.basket().articles(), fuller.priced().total().minor());
    return !fits
        ? told(s, NoticeKind.BASKET_FULL)
        : new Step<>(
            told(s, NoticeKind.BASKET_COMING).next(),
            List.of(
                new Effect.ClaimBasket(s.session().id(), scanned.basket()), new Effect.Beep(true)));
  }

  Step<State<Stage>, Effect> answered(
      Open<Stage> s, Answered.BasketClaimed answer, Stamped<?> event) {
    return switch (answer.claim()) {
      case Claim.GRANTED -> resumed(s, answer.basket(), event);
      case Claim.USED -> told(s, NoticeKind.BASKET_USED);
      case Claim.UNREACHED -> told(s, NoticeKind.BASKET_UNREACHED);
    };
  }

  private Step<State<Stage>, Effect> resumed(Open<Stage> s, KeptBasket kept, Stamped<?> event) {
    boolean here =
        s.session().staff().acts().stream()
            .anyMatch(a -> a.deed() == Deed.BASKET_RESUMED && a.why().equals(kept.id()));
    if (here) {
      return told(s, NoticeKind.BASKET_USED);
    }
    Act act = new Act(Deed.BASKET_RESUMED, "", event.at(), kept.id(), 0);
    Session fuller = s.session().with(kept.into(s.session().basket())).with(act);
    return told(s.with(fuller), NoticeKind.BASKET_RESUMED)
        .and(new Ages(rules).called(s.session(), fuller, event));
  }

  private static Step<State<Stage>, Effect> told(Open<Stage> s, NoticeKind kind) {
    boolean good = kind == NoticeKind.BASKET_RESUMED;
    return Step.of(
        s.at(new Shopping(0, false, false, Optional.of(new Screen.Notice(kind, "")))),
        new Effect.Beep(good));
  }
}
