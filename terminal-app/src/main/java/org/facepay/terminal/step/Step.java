package org.facepay.terminal.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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

  /** A part's step as its parent's: the parent says what it is with the part's next value. */
  public <T> Step<T, F> as(Function<? super S, ? extends T> parent) {
    return new Step<>(parent.apply(next), effects);
  }

  /** More is asked, after what is asked already. */
  public Step<S, F> and(List<? extends F> more) {
    List<F> all = new ArrayList<>(effects);
    all.addAll(more);
    return new Step<>(next, all);
  }

  /** Something is asked first. */
  public Step<S, F> after(List<? extends F> before) {
    List<F> all = new ArrayList<>(before);
    all.addAll(effects);
    return new Step<>(next, all);
  }
}
