package org.facepay.terminal.session;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * A session told event by event, in which somebody shows a member's code.
 *
 * @param <G> the stages of its kind
 */
public abstract class MemberStory<G> {
  private static final Instant START = Instant.parse("2026-11-29T06:32:00Z");

  private final Frame<G> frame;
  private final Class<G> stages;
  private final List<Effect> effects = new ArrayList<>();
  private State<G> state = State.start();
  private long stamp;

  protected MemberStory(Frame<G> frame, Class<G> stages) {
    this.frame = frame;
    this.stages = stages;
  }

  protected final void on(Event event) {
    Instant now = START.plusSeconds(++stamp);
    Step<State<G>, Effect> step = frame.step(state, new Stamped<>(stamp, now, event));
    state = step.next();
    effects.addAll(step.effects());
  }

  /** All of a kind that were asked, oldest first. */
  protected final <T extends Effect> List<T> effects(Class<T> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  protected final G stage() {
    return assertInstanceOf(stages, assertInstanceOf(State.Open.class, state).stage());
  }

  protected final void shown(MemberResult result) {
    on(new Read.MemberCodeScanned(MemberCode.scanned("FPM-m1-0")));
    on(new Answered.MemberAnswered(effects(Effect.FindMember.class).getLast().session(), result));
  }

  protected static MemberResult found(long account, boolean phone) {
    return new MemberResult.Found(new FoundMember("m1", "王*", account, false, phone, false));
  }

  /** The four digits, and whether they are right. */
  protected final void typed(boolean right) {
    for (int i = 0; i < 4; i++) {
      on(new Touched.DigitTyped(new Digits.Digit(i)));
    }
    on(new Answered.DigitsChecked(effects(Effect.CheckDigits.class).getLast().attempt(), right));
  }
}
