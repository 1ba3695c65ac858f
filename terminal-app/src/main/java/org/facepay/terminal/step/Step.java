package org.facepay.terminal.step;

import java.util.List;

/** What an event comes to: the next state, and what the world is asked to do. */
public record Step<S, F>(S next, List<F> effects) {

  public Step {
    effects = List.copyOf(effects);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <S, F> Step<S, F> of(S next, F... effects) {
    return new Step<>(next, List.of(effects));
  }
}
