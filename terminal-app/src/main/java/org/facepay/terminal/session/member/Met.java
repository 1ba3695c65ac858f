package org.facepay.terminal.session.member;

import java.util.Optional;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.step.Step;

/**
 * What a step of a meeting came to.
 *
 * @param session with what is known of its shopper now
 */
public record Met(Session session, Ends ends) {

  /** The meeting goes on with this. */
  static Step<Met, Effect> on(Session session, Meeting meeting, Effect... effects) {
    return Step.of(new Met(session, new On(meeting)), effects);
  }

  /** Back to the goods, with a word of what there was. */
  static Met told(Session session, NoticeKind kind) {
    return new Met(session, new ToGoods(Optional.of(new Screen.Notice(kind, ""))));
  }

  /** Whether the meeting goes on, and how it ended. */
  public sealed interface Ends {}

  /** It goes on. */
  public record On(Meeting meeting) implements Ends {}

  /** Back to the goods. */
  public record ToGoods(Optional<Screen.Notice> notice) implements Ends {}

  /** To the ways of paying. */
  public record ToWays() implements Ends {}

  /** The order, which the session has counted, is paid with this. */
  public record Pays(Order order, Credential credential) implements Ends {}
}
